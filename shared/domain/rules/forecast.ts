/**
 * The two hours: what podium and floor have used and have left, when each speaker is likely to begin, when the meeting
 * would end, and who is not reached before the wall at which the interpreters leave.
 */
import type { EntryId } from '../../lib/ids.ts';
import { instantToDate } from '../../lib/zoned-time.ts';
import type { Entry, Meeting, Segment } from '../meeting.ts';
import { queue } from '../selectors.ts';
import { elapsedMs, remainingMs, spokenMs } from './clock.ts';

export interface Forecast {
  readonly podium: Budget;
  readonly floor: Budget;
  /** Epoch ms. */
  readonly projectedEndAt: number;
  readonly wallAt: number;
  /** Negative when there is time in hand. */
  readonly overSeconds: number;
  /** Likely start of each entry still to come, in order of speaking. */
  readonly starts: readonly { readonly entryId: EntryId; readonly at: number }[];
  /** Who could not finish before the wall at today's pace. */
  readonly notReached: readonly EntryId[];
  /** (podium - openings - moderator - chair) / panellists; `null` without panellists. */
  readonly sharePerPanellistSeconds: number | null;
}

/** Seconds, changes of speaker not counted. `neededSeconds`: what who is still to come would take. */
export interface Budget {
  readonly budgetSeconds: number;
  readonly usedSeconds: number;
  readonly neededSeconds: number;
  readonly leftSeconds: number;
}

export function forecast(meeting: Meeting, now: number): Forecast {
  const wallAt = wallOf(meeting);
  const waiting = meeting.status === 'closed' ? [] : queue(meeting);
  const change = meeting.changeoverSeconds * 1000;
  let time = startsAtOrNow(meeting, now);
  if (meeting.status === 'closed') time = meeting.closedAt ?? time;
  let somebodyBefore = false;
  for (const floor of [meeting.floor, meeting.interrupted]) {
    if (floor === null) continue;
    time += Math.max(0, remainingMs(floor.clock, now));
    somebodyBefore = true;
  }
  const starts: { entryId: EntryId; at: number }[] = [];
  const notReached: EntryId[] = [];
  for (const entry of waiting) {
    if (somebodyBefore) time += change;
    somebodyBefore = true;
    starts.push({ entryId: entry.id, at: time });
    time += entry.limitSeconds * 1000;
    if (time > wallAt) notReached.push(entry.id);
  }
  return {
    podium: budgetOf(meeting, 'podium', now),
    floor: budgetOf(meeting, 'floor', now),
    projectedEndAt: time,
    wallAt,
    overSeconds: Math.round((time - wallAt) / 1000),
    starts,
    notReached,
    sharePerPanellistSeconds: sharePerPanellist(meeting, now),
  };
}

/** Before the start: the planned time, or now when the day has come and the time has passed. */
function startsAtOrNow(meeting: Meeting, now: number): number {
  if (meeting.startedAt !== null) return Math.max(now, meeting.startedAt);
  const isToday = instantToDate(now, meeting.timeZone) === meeting.date;
  return isToday ? Math.max(now, meeting.plannedStartAt) : meeting.plannedStartAt;
}

/**
 * The planned end. When the meeting runs on another day than planned (a rehearsal), the wall stands as long after the
 * actual start as it was planned to.
 */
export function wallOf(meeting: Meeting): number {
  const started = meeting.startedAt;
  if (started === null || instantToDate(started, meeting.timeZone) === meeting.date) return meeting.hardEndAt;
  return started + meeting.hardEndAt - meeting.plannedStartAt;
}

/** Is it run on another day than planned? */
export function isRehearsal(meeting: Meeting): boolean {
  return meeting.startedAt !== null && instantToDate(meeting.startedAt, meeting.timeZone) !== meeting.date;
}

function budgetOf(meeting: Meeting, part: Segment['part'], now: number): Budget {
  const segments = meeting.segments.filter((segment) => segment.part === part);
  const inside = new Set(segments.map((segment) => segment.id));
  const entries = meeting.entries.filter((entry) => inside.has(entry.segmentId));
  const budgetSeconds = segments.reduce((sum, segment) => sum + segment.budgetSeconds, 0);
  const usedSeconds = Math.round(entries.reduce((sum, entry) => sum + usedMs(meeting, entry, now), 0) / 1000);
  const neededSeconds = Math.round(entries.reduce((sum, entry) => sum + neededMs(meeting, entry, now), 0) / 1000);
  return { budgetSeconds, usedSeconds, neededSeconds, leftSeconds: budgetSeconds - usedSeconds };
}

function usedMs(meeting: Meeting, entry: Entry, now: number): number {
  const floor = [meeting.floor, meeting.interrupted].find((candidate) => candidate?.entryId === entry.id);
  if (floor) return elapsedMs(floor.clock, now);
  return entry.spoken === null ? 0 : spokenMs(entry.spoken);
}

function neededMs(meeting: Meeting, entry: Entry, now: number): number {
  const floor = [meeting.floor, meeting.interrupted].find((candidate) => candidate?.entryId === entry.id);
  if (floor) return Math.max(0, remainingMs(floor.clock, now));
  return entry.status === 'listed' || entry.status === 'called' ? entry.limitSeconds * 1000 : 0;
}

function sharePerPanellist(meeting: Meeting, now: number): number | null {
  const podium = meeting.segments.find((segment) => segment.part === 'podium');
  if (podium === undefined) return null;
  const entries = meeting.entries.filter((entry) => entry.segmentId === podium.id && entry.kind === 'statement');
  const panellists = entries.filter((entry) => entry.role === 'panellist' && entry.status !== 'withdrawn');
  if (panellists.length === 0) return null;
  const others = entries.filter((entry) => entry.role !== 'panellist');
  const taken = others.reduce((sum, entry) => sum + usedMs(meeting, entry, now) + neededMs(meeting, entry, now), 0) / 1000;
  return Math.max(0, Math.round((podium.budgetSeconds - taken) / panellists.length));
}
