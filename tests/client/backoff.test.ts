import { describe, expect, it } from 'vitest';
import { reconnectDelay } from '../../client/live/backoff.ts';

const almostOne = 0.999_999;

describe('the delay before a reconnection', () => {
  it('is at most 250 ms for the first attempt of a station or an output', () => {
    for (const station of ['chair', 'booth:ru', 'webcast', 'output'] as const)
      expect(reconnectDelay(station, 0, almostOne)).toBeLessThan(250);
  });

  it('never exceeds two seconds for stations and fifteen for displays', () => {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      expect(reconnectDelay('chair', attempt, almostOne)).toBeLessThan(2_000);
      expect(reconnectDelay('display', attempt, almostOne)).toBeLessThan(15_000);
    }
    expect(reconnectDelay('display', 50, almostOne)).toBeGreaterThan(14_990);
  });

  it('may be nothing at all: the jitter is full', () => {
    expect(reconnectDelay('display', 9, 0)).toBe(0);
  });

  it('spreads evenly up to a ceiling that doubles', () => {
    expect([0, 1, 2, 3].map((attempt) => reconnectDelay('chair', attempt, 0.5))).toEqual([125, 250, 500, 1_000]);
  });
});
