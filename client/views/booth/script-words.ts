/** Which words of a paragraph have changed. */
import { diffArrays } from 'diff';
import type { Chunk } from './script-chunks.ts';

export interface WordDifference {
  /** In the present paragraph, in UTF-16 units; `end` is one past the last. */
  readonly inserted: readonly { readonly start: number; readonly end: number }[];
  /** What stood at a place of the present paragraph. */
  readonly removed: readonly { readonly at: number; readonly text: string }[];
}

export function wordDifference(before: string, after: string, language: string): WordDifference {
  const inserted: { start: number; end: number }[] = [];
  const removed: { at: number; text: string }[] = [];
  let at = 0;
  for (const { value, added, removed: gone } of joinOverSpaces(diffArrays([...wordsOf(before, language)], [...wordsOf(after, language)]))) {
    const text = value.join('');
    if (gone) removed.push({ at, text });
    else {
      if (added) inserted.push({ start: at, end: at + text.length });
      at += text.length;
    }
  }
  return { inserted, removed };
}

/** A space between two changed words has not "stayed": without this, a changed sentence is shown in as many pieces as words. */
function joinOverSpaces(chunks: readonly Chunk[]): readonly Chunk[] {
  const joined: Chunk[] = [];
  let gone: string[] = [];
  let added: string[] = [];
  const close = (): void => {
    // Joined over spaces, both sides may end alike: that has stayed.
    let alike = 0;
    while (alike < Math.min(gone.length, added.length) && gone.at(-1 - alike) === added.at(-1 - alike)) alike += 1;
    const stayed = gone.slice(gone.length - alike);
    const [wentAway, cameIn] = [gone.slice(0, gone.length - alike), added.slice(0, added.length - alike)];
    if (wentAway.length > 0) joined.push({ value: wentAway, added: false, removed: true });
    if (cameIn.length > 0) joined.push({ value: cameIn, added: true, removed: false });
    if (stayed.length > 0) joined.push({ value: stayed, added: false, removed: false });
    gone = [];
    added = [];
  };
  for (const [index, chunk] of chunks.entries()) {
    const next = chunks[index + 1];
    if (chunk.removed) gone.push(...chunk.value);
    else if (chunk.added) added.push(...chunk.value);
    else if (gone.length > 0 && added.length > 0 && next !== undefined && chunk.value.every((word) => word.trim() === '')) {
      gone.push(...chunk.value);
      added.push(...chunk.value);
    } else {
      close();
      joined.push(chunk);
    }
  }
  close();
  return joined;
}

/** Words, spaces and punctuation one by one; put together they are the paragraph again. Chinese is cut by the dictionary. */
function wordsOf(paragraph: string, language: string): readonly string[] {
  return Array.from(segmenterFor(language).segment(paragraph), ({ segment }) => segment);
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  const made = new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, made);
  return made;
}
