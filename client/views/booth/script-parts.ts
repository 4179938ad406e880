/** One paragraph, cut where anything begins or ends that is said about it: marks, terms, what was searched for, what has changed. */
import type { Term } from '../../../shared/domain/meeting.ts';
import type { FoundTerm } from '../../../shared/domain/rules/terms-in-text.ts';
import type { Range } from './script-search.ts';
import type { WordDifference } from './script-words.ts';
import type { MarkKind, TextPart } from './text-marks.ts';

export interface ScriptPart {
  readonly text: string;
  readonly mark: MarkKind | null;
  readonly term: Term | null;
  readonly hit: 'one' | 'current' | null;
  readonly inserted: boolean;
  /** What stood before this part in the version before. */
  readonly removed: string | null;
}

export interface ParagraphLayers {
  /** As `markText` gives them. */
  readonly marks: readonly TextPart[];
  readonly terms: readonly FoundTerm[];
  readonly hits: readonly Range[];
  /** Which of the hits is the one gone to. */
  readonly currentHit: number | null;
  readonly difference: WordDifference | null;
}

/** The texts of the parts, put together, are the paragraph again. */
export function layerParts(paragraph: string, layers: ParagraphLayers): readonly ScriptPart[] {
  const marks = rangesOf(layers.marks);
  const inserted = layers.difference?.inserted ?? [];
  const removed = new Map((layers.difference?.removed ?? []).map(({ at, text }) => [at, text]));
  const cuts = new Set([0, ...removed.keys()]);
  for (const { start, end } of [...marks, ...layers.terms, ...layers.hits, ...inserted]) cuts.add(start).add(end);
  const places = [...cuts].filter((place) => place < paragraph.length || removed.has(place)).sort((a, b) => a - b);
  return places.map((start, index) => {
    const hit = layers.hits.findIndex((range) => covers(range, start));
    return {
      text: paragraph.slice(start, places[index + 1] ?? paragraph.length),
      mark: marks.find((range) => covers(range, start))?.mark ?? null,
      term: layers.terms.find((range) => covers(range, start))?.term ?? null,
      hit: hit === -1 ? null : hit === layers.currentHit ? 'current' : 'one',
      inserted: inserted.some((range) => covers(range, start)),
      removed: removed.get(start) ?? null,
    };
  });
}

function rangesOf(parts: readonly TextPart[]): readonly (Range & { readonly mark: MarkKind })[] {
  let at = 0;
  return parts.flatMap(({ text, mark }) => {
    const start = at;
    at += text.length;
    return mark === null ? [] : [{ start, end: at, mark }];
  });
}

function covers({ start, end }: Range, at: number): boolean {
  return start <= at && at < end;
}
