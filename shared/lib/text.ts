/** Cleaning of text from outside. What is kept is shown as text, never as markup; see SPEC TX. */
import { err, ok, type Result } from './result.ts';

export type TextProblem = 'textEmpty' | 'textTooLong' | 'textMarkup';

/** A name, a function, a title: one line of at most this many characters (grapheme clusters). Longest UN forms are about 120. */
export const maxLineLength = 200;

/** C0 and C1 controls except tab and line feed, and the separators U+2028/2029 that end a line in some programs and not in others. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029]/g;
/** Embeddings, overrides and isolates: they can make a name read as another one. Direction comes from `lang` and `dir` instead. */
const bidiControls = /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/g;
/**
 * Byte order marks, soft hyphens, tags, fillers, halves of surrogate pairs and the like: invisible and not part of any
 * name. ZWJ and ZWNJ stay: Persian and Indic need them.
 */
const invisible =
  /\u034F|[\u00AD\u115F\u1160\u180E\u200B\u2060-\u2064\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\uFFFE\uFFFF]|\p{Cs}|[\u{E0000}-\u{E007F}]/gu;
/** More marks on one letter than any writing has: they would cover the lines above and below. */
const heapOfMarks = /\p{Mn}{9}/u;

/** One line: NFC, no controls, no bidi overrides, single spaces. Refused when empty, too long, or with `<` or `>`. */
export function cleanLine(input: string): Result<string, TextProblem> {
  const line = cleanInvisible(input).replace(/\s+/gu, ' ').trim();
  if (!/[^\p{M}\p{Cf}\s]/u.test(line)) return err('textEmpty');
  if (/[<>]/.test(line)) return err('textMarkup');
  if (lengthOf(line) > maxLineLength || heapOfMarks.test(line)) return err('textTooLong');
  return ok(line);
}

/** Paragraphs of a text: separated by empty lines, or by line ends where there is no empty line. Never empty strings. */
export function cleanParagraphs(input: string): readonly string[] {
  const text = cleanInvisible(input.replace(/\r\n?/g, '\n'));
  const blocks = /\n\s*\n/.test(text) ? text.split(/\n\s*\n/) : text.split('\n');
  return blocks.map((block) => block.replace(/\s+/gu, ' ').trim()).filter((block) => block !== '');
}

/** Letters, ignoring case, accents and kinds of apostrophe: for finding and for comparing, never for showing. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[\u2018\u2019\u02BC\u0060\u00B4\u2032]/g, "'")
    .toLowerCase();
}

/** Length as a reader counts: grapheme clusters. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)) length += 1;
  return length;
}

function cleanInvisible(input: string): string {
  return input.replace(controls, ' ').replace(bidiControls, '').replace(invisible, '').normalize('NFC');
}
