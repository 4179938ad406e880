/**
 * Terms of the glossary where they stand in a text. What counts as the same word depends on the writing: Latin and Cyrillic
 * words must be whole, Chinese has no spaces, and Arabic puts the article and one-letter words in front.
 */
import { endInOriginal, type FoldedText, foldWithOrigin } from '../../lib/folded-text.ts';
import { isLanguage, type LanguageCode } from '../../reference/languages.ts';
import type { Term } from '../meeting.ts';

export interface FoundTerm {
  /** In the paragraph, in UTF-16 units; `end` is one past the last. */
  readonly start: number;
  readonly end: number;
  readonly term: Term;
}

/** Made once per glossary and language: looking through a paragraph then costs one look-up per word. */
export interface TermIndex {
  readonly language: LanguageCode;
  /** Folded forms by their first word (first character in Chinese), longest first. */
  readonly byStart: ReadonlyMap<string, readonly { readonly form: string; readonly term: Term }[]>;
}

export function makeTermIndex(glossary: readonly Term[], language: LanguageCode): TermIndex {
  const byStart = new Map<string, { form: string; term: Term }[]>();
  const base = language.split('-')[0] ?? language;
  if (!isLanguage(base)) return { language, byStart };
  for (const term of glossary) {
    for (const written of term.forms[base] ?? []) {
      const form = fold(written, language).text.trim();
      const key = firstUnit.exec(form)?.[0];
      // A form such as "§" has no word in it to be found by.
      if (key === undefined || !form.startsWith(key)) continue;
      const known = byStart.get(key);
      if (known === undefined) byStart.set(key, [{ form, term }]);
      else known.push({ form, term });
    }
  }
  for (const forms of byStart.values()) forms.sort((a, b) => b.form.length - a.form.length);
  return { language, byStart };
}

/** In the order of the text, never overlapping: of several terms at one place the longest counts. */
export function termsInText(paragraph: string, index: TermIndex): readonly FoundTerm[] {
  if (index.byStart.size === 0) return [];
  const folded = fold(paragraph, index.language);
  const found: FoundTerm[] = [];
  let from = 0;
  for (const unit of folded.text.matchAll(units)) {
    if (unit.index < from) continue;
    const match = longestAt(folded.text, unit.index, unit[0], index);
    if (match === null) continue;
    from = match.end;
    found.push({ ...inOriginal(folded, unit.index, match.end, paragraph), term: match.term });
  }
  return found;
}

const wordLetter = String.raw`(?!\p{Script=Han})[\p{L}\p{N}\p{M}]`;
/** Han characters one by one, everything else by the word. */
const units = new RegExp(String.raw`\p{Script=Han}|(?:${wordLetter})+`, 'gu');
const firstUnit = new RegExp(units.source, 'u');
const inWord = new RegExp(`^${wordLetter}`, 'u');
const endsInWord = new RegExp(`${wordLetter}$`, 'u');

function longestAt(text: string, at: number, word: string, index: TermIndex): { readonly end: number; readonly term: Term } | null {
  let best: { end: number; term: Term } | null = null;
  for (const start of index.language.startsWith('ar') ? startsInArabicWord(word) : [0]) {
    for (const { form, term } of index.byStart.get(word.slice(start)) ?? []) {
      const end = at + start + form.length;
      if (best !== null && end <= best.end) break;
      if (text.startsWith(form, at + start) && isWhole(text, end)) best = { end, term };
    }
  }
  return best;
}

/** Whether a word ends here. Between Han characters there is no such thing. */
function isWhole(text: string, end: number): boolean {
  return !(inWord.test(text.slice(end, end + 2)) && endsInWord.test(text.slice(Math.max(0, end - 2), end)));
}

/**
 * Where the word itself may begin: behind "and, so" (waw, fa), then "by, as" (ba, kaf) or "to" (lam), then the article. The
 * article of whole words has gone already; behind a one-letter word it is still there.
 */
function startsInArabicWord(word: string): readonly number[] {
  const starts = new Set([0]);
  const add = (start: number): void => {
    if (word.length - start < shortestStem) return;
    starts.add(start);
    if (word.startsWith(article, start) && word.length - start - article.length >= shortestStem) starts.add(start + article.length);
  };
  const behindAnd = /^[وف]/.test(word) ? [0, 1] : [0];
  for (const start of behindAnd) {
    add(start);
    if (/^[بكل]/.test(word.slice(start))) add(start + 1);
    // Lam and the article are written as two lams.
    if (word.startsWith('لل', start)) add(start + 2);
  }
  return [...starts];
}

const article = 'ال';
/** Letters that must be left of a word: "to him" and "mother" shall not be found inside other words. */
const shortestStem = 3;
const wholeArticle = new RegExp(`(?<![\\p{L}\\p{N}])${article}(?=\\p{L}{${shortestStem}})`, 'gu');

/** In Arabic the article goes, since adjectives take it along: the universal periodic review is "the review the periodic". */
function fold(text: string, language: LanguageCode): FoldedText {
  if (!language.startsWith('ar')) return foldWithOrigin(text);
  const folded = foldWithOrigin(text, (letter) => letter.replace(/\u0640/g, ''));
  const dropped = new Set<number>();
  for (const { index } of folded.text.matchAll(wholeArticle)) dropped.add(index).add(index + 1);
  let kept = '';
  const origin: number[] = [];
  for (let at = 0; at <= folded.text.length; at += 1) {
    if (dropped.has(at)) continue;
    kept += folded.text[at] ?? '';
    origin.push(folded.origin[at] ?? text.length);
  }
  return { text: kept, origin };
}

/** With the article and the one-letter words before it: a line under half a joined word reads badly. */
function inOriginal(folded: FoldedText, start: number, end: number, paragraph: string): { readonly start: number; readonly end: number } {
  let from = folded.origin[start] ?? 0;
  while (from > 0 && /\p{Script=Arabic}/u.test(paragraph[from] ?? '') && /[\p{L}\p{M}]/u.test(paragraph[from - 1] ?? '')) from -= 1;
  return { start: from, end: endInOriginal(folded, end, paragraph) };
}
