/** Which paragraphs a version of a text changes against the one before it. Which words is `script-words.ts`, for those in sight. */
import { chunksOf } from './script-chunks.ts';
import { pairUp } from './script-pairs.ts';

export interface TextDifference {
  /** By paragraph of the present version; what is not named stands as it stood. */
  readonly changes: ReadonlyMap<number, ParagraphChange>;
  readonly reworded: number;
  readonly added: number;
  readonly removed: number;
}

export interface ParagraphChange {
  /** `null`: the paragraph is new. Equal to the paragraph when only something beside it has gone. */
  readonly was: string | null;
  /** Paragraphs that stood before this one and are gone. */
  readonly goneBefore: readonly string[];
  /** Only at the last paragraph: what stood behind it. */
  readonly goneAfter: readonly string[];
}

export function differenceOf(before: readonly string[], after: readonly string[]): TextDifference {
  const changes = new Map<number, ParagraphChange>();
  const counts = { reworded: 0, added: 0, removed: 0 };
  let at = 0;
  let gone: string[] = [];
  // What was removed waits for what was added at the same place: together they are paragraphs reworded.
  for (const chunk of [...chunksOf(before, after), { value: [], removed: false, added: false }]) {
    if (chunk.removed) gone.push(...chunk.value);
    else if (chunk.added) {
      const pairs = pairUp(gone, chunk.value);
      gone = pairs.rest;
      for (const { was, goneBefore } of pairs.rows) {
        changes.set(at, { was, goneBefore, goneAfter: [] });
        counts[was === null ? 'added' : 'reworded'] += 1;
        counts.removed += goneBefore.length;
        at += 1;
      }
    } else {
      if (gone.length > 0) {
        counts.removed += gone.length;
        noteGone(changes, after, at, gone);
        gone = [];
      }
      at += chunk.value.length;
    }
  }
  return { changes, ...counts };
}

/** At the end of the text there is no paragraph to stand before. */
function noteGone(changes: Map<number, ParagraphChange>, after: readonly string[], at: number, gone: readonly string[]): void {
  const place = Math.min(at, after.length - 1);
  const known = changes.get(place) ?? { was: after[place] ?? '', goneBefore: [], goneAfter: [] };
  changes.set(place, at < after.length ? { ...known, goneBefore: gone } : { ...known, goneAfter: gone });
}
