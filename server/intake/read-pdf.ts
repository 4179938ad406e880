/** Text of a PDF through pdf.js (unpdf). Scans have none. */
import { getDocumentProxy } from 'unpdf';
import { linesOf, type PdfPage, type TextPiece } from './pdf-lines.ts';
import { directionOfText, paragraphsOf } from './pdf-paragraphs.ts';
import { Unreadable } from './unreadable.ts';

export interface PagedText {
  readonly paragraphs: readonly string[];
  readonly pages: number;
}

/** @throws Unreadable fileLocked, fileWithoutText; whatever pdf.js throws at a damaged file */
export async function readPdf(file: Buffer): Promise<PagedText> {
  const pdf = await getDocumentProxy(new Uint8Array(file), { isEvalSupported: false, disableFontFace: true, verbosity: 0 }).catch(
    lockedOrBroken,
  );
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const [, bottom = 0, , top = 0] = page.view;
    const pieces = items.flatMap((item) => ('str' in item ? pieceOf(item, bottom) : []));
    pages.push({ number, height: Math.max(1, top - bottom), pieces });
    page.cleanup();
  }
  const direction = directionOfText(pages.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join(''));
  const paragraphs = paragraphsOf(
    pages.flatMap((page) => linesOf(page, direction)),
    direction,
  );
  if (paragraphs.length === 0) throw new Unreadable('fileWithoutText');
  return { paragraphs, pages: pdf.numPages };
}

interface PdfJsItem {
  readonly str: string;
  readonly dir: string;
  readonly transform: readonly unknown[];
  readonly width: number;
  readonly height: number;
}

/** Nothing for text that does not run along the page: stamps and watermarks across it. */
function pieceOf({ str, dir, transform, width, height }: PdfJsItem, bottom: number): readonly TextPiece[] {
  const [scale, slant, , , x, y] = transform.map(Number);
  if (scale === undefined || slant === undefined || x === undefined || y === undefined) return [];
  if (Math.abs(slant) > Math.abs(scale) * 0.2) return [];
  // NUL is a drawing without a letter.
  return [{ text: str.replaceAll('\0', ''), direction: dir, x, y: y - bottom, width, size: height }];
}

function lockedOrBroken(fault: unknown): never {
  const isLocked = fault instanceof Error && fault.name === 'PasswordException';
  throw new Unreadable(isLocked ? 'fileLocked' : 'fileBroken');
}
