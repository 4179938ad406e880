import { expect, it } from 'vitest';
import { openStore } from '../../server/store/open-store.ts';
import { keySlot } from '../../server/store/redis-cluster-map.ts';
import { meetingKeys, presenceKey } from '../../server/store/redis-keys.ts';
import { startRedisCluster } from '../kit/redis-cluster.ts';
import { redisIsMissing } from '../kit/redis-server.ts';

it.skipIf(redisIsMissing('presence on a cluster'))('[RT40] presence on a cluster is where its meeting is, on every server', async () => {
  expect(keySlot(presenceKey('m1'))).toBe(keySlot(meetingKeys('m1').log));
  const cluster = await startRedisCluster();
  const stores = await Promise.all([1, 2].map(() => openStore({ redisUrl: cluster.url, dataDir: '', warn() {} })));
  try {
    for (const server of cluster.servers) {
      const meetingId = await cluster.meetingOn(server, 'present');
      for (const { presence } of stores) await presence.exchange(meetingId, { chair: 1, 'booth:zh': 2 });
      expect(await stores[0]?.presence.exchange(meetingId, { chair: 1 })).toEqual({ chair: 2, 'booth:zh': 2 });
      expect(await server.command('ZCARD', presenceKey(meetingId))).toBe(3);
    }
  } finally {
    await Promise.all(stores.map(({ events }) => events.close()));
    await cluster.stop();
  }
});
