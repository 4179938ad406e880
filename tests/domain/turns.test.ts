import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../shared/domain/commands.ts';
import { tellsOfTurns, turnMark, turnsFrom } from '../../shared/domain/rules/turns.ts';
import { must } from '../../shared/lib/assert.ts';
import { given, type Scenario, startsAt } from '../kit/given.ts';
import { smallPlan } from '../kit/plans.ts';
import { histories, play } from './histories.ts';

const planned = given(smallPlan());
/** What moves a turn, the microphone most often, and something that does not. */
const moving = [
  'takeMicrophone',
  'takeMicrophone',
  'takeMicrophone',
  'setTeam',
  'giveFloor',
  'suspendMeeting',
  'resumeMeeting',
  'addTime',
] as const;
/** The chair speaks from the planned start on. */
const begun = planned.when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 });

function minute(minutes: number): number {
  return startsAt + minutes * 60_000;
}

function take(scenario: Scenario, interpreter: string, atMinute: number): Scenario {
  return scenario.when({ type: 'takeMicrophone', booth: 'fr', interpreter }, { at: atMinute * 60, by: 'booth:fr' });
}

function ask(scenario: Scenario, command: Command, atMinute: number): Scenario {
  return scenario.when(command, { at: atMinute * 60, by: 'admin' });
}

function french(scenario: Scenario, nowMinute: number) {
  return must(
    turnsFrom(scenario.log, minute(nowMinute)).find(({ booth }) => booth === 'fr'),
    'the French booth',
  );
}

describe('turns at the microphone', () => {
  it('[TU1] A turn lasts until another takes the microphone; who is there still has no end, and time up to now.', () => {
    const booth = french(take(take(begun, 'F. One', 0), 'F. Two', 25), 35);
    expect(booth).toEqual({
      booth: 'fr',
      seconds: 35 * 60,
      interpreters: [
        { interpreter: 'F. One', turns: [{ since: minute(0), until: minute(25), seconds: 1500 }], seconds: 1500, share: 25 / 35 },
        { interpreter: 'F. Two', turns: [{ since: minute(25), until: null, seconds: 600 }], seconds: 600, share: 10 / 35 },
      ],
    });
  });

  it('[TU1] The same interpreter announced again goes on with the same turn.', () => {
    const booth = french(take(take(begun, 'F. One', 0), 'F. One', 10), 20);
    expect(booth.interpreters[0]?.turns).toEqual([{ since: minute(0), until: null, seconds: 1200 }]);
  });

  it('[TU2] A turn ends when the team no longer has the person, whose time stays on the sheet, and not with any other new team.', () => {
    const two = { id: 'F. Two', a: ['fr'], b: [], c: ['en'] };
    const one = { id: 'F. One', a: ['fr'], b: [], c: ['en'] };
    const stays = ask(take(begun, 'F. One', 0), { type: 'setTeam', booth: 'fr', interpreters: [two, one] }, 10);
    expect(french(stays, 20).interpreters).toMatchObject([
      { interpreter: 'F. Two', turns: [] },
      { interpreter: 'F. One', turns: [{ until: null, seconds: 1200 }] },
    ]);
    const goes = ask(stays, { type: 'setTeam', booth: 'fr', interpreters: [two] }, 15);
    expect(french(goes, 20).interpreters).toMatchObject([
      { interpreter: 'F. Two', turns: [], share: 0 },
      { interpreter: 'F. One', turns: [{ until: minute(15), seconds: 900 }], share: 1 },
    ]);
  });

  it('[TU2] A turn ends when the meeting closes.', () => {
    const closed = ask(take(begun, 'F. One', 0), { type: 'closeMeeting' }, 30);
    expect(french(closed, 90).interpreters[0]?.turns).toEqual([{ since: minute(0), until: minute(30), seconds: 1800 }]);
  });

  it('[TU3] Time while the meeting is suspended is not counted, nor is time before the first speaker.', () => {
    const early = take(planned, 'F. One', -10);
    expect(french(early, -5).seconds).toBe(0);
    const suspended = ask(early.when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 }), { type: 'suspendMeeting' }, 10);
    expect(french(suspended, 25).seconds).toBe(600);
    const resumed = ask(suspended, { type: 'resumeMeeting' }, 30);
    expect(french(resumed, 35).interpreters[0]?.turns).toEqual([{ since: minute(-10), until: null, seconds: 900 }]);
    expect(french(ask(suspended, { type: 'closeMeeting' }, 40), 50).seconds).toBe(600);
  });

  it('[TU3] Suspended and resumed before the first speaker, a meeting still counts nothing.', () => {
    const early = ask(ask(take(planned, 'F. One', -10), { type: 'suspendMeeting' }, -9), { type: 'resumeMeeting' }, -8);
    expect(french(early, -1).seconds).toBe(0);
  });

  it('[TU3] Who was announced before the meeting and replaced before it has had no turn.', () => {
    const early = take(take(planned, 'F. One', -10), 'F. Two', -5).when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 });
    expect(french(early, 5).interpreters).toMatchObject([
      { interpreter: 'F. One', turns: [], seconds: 0 },
      { interpreter: 'F. Two', seconds: 300, share: 1 },
    ]);
  });

  it('[TU4] Interpreters stand in the order of their team whatever they have worked, and booths without a team are left out.', () => {
    const booths = turnsFrom(take(begun, 'F. Two', 0).log, minute(30));
    expect(booths.map(({ booth }) => booth)).toEqual(['zh', 'fr']);
    expect(french(take(begun, 'F. Two', 0), 30).interpreters.map(({ interpreter }) => interpreter)).toEqual(['F. One', 'F. Two']);
  });

  it('[TU4] In any history the shares of a booth are its whole, no time is counted twice, and what is left out tells nothing.', () => {
    fc.assert(
      fc.property(histories(moving, 60), (steps) => {
        const turns = play(smallPlan(), steps);
        const last = turns.at(-1);
        if (last === undefined) return;
        const log = [...planned.log, ...turns.flatMap(({ folds }) => folds.map(({ event }) => event))];
        const booths = turnsFrom(log, last.now);
        expect(turnsFrom(log.filter(tellsOfTurns), last.now)).toEqual(booths);
        const longest = (last.now - must(log[0], 'the plan').at) / 1000;
        for (const { booth, seconds, interpreters } of booths) {
          expect(seconds).toBeLessThanOrEqual(longest + log.length);
          const shares = interpreters.reduce((sum, { share }) => sum + share, 0);
          expect(seconds === 0 ? shares : shares - 1).toBeCloseTo(0);
          const present = interpreters.filter((own) => own.turns.some(({ until }) => until === null)).map(({ interpreter }) => interpreter);
          const onMic = last.after.status === 'closed' ? null : last.after.booths[booth].onMic;
          expect(present).toEqual(onMic === null ? [] : [onMic.interpreter]);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('the marks of a turn', () => {
  it('[TU5] A turn is marked at the first and at the second of the two marks of the meeting, not before.', () => {
    const marks = [25, 30] as const;
    expect(turnMark(marks, 25 * 60_000 - 1)).toBeNull();
    expect(turnMark(marks, 25 * 60_000)).toBe('first');
    expect(turnMark(marks, 30 * 60_000 - 1)).toBe('first');
    expect(turnMark(marks, 30 * 60_000)).toBe('second');
    expect(turnMark([20, 20], 20 * 60_000)).toBe('second');
  });
});
