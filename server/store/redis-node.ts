/** One Redis server with its two connections: commands, and subscriptions. */
import { warnUnlessDurable } from './redis-durability.ts';
import { openRedisLink, type RedisTarget } from './redis-link.ts';
import type { HomeWatcher, RedisHome } from './redis-links.ts';
import { openRedisTopics } from './redis-topics.ts';

export interface RedisNode extends RedisHome {
  /** Settles with the first attempt; tried again in either case until `close`. */
  readonly opened: Promise<unknown>;
  close(): void;
}

export interface NodeSettings {
  /** See `RedisLinks`. */
  readonly sharded: boolean;
  /** Whether another server may take over while this one still runs. */
  readonly failover: boolean;
  /** See `StoreSettings`. */
  warn(message: string): void;
}

export function openRedisNode(target: RedisTarget, { sharded, failover, warn }: NodeSettings): RedisNode {
  const watchers = new Set<HomeWatcher>();
  const hooks = {
    onUp() {
      if (isUp()) for (const watcher of [...watchers]) watcher.onUp();
    },
    onDown() {
      for (const watcher of [...watchers]) watcher.onDown();
    },
  };
  const commands = openRedisLink(target, { prepare: (client) => warnUnlessDurable(client, failover, warn), ...hooks });
  const topics = openRedisTopics(target, { sharded, ...hooks });
  const opened = Promise.all([commands.opened, topics.opened]);
  // Told to those who wait for it; the others see that it is not up.
  opened.catch(() => {});

  function isUp(): boolean {
    return commands.isUp() && topics.isUp();
  }

  return {
    opened,
    run: commands.run,
    subscribe: topics.subscribe,
    isUp,
    watch(watcher) {
      const entry = { ...watcher };
      watchers.add(entry);
      return () => void watchers.delete(entry);
    },
    close() {
      watchers.clear();
      topics.close();
      commands.close();
    },
  };
}
