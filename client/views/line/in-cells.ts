/** One line of Braille. */
import { lengthOf } from '../../../shared/lib/text.ts';

/** Of the displays that interpreters carry (`look.md` rule 11). */
export const cells = 40;

/** The parts that are not empty, and of them what there is room for. */
export function inCells(parts: readonly string[], room: number = cells): string {
  const line = joined(parts);
  return lengthOf(line) <= room ? line : [...line].slice(0, room).join('');
}

export function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
