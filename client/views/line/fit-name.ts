/** A name in the cells that are left. The page's only place where a name may be shortened: a Braille line has 40 cells. */
import type { Person } from '../../../shared/domain/meeting.ts';
import { lengthOf } from '../../../shared/lib/text.ts';

/**
 * Whole if it fits. A person's first names become initials, one after the other, so that the family name, last in most
 * forms, is read whole; a delegation's words are abbreviated from the end: "Russian Fed."
 */
export function fitName(name: string, kind: Person['kind'], cells: number): string {
  if (lengthOf(name) <= cells) return name;
  const words = name.split(' ');
  const shorter = kind === 'person' ? withInitials(words, cells) : withAbbreviations(words, cells);
  return shorter ?? cut(words.at(-1) ?? name, cells);
}

function withInitials(words: readonly string[], cells: number): string | null {
  for (let initials = 1; initials < words.length; initials += 1) {
    const tried = words.map((word, index) => (index < initials ? initialOf(word) : word)).join(' ');
    if (lengthOf(tried) <= cells) return tried;
  }
  const last = words.at(-1) ?? '';
  return lengthOf(last) <= cells ? last : null;
}

/** Shorter than four letters an abbreviation saves nothing and says little. */
const abbreviated = 3;

function withAbbreviations(words: readonly string[], cells: number): string | null {
  for (let kept = words.length - 1; kept >= 0; kept -= 1) {
    const tried = words.map((word, index) =>
      index >= kept && lengthOf(word) > abbreviated + 1 ? `${letters(word).slice(0, abbreviated).join('')}.` : word,
    );
    if (lengthOf(tried.join(' ')) <= cells) return tried.join(' ');
  }
  return null;
}

function initialOf(word: string): string {
  return `${letters(word)[0] ?? ''}.`;
}

function cut(word: string, cells: number): string {
  return lengthOf(word) <= cells ? word : letters(word).slice(0, Math.max(0, cells)).join('');
}

function letters(word: string): readonly string[] {
  return Array.from(new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(word), ({ segment }) => segment);
}
