/** Every point of the oracle against a true history, which it must let pass, and against planted lies, which it must not. */
import { describe, expect, it } from 'vitest';
import { chainHash } from '../../server/store/hash-chain.ts';
import type { Command } from '../../shared/domain/commands.ts';
import { emptyMeeting, evolve } from '../../shared/domain/evolve.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { meetingAsSeenBy } from '../../shared/domain/permissions.ts';
import { given } from '../kit/given.ts';
import type { GivenCommand } from '../kit/live-station.ts';
import {
  checkLog,
  checkOutcomes,
  checkShown,
  checkStates,
  type Disturbance,
  type LoggedEvent,
  shownBounds,
  type Watched,
} from '../kit/oracle.ts';
import { checkLeftOver, checkMemory, mostRssBytes } from '../kit/oracle-resources.ts';
import { smallPlan } from '../kit/plans.ts';
import { stateName } from '../kit/state-name.ts';

/** Floor, cue, take at 3 s; a change of language at 4 s; the floor ends, and the name leaves, at 10 s. */
const { log, firstAt } = history();
const meetings: Meeting[] = [];
for (const { event } of log) meetings.push(evolve(meetings.at(-1) ?? emptyMeeting, event));
const last = meetings.at(-1) ?? emptyMeeting;
const end = firstAt + 20_000;

function history(): { log: readonly LoggedEvent[]; firstAt: number } {
  let scenario = given(smallPlan());
  const by = (command: Command, at: number): void => {
    scenario = scenario.when(command, { at });
    expect(scenario.refusal).toBeNull();
  };
  by({ type: 'giveFloor', entryId: 'e1' }, 1);
  by({ type: 'armCaption', entryId: 'e1' }, 2);
  const cue = scenario.meeting.captions.armed;
  by({ type: 'takeCaption', cueId: cue?.id ?? '', cueHash: cue?.hash ?? '' }, 3);
  by({ type: 'setFloorLanguage', language: 'fr' }, 4);
  by({ type: 'endStatement' }, 10);
  let hash = '';
  const logged = scenario.log.map((event, index): LoggedEvent => {
    const { at, by: _by, ...fact } = event;
    hash = chainHash(hash, index + 1, at, JSON.stringify(fact));
    return { position: { epoch: 1, offset: index + 1, hash }, event, commandId: `command-at-${at}` };
  });
  return { log: logged, firstAt: logged[0]?.event.at ?? 0 };
}

/** Ms after the plan, which was made a second before the start. */
function at(seconds: number): number {
  return firstAt + 1_000 + seconds * 1_000;
}

function command(more: Partial<GivenCommand>): GivenCommand {
  const base = { commandId: `command-at-${at(1)}`, station: 'chair', type: 'giveFloor', givenAt: at(1), code: null } as const;
  return { ...base, outcome: 'ok', told: ['ok'], ...more };
}

function stationThatShows(more: Partial<Watched>): Watched {
  return { station: 'chair', live: [], air: [], meeting: last, ...more };
}

/** The state after so many events, shown as live. */
function shows(events: number, from: number, until: number): Watched {
  const meeting = meetings[events - 1] ?? emptyMeeting;
  return stationThatShows({ live: [{ state: stateName(meeting), floor: null, from, until }] });
}

function airs(from: number, until: number, more: Partial<Watched['air'][number]> = {}): Watched {
  const cue = meetings.find(({ captions }) => captions.onAir !== null)?.captions.onAir?.cue;
  const picture = { language: 'en', cueHash: cue?.hash ?? '', seq: 1, name: cue?.lines.en?.name ?? '', from, until } as const;
  return stationThatShows({ station: 'output', air: [{ ...picture, ...more }], meeting: meetingAsSeenBy('public', last) });
}

function shown(watched: Watched, disturbances: readonly Disturbance[] = []) {
  return checkShown(log, [watched], { disturbances, stallMs: 0, end }).map(({ kind }) => kind);
}

describe('the oracle on outcomes', () => {
  const kinds = (more: Partial<GivenCommand>, events = log) => checkOutcomes(events, [command(more)]).map(({ kind }) => kind);

  it('[SM2] accepts what is true', () => {
    expect(kinds({})).toEqual([]);
    expect(kinds({ outcome: 'duplicate', told: ['ok', 'duplicate'] })).toEqual([]);
    expect(kinds({ commandId: 'other', outcome: 'refused', told: ['refused', 'refused'] })).toEqual([]);
  });

  it('[SM2] finds an acknowledged command that is not in the log', () => {
    expect(kinds({ commandId: 'other' })).toEqual(['lost']);
  });

  it('[SM2] finds a command without outcome, and one with two', () => {
    expect(kinds({ outcome: null, told: [] })).toEqual(['noOutcome']);
    expect(kinds({ told: ['refused'] })).toEqual(['twoOutcomes']);
  });

  it('[SM2] finds a command that was refused, or expired, and carried out', () => {
    expect(kinds({ outcome: 'refused', told: ['refused'] })).toEqual(['twoOutcomes']);
    expect(kinds({ outcome: 'expired', told: [] })).toEqual(['twoOutcomes']);
  });

  it('[SM2] finds a command that was carried out twice', () => {
    const twice = log.map((each, index) => (index === log.length - 1 ? { ...each, commandId: command({}).commandId } : each));
    expect(kinds({}, twice)).toEqual(['duplicated']);
  });
});

describe('the oracle on the log', () => {
  const wrong = (change: (event: LoggedEvent, index: number) => LoggedEvent | null) =>
    checkLog(log.flatMap((each, index) => change(each, index) ?? [])).length;

  it('[SM3] accepts a true log', () => {
    expect(wrong((each) => each)).toBe(0);
  });

  it('[SM3] finds a hole, a swap, a changed fact, an epoch and a time that fell', () => {
    expect(wrong((each, index) => (index === 2 ? null : each))).toBeGreaterThan(0);
    expect(wrong((each, index) => (index === 2 ? (log[3] ?? null) : index === 3 ? (log[2] ?? null) : each))).toBeGreaterThan(0);
    expect(wrong((each, index) => (index === 2 ? { ...each, event: { ...each.event, at: each.event.at + 1 } } : each))).toBeGreaterThan(0);
    expect(wrong((each, index) => (index === 2 ? { ...each, position: { ...each.position, epoch: 2 } } : each))).toBe(1);
  });
});

describe('the oracle on states', () => {
  it('[SM4] accepts what the station may see, and no more', () => {
    expect(checkStates(log, [stationThatShows({}), airs(at(3), at(10))])).toEqual([]);
    expect(checkStates(log, [stationThatShows({ station: 'output', meeting: last })])).toMatchObject([{ kind: 'otherState' }]);
  });

  it('[SM4] finds a station that is behind, or not live, at the end; not one that has left', () => {
    expect(checkStates(log, [stationThatShows({ meeting: meetings[2] ?? null })])).toMatchObject([{ kind: 'otherState' }]);
    expect(checkStates(log, [stationThatShows({ meeting: null })])).toMatchObject([{ kind: 'otherState' }]);
    expect(checkStates(log, [stationThatShows({ meeting: null, left: true })])).toEqual([]);
  });
});

describe('the oracle on what was shown', () => {
  const path = (from: number, until: number): readonly Disturbance[] => [{ where: 'path', from, until }];
  // The change of language at 4 s made three events; after them there are seven.
  const untilEnd = 7;

  it('[SM5] accepts what was true, and what was true a moment ago', () => {
    expect(shown(shows(2, at(1), at(2)))).toEqual([]);
    expect(shown(shows(2, at(1), at(2) + shownBounds.live))).toEqual([]);
    expect(shown(airs(at(3), at(10) + shownBounds.live))).toEqual([]);
  });

  it('[SM5] finds a state that never was, and one that was shown before its time', () => {
    const invented = { ...last, title: 'Another meeting' };
    expect(shown(stationThatShows({ live: [{ state: stateName(invented), floor: null, from: at(1), until: at(2) }] }))).toEqual([
      'neverCommitted',
    ]);
    expect(shown(shows(2, at(0), at(2)))).toEqual(['neverCommitted']);
  });

  it('[SM5] finds an old state that is shown as live, with more patience where something was broken', () => {
    const until = at(10) + shownBounds.live + 1;
    expect(shown(shows(untilEnd, at(5), until))).toEqual(['oldAsLive']);
    expect(shown(shows(untilEnd, at(5), until), path(at(9), at(10)))).toEqual([]);
    expect(shown(shows(untilEnd, at(5), until), path(at(1), at(2)))).toEqual(['oldAsLive']);
    expect(shown(shows(untilEnd, at(5), until + shownBounds.path), path(at(9), at(10)))).toEqual(['oldAsLive']);
  });

  it('[SM5] finds a name that stays on an output after it was cleared', () => {
    expect(shown(airs(at(3), at(10) + shownBounds.live + 1))).toEqual(['wrongName']);
    expect(shown({ ...airs(at(3), at(10) + shownBounds.live + 1), holdMs: 2_000 })).toEqual([]);
  });

  it('[SM5] finds a name that never was on air: not then, not under this number, not with this spelling', () => {
    expect(shown(airs(at(2), at(4)))).toEqual(['wrongName']);
    expect(shown(airs(at(3), at(4), { seq: 2 }))).toEqual(['wrongName']);
    expect(shown(airs(at(3), at(4), { cueHash: 'other' }))).toEqual(['wrongName']);
    expect(shown(airs(at(3), at(4), { name: 'Somebody else' }))).toEqual(['wrongName']);
  });
});

describe('the oracle on what is left', () => {
  const clean = {
    sockets: 0,
    halfOpen: 0,
    servers: 2,
    keys: [
      { name: '{m:a-1}:log', ttlSeconds: null },
      { name: '{m:a-1}:c:0123456789abcdef', ttlSeconds: 86_400 },
      { name: 'rostrum:grants', ttlSeconds: null },
    ],
    topics: [{ name: '{m:a-1}:live', subscribers: 2 }],
  };

  it('[SM6] accepts what belongs there', () => {
    expect(checkLeftOver(clean)).toEqual([]);
    expect(checkLeftOver({ ...clean, sockets: 1, halfOpen: 1 })).toEqual([]);
    expect(checkMemory([{ name: 'left', rssBytes: mostRssBytes }])).toEqual([]);
  });

  it('[SM6] finds memory, sockets, keys, outcomes without end and subscriptions that were left', () => {
    expect(checkMemory([{ name: 'left', rssBytes: mostRssBytes + 1 }])).toMatchObject([{ point: 5 }]);
    expect(checkLeftOver({ ...clean, sockets: 1 })).toHaveLength(1);
    expect(checkLeftOver({ ...clean, keys: [{ name: '{m:a-1}:else', ttlSeconds: null }] })).toHaveLength(1);
    expect(checkLeftOver({ ...clean, keys: [{ name: '{m:a-1}:c:0123456789abcdef', ttlSeconds: null }] })).toHaveLength(1);
    expect(checkLeftOver({ ...clean, topics: [{ name: '{m:a-1}:live', subscribers: 3 }] })).toHaveLength(1);
    expect(checkLeftOver({ ...clean, topics: [{ name: 'elsewhere', subscribers: 1 }] })).toHaveLength(1);
  });
});
