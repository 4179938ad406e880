/** What facts do to the floor and its clock. */
import { entryById, updateEntry } from '../entries.ts';
import type { Entry, Floor, Meeting, Spoken } from '../meeting.ts';
import { pause, resume } from '../rules/clock.ts';
import { withStatus } from './entries.ts';
import { type EventOf, stationOf } from './event-of.ts';
import { countNew } from './order.ts';

export function given(meeting: Meeting, event: EventOf<'floorGiven'>): Meeting {
  const floor: Floor = {
    entryId: event.entryId,
    personId: event.personId,
    since: event.at,
    givenBy: stationOf(event.by),
    language: event.language,
    languageSince: event.at,
    clock: { limitSeconds: event.limitSeconds, startedAt: event.at, pausedAt: null, pausedMs: 0 },
  };
  const started = { ...meeting, status: 'running' as const, startedAt: meeting.startedAt ?? event.at, floor, languageSwitch: null };
  return updateEntry(started, event.entryId, (entry) => ({ ...withStatus(entry, 'speaking'), spoken: spokenFrom(floor) }));
}

/**
 * The end of a point of order gives the floor back to the one who was interrupted. The clock runs on, unless the chair
 * had stopped it before the interruption, or the meeting is suspended.
 */
export function ended(meeting: Meeting, event: EventOf<'statementEnded'>): Meeting {
  const floor = meeting.floor;
  if (floor === null || floor.entryId !== event.entryId) return meeting;
  const closed = updateEntry(meeting, event.entryId, (entry) => finish(entry, floor, event.at));
  const back = meeting.interrupted;
  if (back === null) return { ...closed, floor: null, languageSwitch: null };
  const runsOn = back.clock.pausedAt === floor.since && meeting.status !== 'suspended';
  return { ...closed, floor: runsOn ? { ...back, clock: resume(back.clock, event.at) } : back, interrupted: null, languageSwitch: null };
}

export function pointOfOrderRaised(meeting: Meeting, event: EventOf<'pointOfOrderRaised'>): Meeting {
  const at = meeting.entries.findIndex((entry) => entry.id === event.afterId) + 1;
  const entries = [...meeting.entries.slice(0, at), event.entry, ...meeting.entries.slice(at)];
  const interrupted = meeting.floor === null ? null : { ...meeting.floor, clock: pause(meeting.floor.clock, event.at) };
  const waiting = countNew({ ...meeting, entries, interrupted }, event.entry);
  const speaker = event.entry.persons[0];
  return given(waiting, {
    type: 'floorGiven',
    entryId: event.entry.id,
    personId: speaker?.id ?? '',
    language: event.entry.language,
    limitSeconds: event.entry.limitSeconds,
    at: event.at,
    by: event.by,
  });
}

export function clockPaused(meeting: Meeting, event: EventOf<'clockPaused'>): Meeting {
  return withFloor(meeting, (floor) => ({ ...floor, clock: pause(floor.clock, event.at) }));
}

export function clockResumed(meeting: Meeting, event: EventOf<'clockResumed'>): Meeting {
  return withFloor(meeting, (floor) => ({ ...floor, clock: resume(floor.clock, event.at) }));
}

export function timeAdded(meeting: Meeting, event: EventOf<'timeAdded'>): Meeting {
  return withFloor(meeting, (floor) => ({
    ...floor,
    clock: { ...floor.clock, limitSeconds: Math.max(0, floor.clock.limitSeconds + event.seconds) },
  }));
}

export function languageSet(meeting: Meeting, event: EventOf<'floorLanguageSet'>): Meeting {
  // A change that no booth has to act on ends the one before as well.
  const settled = meeting.languageSwitch === null ? meeting : { ...meeting, languageSwitch: null };
  return withFloor(settled, (floor) => ({ ...floor, language: event.language, languageSince: event.at }));
}

function withFloor(meeting: Meeting, change: (floor: Floor) => Floor): Meeting {
  if (meeting.floor === null) return meeting;
  const floor = change(meeting.floor);
  const entry = entryById(meeting, floor.entryId);
  const next = { ...meeting, floor };
  return entry === null ? next : updateEntry(next, entry.id, (current) => ({ ...current, spoken: spokenFrom(floor) }));
}

function finish(entry: Entry, floor: Floor, at: number): Entry {
  const clock = resume(floor.clock, at);
  return { ...withStatus(entry, 'done'), spoken: { ...spokenFrom({ ...floor, clock }), endedAt: at } };
}

function spokenFrom(floor: Floor): Spoken {
  return { startedAt: floor.since, endedAt: null, pausedMs: floor.clock.pausedMs, limitSeconds: floor.clock.limitSeconds };
}
