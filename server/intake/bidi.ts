/**
 * A PDF holds a line as it is seen, from left to right. This puts its letters back into the order in which they are read:
 * the reordering of the Unicode bidirectional algorithm (UAX #9), which for one line without embeddings is its own inverse.
 */

export type Direction = 'ltr' | 'rtl';

/** A letter with its marks. */
type Cluster = string;
type Kind = 'L' | 'R' | 'digit' | 'separator' | 'neutral';

const rightToLeft = /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}]/u;
const arabicDigit = /^[\u0660-\u0669\u06F0-\u06F9]/u;
const digit = /^\p{Nd}/u;
const letter = /^\p{L}/u;
/** Stays in a number when it stands between two digits (classes CS and ES). */
const separator = /^[.,:/+\-\u060C\u066B\u066C\u00A0\u202F]$/u;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

export function clustersOf(text: string): readonly Cluster[] {
  // Some programs draw each letter by itself.
  if (text.length === 1) return [text];
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

export function hasRightToLeft(text: string): boolean {
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}]/u.test(text);
}

/** Seen order to read order, and the other way round. `mirror`: brackets are drawn the other way in text from right to left. */
export function reorder(clusters: readonly Cluster[], base: Direction, mirror: boolean): readonly Cluster[] {
  const levels = levelsOf(clusters.map(kindOf), base);
  const turned = clusters.map((cluster, index) => (mirror && (levels[index] ?? 0) % 2 === 1 ? (mirrored[cluster] ?? cluster) : cluster));
  const order = [...turned.keys()];
  for (let level = 2; level >= 1; level -= 1) reverseRuns(order, levels, level);
  return order.map((index) => turned[index] ?? '');
}

function kindOf(cluster: Cluster): Kind {
  if (arabicDigit.test(cluster) || digit.test(cluster)) return 'digit';
  if (rightToLeft.test(cluster) && /^[\p{L}\p{M}\u0640]/u.test(cluster)) return 'R';
  if (letter.test(cluster)) return 'L';
  return separator.test(cluster) ? 'separator' : 'neutral';
}

/** 0: left to right in a line from left to right; 1: right to left; 2: left to right inside that. */
function levelsOf(kinds: readonly Kind[], base: Direction): readonly number[] {
  const resolved = withNumbers(kinds);
  const ltrLevel = base === 'ltr' ? 0 : 2;
  const ofKind = (kind: Kind, index: number): number => {
    if (kind === 'R') return 1;
    if (kind === 'L') return ltrLevel;
    if (kind === 'digit') return belongsToLatin(resolved, index, base) ? ltrLevel : 2;
    return neutralLevel(resolved, index, base);
  };
  return resolved.map(ofKind);
}

/** A point or a stroke between two digits is part of the number (rules W4, W6). */
function withNumbers(kinds: readonly Kind[]): readonly Kind[] {
  return kinds.map((kind, index) => {
    if (kind !== 'separator') return kind;
    return kinds[index - 1] === 'digit' && kinds[index + 1] === 'digit' ? 'digit' : 'neutral';
  });
}

/** Digits after Latin letters, with no Arabic in between, go with them: `A/HRC/37/24` (rule W7). */
function belongsToLatin(kinds: readonly Kind[], index: number, base: Direction): boolean {
  const before = strongBefore(kinds, index);
  return before === 'L' || (before === null && base === 'ltr');
}

function neutralLevel(kinds: readonly Kind[], index: number, base: Direction): number {
  const before = sideOf(kinds, index, -1, base);
  const after = sideOf(kinds, index, 1, base);
  const side = before === after ? before : base;
  if (side === 'rtl') return 1;
  return base === 'ltr' ? 0 : 2;
}

/** What a neutral sees on one side; a number outside Latin counts as right to left (rule N1). */
function sideOf(kinds: readonly Kind[], index: number, step: 1 | -1, base: Direction): Direction {
  for (let at = index + step; at >= 0 && at < kinds.length; at += step) {
    const kind = kinds[at];
    if (kind === 'L') return 'ltr';
    if (kind === 'R') return 'rtl';
    if (kind === 'digit') return belongsToLatin(kinds, at, base) ? 'ltr' : 'rtl';
  }
  return base;
}

function strongBefore(kinds: readonly Kind[], index: number): 'L' | 'R' | null {
  for (let at = index - 1; at >= 0; at -= 1) {
    const kind = kinds[at];
    if (kind === 'L' || kind === 'R') return kind;
  }
  return null;
}

/** Rule L2. */
function reverseRuns(order: number[], levels: readonly number[], level: number): void {
  let start = 0;
  while (start < order.length) {
    if ((levels[order[start] ?? 0] ?? 0) < level) {
      start += 1;
      continue;
    }
    let end = start;
    while (end < order.length && (levels[order[end] ?? 0] ?? 0) >= level) end += 1;
    order.splice(start, end - start, ...order.slice(start, end).reverse());
    start = end;
  }
}

const pairs: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
  ['«', '»'],
  ['‹', '›'],
];
const mirrored: Readonly<Record<string, string>> = Object.fromEntries(
  pairs.flatMap(([a, b]) => [
    [a, b],
    [b, a],
  ]),
);
