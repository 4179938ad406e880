/** Whom a command concerns, by name, from the meeting as it is when the command is given: for telling it again later. */
import type { Command } from '../../shared/domain/commands.ts';
import { entryById, personOf, subjectOf } from '../../shared/domain/entries.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { floorPerson } from '../../shared/domain/selectors.ts';

/** As its owner writes it; `null` where a command concerns nobody by name, or somebody who is not known here. */
export function whomItConcerns(meeting: Meeting | null, command: Command): string | null {
  const name = meeting === null ? null : nameIn(meeting, command);
  return name === '' ? null : name;
}

function nameIn(meeting: Meeting, command: Command): string | null {
  switch (command.type) {
    case 'insertEntry':
    case 'raisePointOfOrder':
    case 'requestRightOfReply':
      return command.entry.persons[0]?.name ?? null;
    case 'endStatement':
    case 'pauseClock':
    case 'resumeClock':
    case 'addTime':
    case 'setFloorLanguage':
      return floorPerson(meeting)?.name ?? null;
    case 'acknowledgeChange':
      return meeting.changes.find(({ id }) => id === command.changeId)?.subject ?? null;
    case 'takeCaption':
      return nameOfEntry(meeting, meeting.captions.armed?.entryId, meeting.captions.armed?.personId);
    case 'clearCaption':
      return nameOfEntry(meeting, meeting.captions.onAir?.cue.entryId, meeting.captions.onAir?.cue.personId);
    case 'cutTime':
      return nameOfEntry(meeting, command.from, undefined);
    case 'takeMicrophone':
    case 'signHandover':
      return command.interpreter;
    default:
      return 'entryId' in command ? nameOfEntry(meeting, command.entryId, 'personId' in command ? command.personId : undefined) : null;
  }
}

function nameOfEntry(meeting: Meeting, entryId: string | undefined, personId: string | undefined): string | null {
  const entry = entryId === undefined ? null : entryById(meeting, entryId);
  if (entry === null) return null;
  return (personId === undefined ? null : personOf(entry, personId)?.name) ?? subjectOf(entry);
}
