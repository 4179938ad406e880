import type { Station } from '../../shared/domain/stations.ts';

/**
 * Milliseconds before the next attempt, by full jitter: anything between now and a ceiling that doubles. Stations and
 * outputs come back first (within 250 ms, at most 2 s); displays spread over up to 15 s, so that a thousand of them do
 * not stand in the way (`realtime.md` section 3).
 *
 * @param attempt 0 for the first after a connection was lost.
 * @param random in [0, 1).
 */
export function reconnectDelay(station: Station, attempt: number, random: number): number {
  const { first, most } = station === 'display' || station === 'viewer' ? { first: 1_000, most: 15_000 } : { first: 250, most: 2_000 };
  return Math.floor(random * Math.min(most, first * 2 ** Math.min(attempt, 10)));
}
