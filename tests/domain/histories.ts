/**
 * Random histories of a meeting: any command by anybody, with ids that mostly exist. Fast-check prints seed and path of a
 * history that breaks a rule; give both to `fc.assert` to see it again.
 */
import * as fc from 'fast-check';
import type { Command, CommandType, EntryPatch } from '../../shared/domain/commands.ts';
import { decide } from '../../shared/domain/decide.ts';
import type { Fact, MeetingEvent } from '../../shared/domain/events.ts';
import { emptyMeeting, evolve } from '../../shared/domain/evolve.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { mayIssue } from '../../shared/domain/permissions.ts';
import type { MeetingPlan } from '../../shared/domain/plan.ts';
import type { Refusal } from '../../shared/domain/refusals.ts';
import { nextEntry } from '../../shared/domain/selectors.ts';
import { allStations, type Station } from '../../shared/domain/stations.ts';
import type { Result } from '../../shared/lib/result.ts';
import { allBooths, officialLanguages } from '../../shared/reference/languages.ts';
import { planned, stamp, startsAt } from '../kit/given.ts';
import { delegation, person } from '../kit/plans.ts';

/** Numbers from which a command is made once the meeting is known. */
interface Step {
  readonly type: CommandType;
  readonly one: number;
  readonly other: number;
  readonly by: number;
  /** Since the step before. */
  readonly afterMs: number;
}

export interface Turn {
  readonly command: Command;
  readonly by: Station;
  readonly now: number;
  readonly before: Meeting;
  readonly decided: Result<readonly Fact[], Refusal>;
  /** Each event with the meeting before and after it; empty when refused. */
  readonly folds: readonly { readonly before: Meeting; readonly event: MeetingEvent; readonly after: Meeting }[];
  readonly after: Meeting;
}

export function histories(types: readonly CommandType[], length: number): fc.Arbitrary<readonly Step[]> {
  const number = fc.nat(1000);
  const step = fc.record({ type: fc.constantFrom(...types), one: number, other: number, by: number, afterMs: fc.nat(40_000) });
  return fc.array(step, { minLength: 1, maxLength: length, size: 'max' });
}

export function play(plan: MeetingPlan, steps: readonly Step[]): readonly Turn[] {
  let meeting = evolve(emptyMeeting, planned(plan));
  let now = startsAt;
  return steps.map((step) => {
    now += step.afterMs;
    const turn = take(meeting, step, now);
    meeting = turn.after;
    return turn;
  });
}

function take(before: Meeting, step: Step, now: number): Turn {
  const command = makers[step.type](before, step);
  const by = senderOf(step, command);
  const decided = decide(before, command, { by, now });
  let after = before;
  const folds = (decided.ok ? stamp(decided.value, by, now) : []).map((event) => {
    const fold = { before: after, event, after: evolve(after, event) };
    after = fold.after;
    return fold;
  });
  return { command, by, now, before, decided, folds, after };
}

/** One in eight by whoever it may be; what concerns a booth mostly by that booth. */
function senderOf(step: Step, command: Command): Station {
  if (step.by % 8 !== 0 && 'booth' in command) return `booth:${command.booth}`;
  const able = allStations.filter((station) => mayIssue(station, step.type));
  return pick(step.by % 8 === 0 ? allStations : able, step.by, 'chair');
}

const makers: { readonly [Type in CommandType]: (meeting: Meeting, step: Step) => Extract<Command, { type: Type }> } = {
  callEntry: (meeting, step) => ({ type: 'callEntry', entryId: anEntry(meeting, step.one) }),
  giveFloor: (meeting, step) => {
    const entryId = anEntry(meeting, step.one);
    return step.other % 3 === 0
      ? { type: 'giveFloor', entryId, personId: aPerson(meeting, entryId, step.other) }
      : { type: 'giveFloor', entryId };
  },
  endStatement: () => ({ type: 'endStatement' }),
  pauseClock: () => ({ type: 'pauseClock' }),
  resumeClock: () => ({ type: 'resumeClock' }),
  addTime: (_, step) => ({ type: 'addTime', seconds: step.one - 300 }),
  setFloorLanguage: (_, step) => ({ type: 'setFloorLanguage', language: aLanguage(step.one) }),
  insertEntry: (meeting, step) => ({
    type: 'insertEntry',
    entry: { ...newcomer(step), ...(step.one % 3 === 0 ? { segmentId: pickId(meeting.segments, step.other, 's1') } : {}) },
    ...(step.one % 2 === 0 ? { beforeId: anEntry(meeting, step.other) } : {}),
  }),
  moveEntry: (meeting, step) => ({
    type: 'moveEntry',
    entryId: anEntry(meeting, step.one),
    ...(step.other % 4 === 0 ? {} : { beforeId: anEntry(meeting, step.other) }),
    reason: 'SECRET reason',
  }),
  swapEntries: (meeting, step) => ({
    type: 'swapEntries',
    entryId: anEntry(meeting, step.one),
    withId: anEntry(meeting, step.other),
    reason: 'SECRET reason',
  }),
  withdrawEntry: (meeting, step) => ({ type: 'withdrawEntry', entryId: anEntry(meeting, step.one), reason: 'SECRET reason' }),
  markAbsent: (meeting, step) => ({ type: 'markAbsent', entryId: anEntry(meeting, step.one) }),
  restoreEntry: (meeting, step) => ({ type: 'restoreEntry', entryId: anEntry(meeting, step.one) }),
  replaceSpeaker: (meeting, step) => {
    const entryId = anEntry(meeting, step.one);
    const entry = meeting.entries.find(({ id }) => id === entryId);
    const known = [...(entry?.persons ?? []), ...(entry?.replaced ?? [])].map(({ name }) => person(name));
    const offered = [person(`Person ${step.other}`), ...known];
    const from = known.length > 0 ? step.other % 2 : 0;
    const speakers = offered.slice(from, from + 1 + (step.other % 3));
    return step.other % 5 === 0
      ? { type: 'replaceSpeaker', entryId, speakers, language: aLanguage(step.other) }
      : { type: 'replaceSpeaker', entryId, speakers };
  },
  editEntry: (meeting, step) => {
    const entryId = anEntry(meeting, step.one);
    const revision = meeting.entries.find(({ id }) => id === entryId)?.revision ?? 1;
    const patches: readonly EntryPatch[] = [
      { language: aLanguage(step.other) },
      { limitSeconds: 60 + step.other },
      { note: 'SECRET note', delivery: 'remote' },
      { onBehalfOf: `Group ${step.other}`, rank: 'group' },
      { persons: [{ id: aPerson(meeting, entryId, step.other), name: `Name ${step.other}` }] },
      { persons: [{ id: aPerson(meeting, entryId, step.other), pronunciation: 'SECRET sound', announcedAs: 'SECRET words' }] },
      { persons: [{ id: aPerson(meeting, entryId, step.other), captions: { [aLanguage(step.one)]: { name: `Caption ${step.other}` } } }] },
    ];
    return { type: 'editEntry', entryId, revision: step.other % 7 === 0 ? revision - 1 : revision, patch: pick(patches, step.other, {}) };
  },
  raisePointOfOrder: (_, step) => ({ type: 'raisePointOfOrder', entry: newcomer(step) }),
  requestRightOfReply: (_, step) => ({ type: 'requestRightOfReply', entry: newcomer(step) }),
  closeList: () => ({ type: 'closeList' }),
  openList: () => ({ type: 'openList' }),
  cutTime: (meeting, step) => ({ type: 'cutTime', seconds: 60 + (step.other % 90), from: anEntry(meeting, step.one) }),
  suspendMeeting: () => ({ type: 'suspendMeeting' }),
  resumeMeeting: () => ({ type: 'resumeMeeting' }),
  closeMeeting: () => ({ type: 'closeMeeting' }),
  acknowledgeChange: (meeting, step) => ({ type: 'acknowledgeChange', changeId: pickId(meeting.changes, step.one, 'change-1') }),
  armCaption: (meeting, step) => {
    const entryId = anEntry(meeting, step.other % 3 === 0 ? step.one : step.one * 3);
    return step.other % 5 === 0
      ? { type: 'armCaption', entryId, personId: aPerson(meeting, entryId, step.other) }
      : { type: 'armCaption', entryId };
  },
  takeCaption: (meeting, step) => {
    const cue = meeting.captions.armed;
    return { type: 'takeCaption', cueId: cue?.id ?? 'cue-1', cueHash: step.other % 9 === 0 ? 'other' : (cue?.hash ?? 'none') };
  },
  clearCaption: () => ({ type: 'clearCaption' }),
  verifyName: (meeting, step) => {
    const entryId = anEntry(meeting, step.one);
    return {
      type: 'verifyName',
      entryId,
      personId: aPerson(meeting, entryId, step.other),
      language: aLanguage(step.other),
      text: `Verified ${step.other % 4}`,
    };
  },
  setScript: (meeting, step) => ({
    type: 'setScript',
    entryId: anEntry(meeting, step.one),
    language: aLanguage(step.other),
    text: 'SECRET one.\n\nSECRET two.',
    status: pick(['expected', 'received', 'checkAgainstDelivery', 'readOutVerbatim'] as const, step.other, 'received'),
  }),
  setScriptPosition: (meeting, step) => ({
    type: 'setScriptPosition',
    entryId: anEntry(meeting, step.one),
    paragraph: step.other % 4,
    mode: pick(['onScript', 'offScript', 'skipped'] as const, step.other, 'onScript'),
  }),
  setTeam: (_, step) => ({
    type: 'setTeam',
    booth: aBooth(step.one),
    interpreters: Array.from({ length: step.other % 3 }, (_none, index) => ({
      id: `SECRET ${index}`,
      a: ['ar'],
      b: [aLanguage(step.other)],
      c: [],
    })),
  }),
  takeMicrophone: (meeting, step) => {
    const booth = aBooth(step.one);
    const from = step.other % 3 === 0 ? { from: meeting.booths[booth].onMic?.interpreter ?? 'nobody' } : {};
    return { type: 'takeMicrophone', booth, ...from, interpreter: pickId(meeting.booths[booth].interpreters, step.other, 'nobody') };
  },
  signHandover: (meeting, step) => {
    const booth = aBooth(step.one);
    const kind = pick(['request', 'ready'] as const, step.one, 'ready');
    return { type: 'signHandover', booth, kind, interpreter: pickId(meeting.booths[booth].interpreters, step.other, 'nobody') };
  },
  withdrawHandover: (_, step) => ({ type: 'withdrawHandover', booth: aBooth(step.one) }),
  declareBooth: (_, step) => ({
    type: 'declareBooth',
    booth: aLanguage(step.one),
    feeds: step.other % 3 === 0 ? null : aLanguage(step.other),
    listensTo: step.other % 2 === 0 ? 'floor' : aLanguage(step.other),
  }),
  confirmTask: (_, step) => ({ type: 'confirmTask', booth: aLanguage(step.one) }),
  setPractice: (_, step) => ({
    type: 'setPractice',
    practice: {
      turnMarks: [1 + (step.one % 40), 20],
      paceLimits: { en: step.other % 2 === 0 ? null : { amber: 120, red: 140 } },
      allowDoubleRelay: step.one % 2 === 0,
    },
  }),
  setTerm: (meeting, step) => ({
    type: 'setTerm',
    ...(step.other % 2 === 0 ? {} : { termId: pickId(meeting.glossary, step.one, 't999') }),
    term: { forms: { [aLanguage(step.one)]: [`SECRET term ${step.other % 9}`] } },
  }),
  removeTerm: (meeting, step) => ({ type: 'removeTerm', termId: pickId(meeting.glossary, step.one, 't999') }),
  importTerms: (_, step) => ({
    type: 'importTerms',
    terms: Array.from({ length: step.one % 4 }, (_none, index) => ({
      forms: { en: [`SECRET term ${step.other + index}`], fr: ['SECRET terme'] },
      note: 'SECRET note',
    })),
  }),
  announceRetour: (_, step) => ({ type: 'announceRetour', booth: aLanguage(step.one), into: aLanguage(step.other) }),
  requestSlowDown: () => ({ type: 'requestSlowDown' }),
  raiseSignal: (_, step) => ({ type: 'raiseSignal', kind: pick(['noSound', 'noText', 'needRelief'] as const, step.one, 'noSound') }),
  answerSignal: (meeting, step) => ({
    type: 'answerSignal',
    signalId: pickId(meeting.signals, step.one, 'signal-1'),
    state: pick(['seen', 'handling', 'done'] as const, step.other, 'seen'),
  }),
};

export const allCommandTypes: readonly CommandType[] = Object.keys(makers).filter((type): type is CommandType => type in makers);

/** Closing ends nearly everything, so it comes rarely. */
export const lively: readonly CommandType[] = [
  ...allCommandTypes.filter((type) => type !== 'closeMeeting' && type !== 'suspendMeeting'),
  ...allCommandTypes.filter((type) => type !== 'closeMeeting'),
  ...allCommandTypes.filter((type) => type !== 'closeMeeting' && type !== 'closeList'),
  ...allCommandTypes,
  ...([
    'giveFloor',
    'giveFloor',
    'giveFloor',
    'armCaption',
    'armCaption',
    'takeCaption',
    'takeCaption',
    'takeCaption',
    'raisePointOfOrder',
    'raisePointOfOrder',
    'replaceSpeaker',
    'replaceSpeaker',
    'replaceSpeaker',
    'resumeMeeting',
  ] as const),
];

function newcomer(step: Step) {
  const name = `Newcomer ${step.one}-${step.other}`;
  const { persons } = delegation(name);
  const rank = pick(['dignitary', 'group', 'state', 'igo', 'nhri', 'ngo'] as const, step.one, 'state');
  return { persons, rank, language: aLanguage(step.other), note: 'SECRET note' };
}

function anEntry(meeting: Meeting, number: number): string {
  if (number % 41 === 0) return 'e999';
  // Often one of those that matter most: on the floor, interrupted, or next.
  const near = [meeting.floor?.entryId, meeting.interrupted?.entryId, nextEntry(meeting)?.id].filter((id) => id !== undefined);
  return number % 3 === 0 ? pick(near, Math.floor(number / 3), 'e1') : pickId(meeting.entries, number, 'e1');
}

function aPerson(meeting: Meeting, entryId: string, number: number): string {
  const persons = meeting.entries.find(({ id }) => id === entryId)?.persons ?? [];
  return number % 37 === 0 ? 'p999' : pickId(persons, number, 'p1');
}

function aBooth(number: number) {
  return pick(allBooths, number, 'en');
}

function aLanguage(number: number) {
  return pick(officialLanguages, number, 'en');
}

function pickId(list: readonly { readonly id: string }[], number: number, otherwise: string): string {
  return pick(
    list.map(({ id }) => id),
    number,
    otherwise,
  );
}

function pick<T>(list: readonly T[], number: number, otherwise: T): T {
  return list.length === 0 ? otherwise : (list[number % list.length] ?? otherwise);
}
