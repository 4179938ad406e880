/** The list of speakers as the chair's assistant reads it: blocks of rows, and what each row says about its state. */
import { entryById, isWaiting } from '../../../shared/domain/entries.ts';
import type { Entry, LateChange, Meeting, Person, Rank, Segment } from '../../../shared/domain/meeting.ts';
import { captionState, isStale } from '../../../shared/domain/rules/captions.ts';
import { spokenMs } from '../../../shared/domain/rules/clock.ts';
import type { Forecast } from '../../../shared/domain/rules/forecast.ts';
import { latestChangeOf, notYetSeenBy } from '../../../shared/domain/rules/late-changes.ts';
import type { EntryId, SegmentId } from '../../../shared/lib/ids.ts';
import type { Tone } from '../../ui/chip.tsx';

/** In the order of the list. */
export function entryIdsOf(meeting: Meeting, segmentId: SegmentId): readonly EntryId[] {
  return meeting.entries.filter((entry) => entry.segmentId === segmentId).map((entry) => entry.id);
}

/** Entries in the order in which they stand on the page. */
export function listOrder(meeting: Meeting): readonly EntryId[] {
  return meeting.segments.flatMap((segment) => entryIdsOf(meeting, segment.id));
}

const ranks: readonly Rank[] = ['dignitary', 'group', 'state', 'igo', 'nhri', 'ngo'];

export interface BlockHead {
  /** Places per rank, in the order of speaking. */
  readonly quota: readonly { readonly rank: Rank; readonly places: number }[];
  /** How many are inscribed beyond the places there are; never negative. */
  readonly beyondQuota: number;
  /** The limit that all have in common, seconds; `null` when they differ or nobody is there. */
  readonly limitSeconds: number | null;
  /** Some of its entries were made up for the sample. */
  readonly illustrative: boolean;
}

export function blockHead(meeting: Meeting, segment: Segment): BlockHead {
  const entries = meeting.entries.filter((entry) => entry.segmentId === segment.id && entry.kind === 'statement');
  const taken = entries.filter((entry) => entry.status !== 'withdrawn').length;
  const quota = segment.quota ?? {};
  const places = ranks.reduce((sum, rank) => sum + (quota[rank] ?? 0), 0);
  const limits = new Set(entries.map((entry) => entry.limitSeconds));
  const [limit] = limits;
  return {
    quota: ranks.flatMap((rank) => {
      const count = quota[rank];
      return count === undefined ? [] : [{ rank, places: count }];
    }),
    beyondQuota: segment.quota === null ? 0 : Math.max(0, taken - places),
    limitSeconds: limits.size === 1 ? (limit ?? null) : null,
    illustrative: entries.some((entry) => entry.illustrative),
  };
}

export type LowerThird =
  | { readonly kind: 'onAir' | 'armed' | 'stale' | 'ready' }
  | { readonly kind: 'partly'; readonly verified: number; readonly of: number };

/** `null` once the statement is over and its name is off. */
export function lowerThirdOf(meeting: Meeting, entry: Entry): LowerThird | null {
  const { armed, onAir, required } = meeting.captions;
  if (onAir?.cue.entryId === entry.id) return { kind: 'onAir' };
  if (armed?.entryId === entry.id) return { kind: isStale(meeting) ? 'stale' : 'armed' };
  if (!isWaiting(entry) && entry.status !== 'speaking') return null;
  const person = announcedPerson(meeting, entry);
  const verified = required.filter((language) => person !== null && captionState(person, language) === 'verified').length;
  return verified === required.length ? { kind: 'ready' } : { kind: 'partly', verified, of: required.length };
}

/** Whose name goes on air: the one who has the floor, else the first of the entry. */
function announcedPerson(meeting: Meeting, entry: Entry): Person | null {
  const floor = meeting.floor;
  const speaking = floor?.entryId === entry.id ? entry.persons.find((person) => person.id === floor.personId) : undefined;
  return speaking ?? entry.persons[0] ?? null;
}

export type RowState =
  /** Seconds left, counted down on the screen. */
  | { readonly kind: 'speaking' }
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'spoke'; readonly seconds: number }
  | { readonly kind: 'called' | 'absent' | 'withdrawn' | 'replaced' | 'notReached' }
  /** Could not finish before the interpreters leave. */
  | { readonly kind: 'afterTheWall' };

export function rowState(meeting: Meeting, entry: Entry, forecast: Pick<Forecast, 'notReached'>): RowState | null {
  if (meeting.floor?.entryId === entry.id) return { kind: 'speaking' };
  if (meeting.interrupted?.entryId === entry.id) return { kind: 'interrupted' };
  switch (entry.status) {
    case 'done':
      return entry.spoken === null ? null : { kind: 'spoke', seconds: spokenMs(entry.spoken) / 1000 };
    case 'called':
    case 'absent':
    case 'withdrawn':
    case 'replaced':
    case 'notReached':
      return { kind: entry.status };
    default:
      return forecast.notReached.includes(entry.id) ? { kind: 'afterTheWall' } : null;
  }
}

export interface SeenCount {
  readonly seen: number;
  readonly of: number;
  /** Somebody near enough has still to see it. */
  readonly owed: boolean;
}

/** Of the entry's latest change that somebody has to see; `null` without one. */
export function seenCountOf(meeting: Meeting, entryId: EntryId): SeenCount | null {
  const change = latestChangeOf(meeting, entryId);
  return change === null ? goneButOwed(meeting, entryId) : countSeen(meeting, change);
}

function goneButOwed(meeting: Meeting, entryId: EntryId): SeenCount | null {
  const change = meeting.changes.findLast((other) => other.entryId === entryId && notYetSeenBy(meeting, other).length > 0);
  return change === undefined ? null : countSeen(meeting, change);
}

export function countSeen(meeting: Meeting, change: LateChange): SeenCount | null {
  if (change.mustSee.length === 0) return null;
  const seen = change.mustSee.filter((station) => change.seen[station] !== undefined).length;
  return { seen, of: change.mustSee.length, owed: notYetSeenBy(meeting, change).length > 0 };
}

/** Red for who has the floor, amber for who was changed and is not seen by all. */
export function rowTone(meeting: Meeting, entryId: EntryId): Tone | undefined {
  if (meeting.floor?.entryId === entryId) return 'air';
  return seenCountOf(meeting, entryId)?.owed === true ? 'warn' : undefined;
}

/** When somebody began, begins, or is likely to begin; `null` when nobody can say. */
export function beginsAt(meeting: Meeting, entryId: EntryId, forecast: Pick<Forecast, 'starts'>): number | null {
  const likely = forecast.starts.find((start) => start.entryId === entryId);
  if (likely !== undefined) return likely.at;
  return entryById(meeting, entryId)?.spoken?.startedAt ?? null;
}
