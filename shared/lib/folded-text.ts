/** Text as it is searched in, with the way back to the letters that stand on the page. */
import { foldForSearch } from './text.ts';

export interface FoldedText {
  readonly text: string;
  /** For each unit of `text`, and one past its end: where in the original it comes from. */
  readonly origin: readonly number[];
}

/** `keep` may drop letters that carry no meaning for finding, such as the Arabic tatweel. */
export function foldWithOrigin(text: string, keep: (folded: string) => string = (folded) => folded): FoldedText {
  let folded = '';
  const origin: number[] = [];
  let at = 0;
  for (const letter of text) {
    const piece = keep(foldLetter(letter));
    for (let unit = 0; unit < piece.length; unit += 1) origin.push(at);
    folded += piece;
    at += letter.length;
  }
  origin.push(at);
  return { text: folded, origin };
}

/** Where a stretch of the folded text ends in the original: marks that folding dropped belong to the letter before them. */
export function endInOriginal({ origin }: FoldedText, end: number, original: string): number {
  const last = origin[end - 1] ?? 0;
  const letter = new RegExp(letterWithMarks);
  letter.lastIndex = last;
  return last + (letter.exec(original)?.[0].length ?? 0);
}

const letterWithMarks = /.\p{Mn}*/suy;

function foldLetter(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80 && code !== 0x60) return code >= 0x41 && code <= 0x5a ? letter.toLowerCase() : letter;
  return foldForSearch(letter);
}
