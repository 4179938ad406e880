/** The port to what is known beside the logs: which meetings there are, and who may enter them. Same two implementations. */
import type { Station } from '../../shared/domain/stations.ts';
import type { MeetingId } from '../../shared/lib/ids.ts';

export interface Grant {
  readonly meetingId: MeetingId;
  readonly station: Station;
  readonly createdAt: number;
}

export interface Directory {
  /** Sorted by id. */
  listMeetings(): Promise<readonly MeetingId[]>;
  /** Idempotent. */
  addMeeting(meetingId: MeetingId): Promise<void>;
  /** With its links: every grant is revoked. Idempotent. */
  removeMeeting(meetingId: MeetingId): Promise<void>;
  /** `tokenHash`: SHA-256 of the token, hex. The token itself is never stored. */
  putGrant(tokenHash: string, grant: Grant): Promise<void>;
  findGrant(tokenHash: string): Promise<Grant | null>;
  /** Oldest first. */
  listGrants(meetingId: MeetingId): Promise<readonly (Grant & { readonly tokenHash: string })[]>;
  /** Idempotent; tells the listeners every time, so that a repeated call reaches those who missed the first. */
  revokeGrant(tokenHash: string): Promise<void>;
  /** How often the links of this meeting's station were rotated; part of what tokens are derived from. From 0. */
  generation(meetingId: MeetingId, station: Station): Promise<number>;
  rotate(meetingId: MeetingId, station: Station): Promise<number>;
  /** Calls back with the hash of a token revoked by any process; one revoked while the store was away is not told. */
  onRevoked(listener: (tokenHash: string) => void): void;
}
