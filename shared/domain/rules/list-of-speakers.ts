/** The order of the list: who is inscribed where, who moves, who leaves and who comes back. */
import type { EntryId, SegmentId } from '../../lib/ids.ts';
import { ok, type Result } from '../../lib/result.ts';
import type { Command } from '../commands.ts';
import { entryById, isWaiting } from '../entries.ts';
import type { Fact } from '../events.ts';
import type { Entry, Meeting, Rank } from '../meeting.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { distanceOf, floorEntry, nextEntry, numberOf } from '../selectors.ts';
import { cleanOptional, defaultLimitSeconds, inscribe } from './inscription.ts';
import { changeOf, noteChange } from './late-changes.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type Decision = Result<readonly Fact[], Refusal>;

/** Right of reply: 3 minutes is common at the Council, unconfirmed (`domain.md` 2.4), so the entry may say otherwise. */
const rightOfReplySeconds = 180;

/** Order inside a slot (`domain.md` 2.2): dignitaries and groups first, then States, organisations, NHRIs, NGOs. */
const rankOrder: readonly Rank[] = ['dignitary', 'group', 'state', 'igo', 'nhri', 'ngo'];

export function insertEntry(meeting: Meeting, command: Of<'insertEntry'>): Decision {
  if (!meeting.listOpen) return refuse('listClosed');
  const place = placeFor(meeting, command.entry.segmentId, command.entry.rank, command.beforeId);
  if (!place.ok) return place;
  const { segmentId, beforeId } = place.value;
  const entry = inscribe(meeting, command.entry, { segmentId, kind: 'statement', limitSeconds: usualLimit(meeting, segmentId) });
  if (!entry.ok) return entry;
  return ok([{ type: 'entryInserted', entry: entry.value, beforeId }, noteInserted(meeting, entry.value, beforeId)]);
}

/** At the end of the meeting, also on a closed list. */
export function requestRightOfReply(meeting: Meeting, command: Of<'requestRightOfReply'>): Decision {
  const segment = meeting.segments.at(-1);
  if (segment === undefined) return refuse('segmentUnknown');
  const entry = inscribe(meeting, command.entry, { segmentId: segment.id, kind: 'rightOfReply', limitSeconds: rightOfReplySeconds });
  if (!entry.ok) return entry;
  return ok([{ type: 'entryInserted', entry: entry.value, beforeId: null }, noteInserted(meeting, entry.value, null)]);
}

export function moveEntry(meeting: Meeting, command: Of<'moveEntry'>): Decision {
  const entry = waitingEntry(meeting, command.entryId);
  if (!entry.ok) return entry;
  const reason = cleanOptional(command.reason, 'reason');
  if (!reason.ok) return reason;
  let segmentId = entry.value.segmentId;
  if (command.beforeId !== undefined) {
    if (command.beforeId === command.entryId) return refuse('sameEntry');
    const before = entryById(meeting, command.beforeId);
    if (before === null) return refuse('entryUnknown');
    if (!isWaiting(before)) return refuse('movedBeforeSpoken', { current: before.status });
    segmentId = before.segmentId;
  }
  const from = numberOf(meeting, entry.value.id);
  const to = numberAfterMove(meeting, entry.value, segmentId, command.beforeId ?? null);
  const beforeId = command.beforeId ?? null;
  const moved: Fact = { type: 'entryMoved', entryId: entry.value.id, segmentId, beforeId, reason: reason.value ?? null };
  // Put down where it was: nobody has to be told.
  if (from === to && entry.value.status !== 'called') return ok([moved]);
  // The nearer of the two places decides how urgent it is.
  const distance = nearest(distanceOf(meeting, entry.value.id), distanceOfPlace(meeting, { segmentId, beforeId, entryId: entry.value.id }));
  const words = { before: String(from), after: String(to) };
  return ok([moved, noteChange(meeting, { ...changeOf(meeting, entry.value.id, 'moved', words), distance }, 0)]);
}

export function swapEntries(meeting: Meeting, command: Of<'swapEntries'>): Decision {
  if (command.entryId === command.withId) return refuse('sameEntry');
  const one = waitingEntry(meeting, command.entryId);
  if (!one.ok) return one;
  const other = waitingEntry(meeting, command.withId);
  if (!other.ok) return other;
  const reason = cleanOptional(command.reason, 'reason');
  if (!reason.ok) return reason;
  const [placeOfOne, placeOfOther] = [numberOf(meeting, one.value.id), numberOf(meeting, other.value.id)];
  const distance = nearest(distanceOf(meeting, one.value.id), distanceOf(meeting, other.value.id));
  const note = (entry: Entry, from: number, to: number, already: number) =>
    noteChange(meeting, { ...changeOf(meeting, entry.id, 'swapped', { before: String(from), after: String(to) }), distance }, already);
  return ok([
    { type: 'entriesSwapped', entryId: one.value.id, withId: other.value.id, reason: reason.value ?? null },
    note(one.value, placeOfOne, placeOfOther, 0),
    note(other.value, placeOfOther, placeOfOne, 1),
  ]);
}

export function withdrawEntry(meeting: Meeting, command: Of<'withdrawEntry'>): Decision {
  const entry = waitingEntry(meeting, command.entryId);
  if (!entry.ok) return entry;
  const reason = cleanOptional(command.reason, 'reason');
  if (!reason.ok) return reason;
  return ok([
    { type: 'entryWithdrawn', entryId: entry.value.id, reason: reason.value ?? null },
    noteChange(meeting, changeOf(meeting, entry.value.id, 'withdrawn', { before: null, after: null }), 0),
  ]);
}

export function markAbsent(meeting: Meeting, command: Of<'markAbsent'>): Decision {
  const entry = waitingEntry(meeting, command.entryId);
  if (!entry.ok) return entry;
  return ok([
    { type: 'entryMarkedAbsent', entryId: entry.value.id },
    noteChange(meeting, changeOf(meeting, entry.value.id, 'absent', { before: null, after: null }), 0),
  ]);
}

/** To the end of its own segment, or of the present one when its own has passed. */
export function restoreEntry(meeting: Meeting, command: Of<'restoreEntry'>): Decision {
  const entry = entryById(meeting, command.entryId);
  if (entry === null) return refuse('entryUnknown');
  if (entry.status !== 'absent' && entry.status !== 'withdrawn') return refuse('entryNotAway', { current: entry.status });
  const segmentId = isPassed(meeting, entry.segmentId) ? presentSegment(meeting) : entry.segmentId;
  const distance = distanceOfPlace(meeting, { segmentId, beforeId: null, entryId: entry.id });
  return ok([
    { type: 'entryRestored', entryId: entry.id, segmentId },
    noteChange(meeting, { ...changeOf(meeting, entry.id, 'restored', { before: null, after: null }), distance }, 0),
  ]);
}

export function closeList(meeting: Meeting): Decision {
  return meeting.listOpen ? ok([{ type: 'listClosed' }]) : refuse('listClosed');
}

export function openList(meeting: Meeting): Decision {
  return meeting.listOpen ? refuse('listOpen') : ok([{ type: 'listOpened' }]);
}

/** Shorter time for the floor speakers from `from` on; who has less already keeps it. */
export function cutTime(meeting: Meeting, command: Of<'cutTime'>): Decision {
  const first = waitingEntry(meeting, command.from);
  if (!first.ok) return first;
  const floorSegments = new Set(meeting.segments.filter((segment) => segment.part === 'floor').map((segment) => segment.id));
  const cut = meeting.entries
    .slice(meeting.entries.findIndex((entry) => entry.id === first.value.id))
    .filter((entry) => isWaiting(entry) && floorSegments.has(entry.segmentId) && entry.limitSeconds > command.seconds);
  const timeCut: Fact = { type: 'timeCut', seconds: command.seconds, entryIds: cut.map((entry) => entry.id) };
  const [head] = cut;
  if (head === undefined) return ok([timeCut]);
  const words = { before: String(head.limitSeconds), after: String(command.seconds) };
  return ok([timeCut, noteChange(meeting, changeOf(meeting, head.id, 'slotCut', words), 0)]);
}

/** The segment of who speaks, else of who is next, else the last one. */
export function presentSegment(meeting: Meeting): SegmentId {
  return (floorEntry(meeting) ?? nextEntry(meeting))?.segmentId ?? meeting.segments.at(-1)?.id ?? '';
}

export function waitingEntry(meeting: Meeting, entryId: EntryId): Result<Entry, Refusal> {
  const entry = entryById(meeting, entryId);
  if (entry === null) return refuse('entryUnknown');
  if (entry.status === 'speaking') return refuse('entrySpeaking');
  return isWaiting(entry) ? ok(entry) : refuse('entryNotWaiting', { current: entry.status });
}

function placeFor(
  meeting: Meeting,
  segmentId: SegmentId | undefined,
  rank: Rank,
  beforeId: EntryId | undefined,
): Result<{ segmentId: SegmentId; beforeId: EntryId | null }, Refusal> {
  if (beforeId !== undefined) {
    const before = entryById(meeting, beforeId);
    if (before === null) return refuse('entryUnknown');
    if (!isWaiting(before)) return refuse('movedBeforeSpoken', { current: before.status });
    return ok({ segmentId: before.segmentId, beforeId });
  }
  const target = segmentId ?? presentSegment(meeting);
  if (!meeting.segments.some((segment) => segment.id === target)) return refuse('segmentUnknown');
  // The first one still waiting whose rank comes later; so a dignitary goes to the head of what is left of the slot.
  const later = meeting.entries.find(
    (entry) => entry.segmentId === target && isWaiting(entry) && rankOrder.indexOf(entry.rank) > rankOrder.indexOf(rank),
  );
  return ok({ segmentId: target, beforeId: later?.id ?? null });
}

function noteInserted(meeting: Meeting, entry: Entry, beforeId: EntryId | null): Fact {
  return noteChange(
    meeting,
    {
      kind: 'inserted',
      entryId: entry.id,
      distance: distanceOfPlace(meeting, { segmentId: entry.segmentId, beforeId, entryId: entry.id }),
      subject: entry.persons[0]?.name ?? '',
      before: null,
      after: null,
    },
    0,
  );
}

function usualLimit(meeting: Meeting, segmentId: SegmentId): number {
  return meeting.entries.find((entry) => entry.segmentId === segmentId && isWaiting(entry))?.limitSeconds ?? defaultLimitSeconds;
}

interface Place {
  readonly segmentId: SegmentId;
  /** `null` = the end of the segment. */
  readonly beforeId: EntryId | null;
  /** Who goes there, and is not counted. */
  readonly entryId: EntryId;
}

/** Distance that the entry will have in that place: after who is called and after the listed ones who stand before it. */
function distanceOfPlace(meeting: Meeting, place: Place): number {
  const others = meeting.entries.filter((other) => other.id !== place.entryId);
  const at = others.findIndex((other) => other.id === place.beforeId);
  const isBefore = (other: Entry, index: number) =>
    at >= 0 ? index < at : segmentIndex(meeting, other.segmentId) <= segmentIndex(meeting, place.segmentId);
  return others.filter((other, index) => other.status === 'called' || (other.status === 'listed' && isBefore(other, index))).length + 1;
}

function numberAfterMove(meeting: Meeting, entry: Entry, segmentId: SegmentId, beforeId: EntryId | null): number {
  const others = meeting.entries.filter((other) => other.id !== entry.id);
  if (beforeId !== null) return others.findIndex((other) => other.id === beforeId) + 1;
  return others.filter((other) => segmentIndex(meeting, other.segmentId) <= segmentIndex(meeting, segmentId)).length + 1;
}

function nearest(one: number | null, other: number | null): number | null {
  if (one === null) return other;
  return other === null ? one : Math.min(one, other);
}

function segmentIndex(meeting: Meeting, segmentId: SegmentId): number {
  return meeting.segments.findIndex((segment) => segment.id === segmentId);
}

function isPassed(meeting: Meeting, segmentId: SegmentId): boolean {
  return segmentIndex(meeting, segmentId) < segmentIndex(meeting, presentSegment(meeting));
}
