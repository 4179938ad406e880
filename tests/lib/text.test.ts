import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanParagraphs, foldForSearch, lengthOf, maxLineLength } from '../../shared/lib/text.ts';

const cleaned = (input: string) => {
  const result = cleanLine(input);
  return result.ok ? result.value : result.error;
};

describe('a line of text from outside', () => {
  const markup = ['<script>alert(1)</script>', 'a < b', 'a > b', '<', '\u200B<b>', '&lt;<'];
  it.each(markup)('[TX1] Markup is refused: %j.', (input) => {
    expect(cleaned(input)).toBe('textMarkup');
  });

  const hidden: readonly (readonly [string, string, string])[] = [
    ['a right-to-left override', 'Ann\u202Egnp.exe', 'Anngnp.exe'],
    ['embeddings and isolates', '\u202A\u202B\u202CAnn\u2066\u2067\u2068\u2069', 'Ann'],
    ['direction marks', '\u200EAnn\u200F\u061C', 'Ann'],
    ['C0 and C1 controls', 'A\u0000n\u0007n\u001B[31m\u0085\u009F', 'A n n [31m'],
    ['line ends of every kind', 'Ann\r\nBob\u2028Cid\u2029Dan\u000BEve', 'Ann Bob Cid Dan Eve'],
    ['tabs and wide spaces', '\tAnn \u00A0\u3000 Bob  ', 'Ann Bob'],
    ['zero width spaces, byte order marks, soft hyphens', '\uFEFFA\u200Bn\u2060n\u00AD', 'Ann'],
    ['invisible fillers and operators', 'A\u3164n\u115Fn\u2063\u180E\u034F', 'Ann'],
    ['tag characters', 'Ann\u{E0041}\u{E007F}', 'Ann'],
    ['halves of surrogate pairs', 'A\uD800n\uDC00n', 'Ann'],
    ['annotation characters and noncharacters', 'A\uFFF9n\uFFFBn\uFFFF', 'Ann'],
  ];
  it.each(hidden)('[TX2] What nobody sees is taken out: %s.', (_, input, output) => {
    expect(cleaned(input)).toBe(output);
  });

  it('[TX3] At most 200 characters as a reader counts them; 300 are refused, and so is a heap of marks on one letter.', () => {
    expect(cleaned('x'.repeat(200))).toHaveLength(200);
    expect(cleaned('x'.repeat(201))).toBe('textTooLong');
    expect(cleaned('x'.repeat(300))).toBe('textTooLong');
    expect(maxLineLength).toBe(200);
    expect(cleaned('क्षि'.repeat(150))).toHaveLength(150 * 4);
    expect(lengthOf('e\u0301👩‍👩‍👧ç')).toBe(3);
    expect(cleaned(`Z${'\u0300\u0301\u0302'.repeat(10)}algo`)).toBe('textTooLong');
  });

  const kept: readonly (readonly [string, string])[] = [
    ["Zeid Ra'ad Al Hussein", "Zeid Ra'ad Al Hussein"],
    ['Côte d\u2019Ivoire', 'Côte d\u2019Ivoire'],
    ['Vojislav S\u030Cuc', 'Vojislav Šuc'],
    ['María Fernanda Espinosa Garcés', 'María Fernanda Espinosa Garcés'],
    ['نمی\u200Cخواهم', 'نمی\u200Cخواهم'],
    ['ශ්\u200Dරී ලංකාව', 'ශ්\u200Dරී ලංකාව'],
    ['مُحَمَّد', 'مُحَمَّد'],
    ['Nguyễn Phú Trọng', 'Nguyễn Phú Trọng'],
    ['中华人民共和国', '中华人民共和国'],
    ['葛\u{E0100}飾区', '葛\u{E0100}飾区'],
    ['"Q" & A; 100 % {x} \\ $', '"Q" & A; 100 % {x} \\ $'],
  ];
  it.each(kept)('[TX4] Letters, marks, joiners and apostrophes of names are kept, in NFC: %s.', (input, output) => {
    expect(cleaned(input)).toBe(output.normalize('NFC'));
  });

  const empty = ['', '   ', '\u200B', '\u202E\u202C', '\u200D\u200C', '\u3164', '\u0000', '\u0301'];
  it.each(empty)('is refused when nothing is left to see: %j', (input) => {
    expect(cleaned(input)).toBe('textEmpty');
  });

  it('is the same when it is cleaned once more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (input) => {
        const once = cleanLine(input);
        if (once.ok) expect(cleanLine(once.value)).toEqual(once);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('paragraphs', () => {
  it('[TX7] Empty lines part paragraphs, or line ends where there are none; no paragraph is empty.', () => {
    expect(cleanParagraphs('One\r\ntwo.\r\n\r\nThree.\n \n\n Four.')).toEqual(['One two.', 'Three.', 'Four.']);
    expect(cleanParagraphs('One.\rTwo.\n')).toEqual(['One.', 'Two.']);
    expect(cleanParagraphs(' \n\u200B\n ')).toEqual([]);
    expect(cleanParagraphs('A\u202Eb <i>c</i>')).toEqual(['Ab <i>c</i>']);
  });
});

describe('folding for search', () => {
  it('ignores case, accents and kinds of apostrophe, and nothing else', () => {
    expect(foldForSearch('Côte d’Ivoire')).toBe(foldForSearch("COTE D'IVOIRE"));
    expect(foldForSearch('Šuc')).toBe('suc');
    expect(foldForSearch('Niger')).not.toBe(foldForSearch('Nigeria'));
  });
});
