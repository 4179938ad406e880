import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf } from '../../client/views/booth/script-difference.ts';
import { wordDifference } from '../../client/views/booth/script-words.ts';

const text = ['Mr. President,', 'We welcome the report of the Secretary-General.', 'We have two remarks.', 'Thank you.'];

describe('what a version changes', () => {
  it('[SX10] names the paragraphs that were reworded, with what they were', () => {
    const difference = differenceOf(text, text.with(1, 'We warmly welcome the report of the Secretary-General.'));
    expect(difference).toMatchObject({ reworded: 1, added: 0, removed: 0 });
    expect([...difference.changes]).toEqual([[1, { was: text[1], goneBefore: [], goneAfter: [] }]]);
  });

  it('[SX10] tells a new paragraph from one reworded beside it', () => {
    const after = [
      ...text.slice(0, 1),
      'It is an honour to speak here today.',
      'We warmly welcome the report of the Secretary-General.',
      ...text.slice(2),
    ];
    const difference = differenceOf(text, after);
    expect(difference).toMatchObject({ reworded: 1, added: 1, removed: 0 });
    expect(difference.changes.get(1)?.was).toBeNull();
    expect(difference.changes.get(2)?.was).toBe(text[1]);
  });

  it('[SX10] keeps removed paragraphs before what follows them, and behind the last one at the end', () => {
    expect(differenceOf(text, text.toSpliced(1, 2)).changes.get(1)).toEqual({
      was: 'Thank you.',
      goneBefore: text.slice(1, 3),
      goneAfter: [],
    });
    const shortened = differenceOf(text, text.slice(0, 3));
    expect(shortened).toMatchObject({ reworded: 0, added: 0, removed: 1 });
    expect(shortened.changes.get(2)).toEqual({ was: text[2], goneBefore: [], goneAfter: ['Thank you.'] });
  });

  it('[SX10] says nothing of a version that says the same', () => {
    expect(differenceOf(text, [...text])).toEqual({ changes: new Map(), reworded: 0, added: 0, removed: 0 });
  });

  it('[SX10] shows words, not letters, and a changed phrase as one piece', () => {
    expect(shown('We take note of the report today.', 'We take note of this short text today.', 'en')).toBe(
      'We take note of [-the report][+this short text] today.',
    );
    expect(shown('5,000 people', '50,000 people', 'en')).toBe('[-5,000][+50,000] people');
  });

  it('[SX10] cuts Chinese by words, though nothing stands between them', () => {
    expect(shown('中国有六千万农村人口脱贫。', '中国有七千万农村人口脱贫。', 'zh')).toMatch(/^中国有\[-六千?万?\]\[\+七千?万?\]/);
  });

  it('[SX10] leads back to the version before, for any two versions', () => {
    const paragraph = fc.constantFrom('One two three.', 'One two four.', 'Other words here.', 'Same.', 'Zwei drei', '中国人');
    const version = fc.array(paragraph, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(version, version, (before, after) => {
        const { changes, removed, added, reworded } = differenceOf(before, after);
        const back = after.flatMap((now, index) => {
          const change = changes.get(index);
          if (change === undefined) return [now];
          return [...change.goneBefore, ...(change.was === null ? [] : [change.was]), ...change.goneAfter];
        });
        expect(back).toEqual(before);
        expect(after.length - before.length).toBe(added - removed);
        expect(reworded).toBeLessThanOrEqual(after.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('[SX10] word by word leads back and forth, for any two paragraphs', () => {
    const words = fc.array(fc.constantFrom('a', 'bc', ' ', '. ', '中国', 'و', '5', '😀')).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(words, words, (before, after) => {
        expect(
          shown(before, after, 'en')
            .replace(/\[\+([^\]]*)\]/g, '')
            .replace(/\[-([^\]]*)\]/g, '$1'),
        ).toBe(before);
        expect(
          shown(before, after, 'en')
            .replace(/\[-([^\]]*)\]/g, '')
            .replace(/\[\+([^\]]*)\]/g, '$1'),
        ).toBe(after);
      }),
    );
  });

  it('[SX10] compares 3,000 paragraphs of which all, some or none have changed without a noticeable wait', () => {
    const before = Array.from(
      { length: 3_000 },
      (_, index) => `${index} ${'The universal periodic review was created by resolution 60/251. '.repeat(3)}`,
    );
    const numbers = [...before.keys()];
    const versions = { two: [5, 2_000], third: numbers.filter((index) => index % 3 === 0), all: numbers };
    for (const [name, places] of Object.entries(versions)) {
      const changed = new Set(places);
      const after = before.map((paragraph, index) =>
        changed.has(index) ? paragraph.replace('was created', 'has been created') : paragraph,
      );
      const started = performance.now();
      expect(differenceOf(before, after)).toMatchObject({ reworded: changed.size, added: 0, removed: 0 });
      const took = performance.now() - started;
      console.log(`3,000 paragraphs, ${name} changed: ${took.toFixed(1)} ms`);
      expect(took).toBeLessThan(1_000);
    }
  });
});

function shown(before: string, after: string, language: string): string {
  const { inserted, removed } = wordDifference(before, after, language);
  let written = '';
  for (let at = 0; at <= after.length; at += 1) {
    if (inserted.some(({ end }) => end === at)) written += ']';
    const gone = removed.find((one) => one.at === at);
    if (gone !== undefined) written += `[-${gone.text}]`;
    if (inserted.some(({ start }) => start === at)) written += '[+';
    written += after[at] ?? '';
  }
  return written;
}
