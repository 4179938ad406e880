import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markText, termsOf } from '../../client/views/booth/text-marks.ts';

function marks(text: string): readonly string[] {
  return markText(text).flatMap(({ text: part, mark }) => (mark === null ? [] : [`${mark} ${part}`]));
}

describe('marks in the text of a statement', () => {
  it('marks figures with their thousands, decimals, percentages and words of size', () => {
    expect(marks('In 2017, 1,900 States and 60 000 people; 10.2 %; 1.5 million dollars; €300 in 24 hours.')).toEqual([
      'figure 2017',
      'figure 1,900',
      'figure 60 000',
      'figure 10.2 %',
      'figure 1.5 million',
      'figure €300',
      'figure 24',
    ]);
  });

  it('marks the words of size of every official language', () => {
    expect(marks('2,5 milliards')).toEqual(['figure 2,5 milliards']);
    expect(marks('3 mil millones de personas')).toEqual(['figure 3 mil millones']);
    expect(marks('почти на 15 процентов, 4 миллиона')).toEqual(['figure 15 процентов', 'figure 4 миллиона']);
    expect(marks('过去五年，中国有6800多万农村人口脱贫')).toEqual(['figure 6800多万']);
    expect(marks('وعددها 22 دولة و3 ملايين')).toEqual(['figure 22', 'figure 3 ملايين']);
  });

  it('keeps a list of figures apart: a space groups thousands only', () => {
    expect(marks('on 24 and 25 April, 12 15 18')).toEqual(['figure 24', 'figure 25', 'figure 12', 'figure 15', 'figure 18']);
  });

  it('marks symbols of documents and numbers of resolutions as a whole, without the full stop after them', () => {
    expect(marks('See A/HRC/34/24, HR/PUB/16/1 and E/CN.4/2006/97/Add.1. Resolutions 60/251 and 16/21.')).toEqual([
      'symbol A/HRC/34/24',
      'symbol HR/PUB/16/1',
      'symbol E/CN.4/2006/97/Add.1',
      'symbol 60/251',
      'symbol 16/21',
    ]);
  });

  it('marks acronyms in Latin and Cyrillic letters, with digits and plurals', () => {
    expect(marks('the UPR, OHCHR’s SDGs and COVID-19; УПО и ЦУР; los ODS (MNPIS)')).toEqual([
      'acronym UPR',
      'acronym OHCHR',
      'acronym SDGs',
      'acronym COVID-19',
      'acronym УПО',
      'acronym ЦУР',
      'acronym ODS',
      'acronym MNPIS',
    ]);
  });

  it('marks an acronym that touches Chinese or Arabic letters', () => {
    expect(marks('第三轮UPR审议')).toEqual(['acronym UPR']);
    expect(marks('إطار الـUPR')).toEqual(['acronym UPR']);
  });

  it('takes Roman numerals for figures and leaves headings and words such as and/or alone', () => {
    expect(marks('the XXI century')).toEqual(['figure XXI']);
    expect(marks('UNIVERSALITY and/or Mr./Ms. iPhone McDonald I A')).toEqual([]);
  });

  it('lists the terms of a text once each, in their order, without figures', () => {
    expect(termsOf(['The UPR and 193 States.', 'A/HRC/34/24 on the UPR and the SDGs.'].map(markText)).map(({ text }) => text)).toEqual([
      'UPR',
      'A/HRC/34/24',
      'SDGs',
    ]);
  });

  it('never loses, adds or changes a character', () => {
    const alphabet = fc.constantFrom(...'Aa1 /.,-%Пя9٣中万s\u00a0’('.split(''));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(alphabet).map((letters) => letters.join('')),
        ),
        (text) => {
          expect(
            markText(text)
              .map((part) => part.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });
});
