/** Seed 113 of the stress program: the store was slow, two copies of one command waited, the first was refused, the second carried out. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PrivateRedis, redisIsMissing, startRedisServer } from '../kit/redis-server.ts';
import { problemOf, type RunningTestServer, startTestServer } from '../server/running-server.ts';

describe.skipIf(redisIsMissing('A refused command at two servers'))('a command that was refused', () => {
  let redis: PrivateRedis;
  let left: RunningTestServer;
  let right: RunningTestServer;
  beforeEach(async () => {
    redis = await startRedisServer([]);
    left = await startTestServer({ redisUrl: redis.url });
    right = await startTestServer({ redisUrl: redis.url });
  });
  afterEach(async () => {
    await Promise.all([left.close(), right.close()]);
    await redis.stop();
  });

  it('[SM9] stays refused, with the same words, when a copy of it comes later to any server and would now fit', async () => {
    const [chair, other] = [await left.connect('chair'), await right.connect('chair')];
    const entryId = chair.meeting().entries.find(({ status }) => status === 'listed')?.id ?? '';
    const first = await left.command('chair', { type: 'endStatement' }, { commandId: 'one-of-two-copies' });
    expect((await problemOf(first)).code).toBe('nobodySpeaking');
    expect(await chair.send({ type: 'giveFloor', entryId })).toMatchObject({ status: 'ok' });
    for (const client of [chair, other]) {
      expect(await client.send({ type: 'endStatement' }, { commandId: 'one-of-two-copies' })).toMatchObject({
        status: 'refused',
        code: 'nobodySpeaking',
      });
    }
    expect(await other.send({ type: 'endStatement' })).toMatchObject({ status: 'ok' });
  });
});
