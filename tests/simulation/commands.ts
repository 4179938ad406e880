/** What the people of a meeting press, in about the proportions of a real one. Everything is made from what the station sees. */
import type { Command, CommandType } from '../../shared/domain/commands.ts';
import type { Entry, Meeting } from '../../shared/domain/meeting.ts';
import { captionState } from '../../shared/domain/rules/captions.ts';
import { changesOwedBy } from '../../shared/domain/rules/late-changes.ts';
import { nextEntry, queue } from '../../shared/domain/selectors.ts';
import { boothLanguage, type Station, stationKind } from '../../shared/domain/stations.ts';
import { limits } from '../../shared/protocol/limits.ts';
import { officialLanguages } from '../../shared/reference/languages.ts';
import type { Random } from './random.ts';

interface Hand {
  readonly meeting: Meeting;
  readonly random: Random;
  readonly station: Station;
}

/** How often, and what; `null`: there is nothing of the kind to be done now. */
type Habit = readonly [weight: number, make: (hand: Hand) => Command | null];

const chair: readonly Habit[] = [
  [14, ({ meeting }) => onEntry(nextEntry(meeting), (entryId) => ({ type: 'giveFloor', entryId }))],
  [2, (hand) => onEntry(waiting(hand), (entryId) => ({ type: 'giveFloor', entryId }))],
  [3, () => ({ type: 'endStatement' })],
  [2, (hand) => onEntry(waiting(hand), (entryId) => ({ type: 'callEntry', entryId }))],
  [2, ({ random }) => ({ type: 'setFloorLanguage', language: random.pick(officialLanguages) })],
  [1, () => ({ type: 'pauseClock' })],
  [1, () => ({ type: 'resumeClock' })],
  [1, () => ({ type: 'addTime', seconds: 30 })],
  [2, (hand) => onEntry(waiting(hand), (entryId) => ({ type: 'withdrawEntry', entryId }))],
  [1, (hand) => onEntry(waiting(hand), (entryId) => ({ type: 'markAbsent', entryId }))],
  [3, (hand) => onEntry(gone(hand), (entryId) => ({ type: 'restoreEntry', entryId }))],
  [3, (hand) => onEntry(waiting(hand), (entryId) => onEntry(waiting(hand), (beforeId) => ({ type: 'moveEntry', entryId, beforeId })))],
  [1, (hand) => onEntry(waiting(hand), (entryId) => onEntry(waiting(hand), (withId) => ({ type: 'swapEntries', entryId, withId })))],
  [1, ({ random }) => ({ type: 'insertEntry', entry: newcomer(random) })],
  [1, ({ random }) => ({ type: 'raisePointOfOrder', entry: newcomer(random) })],
  [
    2,
    (hand) =>
      onEntry(waiting(hand), (entryId) => ({
        type: 'editEntry',
        entryId,
        revision: revisionOf(hand.meeting, entryId),
        patch: { limitSeconds: hand.random.between(60, 300), language: hand.random.pick(officialLanguages) },
      })),
  ],
  [1, (hand) => onEntry(waiting(hand), (entryId) => ({ type: 'replaceSpeaker', entryId, speakers: newcomer(hand.random).persons }))],
  [1, ({ meeting }) => ({ type: meeting.listOpen ? 'closeList' : 'openList' })],
  [1, ({ meeting }) => ({ type: 'answerSignal', signalId: meeting.signals.at(-1)?.id ?? 'signal-1', state: 'seen' })],
];

const webcast: readonly Habit[] = [
  [8, ({ meeting }) => onEntry(meeting.floor && { id: meeting.floor.entryId }, (entryId) => ({ type: 'armCaption', entryId }))],
  [3, ({ meeting }) => onEntry(nextEntry(meeting), (entryId) => ({ type: 'armCaption', entryId }))],
  [30, ({ meeting: { captions } }) => captions.armed && { type: 'takeCaption', cueId: captions.armed.id, cueHash: captions.armed.hash }],
  [2, () => ({ type: 'clearCaption' })],
  [5, verify],
  [1, owed],
];

const booth: readonly Habit[] = [
  [8, owed],
  [2, ({ random }) => ({ type: 'setFloorLanguage', language: random.pick(officialLanguages) })],
  [
    3,
    ({ meeting, random }) =>
      onEntry(meeting.floor && { id: meeting.floor.entryId }, (entryId) => ({
        type: 'setScriptPosition',
        entryId,
        paragraph: random.between(0, 2),
        mode: 'onScript',
      })),
  ],
  [1, () => ({ type: 'requestSlowDown' })],
  [2, ({ random }) => ({ type: 'raiseSignal', kind: random.pick(['noSound', 'noText', 'needRelief'] as const) })],
  [
    1,
    ({ station, random }) => {
      const language = boothLanguage(station);
      if (language === null) return null;
      return { type: 'setTeam', booth: language, interpreters: [{ id: `I${random.between(1, 99)}`, a: [language], b: [], c: ['en'] }] };
    },
  ],
];

const habits: Partial<Record<ReturnType<typeof stationKind>, readonly Habit[]>> = { chair, webcast, booth };

/** `null`: this station has nothing to do now. */
export function nextCommand(hand: Hand): Command | null {
  const all = habits[stationKind(hand.station)] ?? [];
  let place = hand.random.next() * all.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, make] of all) {
    place -= weight;
    if (place < 0) return make(hand);
  }
  return null;
}

/** As the pages do: what concerns this very moment must not happen later than it was meant. */
const momentary: ReadonlySet<CommandType> = new Set<CommandType>([
  'callEntry',
  'giveFloor',
  'endStatement',
  'pauseClock',
  'resumeClock',
  'addTime',
  'setFloorLanguage',
  'raisePointOfOrder',
  'armCaption',
  'takeCaption',
  'clearCaption',
  'setScriptPosition',
  'requestSlowDown',
]);

export function lifeOf(type: CommandType): number {
  return momentary.has(type) ? limits.expiresMs.take : limits.expiresMs.draft;
}

function onEntry(entry: { readonly id: string } | null, make: (entryId: string) => Command | null): Command | null {
  return entry === null ? null : make(entry.id);
}

function waiting({ meeting, random }: Hand): Entry | null {
  return oneOf(queue(meeting), random);
}

function gone({ meeting, random }: Hand): Entry | null {
  return oneOf(
    meeting.entries.filter(({ status }) => status === 'withdrawn' || status === 'absent'),
    random,
  );
}

function oneOf<T>(list: readonly T[], random: Random): T | null {
  return list.length === 0 ? null : random.pick(list);
}

function revisionOf(meeting: Meeting, entryId: string): number {
  return meeting.entries.find(({ id }) => id === entryId)?.revision ?? 0;
}

function newcomer(random: Random) {
  const name = `Newcomer ${random.between(1, 9_999)}`;
  return { persons: [{ name, kind: 'delegation' as const }], rank: 'state' as const, language: random.pick(officialLanguages) };
}

function owed({ meeting, station }: Hand): Command | null {
  const [change] = changesOwedBy(meeting, station);
  return change === undefined ? null : { type: 'acknowledgeChange', changeId: change.id };
}

/** The first name of a coming speaker that nobody has vouched for yet. */
function verify({ meeting }: Hand): Command | null {
  for (const entry of queue(meeting).slice(0, 3)) {
    for (const person of entry.persons) {
      const language = meeting.captions.required.find((each) => captionState(person, each) !== 'verified');
      if (language !== undefined) {
        return { type: 'verifyName', entryId: entry.id, personId: person.id, language, text: `${person.name} [${language}]` };
      }
    }
  }
  return null;
}
