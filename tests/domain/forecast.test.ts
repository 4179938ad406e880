import { describe, expect, it } from 'vitest';
import { forecast, isRehearsal, wallOf } from '../../shared/domain/rules/forecast.ts';
import { given, startsAt } from '../kit/given.ts';
import { floorPlan, smallPlan } from '../kit/plans.ts';

const hour = 3600;
const at = (second: number) => startsAt + second * 1000;
/** Thirty speakers of two minutes in one hour. */
const thirty = given(floorPlan(30, { endsAt: '17:00' }));

describe('the forecast', () => {
  it('[FC1] Thirty times 2:00 with 10 s between them takes 64:50, so in one hour 27 fit and exactly three are not reached.', () => {
    const seen = forecast(thirty.meeting, at(-600));
    expect(seen.notReached).toEqual(['e28', 'e29', 'e30']);
    expect(seen.starts).toHaveLength(30);
    expect([seen.starts[0]?.at, seen.starts[1]?.at]).toEqual([at(0), at(130)]);
    expect(seen).toMatchObject({ projectedEndAt: at(64 * 60 + 50), wallAt: at(hour), overSeconds: 290 });
    expect(forecast(given(floorPlan(30, { endsAt: '17:00', changeoverSeconds: 12 })).meeting, at(0)).notReached).toHaveLength(3);
    expect(forecast(given(floorPlan(30, { endsAt: '17:00', changeoverSeconds: 0 })).meeting, at(0)).notReached).toEqual([]);
  });

  it('[FC2] What is left on the clock of the floor, and of who was interrupted, comes before the others.', () => {
    const one = thirty.when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 });
    expect(forecast(one.meeting, at(30)).starts[0]).toEqual({ entryId: 'e2', at: at(130) });
    // Over time: the next one begins after the change of speaker, counted from now.
    expect(forecast(one.meeting, at(150)).starts[0]).toEqual({ entryId: 'e2', at: at(160) });
    const objection = { persons: [{ name: 'Egypt' }], rank: 'state', language: 'ar' } as const;
    const interrupted = one.when({ type: 'raisePointOfOrder', entry: objection }, { at: 60 });
    expect(forecast(interrupted.meeting, at(60)).starts[0]).toEqual({ entryId: 'e2', at: at(60 + 120 + 60 + 10) });
    expect(forecast(interrupted.meeting, at(60)).projectedEndAt).toBe(at(60 + 180 + 29 * 130));
  });

  it('[FC3] A meeting that begins late on its day is forecast from now; on another day before its start, from the plan.', () => {
    expect(forecast(thirty.meeting, at(600)).starts[0]?.at).toBe(at(600));
    expect(forecast(thirty.meeting, at(600)).notReached).toHaveLength(7);
    expect(forecast(thirty.meeting, at(400 * 24 * hour)).starts[0]?.at).toBe(at(0));
  });

  it('[FC4] On a rehearsal day the wall stands as long after the actual start as it was planned to.', () => {
    const nextYear = 300 * 24 * hour;
    const rehearsal = thirty.when({ type: 'giveFloor', entryId: 'e1' }, { at: nextYear });
    expect(isRehearsal(rehearsal.meeting)).toBe(true);
    expect(wallOf(rehearsal.meeting)).toBe(at(nextYear + hour));
    expect(forecast(rehearsal.meeting, at(nextYear)).notReached).toHaveLength(3);
    const late = thirty.when({ type: 'giveFloor', entryId: 'e1' }, { at: 900 });
    expect([isRehearsal(late.meeting), wallOf(late.meeting)]).toEqual([false, at(hour)]);
    expect([isRehearsal(thirty.meeting), wallOf(thirty.meeting)]).toEqual([false, at(hour)]);
  });

  it('[FC5] Podium and floor each have used, needed and left seconds; pauses and changes of speaker are not counted.', () => {
    const { meeting } = given(smallPlan())
      .when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 })
      .when({ type: 'pauseClock' }, { at: 60 })
      .when({ type: 'giveFloor', entryId: 'e4' }, { at: 100 });
    const seen = forecast(meeting, at(130));
    expect(seen.podium).toEqual({ budgetSeconds: 3600, usedSeconds: 60, neededSeconds: 960, leftSeconds: 3540 });
    expect(seen.floor).toEqual({ budgetSeconds: 3600, usedSeconds: 30, neededSeconds: 90 + 6 * 120, leftSeconds: 3570 });
  });

  it('[FC6] The share of a panellist is what openings, moderator and chair leave of the podium, in equal parts.', () => {
    const plan = given(smallPlan());
    expect(forecast(plan.meeting, at(0)).sharePerPanellistSeconds).toBe((3600 - 180) / 2);
    const over = plan.when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 }).when({ type: 'endStatement' }, { at: 600 });
    expect(forecast(over.meeting, at(600)).sharePerPanellistSeconds).toBe((3600 - 600) / 2);
    const alone = plan.when({ type: 'withdrawEntry', entryId: 'e2' });
    expect(forecast(alone.meeting, at(0)).sharePerPanellistSeconds).toBe(3600 - 180);
    expect(forecast(alone.when({ type: 'withdrawEntry', entryId: 'e3' }).meeting, at(0)).sharePerPanellistSeconds).toBeNull();
    expect(forecast(thirty.meeting, at(0)).sharePerPanellistSeconds).toBeNull();
  });

  it('[FC7] A closed meeting ends when it was closed and reaches nobody any more.', () => {
    const closed = thirty.when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 }).when({ type: 'closeMeeting' }, { at: 100 });
    expect(forecast(closed.meeting, at(9000))).toMatchObject({ projectedEndAt: at(100), starts: [], notReached: [] });
  });

  it('shows what a shorter time would do before it is decided', () => {
    const cut = thirty.when({ type: 'cutTime', seconds: 90, from: 'e1' });
    expect(forecast(cut.meeting, at(0))).toMatchObject({ notReached: [], projectedEndAt: at(30 * 90 + 290) });
  });

  it('counts the call: who was called comes first', () => {
    const called = thirty.when({ type: 'callEntry', entryId: 'e30' });
    expect(forecast(called.meeting, at(0)).starts[0]?.entryId).toBe('e30');
    expect(forecast(called.meeting, at(0)).notReached).toEqual(['e27', 'e28', 'e29']);
  });
});
