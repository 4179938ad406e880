/** Subscriptions that outlive connections. Messages may be lost, repeated and swapped: for speed, never for truth. */
import { StoreUnavailable } from './event-store.ts';
import type { RedisClient } from './redis-client.ts';
import { openRedisLink, type RedisTarget } from './redis-link.ts';

export interface RedisTopics {
  /** Settles with the first attempt to connect; tried again in either case until `close`. */
  readonly opened: Promise<void>;
  /** Resolves when Redis has confirmed; rejects with `StoreUnavailable`. After that the topic is kept through reconnects. */
  subscribe(topic: string, listener: TopicListener): Promise<() => Promise<void>>;
  isUp(): boolean;
  close(): void;
}

export type TopicListener = (message: string) => void;

interface Topic {
  readonly listeners: Set<{ readonly hear: TopicListener }>;
  /** When Redis has confirmed: the second listener of a topic must not believe it hears before the first does. */
  readonly confirmed: Promise<void>;
}

export interface TopicsSettings {
  /** Topics belong to slots of a cluster. */
  readonly sharded: boolean;
  onUp(): void;
  onDown(): void;
}

export function openRedisTopics(target: RedisTarget, { sharded, onUp, onDown }: TopicsSettings): RedisTopics {
  const topicsByName = new Map<string, Topic>();

  const link = openRedisLink(target, {
    async prepare(client) {
      await Promise.all([...topicsByName.keys()].map((name) => subscribeOn(client, name)));
    },
    onUp,
    onDown,
  });

  async function subscribeOn(client: RedisClient, name: string): Promise<void> {
    if (sharded) await client.sSubscribe(name, dispatch);
    else await client.subscribe(name, dispatch);
  }

  function dispatch(message: string, name: string): void {
    for (const listener of [...(topicsByName.get(name)?.listeners ?? [])]) listener.hear(message);
  }

  return {
    opened: link.opened,
    async subscribe(name, hear) {
      const listener = { hear };
      const topic = topicsByName.get(name) ?? { listeners: new Set(), confirmed: link.run((client) => subscribeOn(client, name)) };
      topicsByName.set(name, topic);
      topic.listeners.add(listener);
      try {
        await topic.confirmed;
      } catch (error) {
        // The next to ask starts afresh; those who waited with this one are told the same.
        if (topicsByName.get(name) === topic) topicsByName.delete(name);
        throw error;
      }
      return async () => {
        topic.listeners.delete(listener);
        if (topic.listeners.size > 0 || topicsByName.get(name) !== topic) return;
        topicsByName.delete(name);
        await link
          .run((client) => (sharded ? client.sUnsubscribe(name) : client.unsubscribe(name)))
          .catch((error: unknown) => {
            // A connection that is gone has forgotten its subscriptions.
            if (!(error instanceof StoreUnavailable)) throw error;
          });
      };
    },
    isUp: link.isUp,
    close: link.close,
  };
}
