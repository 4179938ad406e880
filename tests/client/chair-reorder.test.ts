import { describe, expect, it } from 'vitest';
import { dropOn, type Move, moveDown, moveUp } from '../../client/views/chair/reorder.ts';
import { given, type Scenario } from '../kit/given.ts';
import { smallPlan } from '../kit/plans.ts';

const start = (): Scenario => given(smallPlan()).when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 });

/** The list after the move was carried out. */
function orderAfter(scenario: Scenario, move: Move | null): string {
  if (move === null) return 'no move';
  const next = scenario.when({ type: 'moveEntry', ...move });
  expect(next.refusal).toBeNull();
  return next.meeting.entries.map(({ id, segmentId }) => `${id}/${segmentId}`).join(' ');
}

describe('moves by key', () => {
  it('go one place up inside a segment', () => {
    expect(orderAfter(start(), moveUp(start().meeting, 'e6'))).toContain('e4/s2 e6/s2 e5/s2 e7/s2');
  });

  it('go one place down inside a segment, also to its end', () => {
    expect(orderAfter(start(), moveDown(start().meeting, 'e5'))).toContain('e4/s2 e6/s2 e5/s2 e7/s2');
    expect(orderAfter(start(), moveDown(start().meeting, 'e6'))).toContain('e4/s2 e5/s2 e7/s2 e6/s2 e8/s3');
  });

  it('cross the end of a segment one step at a time', () => {
    expect(orderAfter(start(), moveDown(start().meeting, 'e7'))).toContain('e6/s2 e7/s3 e8/s3');
    expect(orderAfter(start(), moveUp(start().meeting, 'e8'))).toContain('e6/s2 e8/s2 e7/s2 e9/s3');
  });

  it('stop behind who has the floor and at the end of the list', () => {
    expect(moveUp(start().meeting, 'e2')).toBeNull();
    expect(moveDown(start().meeting, 'e10')).toBeNull();
    expect(moveUp(start().meeting, 'e1')).toBeNull();
  });

  it('pass over who is absent', () => {
    const without = start().when({ type: 'markAbsent', entryId: 'e5' });
    expect(moveUp(without.meeting, 'e6')).toEqual({ entryId: 'e6', beforeId: 'e4' });
  });
});

describe('a row let go over another', () => {
  it('goes before it in its upper half, behind it in its lower half', () => {
    expect(dropOn(start().meeting, 'e9', 'e5', 'upper')).toEqual({ entryId: 'e9', beforeId: 'e5' });
    expect(dropOn(start().meeting, 'e9', 'e5', 'lower')).toEqual({ entryId: 'e9', beforeId: 'e6' });
  });

  it('goes to the end of its own segment behind the last row', () => {
    expect(dropOn(start().meeting, 'e4', 'e7', 'lower')).toEqual({ entryId: 'e4' });
  });

  it('goes before the last row of another segment, whose end the command cannot name', () => {
    expect(dropOn(start().meeting, 'e9', 'e7', 'lower')).toEqual({ entryId: 'e9', beforeId: 'e7' });
  });

  it('does nothing where it already is', () => {
    expect(dropOn(start().meeting, 'e5', 'e5', 'upper')).toBeNull();
    expect(dropOn(start().meeting, 'e5', 'e6', 'upper')).toBeNull();
    expect(dropOn(start().meeting, 'e5', 'e4', 'lower')).toBeNull();
    expect(dropOn(start().meeting, 'e7', 'e6', 'lower')).toBeNull();
  });

  it('goes to the first place left when let go over who has spoken or speaks', () => {
    expect(dropOn(start().meeting, 'e9', 'e1', 'lower')).toEqual({ entryId: 'e9', beforeId: 'e2' });
    expect(dropOn(start().meeting, 'e2', 'e1', 'upper')).toBeNull();
  });

  it('never moves who has the floor', () => {
    expect(dropOn(start().meeting, 'e1', 'e5', 'upper')).toBeNull();
  });
});
