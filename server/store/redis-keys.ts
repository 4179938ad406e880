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
  /** string: the meeting was deleted on purpose; gone after 24 h. */
  readonly gone: string;
  /** topic: the events of each commit. */
  readonly live: string;
}

export function meetingKeys(meetingId: MeetingId): MeetingKeys {
  const tag = `{m:${meetingId}}`;
  return { meta: `${tag}:meta`, log: `${tag}:log`, snap: `${tag}:snap`, now: `${tag}:now`, gone: `${tag}:gone`, live: `${tag}:live` };
}

/** string: how the command ended; gone after 24 h. */
export function outcomeKey(meetingId: MeetingId, commandId: CommandId): string {
  return `{m:${meetingId}}:c:${commandId}`;
}

/** sorted set: `process station count` by when it was last said, see `redis-presence.ts`. */
export function presenceKey(meetingId: MeetingId): string {
  return `{m:${meetingId}}:pres`;
}

export interface DirectoryKeys {
  /** set of meeting ids */
  readonly meetings: string;
  /** hash: token hash -> grant as JSON */
  readonly grants: string;
  /** hash: `<meeting> <station>` -> how often its links were rotated */
  readonly generations: string;
  /** topic: hash of a revoked token */
  readonly revoked: string;
}

/** In a cluster the braces put all of them into one slot; elsewhere the names are those of version 0.1, which may run beside us. */
export function directoryKeys(inCluster: boolean): DirectoryKeys {
  const tag = inCluster ? '{rostrum}' : 'rostrum';
  return { meetings: `${tag}:meetings`, grants: `${tag}:grants`, generations: `${tag}:generations`, revoked: `${tag}:revoked` };
}
