/** Two versions of a text, cut into what stayed, what has gone and what has come. */
import { diffArrays } from 'diff';

export interface Chunk {
  readonly value: readonly string[];
  readonly added: boolean;
  readonly removed: boolean;
}

/** More edits than these between two paragraphs that stayed are a new text: comparing on costs much and shows nothing one could read. */
const mostEdits = 300;

/**
 * Paragraphs that occur once in either version cut both into short stretches, and only these are compared by edits: three
 * thousand paragraphs take a few milliseconds, even when every one of them has changed.
 */
export function chunksOf(before: readonly string[], after: readonly string[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let [from, to] = [0, 0];
  for (const [old, now] of [...anchorsOf(before, after), [before.length, after.length] as const]) {
    chunks.push(...chunksOfStretch(before.slice(from, old), after.slice(to, now)));
    if (now < after.length) chunks.push({ value: after.slice(now, now + 1), added: false, removed: false });
    [from, to] = [old + 1, now + 1];
  }
  return chunks;
}

function chunksOfStretch(before: readonly string[], after: readonly string[]): readonly Chunk[] {
  const common = new Set(before);
  const compared = after.some((paragraph) => common.has(paragraph))
    ? diffArrays([...before], [...after], { maxEditLength: mostEdits })
    : undefined;
  return (
    compared ?? [
      { value: before, added: false, removed: true },
      { value: after, added: true, removed: false },
    ]
  );
}

/** Pairs of places of the same paragraph, rising in both versions, as many as there are. */
function anchorsOf(before: readonly string[], after: readonly string[]): readonly (readonly [old: number, now: number])[] {
  const [onceBefore, onceAfter] = [placesOfSingles(before), placesOfSingles(after)];
  // The longest rising row of places, by patience: the last of each pile, and whom each came after.
  const piles: number[] = [];
  const previous = new Map<number, number>();
  const oldOf = new Map<number, number>();
  for (const [paragraph, now] of onceAfter) {
    const old = onceBefore.get(paragraph);
    if (old === undefined) continue;
    oldOf.set(now, old);
    let [low, high] = [0, piles.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((oldOf.get(piles[middle] ?? 0) ?? 0) < old) low = middle + 1;
      else high = middle;
    }
    const behind = piles[low - 1];
    if (behind !== undefined) previous.set(now, behind);
    piles[low] = now;
  }
  const row: (readonly [number, number])[] = [];
  for (let now = piles.at(-1); now !== undefined; now = previous.get(now)) row.push([oldOf.get(now) ?? 0, now]);
  return row.reverse();
}

function placesOfSingles(paragraphs: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const twice = new Set<string>();
  for (const [index, paragraph] of paragraphs.entries()) {
    if (places.has(paragraph)) twice.add(paragraph);
    else places.set(paragraph, index);
  }
  for (const paragraph of twice) places.delete(paragraph);
  return places;
}
