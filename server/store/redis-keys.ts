/** Names of everything kept in Redis. Other programs read some of them: names are part of the product, see docs. */
import type { CommandId, MeetingId } from '../../shared/lib/ids.ts';

/** The braces put all of one meeting into one slot of a cluster, where one script may touch it. */
export interface MeetingKeys {
  /** hash: epoch, offset, hash, run_id of the Redis process that wrote last, schema of the last fact. */
  readonly meta: string;
  /** stream: one entry per event, id `<offset>-0`. */
  readonly log: string;
  /** string: a folded meeting. */
  readonly snap: string;
  /** hash: who speaks, what is on air; for other programs. */
  readonly now: string;
  /** topic: the events of each commit. */
  readonly live: string;
}

export function meetingKeys(meetingId: MeetingId): MeetingKeys {
  const tag = `{m:${meetingId}}`;
  return { meta: `${tag}:meta`, log: `${tag}:log`, snap: `${tag}:snap`, now: `${tag}:now`, live: `${tag}:live` };
}

/** string: how the command ended; gone after 24 h. */
export function outcomeKey(meetingId: MeetingId, commandId: CommandId): string {
  return `{m:${meetingId}}:c:${commandId}`;
}

/** set of meeting ids */
export const meetingsKey = 'rostrum:meetings';
/** hash: token hash -> grant as JSON */
export const grantsKey = 'rostrum:grants';
/** hash: `<meeting> <station>` -> how often its links were rotated */
export const generationsKey = 'rostrum:generations';
/** topic: hash of a revoked token */
export const revokedTopic = 'rostrum:revoked';
