import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layerParts } from '../../client/views/booth/script-parts.ts';
import { countOf, firstHitFrom, hitAt, hitsIn, makeSearchIndex } from '../../client/views/booth/script-search.ts';
import { markText } from '../../client/views/booth/text-marks.ts';

const paragraphs = ['Señor Presidente, el EPU.', 'Nada.', 'El epu y el Epu; l’État.', 'الاستعراض الدَّوْري الشامل'];

describe('the search in a text', () => {
  it('[SX9] finds whatever the case, the accents and the apostrophes, and counts every place', () => {
    const index = folded(paragraphs);
    expect(index.find('epu')).toEqual([
      { paragraph: 0, count: 1 },
      { paragraph: 2, count: 2 },
    ]);
    expect(countOf(index.find('EPU'))).toBe(3);
    expect(index.find('senor')).toEqual([{ paragraph: 0, count: 1 }]);
    expect(index.find("l'etat")).toEqual([{ paragraph: 2, count: 1 }]);
    expect(index.find('الدوري')).toEqual([{ paragraph: 3, count: 1 }]);
    expect(index.find('')).toEqual([]);
  });

  it('[SX9] knows which place is which, and begins where one reads', () => {
    const hits = folded(paragraphs).find('epu');
    expect([0, 1, 2, 3].map((number) => hitAt(hits, number))).toEqual([
      { paragraph: 0, inParagraph: 0 },
      { paragraph: 2, inParagraph: 0 },
      { paragraph: 2, inParagraph: 1 },
      null,
    ]);
    expect(firstHitFrom(hits, 1)).toBe(1);
    expect(firstHitFrom(hits, 3)).toBe(0);
  });

  it('[SX9] marks what stands in the paragraph, vowel signs and all', () => {
    const marked = (paragraph: string, query: string) => hitsIn(paragraph, query).map(({ start, end }) => paragraph.slice(start, end));
    expect(marked('El epu y el Epu.', 'EPU')).toEqual(['epu', 'Epu']);
    expect(marked('الاستعراض الدَّوْري', 'الدوري')).toEqual(['الدَّوْري']);
    expect(marked('Sen\u0303or', 'señor')).toEqual(['Sen\u0303or']);
  });

  it('[SX9] counts in the whole text what it marks in its paragraphs', () => {
    const piece = fc.constantFrom('é', 'e\u0301', 'E', ' ', 'الدَّ', '’', "'", 'ﬁ', 'fi', '国', '😀', 'İ');
    const line = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(line, fc.constantFrom('e', 'fi', 'f', 'د', "'", '国', 'i'), (paragraph, query) => {
        expect(hitsIn(paragraph, query)).toHaveLength(countOf(folded([paragraph]).find(query)));
        for (const { start, end } of hitsIn(paragraph, query)) expect(end).toBeGreaterThan(start);
      }),
    );
  });

  it('[SX9] reads a long text in pieces, so that no key waits for it', () => {
    let now = 0;
    const index = makeSearchIndex(
      Array.from({ length: 10 }, (_, place) => `word ${place}`),
      () => (now += 1),
    );
    expect(index.work(5)).toBe(false);
    expect(countOf(index.find('word'))).toBeGreaterThan(0);
    expect(countOf(index.find('word'))).toBeLessThan(10);
    while (!index.work(5));
    expect(countOf(index.find('word'))).toBe(10);
  });
});

describe('the parts of a paragraph', () => {
  it('[SX11] carry marks, places found and changes where they overlap, and lose no letter', () => {
    const text = 'In 2017 the UPR.';
    const parts = layerParts(text, {
      marks: markText(text),
      terms: [],
      hits: [{ start: 5, end: 11 }],
      currentHit: 0,
      difference: { inserted: [{ start: 12, end: 15 }], removed: [{ at: 16, text: ' Thank you.' }] },
    });
    expect(parts.map(({ text: part, mark, hit, inserted, removed }) => ({ part, mark, hit, inserted, removed }))).toEqual([
      { part: 'In ', mark: null, hit: null, inserted: false, removed: null },
      { part: '20', mark: 'figure', hit: null, inserted: false, removed: null },
      { part: '17', mark: 'figure', hit: 'current', inserted: false, removed: null },
      { part: ' the', mark: null, hit: 'current', inserted: false, removed: null },
      { part: ' ', mark: null, hit: null, inserted: false, removed: null },
      { part: 'UPR', mark: 'acronym', hit: null, inserted: true, removed: null },
      { part: '.', mark: null, hit: null, inserted: false, removed: null },
      { part: '', mark: null, hit: null, inserted: false, removed: ' Thank you.' },
    ]);
  });

  it('[SX11] are the paragraph again, whatever is said about it', () => {
    const range = (length: number) =>
      fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    const cases = fc.string({ minLength: 1 }).chain((text) =>
      fc.record({
        text: fc.constant(text),
        hits: fc.array(range(text.length)),
        inserted: fc.array(range(text.length)),
        at: fc.nat(text.length),
      }),
    );
    fc.assert(
      fc.property(cases, ({ text, hits, inserted, at }) => {
        const parts = layerParts(text, {
          marks: markText(text),
          terms: [],
          hits,
          currentHit: 0,
          difference: { inserted, removed: [{ at, text: 'gone' }] },
        });
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.filter(({ removed }) => removed !== null)).toHaveLength(1);
      }),
    );
  });
});

function folded(text: readonly string[]) {
  const index = makeSearchIndex(text, () => 0);
  index.work(1);
  return index;
}
