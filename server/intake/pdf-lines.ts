/** The pieces of text on a page of a PDF, put together to lines. */
import { clustersOf, type Direction, hasRightToLeft, reorder } from './bidi.ts';
import { withoutPresentationForms } from './presentation-forms.ts';

/** As pdf.js gives it. Lengths are points; y rises from the bottom of the page. */
export interface TextPiece {
  readonly text: string;
  readonly direction: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Size of the letters; 0 for spaces that pdf.js has put in. */
  readonly size: number;
}

export interface PdfLine {
  readonly text: string;
  readonly page: number;
  /** From the bottom of the page, as a part of its height. */
  readonly height: number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly size: number;
}

export interface PdfPage {
  readonly number: number;
  readonly height: number;
  readonly pieces: readonly TextPiece[];
}

/** Parts of the size of a letter. Our choice, from PDFs of Chromium, LibreOffice and Word. */
const sameLine = 0.5;
const sameWord = 0.15;
const touching = 0.3;

/** In the order in which the page draws them. `document`: the direction of most of the document's letters. */
export function linesOf(page: PdfPage, document: Direction): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  for (const pieces of splitLines(page.pieces)) {
    const text = withoutPresentationForms(lineText(pieces, document)).trim();
    if (text === '') continue;
    const visible = pieces.filter((piece) => piece.text.trim() !== '');
    lines.push({
      text,
      page: page.number,
      y: median(visible.map(({ y }) => y)),
      height: median(visible.map(({ y }) => y)) / page.height,
      left: visible.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY),
      right: visible.reduce((most, { x, width }) => Math.max(most, x + width), 0),
      size: median(visible.map(({ size }) => size).filter((size) => size > 0)),
    });
  }
  return lines;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function splitLines(pieces: readonly TextPiece[]): readonly (readonly TextPiece[])[] {
  const lines: TextPiece[][] = [];
  let line: TextPiece[] = [];
  let baseline = 0;
  let size = 0;
  for (const piece of pieces) {
    if (piece.text === '') continue;
    if (line.length > 0 && Math.abs(piece.y - baseline) > sameLine * Math.max(size, piece.size)) {
      lines.push(line);
      line = [];
    }
    // A mark above a letter, or the sign of a footnote, stands off the line that it belongs to.
    if (line.length === 0 || piece.size > size) [baseline, size] = [piece.y, piece.size];
    line.push(piece);
  }
  if (line.length > 0) lines.push(line);
  return lines;
}

function lineText(pieces: readonly TextPiece[], document: Direction): string {
  const whole = pieces.map(({ text }) => text).join('');
  return hasRightToLeft(whole) ? reorder(seenClusters(pieces), document, true).join('') : whole;
}

/**
 * From left to right, with a space where there is a gap. The spaces of pdf.js are not used: it takes the place of a vowel sign,
 * and the alef of lam-alef that has no width, for gaps.
 */
function seenClusters(pieces: readonly TextPiece[]): readonly string[] {
  const clusters: string[] = [];
  let end: number | null = null;
  for (const run of runsOf(pieces).toSorted((a, b) => a.left - b.left)) {
    if (end !== null && run.left - end > sameWord * run.size) clusters.push(' ');
    clusters.push(...run.clusters);
    end = run.right;
  }
  return clusters;
}

interface Run {
  readonly clusters: string[];
  readonly left: number;
  right: number;
  size: number;
}

/** Some programs write a line from the left, some word by word from the right. What follows to the right stays together. */
function runsOf(pieces: readonly TextPiece[]): readonly Run[] {
  const runs: Run[] = [];
  for (const { piece, clusters } of withMarksOnLetters(pieces)) {
    const run = runs.at(-1);
    const gap = run === undefined ? Number.POSITIVE_INFINITY : piece.x - run.right;
    if (run === undefined || Math.abs(gap) > touching * Math.max(run.size, piece.size)) {
      runs.push({ clusters: [...clusters], left: piece.x, right: piece.x + piece.width, size: piece.size });
      continue;
    }
    if (gap > sameWord * piece.size) run.clusters.push(' ');
    run.clusters.push(...clusters);
    run.right = Math.max(run.right, piece.x + piece.width);
    run.size = Math.max(run.size, piece.size);
  }
  return runs;
}

interface SeenPiece {
  readonly piece: TextPiece;
  /** From left to right. */
  readonly clusters: string[];
}

/** A program that writes from the left draws a vowel sign before its letter, one that writes from the right after it. */
function withMarksOnLetters(pieces: readonly TextPiece[]): readonly SeenPiece[] {
  const kept: SeenPiece[] = [];
  let waiting = '';
  for (const [index, piece] of pieces.entries()) {
    if (piece.text.trim() === '') continue;
    const marks = /^\s*(\p{M}+)\s*$/u.exec(piece.text)?.[1];
    const last = kept.at(-1);
    if (marks === undefined) {
      const clusters = undonePdfJsOrder(piece);
      const [first = '', ...rest] = clusters;
      kept.push({ piece, clusters: waiting === '' ? [...clusters] : [first + waiting, ...rest] });
      waiting = '';
    } else if (last === undefined || isWrittenFromLeft(last.piece, pieces, index)) waiting += marks;
    else last.clusters[0] = (last.clusters[0] ?? '') + marks;
  }
  return kept;
}

function isWrittenFromLeft(last: TextPiece, pieces: readonly TextPiece[], index: number): boolean {
  const next = pieces.slice(index + 1).find(({ text }) => /[^\s\p{M}]/u.test(text));
  return next !== undefined && next.x >= last.x;
}

/** pdf.js turns each piece by itself, which it cannot know to be a whole line. */
function undonePdfJsOrder({ text, direction }: TextPiece): readonly string[] {
  const clusters = clustersOf(text);
  return hasRightToLeft(text) ? reorder(clusters, direction === 'rtl' ? 'rtl' : 'ltr', false) : clusters;
}
