/** The place that all booths share, seen in one language version. The place is a number of a paragraph, as delegates refer to it. */
import type { Script, ScriptText } from '../meeting.ts';

export interface PlaceInText {
  /** Index into the paragraphs of this version. */
  readonly index: number;
  /**
   * `same`: every version has as many paragraphs, so the numbers mean the same. `about`: they do not, and the number may stand
   * at other words. `behindEnd`: this version has no such paragraph, `index` is its last.
   */
  readonly certainty: 'same' | 'about' | 'behindEnd';
}

/** @returns `null` while nobody has said where the speaker is */
export function placeInText(script: Script, text: ScriptText): PlaceInText | null {
  if (script.position === null) return null;
  const count = text.paragraphs.length;
  const { paragraph } = script.position;
  if (paragraph >= count) return { index: count - 1, certainty: 'behindEnd' };
  return { index: paragraph, certainty: script.texts.every((other) => other.paragraphs.length === count) ? 'same' : 'about' };
}

/** The paragraph so many further than `from`; `null` is before the first. Ends where the longest version ends. */
export function paragraphFurther(script: Script, from: number | null, by: number): number {
  const longest = Math.max(...script.texts.map((text) => text.paragraphs.length));
  return Math.min(Math.max(0, (from ?? -1) + by), longest - 1);
}
