/** Who may ask for what, and who may see what. The one table of rights; tested cell by cell. */
import { assertNever } from '../lib/assert.ts';
import type { CommandType } from './commands.ts';
import type { MeetingEvent, PersonChanges } from './events.ts';
import type { Entry, Meeting, Person } from './meeting.ts';
import { emptyBooth, usualPractice } from './meeting-from-plan.ts';
import type { MeetingPlan } from './plan.ts';
import { type Audience, boothLanguage, type Station, type StationKind, stationKind } from './stations.ts';

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
  setScript: ['chair', 'chief', 'booth'],
  setScriptPosition: ['chair', 'booth'],
  setTeam: ['chair', 'chief', 'booth'],
  takeMicrophone: ['booth'],
  signHandover: ['booth'],
  withdrawHandover: ['booth'],
  declareBooth: ['booth'],
  confirmTask: ['booth'],
  setPractice: ['chair', 'chief'],
  setTerm: ['chair', 'chief', 'booth'],
  removeTerm: ['chair', 'chief', 'booth'],
  importTerms: ['chair', 'chief', 'booth'],
  announceRetour: ['booth'],
  requestSlowDown: ['booth'],
  raiseSignal: ['booth'],
  answerSignal: ['chair', 'chief', 'webcast'],
};

/** About a channel and a console, which captioners and sign-language interpreters do not have. */
const aboutChannels: ReadonlySet<CommandType> = new Set(['announceRetour', 'declareBooth', 'confirmTask']);

export function mayIssue(station: Station, type: CommandType): boolean {
  if (station === 'admin') return true;
  const kind = stationKind(station);
  const hasChannel = kind !== 'booth' || boothLanguage(station) !== null;
  return issuers[type].includes(kind) && (hasChannel || !aboutChannels.has(type));
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
    case 'handoverSigned':
    case 'handoverWithdrawn':
    case 'boothDeclared':
    case 'languageSwitchBegan':
    case 'practiceSet':
    case 'termsSet':
    case 'termRemoved':
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
      const { note: _, persons, ...changes } = event.changes;
      return { ...event, changes: persons === undefined ? changes : { ...changes, persons: persons.map(withoutNameCard) } };
    }
    case 'speakerReplaced':
      return { ...event, persons: event.persons.map(publicPerson) };
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
    booths: emptyMeetingParts.booths,
    languageSwitch: null,
    glossary: [],
    practice: emptyMeetingParts.practice,
    counters: { ...meeting.counters, change: 0, signal: 0, term: 0 },
  };
}

const emptyMeetingParts: Pick<Meeting, 'booths' | 'practice'> = {
  booths: {
    ar: emptyBooth,
    zh: emptyBooth,
    en: emptyBooth,
    fr: emptyBooth,
    ru: emptyBooth,
    es: emptyBooth,
    captions: emptyBooth,
    sign: emptyBooth,
  },
  practice: usualPractice,
};

function publicEntry(entry: Entry): Entry {
  return {
    ...entry,
    script: { status: 'none', texts: [], position: null },
    note: null,
    persons: entry.persons.map(publicPerson),
    replaced: entry.replaced.map(publicPerson),
  };
}

function publicPerson(person: Person): Person {
  return { ...person, pronunciation: null, announcedAs: null };
}

function withoutNameCard({ pronunciation: _pronunciation, announcedAs: _announcedAs, ...changes }: PersonChanges): PersonChanges {
  return changes;
}

function publicPlan(plan: MeetingPlan): MeetingPlan {
  const { booths: _booths, glossary: _glossary, ...rest } = plan;
  return {
    ...rest,
    segments: plan.segments.map((segment) => ({
      ...segment,
      entries: segment.entries.map(({ script: _script, note: _note, persons, ...entry }) => ({
        ...entry,
        persons: persons.map(({ pronunciation: _pronunciation, announcedAs: _announcedAs, ...person }) => person),
      })),
    })),
  };
}
