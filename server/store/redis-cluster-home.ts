/** The keys of one slot of a Redis Cluster, which move from server to server. */
import { StoreUnavailable } from './event-store.ts';
import { hasCode } from './redis-client.ts';
import type { HomeWatcher, RedisHome } from './redis-links.ts';
import type { RedisNode } from './redis-node.ts';
import type { TopicListener } from './redis-topics.ts';

export interface ClusterHome extends RedisHome {
  /** Goes to the server that has the slot by the newest map, with all subscriptions; also where the last try failed. */
  settle(): void;
}

export interface ClusterView {
  /** The server that has the slot by the newest map. */
  owner(): RedisNode | null;
  /** Asks for a newer map and settles all homes. Rejects with `StoreUnavailable`. */
  lookAgain(): Promise<void>;
}

interface Subscription {
  readonly topic: string;
  readonly hear: TopicListener;
  /** Where it is in place, or being put in place. */
  node: RedisNode | null;
  /** `null` until it is in place. */
  end: (() => Promise<void>) | null;
}

export function createClusterHome({ owner, lookAgain }: ClusterView): ClusterHome {
  const watchers = new Set<HomeWatcher>();
  const subscriptions = new Set<Subscription>();
  let node: RedisNode | null = null;
  let unwatch = () => {};

  function isUp(): boolean {
    return node?.isUp() === true && [...subscriptions].every((subscription) => subscription.node === node && subscription.end !== null);
  }

  function tellDown(): void {
    for (const watcher of [...watchers]) watcher.onDown();
  }

  function tellUp(): void {
    if (isUp()) for (const watcher of [...watchers]) watcher.onUp();
  }

  function settle(): void {
    const next = owner();
    if (next !== node) {
      unwatch();
      node = next;
      unwatch = next?.watch({ onDown: tellDown, onUp: tellUp }) ?? (() => {});
      tellDown();
    }
    for (const subscription of subscriptions) void place(subscription);
    tellUp();
  }

  async function place(subscription: Subscription): Promise<void> {
    const target = node;
    if (target === null || subscription.node === target) return;
    void subscription.end?.();
    subscription.node = target;
    subscription.end = null;
    try {
      const end = await target.subscribe(subscription.topic, subscription.hear);
      if (subscription.node !== target || !subscriptions.has(subscription)) return void end();
      subscription.end = end;
      tellUp();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      // The next `settle` tries again.
      if (subscription.node === target) subscription.node = null;
    }
  }

  /** A server that no longer has the slot says so before it does anything: then the one that has it is asked. */
  async function onOwner<T>(work: (node: RedisNode) => Promise<T>): Promise<T> {
    const asked = node;
    if (asked === null) throw new StoreUnavailable('No server of the cluster has this slot');
    try {
      return await work(asked);
    } catch (error) {
      if (!hasCode(error, ['MOVED'])) throw error;
      await lookAgain();
      if (node === null || node === asked) throw error;
      return await work(node);
    }
  }

  return {
    settle,
    isUp,
    run: (command) => onOwner((at) => at.run(command)),
    async subscribe(topic, hear) {
      const subscription = await onOwner(
        async (at): Promise<Subscription> => ({ topic, hear, node: at, end: await at.subscribe(topic, hear) }),
      );
      subscriptions.add(subscription);
      // The slot may have moved in the meantime.
      void place(subscription);
      return async () => {
        subscriptions.delete(subscription);
        await subscription.end?.();
      };
    },
    watch(watcher) {
      const entry = { ...watcher };
      watchers.add(entry);
      return () => void watchers.delete(entry);
    },
  };
}
