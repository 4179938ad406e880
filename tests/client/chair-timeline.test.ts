import { describe, expect, it } from 'vitest';
import { firstToCut, timeCuts } from '../../client/views/chair/time-cut.ts';
import { type Timeline, timeline } from '../../client/views/chair/timeline.ts';
import { forecast } from '../../shared/domain/rules/forecast.ts';
import { given, type Scenario, startsAt } from '../kit/given.ts';
import { floorPlan, smallPlan } from '../kit/plans.ts';

const lineOf = ({ meeting }: Scenario, now: number): Timeline => timeline(meeting, forecast(meeting, now), now);
const kinds = (line: Timeline): readonly string[] => line.blocks.map(({ kind, speakers, state }) => `${kind} ${speakers} ${state}`);

describe('the bar of the two hours', () => {
  it('groups the podium by role and the floor by slot', () => {
    const line = lineOf(given(smallPlan()), startsAt);
    expect(kinds(line)).toEqual(['chair 1 toCome', 'panellist 2 toCome', 'floor 4 toCome', 'floor 3 toCome']);
    expect(line.blocks.map(({ slot }) => slot)).toEqual([0, 0, 1, 2]);
    expect(line.nowAt).toBeNull();
  });

  it('is drawn in proportion to time, from the start to the wall', () => {
    const line = lineOf(given(smallPlan()).when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 }), startsAt);
    const [chair] = line.blocks;
    expect(line.from).toBe(startsAt);
    expect(line.to).toBe(startsAt + 7_200_000);
    expect(chair?.start).toBe(0);
    expect(chair?.size).toBeCloseTo(180 / 7200);
    expect(line.wallAt).toBe(1);
  });

  it('shows what is done, and now', () => {
    const line = lineOf(given(smallPlan()).when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 }), startsAt + 90_000);
    expect(line.blocks[0]).toMatchObject({ state: 'running', done: 0.5 });
    expect(line.nowAt).toBeCloseTo(90 / 7200);
  });

  it('reaches over the wall when the meeting would', () => {
    const line = lineOf(given(floorPlan(5, { endsAt: '16:05' })).when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 }), startsAt);
    expect(line.wallAt).toBeLessThan(1);
    expect(line.endAt).toBe(1);
  });

  it('puts a point of order between the two parts of the statement that it interrupts', () => {
    const scenario = given(smallPlan())
      .when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 })
      .when(
        { type: 'raisePointOfOrder', entry: { persons: [{ kind: 'delegation', name: 'Cuba' }], rank: 'state', language: 'es' } },
        { at: 60 },
      );
    const line = lineOf(scenario, startsAt + 70_000);
    expect(line.blocks.slice(0, 3).map(({ kind }) => kind)).toEqual(['chair', 'pointOfOrder', 'chair']);
    expect(new Set(line.blocks.map(({ key }) => key)).size).toBe(line.blocks.length);
  });

  it('has no mark of now after the meeting', () => {
    const closed = given(smallPlan()).when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 }).when({ type: 'closeMeeting' }, { at: 200 });
    const line = lineOf(closed, startsAt + 300_000);
    expect(line.nowAt).toBeNull();
    expect(kinds(line)).toEqual(['chair 1 past']);
  });
});

describe('shortening the time', () => {
  it('is shown before it is decided: who is reached then', () => {
    const { meeting } = given(floorPlan(30, { endsAt: '17:00' })).when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 });
    const before = forecast(meeting, startsAt);
    expect(before.notReached).toHaveLength(3);
    const cuts = timeCuts(meeting, 'e2', startsAt);
    expect(cuts.map(({ seconds }) => seconds)).toEqual([90, 60]);
    expect(cuts[0]).toMatchObject({ notReached: 0 });
    expect(forecast(meeting, startsAt)).toEqual(before);
  });

  it('offers nothing that would shorten nobody', () => {
    const { meeting } = given(floorPlan(2));
    expect(timeCuts(meeting, 'e1', startsAt).map(({ seconds }) => seconds)).toEqual([90, 60]);
  });

  it('begins with the next speaker of the floor, never with the podium', () => {
    expect(firstToCut(given(smallPlan()).meeting)).toBe('e4');
  });
});
