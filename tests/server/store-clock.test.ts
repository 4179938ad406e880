import { describe, expect, it } from 'vitest';
import { createStoreClock } from '../../server/lib/clock.ts';

/** A local clock and a store whose clock is `ahead` of it; each question takes `out` ms there and `back` ms back. */
function rig() {
  const state = { local: 1_000, ahead: 5_000, out: 0, back: 0 };
  const ask = async () => {
    state.local += state.out;
    const time = state.local + state.ahead;
    state.local += state.back;
    return time;
  };
  return { state, clock: createStoreClock(ask, () => state.local) };
}

describe("the estimate of the store's clock", () => {
  it('splits the round trip in half', async () => {
    const { state, clock } = rig();
    Object.assign(state, { out: 10, back: 10 });
    await clock.measure();
    expect(clock.now()).toBe(state.local + 5_000);
  });

  it('prefers the quickest answer of the last sixteen to the newest one', async () => {
    const { state, clock } = rig();
    await clock.measure();
    Object.assign(state, { out: 0, back: 40 });
    await clock.measure();
    expect(clock.now()).toBe(state.local + 5_000);
  });

  it('follows a step of the store at once, although older answers were quicker', async () => {
    const { state, clock } = rig();
    await clock.measure();
    Object.assign(state, { ahead: 3_605_000, out: 5, back: 5 });
    await clock.measure();
    expect(clock.now()).toBe(state.local + 3_605_000);
  });

  it('goes on with what it knows when the store is away', async () => {
    const clock = createStoreClock(
      async () => Promise.reject(new Error('away')),
      () => 0,
    );
    await expect(clock.measure()).rejects.toThrow('away');
    expect(clock.now()).toBeGreaterThan(1_700_000_000_000);
  });
});
