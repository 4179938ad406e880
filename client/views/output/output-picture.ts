/**
 * What an output page shows: nothing at birth, then only what a live connection says is on air (or armed) now. When in
 * doubt it shows nothing: a missing name harms nobody, an old one does.
 */
import type { CaptionLine, Cue, Meeting, OutputLanguage } from '../../../shared/domain/meeting.ts';

export type Bus = 'program' | 'preview';

export interface Picture {
  readonly line: CaptionLine;
  readonly cueHash: string;
  readonly seq: number;
}

export interface OutputMemory {
  readonly picture: Picture | null;
  /**
   * Highest place in the order of takes and clears (program) or cues (preview) that was seen in this history of the log: older
   * ones never show again. When the store is restored to an older history the numbers begin lower, and count anew.
   */
  readonly highest: number;
  readonly history: number;
}

export interface OutputInput {
  readonly bus: Bus;
  readonly language: OutputLanguage;
  readonly meeting: Meeting | null;
  readonly live: boolean;
  /** Server's time up to which `meeting` is known to be true, ms; `null` = never was. */
  readonly trueUntil: number | null;
  readonly now: number;
  readonly holdMs: number;
  /** Another number: the log that was shown before is no more. Default: it never changes. */
  readonly history?: number;
}

export const blankOutput: OutputMemory = { picture: null, highest: 0, history: 0 };

/** The same reference comes back when nothing changed. */
export function nextOutput(before: OutputMemory, input: OutputInput): OutputMemory {
  const { meeting, history = 0 } = input;
  if (!input.live || meeting === null) return isHeld(input) ? before : without(before);
  const order = orderOf(input.bus, meeting);
  const sameHistory = history === before.history;
  if (sameHistory && order < before.highest) return without(before);
  const picture = pictureOf(input.bus, input.language, meeting);
  if (sameHistory && order === before.highest && isSame(before.picture, picture)) return before;
  return { picture, highest: order, history };
}

function isHeld({ trueUntil, now, holdMs }: OutputInput): boolean {
  return trueUntil !== null && now - trueUntil < holdMs;
}

function without(before: OutputMemory): OutputMemory {
  return before.picture === null ? before : { ...before, picture: null };
}

function orderOf(bus: Bus, meeting: Meeting): number {
  return bus === 'program' ? meeting.captions.seq : meeting.counters.cue;
}

/** A language that the cue lacks stays empty; it never falls back on another. */
function pictureOf(bus: Bus, language: OutputLanguage, meeting: Meeting): Picture | null {
  const { armed, onAir, seq } = meeting.captions;
  const cue: Cue | null = bus === 'program' ? (onAir?.cue ?? null) : armed;
  const line = cue?.lines[language];
  if (cue === null || line === undefined) return null;
  const { name, function: role, language: code, direction, verified } = line;
  return { line: { name, function: role, language: code, direction, verified }, cueHash: cue.hash, seq };
}

/** A hash names the whole content of a cue. */
function isSame(one: Picture | null, other: Picture | null): boolean {
  if (one === null || other === null) return one === other;
  return one.cueHash === other.cueHash && one.seq === other.seq;
}
