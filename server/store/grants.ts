import { isStation } from '../../shared/domain/stations.ts';
import type { MeetingId } from '../../shared/lib/ids.ts';
import type { Grant } from './directory.ts';

/** Checks what comes out of a store: a grant for a station that no longer exists must not let anybody in. */
export function toGrant(meetingId: MeetingId, station: string, createdAt: number): Grant {
  if (!isStation(station)) throw new Error(`Expected a station, got ${station}`);
  return { meetingId, station, createdAt };
}
