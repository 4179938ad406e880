/** What the browser made of a lower third: how many lines, how wide. Pure, from rectangles. */

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Two lines each are planned for; a third means that somebody should give a shorter form. */
export type Fit = 'fits' | 'overfull';

const mostLines = 2;

/** Pieces of text on one line share most of their height, whatever their fonts. */
export function countLines(boxes: readonly Box[]): number {
  let lines = 0;
  let middleOfLine = Number.NEGATIVE_INFINITY;
  let heightOfLine = 0;
  for (const box of boxes.filter(isVisible).toSorted((one, other) => one.top - other.top)) {
    const middle = (box.top + box.bottom) / 2;
    if (middle - middleOfLine <= heightOfLine / 2) continue;
    lines += 1;
    middleOfLine = middle;
    heightOfLine = box.bottom - box.top;
  }
  return lines;
}

/** From the leftmost to the rightmost point of any line. */
export function widthOf(boxes: readonly Box[]): number {
  const visible = boxes.filter(isVisible);
  if (visible.length === 0) return 0;
  return Math.max(...visible.map((box) => box.right)) - Math.min(...visible.map((box) => box.left));
}

export function fitOf(lines: { readonly name: number; readonly function: number }): Fit {
  return lines.name > mostLines || lines.function > mostLines ? 'overfull' : 'fits';
}

function isVisible(box: Box): boolean {
  return box.right > box.left && box.bottom > box.top;
}
