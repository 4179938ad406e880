import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Term } from '../../shared/domain/meeting.ts';
import { makeTermIndex, termsInText } from '../../shared/domain/rules/terms-in-text.ts';
import { officialLanguages } from '../../shared/reference/languages.ts';

const glossary: readonly Term[] = [
  term('t1', { en: ['universal periodic review', 'UPR'], fr: ['examen périodique universel', 'EPU'], ar: ['الاستعراض الدوري الشامل'] }),
  term('t2', { en: ['review'], fr: ['examen'], zh: ['审议'], ru: ['обзор'] }),
  term('t3', { en: ['State'], fr: ['État'], zh: ['国家'], ru: ['государство'], ar: ['دولة'] }),
  term('t4', { zh: ['普遍定期审议', 'UPR'], en: ['UPR'] }),
  term('t5', { ar: ['مجلس', 'مجلس حقوق الإنسان'], en: ['Human Rights Council'] }),
  term('t6', { ar: ['لجنة'], en: ['committee'], ru: ['комитет'] }),
];

describe('the terms of the glossary in a text', () => {
  it('[SX1] are found as whole words, whatever their case and accents, and keep their place in the text', () => {
    expect(found('The STATE under review; statehood and previews are none.', 'en')).toEqual(['t3 STATE', 't2 review']);
    expect(found('the universal periodic reviewers', 'en')).toEqual([]);
    expect(found('L’ETAT, l’État et les États', 'fr')).toEqual(['t3 ETAT', 't3 État']);
    expect(found('Государство и обзор, а не обзоры', 'ru')).toEqual(['t3 Государство', 't2 обзор']);
    expect(found('l’E\u0301tat', 'fr')).toEqual(['t3 E\u0301tat']);
  });

  it('[SX1] of several at one place is the longest, and none overlaps another', () => {
    expect(found('the universal periodic review and the review', 'en')).toEqual(['t1 universal periodic review', 't2 review']);
    expect(found('第三轮普遍定期审议和审议', 'zh')).toEqual(['t4 普遍定期审议', 't2 审议']);
  });

  it('[SX1] are found inside Chinese, which has no spaces, and Latin words there only when whole', () => {
    expect(found('各国家参加第三轮UPR，不是UPRX。', 'zh')).toEqual(['t3 国家', 't4 UPR']);
  });

  it('[SX1] are found in Arabic behind the article and one-letter words, with vowel signs and tatweel', () => {
    expect(found('الدولة ودولة وبالدولة ولدولة', 'ar')).toEqual(['t3 الدولة', 't3 ودولة', 't3 وبالدولة', 't3 ولدولة']);
    expect(found('للجنة واللجنة لجنة', 'ar')).toEqual(['t6 للجنة', 't6 واللجنة', 't6 لجنة']);
    expect(found('في مجلس حقوق الإنسان، والمجلس', 'ar')).toEqual(['t5 مجلس حقوق الإنسان', 't5 والمجلس']);
    expect(found('آلية استعراض دوري شامل', 'ar')).toEqual(['t1 استعراض دوري شامل']);
    expect(found('الدَّوْلَةُ والـدولـة', 'ar')).toEqual(['t3 الدَّوْلَةُ', 't3 والـدولـة']);
    expect(found('دولةٌ دولةً، دولتان', 'ar')).toEqual(['t3 دولةٌ', 't3 دولةً']);
  });

  it('[SX1] are those of the language of the text, and none in a language without a glossary', () => {
    expect(found('examen of the State', 'fr')).toEqual(['t2 examen']);
    expect(found('review', 'pt')).toEqual([]);
    expect(found('review', 'en-GB')).toEqual(['t2 review']);
  });

  it('[SX1] never overlap and always lie in the paragraph, for any text', () => {
    const piece = fc.constantFrom('review', ' ', 'الدولة', 'ُ', 'و', 'UPR', '国家', 'E\u0301tat', '’', 'ﬁ', '审', 'ـ', '😀', '-');
    const indexes = officialLanguages.map((language) => makeTermIndex(glossary, language));
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' }))), (pieces) => {
        const text = pieces.join('');
        for (const index of indexes) {
          let end = 0;
          for (const one of termsInText(text, index)) {
            expect(one.start).toBeGreaterThanOrEqual(end);
            expect(one.end).toBeGreaterThan(one.start);
            end = one.end;
          }
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it('[SX1] are found among 3,000 terms without a noticeable wait', () => {
    const many = Array.from({ length: 3_000 }, (_, number) =>
      term(`m${number}`, { en: [`word${number} of things`, `w${number}`], fr: [`mot ${number}`] }),
    );
    const paragraph = `${'The universal periodic review of word17 of things by the State, '.repeat(10)}w2999.`;
    const started = performance.now();
    const index = makeTermIndex([...many, ...glossary], 'en');
    const compiled = performance.now();
    for (let round = 0; round < 100; round += 1) expect(termsInText(paragraph, index)).toHaveLength(31);
    const perParagraph = (performance.now() - compiled) / 100;
    console.log(
      `glossary of 3,006 terms: index ${(compiled - started).toFixed(1)} ms, a paragraph of 640 characters ${perParagraph.toFixed(3)} ms`,
    );
    expect(perParagraph).toBeLessThan(5);
  });
});

function term(id: string, forms: Term['forms']): Term {
  return { id, forms, note: null };
}

function found(text: string, language: string): readonly string[] {
  return termsInText(text, makeTermIndex(glossary, language)).map(({ term: { id }, start, end }) => `${id} ${text.slice(start, end)}`);
}
