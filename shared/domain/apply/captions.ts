/** What facts do to what is armed and on air. */
import { entryById } from '../entries.ts';
import type { Meeting } from '../meeting.ts';
import { mayAir } from '../rules/captions.ts';
import { type EventOf, stationOf } from './event-of.ts';

export function armed(meeting: Meeting, event: EventOf<'captionArmed'>): Meeting {
  return {
    ...meeting,
    captions: { ...meeting.captions, armed: { ...event.cue, armedAt: event.at, armedBy: stationOf(event.by) } },
    counters: { ...meeting.counters, cue: meeting.counters.cue + 1 },
  };
}

export function taken(meeting: Meeting, event: EventOf<'captionTaken'>): Meeting {
  const { captions } = meeting;
  if (captions.armed === null || captions.armed.id !== event.cueId) return meeting;
  const onAir = { cue: captions.armed, takenAt: event.at, takenBy: stationOf(event.by) };
  return { ...meeting, captions: { ...captions, armed: null, onAir, seq: captions.seq + 1 } };
}

export function cleared(meeting: Meeting): Meeting {
  const { captions } = meeting;
  return captions.onAir === null ? meeting : { ...meeting, captions: { ...captions, onAir: null, seq: captions.seq + 1 } };
}

/**
 * Runs after every event: the change of speaker itself takes the old name off, in the same event, on every screen. A name
 * stays on air only while its entry has the floor or is next and its person is still in that entry; and it leaves when
 * the floor passes to somebody else of the same entry.
 */
export function keepOnlyWhatMayBeOnAir(before: Meeting, after: Meeting): Meeting {
  const onAir = after.captions.onAir;
  if (onAir === null) return after;
  const { entryId, personId } = onAir.cue;
  const stillThere = entryById(after, entryId)?.persons.some((person) => person.id === personId) ?? false;
  if (!stillThere || !mayAir(after, entryId)) return cleared(after);
  const passed = after.floor?.entryId === entryId && after.floor.personId !== personId && !hasSameSpeaker(before, after);
  return passed ? cleared(after) : after;
}

function hasSameSpeaker(before: Meeting, after: Meeting): boolean {
  return before.floor?.entryId === after.floor?.entryId && before.floor?.personId === after.floor?.personId;
}
