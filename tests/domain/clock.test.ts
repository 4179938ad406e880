import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { elapsedMs, endsAt, formatRemaining, isPaused, pause, remainingMs, resume, spokenMs } from '../../shared/domain/rules/clock.ts';
import { must } from '../../shared/lib/assert.ts';
import { given, startsAt } from '../kit/given.ts';
import { smallPlan } from '../kit/plans.ts';

const albania = given(smallPlan()).when({ type: 'giveFloor', entryId: 'e5' }, { at: 0 });

describe('the clock', () => {
  it('[CK1] What has passed and what is left follow from instants; a pause counts for neither.', () => {
    const paused = albania.when({ type: 'pauseClock' }, { at: 30 }).thenFacts({ type: 'clockPaused' });
    expect(clockAt(paused.meeting, 45)).toEqual({ elapsed: 30, left: 90, endsAt: null });
    const running = paused.when({ type: 'resumeClock' }, { at: 50 }).thenFacts({ type: 'clockResumed' });
    expect(clockAt(running.meeting, 60)).toEqual({ elapsed: 40, left: 80, endsAt: 140 });
    const twice = running.when({ type: 'pauseClock' }, { at: 60 }).when({ type: 'resumeClock' }, { at: 65 });
    expect(clockAt(twice.meeting, 70)).toEqual({ elapsed: 45, left: 75, endsAt: 145 });
    // A screen whose clock is a little behind shows the full time, not more.
    expect(clockAt(albania.meeting, -1)).toMatchObject({ elapsed: 0, left: 120 });
  });

  it('[CK2] Only a running clock is paused, only a paused one resumed, and only when somebody has the floor.', () => {
    albania.when({ type: 'resumeClock' }).thenRefused('clockRunning');
    albania.when({ type: 'pauseClock' }).when({ type: 'pauseClock' }).thenRefused('clockPaused');
    const nobody = given(smallPlan());
    nobody.when({ type: 'pauseClock' }).thenRefused('nobodySpeaking');
    nobody.when({ type: 'resumeClock' }).thenRefused('nobodySpeaking');
    nobody.when({ type: 'addTime', seconds: 30 }).thenRefused('nobodySpeaking');
  });

  it('[CK3] Time is added to or taken from the statement on the floor, never below zero, and not from the entry.', () => {
    const longer = albania.when({ type: 'addTime', seconds: 30 }).thenFacts({ type: 'timeAdded', seconds: 30 });
    expect(clockAt(longer.meeting, 100)).toEqual({ elapsed: 100, left: 50, endsAt: 150 });
    expect(entry(longer.meeting)).toMatchObject({ limitSeconds: 120, spoken: { limitSeconds: 150 } });
    expect(longer.when({ type: 'addTime', seconds: -3600 }).meeting.floor?.clock.limitSeconds).toBe(0);
  });

  it('[CK4] The record of a statement holds its start, its end, its pauses and the limit it ended with.', () => {
    const { meeting } = albania
      .when({ type: 'pauseClock' }, { at: 30 })
      .when({ type: 'resumeClock' }, { at: 40 })
      .when({ type: 'addTime', seconds: 15 }, { at: 50 })
      .when({ type: 'pauseClock' }, { at: 100 })
      .when({ type: 'endStatement' }, { at: 120 });
    const spoken = must(entry(meeting).spoken, 'a record');
    expect(spoken).toEqual({ startedAt: startsAt, endedAt: startsAt + 120_000, pausedMs: 30_000, limitSeconds: 135 });
    expect(spokenMs(spoken)).toBe(90_000);
    expect(spokenMs({ ...spoken, endedAt: null })).toBe(0);
  });

  const readings = [
    [120_000, '2:00'],
    [119_999, '2:00'],
    [60_001, '1:01'],
    [1, '0:01'],
    [0, '0:00'],
    [-999, '0:00'],
    [-1000, '-0:01'],
    [-83_500, '-1:23'],
    [3_600_000, '60:00'],
  ] as const;
  it.each(readings)('[CK5] With %i ms left it reads %s: the second that is running, and over time the whole seconds since.', (ms, text) => {
    expect(formatRemaining(ms)).toBe(text);
  });

  it('pauses and resumes only once, and gives back the same clock when nothing changed', () => {
    const clock = must(albania.meeting.floor, 'a floor').clock;
    expect(resume(clock, startsAt)).toBe(clock);
    const paused = pause(clock, startsAt + 1000);
    expect([isPaused(clock), isPaused(paused)]).toEqual([false, true]);
    expect(pause(paused, startsAt + 2000)).toBe(paused);
    // Instants of one store never fall, but a clock that was set back must not give time away.
    expect(resume(paused, startsAt)).toMatchObject({ pausedAt: null, pausedMs: 0 });
  });
});

/** Seconds; `endsAt` after the start. */
function clockAt(meeting: Meeting, second: number) {
  const { clock } = must(meeting.floor, 'a floor');
  const now = startsAt + second * 1000;
  const end = endsAt(clock);
  return {
    elapsed: elapsedMs(clock, now) / 1000,
    left: remainingMs(clock, now) / 1000,
    endsAt: end === null ? null : (end - startsAt) / 1000,
  };
}

function entry(meeting: Meeting) {
  return must(
    meeting.entries.find(({ id }) => id === 'e5'),
    'Albania',
  );
}
