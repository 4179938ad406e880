/** Lines of a PDF to paragraphs: what the program that made it knew and did not write down. */
import type { Direction } from './bidi.ts';
import type { PdfLine } from './pdf-lines.ts';
import { withoutRunningHeads } from './running-heads.ts';

/** A gap between lines, against the usual one, that separates paragraphs. Our choice. */
const wideGap = 1.3;
const otherSize = 0.12;
/** A line that ends this part of the width before the margin was not wrapped. */
const shortBy = 0.12;
/** Of the width: less is no column of wrapped lines, but an item of a list. */
const narrowest = 0.4;
/** Sizes of a letter. */
const indent = 0.8;

const sentenceEnd = /[.!?:;؟؛。！？：；…]["'”’»)\]]*$/u;
const itemStart = /^(?:[•‣▪●○◦■□·\u2013\u2014*-]\s|\(?[\p{Nd}]{1,3}[.)]\s|\(?(?:[a-zа-я]|[ivx]{1,4})[.)]\s|[٠-٩]{1,3}[-.)]\s)/u;
const wideLetter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;

export function paragraphsOf(allLines: readonly PdfLine[], direction: Direction): readonly string[] {
  const lines = withoutRunningHeads(allLines, usualGap(allLines));
  const page: Measures = { direction, gap: usualGap(lines), ...columnOf(lines, direction) };
  const hyphens = hyphenRule(lines);
  const paragraphs: string[] = [];
  let last: PdfLine | null = null;
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (last === null || open === undefined || startsParagraph(last, line, page)) paragraphs.push(line.text);
    else paragraphs[paragraphs.length - 1] = joined(open, line.text, hyphens);
    last = line;
  }
  return paragraphs;
}

interface Measures {
  readonly direction: Direction;
  /** Of two lines of one paragraph, in sizes of their letters. */
  readonly gap: number;
  /** Where full lines begin and end, in reading order. */
  readonly start: number;
  readonly end: number;
}

/** Where every paragraph is two lines, half of the gaps are between paragraphs: the usual gap is the smaller of the common ones. */
function usualGap(lines: readonly PdfLine[]): number {
  const gaps = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    return before !== undefined && before.page === line.page && before.y > line.y ? [(before.y - line.y) / Math.max(line.size, 1)] : [];
  });
  return percentile(
    gaps.filter((gap) => gap > 0.8),
    0.3,
  );
}

function columnOf(lines: readonly PdfLine[], direction: Direction): Pick<Measures, 'start' | 'end'> {
  const starts = lines.map((line) => startOf(line, direction));
  const ends = lines.map((line) => endOf(line, direction));
  return { start: percentile(starts, 0.1), end: percentile(ends, 0.9) };
}

function percentile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(Math.max(0, values.length - 1) * part)] ?? 0;
}

function startsParagraph(last: PdfLine, line: PdfLine, page: Measures): boolean {
  if (Math.abs(last.size - line.size) > otherSize * Math.max(last.size, line.size)) return true;
  const isEnd = sentenceEnd.test(last.text);
  const isShort = page.end - endOf(last, page.direction) > shortBy * Math.abs(page.end - page.start);
  const isIndented = startOf(line, page.direction) - startOf(last, page.direction) > line.size * indent;
  const isItem = itemStart.test(line.text);
  if ((isItem || isIndented) && (isEnd || isShort)) return true;
  if (isEnd && isShort) return true;
  if (isShort && isRoomFor(firstWordWidth(line), last, page)) return true;
  const isNextInColumn = last.page === line.page && line.y < last.y;
  // Over the end of a page no gap tells; of the two mistakes, a sentence set apart is the smaller one.
  if (!isNextInColumn && isEnd) return true;
  return isNextInColumn && (last.y - line.y) / Math.max(line.size, 1) > page.gap * wideGap;
}

/** A word that would have gone on the line before was not wrapped: somebody began a new line. A quotation set narrower is no such case. */
function isRoomFor(width: number, last: PdfLine, page: Measures): boolean {
  const isLong = last.right - last.left > narrowest * Math.abs(page.end - page.start);
  const isSetNarrower = isLong && startOf(last, page.direction) - page.start > 2 * last.size;
  return !isSetNarrower && page.end - endOf(last, page.direction) > width + last.size;
}

function firstWordWidth({ text, left, right }: PdfLine): number {
  const word = wideLetter.test(text.slice(0, 1)) ? text.slice(0, 2) : (text.split(' ')[0] ?? text);
  return (word.length / Math.max(1, text.length)) * (right - left);
}

/** Rises in reading order, whichever side that begins on. */
function startOf(line: PdfLine, direction: Direction): number {
  return direction === 'ltr' ? line.left : -line.right;
}

function endOf(line: PdfLine, direction: Direction): number {
  return direction === 'ltr' ? line.right : -line.left;
}

interface HyphenRule {
  /** Whether the hyphen at the end of a line was put there by the program that broke it. */
  isAdded(before: string, after: string): boolean;
}

/** Word breaks lines only at hyphens that were written; programs that divide words do it on many lines. Our choice: 4 in 100. */
const dividesWords = 0.04;

function hyphenRule(lines: readonly PdfLine[]): HyphenRule {
  const words = new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{M}-]+/gu) ?? []));
  const divided = lines.filter(({ text }) => /\p{Ll}[-\u2010]$/u.test(text)).length / Math.max(1, lines.length);
  return {
    isAdded(before, after) {
      const [left, right] = [before.toLowerCase(), after.toLowerCase()];
      if (words.has(left + right)) return true;
      return divided > dividesWords && !words.has(`${left}-${right}`);
    },
  };
}

function joined(before: string, after: string, hyphens: HyphenRule): string {
  if (before.endsWith('\u00AD')) return before.slice(0, -1) + after;
  const left = /([\p{L}\p{M}]+)[-\u2010]$/u.exec(before)?.[1];
  const right = /^\p{Ll}[\p{L}\p{M}]*/u.exec(after)?.[0];
  if (left !== undefined && right !== undefined) return (hyphens.isAdded(left, right) ? before.slice(0, -1) : before) + after;
  const isWide = wideLetter.test(before.slice(-1)) && wideLetter.test(after.slice(0, 1));
  // Document symbols, and the two names of an Arabic month, are wrapped after a stroke.
  const isStroke = /\S\/$/.test(before);
  return isWide || isStroke ? before + after : `${before} ${after}`;
}

/** Of most letters, so that a quotation does not turn the document. */
export function directionOfText(text: string): Direction {
  const rightToLeft = text.match(/[\p{Script=Arabic}\p{Script=Hebrew}]/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return rightToLeft > letters / 2 ? 'rtl' : 'ltr';
}
