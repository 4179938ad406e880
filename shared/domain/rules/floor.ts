/** Taking the floor, the clock, the language spoken, interruptions, and the meeting's own state. */
import { ok, type Result } from '../../lib/result.ts';
import type { Command } from '../commands.ts';
import { entryById, personOf } from '../entries.ts';
import type { Fact } from '../events.ts';
import type { Meeting } from '../meeting.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { queue } from '../selectors.ts';
import { boothsInSwitch } from './booth-states.ts';
import { isPaused } from './clock.ts';
import { defaultLimitSeconds, inscribe } from './inscription.ts';
import { changeOf, noteChange } from './late-changes.ts';
import { presentSegment, waitingEntry } from './list-of-speakers.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type Decision = Result<readonly Fact[], Refusal>;

export function callEntry(meeting: Meeting, command: Of<'callEntry'>): Decision {
  const entry = waitingEntry(meeting, command.entryId);
  return entry.ok ? ok([{ type: 'entryCalled', entryId: entry.value.id }]) : entry;
}

export function giveFloor(meeting: Meeting, command: Of<'giveFloor'>): Decision {
  if (meeting.status === 'suspended') return refuse('meetingSuspended');
  if (meeting.floor?.entryId === command.entryId) {
    // Two hands on one button: the second is told who was first.
    return refuse('alreadySpeaking', { current: { by: meeting.floor.givenBy, since: meeting.floor.since } });
  }
  const entry = waitingEntry(meeting, command.entryId);
  if (!entry.ok) return entry;
  const person = personOf(entry.value, command.personId);
  if (person === null) return refuse('personUnknown');
  return ok([
    ...endings(meeting),
    {
      type: 'floorGiven',
      entryId: entry.value.id,
      personId: person.id,
      language: entry.value.language,
      limitSeconds: entry.value.limitSeconds,
    },
  ]);
}

export function endStatement(meeting: Meeting): Decision {
  return meeting.floor === null ? refuse('nobodySpeaking') : ok([{ type: 'statementEnded', entryId: meeting.floor.entryId }]);
}

export function pauseClock(meeting: Meeting): Decision {
  if (meeting.floor === null) return refuse('nobodySpeaking');
  return isPaused(meeting.floor.clock) ? refuse('clockPaused') : ok([{ type: 'clockPaused' }]);
}

export function resumeClock(meeting: Meeting): Decision {
  if (meeting.status === 'suspended') return refuse('meetingSuspended');
  if (meeting.floor === null) return refuse('nobodySpeaking');
  return isPaused(meeting.floor.clock) ? ok([{ type: 'clockResumed' }]) : refuse('clockRunning');
}

export function addTime(meeting: Meeting, command: Of<'addTime'>): Decision {
  return meeting.floor === null ? refuse('nobodySpeaking') : ok([{ type: 'timeAdded', seconds: command.seconds }]);
}

/** Also in mid-statement: the entry's expected language stays as it was, the floor's changes. */
export function setFloorLanguage(meeting: Meeting, command: Of<'setFloorLanguage'>): Decision {
  const floor = meeting.floor;
  if (floor === null) return refuse('nobodySpeaking');
  if (floor.language === command.language) return refuse('languageUnchanged');
  const booths = boothsInSwitch(meeting, floor.language, command.language);
  return ok([
    { type: 'floorLanguageSet', language: command.language },
    ...(booths.length === 0 ? [] : [{ type: 'languageSwitchBegan' as const, from: floor.language, to: command.language, booths }]),
    noteChange(meeting, changeOf(meeting, floor.entryId, 'language', { before: floor.language, after: command.language }), 0),
  ]);
}

/** Decided at once, also on a closed list: the clock of the speaker stops, and the other person has the floor. */
export function raisePointOfOrder(meeting: Meeting, command: Of<'raisePointOfOrder'>): Decision {
  if (meeting.status === 'suspended') return refuse('meetingSuspended');
  if (meeting.interrupted !== null || isPointOfOrder(meeting)) return refuse('pointOfOrderRunning');
  const afterId = meeting.floor?.entryId ?? lastSpoken(meeting);
  // In the segment of its neighbour on the list, so that the list stays in order of segments.
  const neighbour = afterId === null ? meeting.entries[0] : entryById(meeting, afterId);
  const segmentId = neighbour?.segmentId ?? presentSegment(meeting);
  const place = { segmentId, kind: 'pointOfOrder' as const, limitSeconds: defaultLimitSeconds };
  const entry = inscribe(meeting, command.entry, place);
  if (!entry.ok) return entry;
  return ok([
    { type: 'pointOfOrderRaised', entry: entry.value, afterId },
    noteChange(
      meeting,
      {
        kind: 'pointOfOrder',
        entryId: entry.value.id,
        distance: 0,
        subject: entry.value.persons[0]?.name ?? '',
        before: null,
        after: null,
      },
      0,
    ),
  ]);
}

export function suspendMeeting(meeting: Meeting): Decision {
  if (meeting.status === 'suspended') return refuse('meetingSuspended');
  const stopClock: Fact[] = meeting.floor !== null && !isPaused(meeting.floor.clock) ? [{ type: 'clockPaused' }] : [];
  return ok([...stopClock, { type: 'meetingSuspended' }]);
}

/** The clock of an unfinished statement stays paused until the chair lets the speaker go on. */
export function resumeMeeting(meeting: Meeting): Decision {
  return meeting.status === 'suspended' ? ok([{ type: 'meetingResumed' }]) : refuse('meetingNotSuspended');
}

export function closeMeeting(meeting: Meeting): Decision {
  return ok([...endings(meeting), { type: 'meetingClosed', notReached: queue(meeting).map((entry) => entry.id) }]);
}

/** Ends what is on the floor, and what it interrupted. */
function endings(meeting: Meeting): readonly Fact[] {
  return [meeting.floor, meeting.interrupted]
    .filter((floor) => floor !== null)
    .map((floor): Fact => ({ type: 'statementEnded', entryId: floor.entryId }));
}

function isPointOfOrder(meeting: Meeting): boolean {
  return meeting.floor !== null && entryById(meeting, meeting.floor.entryId)?.kind === 'pointOfOrder';
}

function lastSpoken(meeting: Meeting): string | null {
  return meeting.entries.findLast((entry) => entry.status === 'done')?.id ?? null;
}
