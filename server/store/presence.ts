/**
 * The port to who is connected, over all server processes. Nothing of it is an event or in a log: it may be lost, and comes
 * again within seconds. Two implementations: `embedded-presence.ts`, `redis-presence.ts`.
 */
import type { Station } from '../../shared/domain/stations.ts';
import type { MeetingId } from '../../shared/lib/ids.ts';

/** Open sockets per station; a station that is not named has none. */
export type StationCounts = Readonly<Partial<Record<Station, number>>>;

export interface PresenceStore {
  /**
   * Says what this process has, in place of what it said before, and returns what all have together. What a process said
   * counts for `presenceTtlMs`: to be repeated more often. Rejects with `StoreUnavailable`.
   */
  exchange(meetingId: MeetingId, mine: StationCounts): Promise<StationCounts>;
}

/** Three times as long as it is repeated (`server/app/presence.ts`): a process that was killed is gone after this. */
export const presenceTtlMs = 6_000;
