import { isStation, type Station } from '../../../shared/domain/stations.ts';

export interface OutputOptions {
  /** As which station the page connects: `output`, unless the address says otherwise. */
  readonly station: Station;
  /** How long a confirmed caption stays when the connection is lost, ms. 0: not at all, see ADR 9. */
  readonly holdMs: number;
}

const longestHoldSeconds = 600;

/** `?station=webcast&hold=10`. What cannot be read counts as absent: the page must come up whatever the address says. */
export function outputOptionsOf(query: string): OutputOptions {
  const parameters = new URLSearchParams(query);
  const station = parameters.get('station') ?? '';
  const hold = Number(parameters.get('hold') ?? '0');
  return {
    station: isStation(station) ? station : 'output',
    holdMs: Number.isFinite(hold) ? Math.min(Math.max(hold, 0), longestHoldSeconds) * 1000 : 0,
  };
}
