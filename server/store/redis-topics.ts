/** Subscriptions that outlive connections. Messages may be lost, repeated and swapped: for speed, never for truth. */
import { StoreUnavailable } from './event-store.ts';
import { openRedisLink } from './redis-link.ts';

export interface RedisTopics {
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

export async function openRedisTopics(url: string, hooks: { onUp(): void; onDown(): void }): Promise<RedisTopics> {
  const topicsByName = new Map<string, Topic>();

  const link = await openRedisLink(url, {
    async prepare(client) {
      await Promise.all([...topicsByName.keys()].map((name) => client.subscribe(name, dispatch)));
    },
    ...hooks,
  });

  function dispatch(message: string, name: string): void {
    for (const listener of [...(topicsByName.get(name)?.listeners ?? [])]) listener.hear(message);
  }

  return {
    async subscribe(name, hear) {
      const listener = { hear };
      const topic = topicsByName.get(name) ?? { listeners: new Set(), confirmed: link.run((client) => client.subscribe(name, dispatch)) };
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
          .run((client) => client.unsubscribe(name))
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
