/** Which of the paragraphs that have gone is which of those that have come: then it is the same one, reworded. */

interface Pairs {
  readonly rows: readonly { readonly was: string | null; readonly goneBefore: readonly string[] }[];
  /** Removed, behind the last row. */
  readonly rest: string[];
}

/** A block of so many pairs is matched by likeness, a larger one in its order. */
const mostPairs = 2_500;
/** Share of words in common from which two paragraphs are one, reworded. */
const likeEnough = 0.4;

/** In their order: no pair crosses another. */
export function pairUp(gone: readonly string[], added: readonly string[]): Pairs {
  const partner = gone.length * added.length > mostPairs ? inOrder(gone, added) : byLikeness(gone, added);
  let taken = 0;
  const rows = added.map((_, index) => {
    const other = partner[index] ?? null;
    if (other === null) return { was: null, goneBefore: [] };
    const goneBefore = gone.slice(taken, other);
    taken = other + 1;
    return { was: gone[other] ?? '', goneBefore };
  });
  return { rows, rest: gone.slice(taken) };
}

function inOrder(gone: readonly string[], added: readonly string[]): readonly (number | null)[] {
  return added.map((_, index) => (index < gone.length ? index : null));
}

/** The pairs with the most words in common altogether, none crossing another. */
function byLikeness(gone: readonly string[], added: readonly string[]): readonly (number | null)[] {
  const likeness = added.map((now) => gone.map((was) => likenessOf(was, now)));
  // best[row][column]: the best sum from there on.
  const best = added.map(() => new Array<number>(gone.length + 1).fill(0)).concat([new Array<number>(gone.length + 1).fill(0)]);
  const sumAt = (row: number, column: number): number => best[row]?.[column] ?? 0;
  const likeAt = (row: number, column: number): number => likeness[row]?.[column] ?? 0;
  for (let row = added.length - 1; row >= 0; row -= 1) {
    for (let column = gone.length - 1; column >= 0; column -= 1) {
      const paired = likeAt(row, column) + sumAt(row + 1, column + 1);
      (best[row] ?? [])[column] = Math.max(paired, sumAt(row + 1, column), sumAt(row, column + 1));
    }
  }
  const partner: (number | null)[] = added.map(() => null);
  for (let row = 0, column = 0; row < added.length && column < gone.length; ) {
    if (sumAt(row, column) === sumAt(row + 1, column)) row += 1;
    else if (sumAt(row, column) === sumAt(row, column + 1)) column += 1;
    else {
      partner[row] = column;
      row += 1;
      column += 1;
    }
  }
  return partner;
}

/** 0 when two paragraphs are not the same one. */
function likenessOf(was: string, now: string): number {
  const most = Math.max(was.length, now.length);
  let same = 0;
  while (same < most && was[same] === now[same]) same += 1;
  let tail = 0;
  while (tail < Math.min(was.length, now.length) - same && was.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  // Most changes are a few words in a paragraph: these need no counting.
  const share = (same + tail) / most;
  return share >= likeEnough ? share : shareOfWords(was, now);
}

function shareOfWords(was: string, now: string): number {
  const counts = new Map<string, number>();
  const [old, fresh] = [was.match(words) ?? [], now.match(words) ?? []];
  for (const word of old) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of fresh) {
    const left = counts.get(word) ?? 0;
    if (left > 0) common += 1;
    counts.set(word, left - 1);
  }
  const share = (2 * common) / Math.max(1, old.length + fresh.length);
  return share < likeEnough ? 0 : share;
}

/** For comparing only: whole words, and Han characters one by one. */
const words = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;
