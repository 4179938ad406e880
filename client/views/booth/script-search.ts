/** Searching in a long text without stopping the page: folding 600 kB takes 20 ms and more, so it is done in pieces, once. */
import { endInOriginal, foldWithOrigin } from '../../../shared/lib/folded-text.ts';
import { foldForSearch } from '../../../shared/lib/text.ts';

/** In UTF-16 units; `end` is one past the last. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface SearchIndex {
  /** Folds for about so long and @returns whether all is folded. */
  work(milliseconds: number): boolean;
  /** Of every paragraph folded so far, how many times the query is in it, in order; nothing for an empty query. */
  find(query: string): readonly ParagraphHits[];
}

export interface ParagraphHits {
  readonly paragraph: number;
  readonly count: number;
}

export function makeSearchIndex(paragraphs: readonly string[], clock: () => number): SearchIndex {
  const folded: string[] = [];
  return {
    work(milliseconds) {
      const until = clock() + milliseconds;
      while (folded.length < paragraphs.length && clock() < until) folded.push(foldForSearch(paragraphs[folded.length] ?? ''));
      return folded.length === paragraphs.length;
    },
    find(query) {
      const wanted = foldForSearch(query);
      if (wanted === '') return [];
      return folded.flatMap((text, paragraph) => {
        const count = placesOf(text, wanted).length;
        return count === 0 ? [] : [{ paragraph, count }];
      });
    },
  };
}

/** Where in the paragraph as it is written. */
export function hitsIn(paragraph: string, query: string): readonly Range[] {
  const wanted = foldForSearch(query);
  if (wanted === '') return [];
  const folded = foldWithOrigin(paragraph);
  return placesOf(folded.text, wanted).map((at) => ({
    start: folded.origin[at] ?? 0,
    end: endInOriginal(folded, at + wanted.length, paragraph),
  }));
}

/** One hit among all, counted from 0: its paragraph, and its place among those of the paragraph. */
export function hitAt(hits: readonly ParagraphHits[], number: number): { readonly paragraph: number; readonly inParagraph: number } | null {
  let before = 0;
  for (const { paragraph, count } of hits) {
    if (number < before + count) return { paragraph, inParagraph: number - before };
    before += count;
  }
  return null;
}

export function countOf(hits: readonly ParagraphHits[]): number {
  return hits.reduce((sum, { count }) => sum + count, 0);
}

/** The first hit in this paragraph or after it, else the first of all: one searches on from where one reads. */
export function firstHitFrom(hits: readonly ParagraphHits[], paragraph: number): number {
  let before = 0;
  for (const hit of hits) {
    if (hit.paragraph >= paragraph) return before;
    before += hit.count;
  }
  return 0;
}

function placesOf(text: string, wanted: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) places.push(at);
  return places;
}
