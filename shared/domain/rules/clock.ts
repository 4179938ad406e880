/** The speaker's clock. Everything is computed from instants, so that every screen shows the same second without ticks on the wire. */
import type { Clock, Spoken } from '../meeting.ts';

export function elapsedMs(clock: Clock, now: number): number {
  return Math.max(0, (clock.pausedAt ?? now) - clock.startedAt - clock.pausedMs);
}

/** Negative when the speaker is over time. */
export function remainingMs(clock: Clock, now: number): number {
  return clock.limitSeconds * 1000 - elapsedMs(clock, now);
}

export function isPaused(clock: Clock): boolean {
  return clock.pausedAt !== null;
}

/** When the time is up if nothing else happens; `null` while paused. */
export function endsAt(clock: Clock): number | null {
  return clock.pausedAt === null ? clock.startedAt + clock.pausedMs + clock.limitSeconds * 1000 : null;
}

export function pause(clock: Clock, at: number): Clock {
  return clock.pausedAt === null ? { ...clock, pausedAt: at } : clock;
}

export function resume(clock: Clock, at: number): Clock {
  if (clock.pausedAt === null) return clock;
  return { ...clock, pausedAt: null, pausedMs: clock.pausedMs + Math.max(0, at - clock.pausedAt) };
}

/** Length of a statement that has ended, without pauses. */
export function spokenMs(spoken: Spoken): number {
  return spoken.endedAt === null ? 0 : Math.max(0, spoken.endedAt - spoken.startedAt - spoken.pausedMs);
}

/**
 * `m:ss` of what is left. The second shown is the one that is running: 2:00 at the start, 0:01 until the very end, and
 * `-0:23` when 23 whole seconds have passed since.
 */
export function formatRemaining(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const size = Math.abs(seconds);
  return `${seconds < 0 ? '-' : ''}${Math.floor(size / 60)}:${String(size % 60).padStart(2, '0')}`;
}
