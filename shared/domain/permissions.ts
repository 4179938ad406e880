/** Who may ask for what, and who may see what. The one table of rights; tested cell by cell. */
import { assertNever } from '../lib/assert.ts';
import type { CommandType } from './commands.ts';
import type { MeetingEvent } from './events.ts';
import type { Booth, Entry, Meeting } from './meeting.ts';
import type { MeetingPlan } from './plan.ts';
import { type Audience, type Station, type StationKind, stationKind } from './stations.ts';

/** `admin` may do everything a station may, so that a rehearsal can be put right; it is not listed. */
const issuers: Readonly<Record<CommandType, readonly StationKind[]>> = {
  callEntry: ['chair'],
  giveFloor: ['chair'],
  endStatement: ['chair'],
  pauseClock: ['chair'],
  resumeClock: ['chair'],
  addTime: ['chair'],
  // Interpreters are the first to hear it.
  setFloorLanguage: ['chair', 'booth'],
  insertEntry: ['chair'],
  moveEntry: ['chair'],
  swapEntries: ['chair'],
  withdrawEntry: ['chair'],
  markAbsent: ['chair'],
  restoreEntry: ['chair'],
  replaceSpeaker: ['chair'],
  editEntry: ['chair'],
  raisePointOfOrder: ['chair'],
  requestRightOfReply: ['chair'],
  closeList: ['chair'],
  openList: ['chair'],
  cutTime: ['chair'],
  suspendMeeting: ['chair'],
  resumeMeeting: ['chair'],
  closeMeeting: ['chair'],
  acknowledgeChange: ['booth', 'webcast'],
  armCaption: ['webcast'],
  takeCaption: ['webcast'],
  // Taking a name off is always safe, so the chair's side may do it too.
  clearCaption: ['webcast', 'chair'],
  verifyName: ['webcast', 'chair'],
  setScript: ['chair', 'booth'],
  setScriptPosition: ['chair', 'booth'],
  setTeam: ['chair', 'booth'],
  takeMicrophone: ['booth'],
  announceRetour: ['booth'],
  requestSlowDown: ['booth'],
  raiseSignal: ['booth'],
  answerSignal: ['chair', 'webcast'],
};

export function mayIssue(station: Station, type: CommandType): boolean {
  return station === 'admin' || issuers[type].includes(stationKind(station));
}

export function rightsOf(station: Station): readonly CommandType[] {
  return (Object.keys(issuers) as CommandType[]).filter((type) => mayIssue(station, type));
}

/** The event as this audience may have it, or `null` when it must not leave the server towards it. */
export function eventAsSeenBy(audience: Audience, event: MeetingEvent): MeetingEvent | null {
  if (audience === 'staff') return event;
  switch (event.type) {
    case 'scriptSet':
    case 'scriptPositionSet':
    case 'lateChangeNoted':
    case 'changeAcknowledged':
    case 'teamSet':
    case 'microphoneTaken':
    case 'retourAnnounced':
    case 'signalRaised':
    case 'signalAnswered':
      return null;
    case 'meetingPlanned':
      return { ...event, plan: publicPlan(event.plan) };
    case 'entryInserted':
    case 'pointOfOrderRaised':
      return { ...event, entry: publicEntry(event.entry) };
    case 'entryEdited': {
      const { note: _, ...changes } = event.changes;
      return { ...event, changes };
    }
    case 'entryMoved':
    case 'entriesSwapped':
    case 'entryWithdrawn':
      return { ...event, reason: null };
    case 'entryCalled':
    case 'floorGiven':
    case 'statementEnded':
    case 'clockPaused':
    case 'clockResumed':
    case 'timeAdded':
    case 'floorLanguageSet':
    case 'entryMarkedAbsent':
    case 'entryRestored':
    case 'speakerReplaced':
    case 'listClosed':
    case 'listOpened':
    case 'timeCut':
    case 'meetingSuspended':
    case 'meetingResumed':
    case 'meetingClosed':
    case 'captionArmed':
    case 'captionTaken':
    case 'captionCleared':
    case 'nameVerified':
    case 'slowDownRequested':
      return event;
    default:
      return assertNever(event);
  }
}

/** Agrees with `eventAsSeenBy`: folding the filtered log from a filtered state gives the filtered state (tested). */
export function meetingAsSeenBy(audience: Audience, meeting: Meeting): Meeting {
  if (audience === 'staff') return meeting;
  return {
    ...meeting,
    entries: meeting.entries.map(publicEntry),
    changes: [],
    signals: [],
    booths: { ar: noTeam, zh: noTeam, en: noTeam, fr: noTeam, ru: noTeam, es: noTeam },
    counters: { ...meeting.counters, change: 0, signal: 0 },
  };
}

const noTeam: Booth = { interpreters: [], retourInto: null, onMic: null };

function publicEntry(entry: Entry): Entry {
  return { ...entry, script: { status: 'none', texts: [], position: null }, note: null };
}

function publicPlan(plan: MeetingPlan): MeetingPlan {
  const { booths: _, ...rest } = plan;
  return {
    ...rest,
    segments: plan.segments.map((segment) => ({
      ...segment,
      entries: segment.entries.map(({ script: _script, note: _note, ...entry }) => entry),
    })),
  };
}
