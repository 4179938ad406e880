/** What facts do to late changes. */
import type { LateChange, Meeting } from '../meeting.ts';
import { type EventOf, stationOf } from './event-of.ts';

/** Who made the change has seen it. */
export function noted(meeting: Meeting, event: EventOf<'lateChangeNoted'>): Meeting {
  const author = stationOf(event.by);
  const change: LateChange = {
    id: event.changeId,
    kind: event.kind,
    entryId: event.entryId,
    at: event.at,
    by: author,
    distance: event.distance,
    subject: event.subject,
    before: event.before,
    after: event.after,
    mustSee: event.mustSee,
    seen: event.mustSee.includes(author) ? { [author]: event.at } : {},
    cancelledBy: null,
  };
  const void_ = new Set(event.cancels);
  const earlier = meeting.changes.map((other) => (void_.has(other.id) ? { ...other, cancelledBy: event.changeId } : other));
  return { ...meeting, changes: [...earlier, change], counters: { ...meeting.counters, change: meeting.counters.change + 1 } };
}

export function acknowledged(meeting: Meeting, event: EventOf<'changeAcknowledged'>): Meeting {
  if (!meeting.changes.some((change) => change.id === event.changeId)) return meeting;
  return {
    ...meeting,
    changes: meeting.changes.map((change) =>
      change.id === event.changeId ? { ...change, seen: { ...change.seen, [event.station]: event.at } } : change,
    ),
  };
}
