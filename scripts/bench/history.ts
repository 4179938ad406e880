/** The log of a long, lively meeting: made by the rules themselves, always the same, nothing in it that a chair could not do. */
import { samplePlan } from '../../server/sample/hrc37-panel.ts';
import type { Command } from '../../shared/domain/commands.ts';
import { decide } from '../../shared/domain/decide.ts';
import type { MeetingEvent } from '../../shared/domain/events.ts';
import { emptyMeeting, evolve } from '../../shared/domain/evolve.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { queue } from '../../shared/domain/selectors.ts';
import type { Station } from '../../shared/domain/stations.ts';
import { officialLanguages } from '../../shared/reference/languages.ts';

type Turn = (meeting: Meeting, round: number) => readonly (readonly [by: Station, command: Command])[];

/** Turns taken while one speaker has the floor, so that the list lasts to the end of the log. */
const turnsPerSpeaker = 130;

/** JSON of one event per line, `meetingPlanned` first. */
export function readHistory(length: number): readonly string[] {
  let at = Date.UTC(2018, 1, 26, 15);
  const lines: string[] = [];
  let meeting = emptyMeeting;
  const add = (event: MeetingEvent): void => {
    meeting = evolve(meeting, event);
    lines.push(JSON.stringify(event));
  };

  add({ type: 'meetingPlanned', meetingId: 'long', plan: samplePlan, at, by: 'admin' });
  for (let round = 0; lines.length < length; round += 1) {
    const turn = round % turnsPerSpeaker === 0 ? nextSpeaker : turns[round % turns.length];
    for (const [by, command] of turn?.(meeting, round) ?? []) {
      at += 500;
      const decided = decide(meeting, command, { by, now: at });
      // Some turns do not fit the moment, such as a name that is not verified: then the chair does something else.
      if (decided.ok) for (const fact of decided.value) add({ ...fact, at, by: fact.type === 'slowDownRequested' ? 'booth' : by });
    }
    if (round > length * 10) throw new Error(`Expected ${length} events, the meeting came to an end after ${lines.length}`);
  }
  return lines.slice(0, length);
}

const nextSpeaker: Turn = (meeting) =>
  queue(meeting)
    .slice(0, 1)
    .map((entry) => ['chair', { type: 'giveFloor', entryId: entry.id }]);

const turns: readonly Turn[] = [
  (_, round) => [['chair', { type: 'addTime', seconds: round % 2 === 0 ? 30 : -30 }]],
  () => [
    ['chair', { type: 'pauseClock' }],
    ['chair', { type: 'resumeClock' }],
  ],
  (_, round) => (round % 5 === 0 ? [['booth:fr', { type: 'setFloorLanguage', language: languageAt(round) }]] : []),
  ({ floor }) =>
    floor === null
      ? []
      : [
          ['webcast', { type: 'armCaption', entryId: floor.entryId }],
          ['webcast', { type: 'clearCaption' }],
        ],
  ({ captions: { armed } }) => (armed === null ? [] : [['webcast', { type: 'takeCaption', cueId: armed.id, cueHash: armed.hash }]]),
  (meeting, round) => {
    const [, first, second] = queue(meeting);
    if (first === undefined || second === undefined || round % 5 !== 0) return [];
    return [['chair', { type: 'swapEntries', entryId: first.id, withId: second.id }]];
  },
  (meeting, round) => {
    const entry = queue(meeting)[round % 7];
    if (entry === undefined) return [];
    return [['chair', { type: 'editEntry', entryId: entry.id, revision: entry.revision, patch: { note: `Note ${round}` } }]];
  },
  ({ changes }) => {
    const open = changes.findLast(({ cancelledBy }) => cancelledBy === null);
    return (open?.mustSee ?? []).map((station) => [station, { type: 'acknowledgeChange', changeId: open?.id ?? '' }] as const);
  },
  ({ booths }, round) => {
    const booth = languageAt(round);
    const interpreter = booths[booth].interpreters[round % 2];
    return interpreter === undefined ? [] : [[`booth:${booth}`, { type: 'takeMicrophone', booth, interpreter: interpreter.id }]];
  },
  ({ floor }, round) =>
    floor === null ? [] : [['chair', { type: 'setScriptPosition', entryId: floor.entryId, paragraph: round % 8, mode: 'onScript' }]],
  () => [['booth:es', { type: 'requestSlowDown' }]],
];

function languageAt(round: number) {
  return officialLanguages[round % officialLanguages.length] ?? 'en';
}
