/**
 * The store's clock, estimated in this process: all times that stations see are the store's, whichever server they are
 * connected to. The estimate runs on the monotonic clock, so that a step of this machine's clock does not move it.
 */
export interface StoreClock {
  /** Store's time, whole epoch ms. */
  now(): number;
  /** Asks the store once and improves the estimate. Rejects when the store is away; the estimate then goes on. */
  measure(): Promise<void>;
}

interface Sample {
  readonly offset: number;
  readonly roundTrip: number;
}

/** As many as the clients keep, `realtime.md` section 3. */
const kept = 16;
/** A difference that two round trips cannot explain, in ms: the store's clock was stepped. */
const stepTolerance = 20;

export function createStoreClock(askStore: () => Promise<number>, monotonicMs: () => number = () => performance.now()): StoreClock {
  let samples: readonly Sample[] = [];
  let offset = performance.timeOrigin;

  return {
    now: () => Math.round(monotonicMs() + offset),
    async measure() {
      const asked = monotonicMs();
      const storeTime = await askStore();
      const answered = monotonicMs();
      const sample = { offset: storeTime - (asked + answered) / 2, roundTrip: answered - asked };
      const agreeing = samples.filter((older) => agree(older, sample));
      samples = [...agreeing, sample].slice(-kept);
      offset = samples.reduce((best, next) => (next.roundTrip < best.roundTrip ? next : best), sample).offset;
    },
  };
}

function agree(a: Sample, b: Sample): boolean {
  return Math.abs(a.offset - b.offset) <= (a.roundTrip + b.roundTrip) / 2 + stepTolerance;
}
