/**
 * How fast a statement has to be read to fit its time, and how fast it is being read: words a minute, in Chinese characters,
 * since Chinese does not part its words. Counted on the text that the booths follow, in the language of that text.
 */
import { isLanguage, type Language, type LanguageCode } from '../../reference/languages.ts';
import type { Clock, Entry, Meeting, PaceLimits, Practice, ReadStretch, ScriptPosition, ScriptText } from '../meeting.ts';
import { floorEntry } from '../selectors.ts';
import { elapsedMs } from './clock.ts';
import { textToFollow } from './statements.ts';

/**
 * English, French, Spanish: guides for speakers count 150 to 167 words a minute, interpreters ask for 100 to 120 (`domain.md` 1.4).
 * Chinese: 100 to 120 English words are 150 to 180 syllables, and a character is a syllable (C. Li, JoSTrans 13, 2010): 1.5 times.
 * Arabic and Russian: our choice, no source found. Articles, prepositions and pronouns are part of the word in Arabic and often
 * no word at all in Russian, so that the same contents has about an eighth fewer words: 0.87 times.
 */
export const usualPaceLimits: Readonly<Record<Language, PaceLimits>> = {
  ar: { amber: 115, red: 130 },
  zh: { amber: 195, red: 225 },
  en: { amber: 130, red: 150 },
  fr: { amber: 130, red: 150 },
  ru: { amber: 115, red: 130 },
  es: { amber: 130, red: 150 },
};

/** What the chief interpreter set, else the usual ones; a language that is not one of the six is taken like English. */
export function paceLimitsOf(practice: Practice, language: LanguageCode): PaceLimits {
  return practice.paceLimits[language] ?? usualPaceLimits[isLanguage(language) ? language : 'en'];
}

export type PaceUnit = 'words' | 'characters';
export type PaceLevel = 'ok' | 'amber' | 'red';

export interface Pace {
  /** Whole words or characters. */
  readonly perMinute: number;
  readonly level: PaceLevel;
}

export interface PlannedPace extends Pace {
  readonly unit: PaceUnit;
  /** Of the whole text. */
  readonly count: number;
}

export interface LivePace {
  readonly unit: PaceUnit;
  /** How fast the text is being read; `null` before the booths have followed it for a while, and off the text. */
  readonly measured: Pace | null;
  /** How fast the rest has to be read to end in time; `null` when that is past, or when nobody has followed the text lately. */
  readonly needed: Pace | null;
}

/** What the text asks of its speaker. `null` without a limit, and in a language that is not counted. */
export function plannedPace(text: ScriptText, limitSeconds: number, practice: Practice): PlannedPace | null {
  const unit = unitOf(text.language);
  if (limitSeconds <= 0 || unit === null) return null;
  const count = countsOf(text).at(-1) ?? 0;
  return { unit, count, ...paceOf(count, limitSeconds * 1000, paceLimitsOf(practice, text.language)) };
}

/** Of the text that the booths follow, in the time on the list; `null` when there is none. */
export function plannedPaceOf(meeting: Meeting, entry: Entry): PlannedPace | null {
  const text = textToFollow(entry, entry.language);
  return text === null ? null : plannedPace(text, entry.limitSeconds, meeting.practice);
}

/** Less than this says nothing about how somebody reads. */
const leastMeasured = { ms: 10_000, count: 15 };

/** A position is old when its paragraph should have been over for so long. */
const oldAfterMs = 30_000;

/** Of the statement on the floor, by its clock; `null` when nobody speaks or there is no text. */
export function livePace(meeting: Meeting, now: number): LivePace | null {
  const { floor } = meeting;
  const entry = floorEntry(meeting);
  const text = floor === null || entry === null ? null : textToFollow(entry, floor.language);
  const unit = text === null ? null : unitOf(text.language);
  if (floor === null || entry === null || text === null || unit === null) return null;
  const { position } = entry.script;
  // A position from before the statement was somebody reading ahead.
  if (position === null || position.at < floor.since) return { unit, measured: null, needed: null };
  const limits = paceLimitsOf(meeting.practice, text.language);
  const measured = position.stretch === undefined ? null : measuredPace(text, position.paragraph, position.stretch, limits);
  const needed = position.mode === 'offScript' ? null : neededPace(text, position, measured, { clock: floor.clock, now, limits });
  return { unit, measured, needed };
}

function measuredPace(text: ScriptText, paragraph: number, { fromParagraph, fromMs, toMs }: ReadStretch, limits: PaceLimits): Pace | null {
  const count = countBefore(text, paragraph) - countBefore(text, fromParagraph);
  const ms = toMs - fromMs;
  return ms >= leastMeasured.ms && count >= leastMeasured.count ? paceOf(count, ms, limits) : null;
}

/** The speaker reads on between two positions: as fast as before, else as planned, and not beyond the paragraph. */
function neededPace(
  text: ScriptText,
  position: ScriptPosition,
  measured: Pace | null,
  { clock, now, limits }: { readonly clock: Clock; readonly now: number; readonly limits: PaceLimits },
): Pace | null {
  const all = countBefore(text, text.paragraphs.length);
  const from = position.mode === 'skipped' ? position.paragraph + 1 : position.paragraph;
  const spokenMs = elapsedMs(clock, now);
  const limitMs = clock.limitSeconds * 1000;
  const perMs = measured === null ? all / Math.max(1, limitMs) : measured.perMinute / 60_000;
  const paragraph = countBefore(text, from + 1) - countBefore(text, from);
  const sinceMs = Math.max(0, spokenMs - (position.stretch?.toMs ?? spokenMs));
  const readOn = Math.min(paragraph, perMs * sinceMs);
  const left = all - countBefore(text, from) - readOn;
  const isOld = (sinceMs - oldAfterMs) * perMs > paragraph;
  return isOld || left < 1 || spokenMs >= limitMs ? null : paceOf(left, limitMs - spokenMs, limits);
}

function paceOf(count: number, ms: number, limits: PaceLimits): Pace {
  const perMinute = Math.round((count * 60_000) / ms);
  return { perMinute, level: paceLevel(perMinute, limits) };
}

/** These do not part their words either, and no limits are known for them: rather nothing than a number that misleads. */
const uncounted: ReadonlySet<string> = new Set(['ja', 'km', 'lo', 'my', 'th']);

function unitOf(language: LanguageCode): PaceUnit | null {
  const plain = language.split('-')[0] ?? language;
  if (uncounted.has(plain)) return null;
  return plain === 'zh' ? 'characters' : 'words';
}

interface Counted {
  readonly language: LanguageCode;
  readonly version: number;
  readonly counts: readonly number[];
}

/** A page keeps one object for a text and writes newer versions into it, so what was counted is kept with its version. */
const counted = new WeakMap<ScriptText, Counted>();

function countBefore(text: ScriptText, paragraph: number): number {
  const counts = countsOf(text);
  return counts[Math.min(paragraph, counts.length - 1)] ?? 0;
}

/** Words before each paragraph, then all of them: one more than there are paragraphs. */
function countsOf(text: ScriptText): readonly number[] {
  const known = counted.get(text);
  if (known !== undefined && known.version === text.version && known.language === text.language) return known.counts;
  const count = unitOf(text.language) === 'characters' ? charactersIn : wordsIn;
  const counts = [0];
  for (const paragraph of text.paragraphs) counts.push((counts.at(-1) ?? 0) + count(paragraph));
  counted.set(text, { language: text.language, version: text.version, counts });
  return counts;
}

/** As a word processor counts and guides for speakers mean it: what stands between spaces and has a letter or a figure. */
function wordsIn(paragraph: string): number {
  return paragraph.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** A figure is read as a syllable too: 2030 is four. A name in other letters counts as one. */
function charactersIn(paragraph: string): number {
  const syllable = /[\p{Script=Han}\p{N}]/gu;
  return (paragraph.match(syllable)?.length ?? 0) + wordsIn(paragraph.replace(syllable, ' '));
}

/** At a limit counts as over it. */
function paceLevel(perMinute: number, limits: PaceLimits): PaceLevel {
  if (perMinute >= limits.red) return 'red';
  return perMinute >= limits.amber ? 'amber' : 'ok';
}
