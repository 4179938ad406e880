/** The way from what is asked for (a meeting, the directory) to the Redis server that has it, in every topology. */
import type { MeetingId } from '../../shared/lib/ids.ts';
import type { RedisClient } from './redis-client.ts';
import type { TopicListener } from './redis-topics.ts';

/**
 * Where some keys are: those of one meeting, or those of the directory. One server at a time, which may change at any moment;
 * whoever uses this does not see which it is. Two homes may be on the same server and share its connections, and homes on
 * different servers are lost and come back independently.
 */
export interface RedisHome {
  /**
   * Rejects with `StoreUnavailable` at once while there is no connection and after 2 s without an answer, in which case it
   * is unknown whether the command was carried out. `command` may be called again, on another client, when the first server
   * answered that it does not have the keys: it must name keys of this home only. Other errors are thrown as they are.
   */
  run<T>(command: (client: RedisClient) => Promise<T>): Promise<T>;
  /**
   * Hears what is published on a topic of this home (named like its keys). Resolves when Redis has confirmed; rejects with
   * `StoreUnavailable`. After that it is kept through reconnects and moves, during which messages are missed: see `watch`.
   */
  subscribe(topic: string, listener: TopicListener): Promise<() => Promise<void>>;
  /** Whether commands are answered and every subscription of this home is in place. */
  isUp(): boolean;
  /** Tells of losses and returns until the returned function is called. */
  watch(watcher: HomeWatcher): () => void;
}

export interface HomeWatcher {
  /** A connection was lost, or the keys moved: messages may have been missed since. May be called again while it is down. */
  onDown(): void;
  /** `isUp` again: what is read from now on misses nothing that is published later. */
  onUp(): void;
}

export interface RedisLinks {
  forMeeting(meetingId: MeetingId): RedisHome;
  directory(): RedisHome;
  /**
   * Redis Cluster: topics belong to slots (SPUBLISH, SSUBSCRIBE), and names must say what belongs together
   * (`redis-keys.ts`). Otherwise PUBLISH, which any program on any Redis can hear.
   */
  readonly sharded: boolean;
  close(): void;
}
