/** Running heads and page numbers of a PDF: they would be read out in the middle of a sentence. */
import type { PdfLine } from './pdf-lines.ts';

/** Where they stand, as parts of the height of the page, and how far from the text, against the usual gap between lines. Our choice. */
const margin = { top: 0.88, bottom: 0.12 };
const awayFromText = 1.4;
const mostLines = 4;

const pageNumber =
  /^[-–—\s|]*(?:p(?:age|ágina|\.)?|стр(?:\.|аница)?|الصفحة|صفحة|第)?\s*[\p{Nd}ivxlc]{1,5}\s*(?:页|頁)?\s*(?:(?:\/|of|de|sur|из|من)\s*\p{Nd}{1,5})?[-–—\s|]*$/iu;

/**
 * What goes: in the margin and away from the text, the same words, page numbers aside, on half of the pages; and page numbers.
 * A head that stays, on a paper of one page, comes first: some programs draw it last.
 *
 * @param usualGap of two lines of one paragraph, in sizes of their letters
 */
export function withoutRunningHeads(lines: readonly PdfLine[], usualGap: number): readonly PdfLine[] {
  const pages = byPage(lines);
  const heads = new Map(pages.map((page) => [page, headsOf(page, usualGap)] as const));
  const seenOn = new Map<string, number>();
  for (const page of pages) {
    for (const shape of new Set([...(heads.get(page) ?? [])].map(shapeOf))) seenOn.set(shape, (seenOn.get(shape) ?? 0) + 1);
  }
  const oftenEnough = Math.max(2, pages.length / 2);
  return pages.flatMap((page) => {
    const candidates = heads.get(page) ?? new Set();
    const kept = page.filter((line) => {
      if (!candidates.has(line)) return true;
      return !pageNumber.test(line.text) && (seenOn.get(shapeOf(line)) ?? 0) < oftenEnough;
    });
    const isHead = (line: PdfLine) => candidates.has(line) && line.height > margin.top;
    return [...kept.filter(isHead), ...kept.filter((line) => !isHead(line))];
  });
}

function byPage(lines: readonly PdfLine[]): readonly (readonly PdfLine[])[] {
  const pages = new Map<number, PdfLine[]>();
  for (const line of lines) {
    const page = pages.get(line.page);
    if (page === undefined) pages.set(line.page, [line]);
    else page.push(line);
  }
  return [...pages.values()];
}

/** From both edges inwards, up to the first wide gap. */
function headsOf(page: readonly PdfLine[], usualGap: number): ReadonlySet<PdfLine> {
  const fromTop = page.toSorted((a, b) => b.y - a.y);
  return new Set([
    ...edge(fromTop, usualGap).filter(({ height }) => height > margin.top),
    ...edge(fromTop.toReversed(), usualGap).filter(({ height }) => height < margin.bottom),
  ]);
}

function edge(lines: readonly PdfLine[], usualGap: number): readonly PdfLine[] {
  const end = lines.findIndex((line, index) => {
    const next = lines[index + 1];
    return next === undefined || Math.abs(line.y - next.y) > usualGap * awayFromText * Math.max(line.size, next.size);
  });
  return end < mostLines ? lines.slice(0, end + 1) : [];
}

/** Left and right pages carry the same head in two places, so its place does not count. */
function shapeOf({ text }: PdfLine): string {
  return text.replace(/\p{Nd}+/gu, '#');
}
