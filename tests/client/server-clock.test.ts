import { describe, expect, it } from 'vitest';
import { latency, type ServerClock, serverTime, unsetClock, withGuess, withoutProbes, withProbe } from '../../client/live/server-clock.ts';

/** A probe sent at `sent`; the server, ahead by `ahead`, answers at once; the ways there and back take that many ms. */
function probe(clock: ServerClock, sent: number, ahead: number, there: number, back: number): ServerClock {
  const atServer = sent + there + ahead;
  return withProbe(clock, { k: 'time', a: sent, b: atServer, c: atServer }, sent + there + back);
}

describe('the server clock', () => {
  it('shows the local time while nothing is known', () => {
    expect(serverTime(unsetClock, 1_234)).toBe(1_234);
  });

  it('takes the first guess from a time the server sent by itself, and forgets it with the first probe', () => {
    const guessed = withGuess(unsetClock, 1_000_000, 100);
    expect(serverTime(guessed, 200)).toBe(1_000_100);
    expect(withGuess(probe(unsetClock, 0, 500, 5, 5), 9, 9).samples).toHaveLength(1);
  });

  it('believes the probe with the least round trip, however late others come', () => {
    let clock = probe(unsetClock, 0, 10_000, 5, 5);
    clock = probe(clock, 1_000, 10_000, 5, 400);
    expect(serverTime(clock, 2_000)).toBe(12_000);
    expect(latency(clock)).toBe(10);
  });

  it('does not count the time that the server took', () => {
    const clock = withProbe(unsetClock, { k: 'time', a: 0, b: 105, c: 155 }, 60);
    expect(latency(clock)).toBe(10);
    expect(serverTime(clock, 1_000)).toBe(1_100);
  });

  it('keeps sixteen probes, so that one lucky probe of long ago is forgotten', () => {
    let clock = probe(unsetClock, 0, 0, 1, 1);
    for (let index = 1; index <= 16; index += 1) clock = probe(clock, index * 1_000, 0, 20, 20);
    expect(clock.samples).toHaveLength(16);
    expect(latency(clock)).toBe(40);
  });

  it('glides to a small correction: no countdown jumps', () => {
    const before = probe(unsetClock, 0, 1_000, 10, 10);
    const after = probe(before, 10_000, 1_200, 2, 2);
    expect(serverTime(after, 10_004) - 10_004).toBeCloseTo(1_000);
    expect(serverTime(after, 11_004) - 11_004).toBeCloseTo(1_050);
    expect(serverTime(after, 20_000) - 20_000).toBeCloseTo(1_200);
  });

  it('never runs backwards while it glides', () => {
    const clock = probe(probe(unsetClock, 0, 1_000, 10, 10), 10_000, 700, 2, 2);
    let last = serverTime(clock, 10_004);
    for (let local = 10_104; local < 20_000; local += 100) {
      const now = serverTime(clock, local);
      expect(now).toBeGreaterThan(last);
      last = now;
    }
  });

  it('steps at once above half a second', () => {
    const clock = probe(probe(unsetClock, 0, 1_000, 10, 10), 10_000, 3_600_000, 2, 2);
    expect(serverTime(clock, 10_004) - 10_004).toBeCloseTo(3_600_000);
  });

  it('after sleep trusts the next probe alone', () => {
    const slept = withoutProbes(probe(unsetClock, 0, 1_000, 1, 1), 2);
    expect(serverTime(slept, 500)).toBe(1_500);
    const woken = probe(slept, 1_000, 61_000, 50, 50);
    expect(serverTime(woken, 1_100) - 1_100).toBeCloseTo(61_000);
  });
});
