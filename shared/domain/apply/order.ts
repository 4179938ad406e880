/** What facts do to the order of the list. */
import type { EntryId, SegmentId } from '../../lib/ids.ts';
import { entryById } from '../entries.ts';
import type { Entry, EntryStatus, Meeting } from '../meeting.ts';
import { captionEdit } from './entries.ts';
import type { EventOf } from './event-of.ts';

export function inserted(meeting: Meeting, event: EventOf<'entryInserted'>): Meeting {
  return countNew(place(meeting, event.entry, event.beforeId), event.entry);
}

export function moved(meeting: Meeting, event: EventOf<'entryMoved'>): Meeting {
  const entry = entryById(meeting, event.entryId);
  if (entry === null) return meeting;
  const without = { ...meeting, entries: meeting.entries.filter((other) => other.id !== entry.id) };
  return place(without, captionEdit({ ...entry, status: notCalled(entry), segmentId: event.segmentId }, event), event.beforeId);
}

export function swapped(meeting: Meeting, event: EventOf<'entriesSwapped'>): Meeting {
  const one = entryById(meeting, event.entryId);
  const other = entryById(meeting, event.withId);
  if (one === null || other === null) return meeting;
  const entries = meeting.entries.map((entry) => {
    if (entry.id === one.id) return captionEdit({ ...other, status: notCalled(other), segmentId: one.segmentId }, event);
    if (entry.id === other.id) return captionEdit({ ...one, status: notCalled(one), segmentId: other.segmentId }, event);
    return entry;
  });
  return { ...meeting, entries };
}

export function restored(meeting: Meeting, event: EventOf<'entryRestored'>): Meeting {
  const entry = entryById(meeting, event.entryId);
  if (entry === null) return meeting;
  const without = { ...meeting, entries: meeting.entries.filter((other) => other.id !== entry.id) };
  return place(without, captionEdit({ ...entry, status: 'listed', segmentId: event.segmentId }, event), null);
}

/** Who was called speaks next wherever it stands on the list: a new place would mean nothing while the call stands. */
function notCalled(entry: Entry): EntryStatus {
  return entry.status === 'called' ? 'listed' : entry.status;
}

/** Before `beforeId`, or at the end of the entry's segment. */
function place(meeting: Meeting, entry: Entry, beforeId: EntryId | null): Meeting {
  const at = beforeId === null ? -1 : meeting.entries.findIndex((other) => other.id === beforeId);
  const index = at >= 0 ? at : endOfSegment(meeting, entry.segmentId);
  return { ...meeting, entries: [...meeting.entries.slice(0, index), entry, ...meeting.entries.slice(index)] };
}

/** Index behind the last entry of the segment, or where its first one would stand. */
export function endOfSegment(meeting: Meeting, segmentId: SegmentId): number {
  const order = new Map(meeting.segments.map((segment, index) => [segment.id, index]));
  const own = order.get(segmentId) ?? meeting.segments.length;
  const behind = meeting.entries.findIndex((entry) => (order.get(entry.segmentId) ?? 0) > own);
  return behind < 0 ? meeting.entries.length : behind;
}

export function countNew(meeting: Meeting, entry: Entry): Meeting {
  const counters = { ...meeting.counters, entry: meeting.counters.entry + 1, person: meeting.counters.person + entry.persons.length };
  return { ...meeting, counters };
}
