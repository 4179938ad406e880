/**
 * What time it is at the server, from probes. Pure: local time comes in as an argument, ms, from a clock that never steps.
 * Of the last 16 probes the one with the least round trip is believed: its error is at most half of that.
 */
import type { TimeAnswer } from '../../shared/protocol/messages/time.ts';
import { limits } from '../../shared/protocol/limits.ts';

export interface ServerClock {
  readonly samples: readonly ClockSample[];
  /** Offset that was shown at local time `slewFrom`; it glides from there towards the believed one. `null` = no probe yet. */
  readonly shownOffset: number | null;
  readonly slewFrom: number;
}

export interface ClockSample {
  readonly roundTripMs: number;
  /** Server minus local, ms. */
  readonly offset: number;
}

/** Above this the clock steps, below it glides: a countdown must not jump (`realtime.md` section 3). */
const stepAboveMs = 500;
/** Our choice: 50 ms per second is not seen on a countdown and is through with the worst glide in 10 s. */
const slewPerMs = 0.05;

export const unsetClock: ServerClock = { samples: [], shownOffset: null, slewFrom: 0 };

/** `receivedAt`: local time at which the answer came. */
export function withProbe(clock: ServerClock, answer: TimeAnswer, receivedAt: number): ServerClock {
  const roundTripMs = Math.max(0, receivedAt - answer.a - (answer.c - answer.b));
  const sample: ClockSample = { roundTripMs, offset: (answer.b - answer.a + (answer.c - receivedAt)) / 2 };
  return {
    samples: [...clock.samples, sample].slice(-limits.clockProbes.kept),
    shownOffset: offsetAt(clock, receivedAt),
    slewFrom: receivedAt,
  };
}

/** A time that the server sent without being asked: good for a first guess, forgotten with the first probe. */
export function withGuess(clock: ServerClock, serverTime: number, receivedAt: number): ServerClock {
  if (clock.samples.length > 0) return clock;
  return { samples: [], shownOffset: serverTime - receivedAt, slewFrom: receivedAt };
}

/** After sleep the old probes describe another world: the next one counts alone. */
export function withoutProbes(clock: ServerClock, local: number): ServerClock {
  return { samples: [], shownOffset: offsetAt(clock, local), slewFrom: local };
}

/** Server's time at local time `local`; the local time itself as long as nothing is known. */
export function serverTime(clock: ServerClock, local: number): number {
  return local + (offsetAt(clock, local) ?? 0);
}

/** Least round trip of the probes kept, ms; `null` before the first. */
export function latency(clock: ServerClock): number | null {
  return best(clock)?.roundTripMs ?? null;
}

function offsetAt(clock: ServerClock, local: number): number | null {
  const believed = best(clock)?.offset;
  const shown = clock.shownOffset;
  if (believed === undefined) return shown;
  if (shown === null) return believed;
  const away = believed - shown;
  if (Math.abs(away) > stepAboveMs) return believed;
  const reach = Math.max(0, local - clock.slewFrom) * slewPerMs;
  return Math.abs(away) <= reach ? believed : shown + Math.sign(away) * reach;
}

function best(clock: ServerClock): ClockSample | null {
  return clock.samples.reduce<ClockSample | null>(
    (least, sample) => (least === null || sample.roundTripMs < least.roundTripMs ? sample : least),
    null,
  );
}
