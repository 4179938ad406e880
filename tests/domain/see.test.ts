import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyMeeting, evolve } from '../../shared/domain/evolve.ts';
import { eventAsSeenBy, meetingAsSeenBy } from '../../shared/domain/permissions.ts';
import type { MeetingPlan } from '../../shared/domain/plan.ts';
import { must } from '../../shared/lib/assert.ts';
import { given, planned } from '../kit/given.ts';
import { smallPlan } from '../kit/plans.ts';
import { histories, lively, play } from './histories.ts';

/** Seconds at most on a busy machine; a history that hangs is a failure too. */
const timeout = 60_000;

/** Everything that must not reach the public carries this word; `histories.ts` uses it too. */
const secret = /SECRET/;
const plan = secretPlan();

describe('what display and output may see', () => {
  it('[ST4] Folding the filtered log from the filtered plan gives the filtered state, after every event of any history.', {
    timeout,
  }, () => {
    fc.assert(
      fc.property(histories(lively, 60), (steps) => {
        let seen = evolve(emptyMeeting, must(eventAsSeenBy('public', planned(plan)), 'the plan'));
        for (const { event, after } of play(plan, steps).flatMap(({ folds }) => folds)) {
          const visible = eventAsSeenBy('public', event);
          if (visible !== null) seen = evolve(seen, visible);
          const filtered = meetingAsSeenBy('public', after);
          if (!isDeepStrictEqual(seen, filtered)) expect(seen).toStrictEqual(filtered);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('[ST6] No text, note, reason, interpreter, signal or late change reaches the public, in any event or state.', { timeout }, () => {
    let withheld = 0;
    fc.assert(
      fc.property(histories(lively, 60), (steps) => {
        for (const { event, after } of play(plan, steps).flatMap(({ folds }) => folds)) {
          const visible = JSON.stringify(eventAsSeenBy('public', event));
          if (visible === 'null') withheld += 1;
          expect(visible).not.toMatch(secret);
          const state = meetingAsSeenBy('public', after);
          expect(JSON.stringify(state)).not.toMatch(secret);
          expect([state.changes, state.signals, state.counters.change, state.counters.signal]).toEqual([[], [], 0, 0]);
        }
      }),
      { numRuns: 100 },
    );
    expect(withheld).toBeGreaterThan(100);
    expect(JSON.stringify(eventAsSeenBy('public', planned(plan)))).not.toMatch(secret);
    // The search would find it.
    expect(JSON.stringify(planned(plan)).match(/SECRET/g)).toHaveLength(4);
    expect(JSON.stringify(given(plan).meeting)).toMatch(secret);
  });

  it('keeps what a display and an output need: list, floor, clock, names, captions and the lamp', () => {
    const meeting = given(plan)
      .when({ type: 'giveFloor', entryId: 'e5' })
      .when({ type: 'armCaption', entryId: 'e5' })
      .when({ type: 'requestSlowDown' }).meeting;
    const { entries, floor, captions, slowDown, segments } = meetingAsSeenBy('public', meeting);
    expect({ floor, captions, slowDown, segments }).toEqual({
      floor: meeting.floor,
      captions: meeting.captions,
      slowDown: meeting.slowDown,
      segments: meeting.segments,
    });
    expect(entries.map(({ persons }) => persons)).toEqual(meeting.entries.map(({ persons }) => persons));
  });

  it('hides nothing from staff', () => {
    const { meeting, log } = given(plan).when({ type: 'raiseSignal', kind: 'noSound' });
    expect(meetingAsSeenBy('staff', meeting)).toBe(meeting);
    for (const event of log) expect(eventAsSeenBy('staff', event)).toBe(event);
  });
});

function secretPlan(): MeetingPlan {
  const small = smallPlan();
  return {
    ...small,
    booths: { fr: [{ id: 'SECRET One', a: ['fr'], b: ['en'], c: [] }] },
    segments: small.segments.map((segment) => ({
      ...segment,
      entries: segment.entries.map(({ note, script, ...entry }) => ({
        ...entry,
        ...(note === undefined ? {} : { note: 'SECRET note' }),
        ...(script === undefined ? {} : { script: { ...script, paragraphs: ['SECRET one.', 'SECRET two.'] } }),
      })),
    })),
  };
}
