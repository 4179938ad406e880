/** Makes the links that `REDIS_URL` asks for. */
import { parseRedisUrl } from '../lib/redis-url.ts';
import { openClusterLinks } from './redis-cluster.ts';
import type { RedisTarget } from './redis-link.ts';
import type { RedisLinks } from './redis-links.ts';
import { openRedisNode } from './redis-node.ts';
import { createSentinelTarget } from './redis-sentinel.ts';

/** `url`: a form of `server/lib/redis-url.ts`. Rejects with `StoreUnavailable` when nothing usable answers within about 2 s. */
export async function openRedisLinks(url: string, warn: (message: string) => void): Promise<RedisLinks> {
  const place = parseRedisUrl(url);
  if (!place.ok) throw new Error(place.error);
  switch (place.value.kind) {
    case 'single': {
      const { login, address, database } = place.value;
      return await openOneServer({ login, database, mustBeMaster: false, resolve: async () => address, close() {} }, warn);
    }
    case 'sentinel':
      return await openOneServer(createSentinelTarget(place.value), warn);
    case 'cluster':
      return await openClusterLinks(place.value, warn);
  }
}

async function openOneServer(target: RedisTarget & { close(): void }, warn: (message: string) => void): Promise<RedisLinks> {
  const node = openRedisNode(target, { sharded: false, failover: target.mustBeMaster, warn });
  const close = () => {
    node.close();
    target.close();
  };
  try {
    await node.opened;
  } catch (error) {
    close();
    throw error;
  }
  return { forMeeting: () => node, directory: () => node, sharded: false, close };
}
