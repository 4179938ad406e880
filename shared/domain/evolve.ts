/** What each fact does to the meeting. One line per fact; the work is in `apply/`, one file per subject. */
import { assertNever } from '../lib/assert.ts';
import * as booths from './apply/booths.ts';
import * as captions from './apply/captions.ts';
import * as changes from './apply/changes.ts';
import * as entries from './apply/entries.ts';
import * as floor from './apply/floor.ts';
import * as glossary from './apply/glossary.ts';
import * as order from './apply/order.ts';
import * as scripts from './apply/scripts.ts';
import * as signals from './apply/signals.ts';
import type { MeetingEvent } from './events.ts';
import type { Meeting } from './meeting.ts';
import { meetingFromPlan } from './meeting-from-plan.ts';

/** Before the first event of a log, which is always `meetingPlanned`. */
export const emptyMeeting: Meeting = meetingFromPlan('', {
  title: '',
  date: '1970-01-01',
  startsAt: '00:00',
  endsAt: '00:00',
  timeZone: 'UTC',
  segments: [],
});

/** Never throws for an event that `decide` made; the same reference comes back when nothing changed. */
export function evolve(meeting: Meeting, event: MeetingEvent): Meeting {
  return captions.keepOnlyWhatMayBeOnAir(meeting, apply(meeting, event));
}

export function fold(meeting: Meeting, events: readonly MeetingEvent[]): Meeting {
  return events.reduce(evolve, meeting);
}

function apply(meeting: Meeting, event: MeetingEvent): Meeting {
  switch (event.type) {
    case 'meetingPlanned':
      return meetingFromPlan(event.meetingId, event.plan);
    case 'entryCalled':
      return entries.called(meeting, event);
    case 'floorGiven':
      return floor.given(meeting, event);
    case 'statementEnded':
      return floor.ended(meeting, event);
    case 'clockPaused':
      return floor.clockPaused(meeting, event);
    case 'clockResumed':
      return floor.clockResumed(meeting, event);
    case 'timeAdded':
      return floor.timeAdded(meeting, event);
    case 'floorLanguageSet':
      return floor.languageSet(meeting, event);
    case 'entryInserted':
      return order.inserted(meeting, event);
    case 'entryMoved':
      return order.moved(meeting, event);
    case 'entriesSwapped':
      return order.swapped(meeting, event);
    case 'entryWithdrawn':
      return entries.withdrawn(meeting, event);
    case 'entryMarkedAbsent':
      return entries.markedAbsent(meeting, event);
    case 'entryRestored':
      return order.restored(meeting, event);
    case 'speakerReplaced':
      return entries.speakerReplaced(meeting, event);
    case 'entryEdited':
      return entries.edited(meeting, event);
    case 'pointOfOrderRaised':
      return floor.pointOfOrderRaised(meeting, event);
    case 'listClosed':
      return { ...meeting, listOpen: false };
    case 'listOpened':
      return { ...meeting, listOpen: true };
    case 'timeCut':
      return entries.timeCut(meeting, event);
    case 'meetingSuspended':
      return { ...meeting, status: 'suspended' };
    case 'meetingResumed':
      return { ...meeting, status: meeting.startedAt === null ? 'planned' : 'running' };
    case 'meetingClosed':
      return entries.meetingClosed(meeting, event);
    case 'lateChangeNoted':
      return changes.noted(meeting, event);
    case 'changeAcknowledged':
      return changes.acknowledged(meeting, event);
    case 'captionArmed':
      return captions.armed(meeting, event);
    case 'captionTaken':
      return captions.taken(meeting, event);
    case 'captionCleared':
      return captions.cleared(meeting);
    case 'nameVerified':
      return entries.nameVerified(meeting, event);
    case 'scriptSet':
      return scripts.set(meeting, event);
    case 'scriptPositionSet':
      return scripts.positionSet(meeting, event);
    case 'teamSet':
      return booths.teamSet(meeting, event);
    case 'microphoneTaken':
      return booths.microphoneTaken(meeting, event);
    case 'handoverSigned':
      return booths.handoverSigned(meeting, event);
    case 'handoverWithdrawn':
      return booths.handoverWithdrawn(meeting, event);
    case 'boothDeclared':
      return booths.declared(meeting, event);
    case 'languageSwitchBegan':
      return booths.languageSwitchBegan(meeting, event);
    case 'practiceSet':
      return { ...meeting, practice: event.practice };
    case 'termsSet':
      return glossary.termsSet(meeting, event);
    case 'termRemoved':
      return glossary.termRemoved(meeting, event);
    case 'retourAnnounced':
      return booths.retourAnnounced(meeting, event);
    case 'slowDownRequested':
      return signals.slowDownRequested(meeting, event);
    case 'signalRaised':
      return signals.raised(meeting, event);
    case 'signalAnswered':
      return signals.answered(meeting, event);
    default:
      return assertNever(event);
  }
}
