/** Moves on the list by key, button and finger: all become "before whom", as the command says it. */
import { entryById, isWaiting } from '../../../shared/domain/entries.ts';
import type { Entry, Meeting } from '../../../shared/domain/meeting.ts';
import type { EntryId } from '../../../shared/lib/ids.ts';
import { listOrder } from './list-rows.ts';

/** Without `beforeId`: to the end of its own segment. */
export interface Move {
  readonly entryId: EntryId;
  readonly beforeId?: EntryId;
}

/** One place earlier, into the segment before where that is the next place. `null` = it cannot go further. */
export function moveUp(meeting: Meeting, entryId: EntryId): Move | null {
  const waiting = waitingInOrder(meeting);
  const index = waiting.findIndex((entry) => entry.id === entryId);
  const before = waiting[index - 1];
  return index < 1 || before === undefined ? null : { entryId, beforeId: before.id };
}

/** One place later; over the end of a segment to the head of the next one that has somebody waiting. */
export function moveDown(meeting: Meeting, entryId: EntryId): Move | null {
  const waiting = waitingInOrder(meeting);
  const index = waiting.findIndex((entry) => entry.id === entryId);
  const [entry, next, afterNext] = [waiting[index], waiting[index + 1], waiting[index + 2]];
  if (entry === undefined || next === undefined) return null;
  if (next.segmentId !== entry.segmentId) return { entryId, beforeId: next.id };
  return afterNext?.segmentId === entry.segmentId ? { entryId, beforeId: afterNext.id } : { entryId };
}

/** Dropped on a row: in its upper half before it, in its lower half behind it. `null` = nothing would change, or it may not. */
export function dropOn(meeting: Meeting, entryId: EntryId, overId: EntryId, half: 'upper' | 'lower'): Move | null {
  const [entry, over] = [entryById(meeting, entryId), entryById(meeting, overId)];
  if (entry === null || over === null || entry.id === over.id || !isWaiting(entry)) return null;
  const waiting = waitingInOrder(meeting);
  if (half === 'upper' || !isWaiting(over))
    return isWaiting(over) ? unlessThere(waiting, { entryId, beforeId: over.id }) : behindWhoSpoke(waiting, entry, over, meeting);
  const behind = waiting[waiting.indexOf(over) + 1];
  if (behind?.segmentId === over.segmentId) return unlessThere(waiting, { entryId, beforeId: behind.id });
  // The command knows the end of the entry's own segment only.
  return over.segmentId === entry.segmentId ? unlessThere(waiting, { entryId }) : unlessThere(waiting, { entryId, beforeId: over.id });
}

/** Nobody can be placed among those who have spoken: the first place that is left is meant. */
function behindWhoSpoke(waiting: readonly Entry[], entry: Entry, over: Entry, meeting: Meeting): Move | null {
  const order = listOrder(meeting);
  const first = waiting.find((other) => other.id !== entry.id && order.indexOf(other.id) > order.indexOf(over.id));
  return first === undefined ? null : unlessThere(waiting, { entryId: entry.id, beforeId: first.id });
}

function unlessThere(waiting: readonly Entry[], move: Move): Move | null {
  const index = waiting.findIndex((entry) => entry.id === move.entryId);
  const [entry, next] = [waiting[index], waiting[index + 1]];
  if (move.beforeId === move.entryId) return null;
  if (move.beforeId !== undefined) return next?.id === move.beforeId && next.segmentId === entry?.segmentId ? null : move;
  return next?.segmentId === entry?.segmentId ? move : null;
}

function waitingInOrder(meeting: Meeting): readonly Entry[] {
  return listOrder(meeting).flatMap((id) => {
    const entry = entryById(meeting, id);
    return entry !== null && isWaiting(entry) ? [entry] : [];
  });
}
