/** The store on a Redis Cluster. */
import { describe, expect, it } from 'vitest';
import { openStore } from '../../server/store/open-store.ts';
import { keySlot } from '../../server/store/redis-cluster-map.ts';
import { directoryKeys, meetingKeys, outcomeKey } from '../../server/store/redis-keys.ts';
import { must } from '../../shared/lib/assert.ts';
import { startRedisCluster } from '../kit/redis-cluster.ts';
import { type PrivateRedis, redisIsMissing, startRedisServer } from '../kit/redis-server.ts';
import { until } from '../kit/until.ts';
import { eventStoreContract } from './event-store-contract.ts';
import { appendAnyway, appendMany, expectWholeChain, lastOf, range, readAll, recordFeed } from './store-fixtures.ts';
import { sendUntilAnswered, useTopology } from './topology-bench.ts';

describe.skipIf(redisIsMissing('The Redis store on a cluster'))('The Redis store on a cluster', () => {
  const { topology, open } = useTopology(() => startRedisCluster());

  describe('keeps the whole contract', () => {
    eventStoreContract(async () => {
      await topology().flush();
      return { open, end: async () => {} };
    });
  });

  it('[SR18] knows the slot of a key as Redis does, and has all keys of a meeting in one', async () => {
    const server = must(topology().servers[0], 'a server');
    for (const key of ['', 'a', '{m:x}:log', '{m:x}:c:1', 'x{}y', '{}', 'x{a}{b}', '{{a}}', 'é{ü}', '}{a}', '{a', meetingKeys('m1').live]) {
      expect([key, keySlot(key)]).toEqual([key, await server.command('CLUSTER', 'KEYSLOT', key)]);
    }
    const { meta, log, snap, now, live } = meetingKeys('m1');
    expect(new Set([meta, log, snap, now, live, outcomeKey('m1', 'c1')].map(keySlot)).size).toBe(1);
    expect(new Set(Object.values(directoryKeys(true)).map(keySlot)).size).toBe(1);
  });

  it('[SR19] needs two connections to each master, however many meetings are open, and publishes to one shard only', async () => {
    const { servers, meetingOn } = topology();
    const before = await connectionsOf(servers);
    const { events } = await open();
    const feeds = range(1, 60).map(() => recordFeed());
    await Promise.all(feeds.map((feed, n) => events.follow(`many${n}`, feed.listener)));
    await Promise.all(feeds.map((_, n) => appendMany(events, `many${n}`, 'c', 2)));
    await until('all to hear', 5_000, () => feeds.every((feed) => feed.events.length === 2));
    expect(feeds.flatMap((feed) => feed.troubles)).toEqual([]);
    // Beside them come and go those that ask.
    await until('two each', 5_000, async () =>
      (await connectionsOf(servers)).every((count, n) => count - must(before[n], 'a count') === 2),
    );

    const shard = must(servers[1], 'a second server');
    const topic = meetingKeys(await meetingOn(shard, 'many')).live;
    expect(await shard.command('PUBSUB', 'SHARDNUMSUB', topic)).toEqual([topic, 1]);
    expect(await shard.command('PUBSUB', 'NUMSUB', topic)).toEqual([topic, 0]);
  });

  it('[SR20] follows a meeting whose slot moves to another server, under load, in a new epoch, with nothing lost', async () => {
    const [one, two] = [await open(), await open()];
    const { servers, meetingOn, moveSlot, ownerOf } = topology();
    const [from, to] = [must(servers[0], 'a server'), must(servers[2], 'a third server')];
    const [moving, staying] = [await meetingOn(from, 'moving'), await meetingOn(from, 'staying')];
    const feeds = { moving: recordFeed(), staying: recordFeed() };
    await two.events.follow(moving, feeds.moving.listener);
    await two.events.follow(staying, feeds.staying.listener);
    await appendMany(one.events, moving, 'c', 5);

    let written = 0;
    let stop = false;
    const writing = (async () => {
      for (; !stop; written += 1) {
        await sendUntilAnswered(one.events, moving, `w${written}`, 10_000);
        await appendAnyway(one.events, staying, `s${written}`);
      }
    })();
    await until('the load to run', 5_000, () => written > 5);
    await moveSlot(meetingKeys(moving).log, to);
    expect(await ownerOf(meetingKeys(moving).log)).toBe(to);
    const atMove = written;
    await until('the load to go on', 10_000, () => written > atMove + 5);
    stop = true;
    await writing;

    const log = await readAll(one.events, moving);
    expectWholeChain(log, 5 + written);
    await until('the follower to hear all', 5_000, () => feeds.moving.events.length === log.length);
    await until('the follower to be back', 5_000, () => feeds.moving.troubles.at(-1) !== true);
    expect(feeds.moving.events).toEqual(log);
    expect(feeds.moving.epochs.map(({ history, position }) => [history, position.epoch])).toEqual([['kept', 2]]);
    // By its message, not only by the look that is taken once a second.
    await until('to be subscribed there alone', 5_000, async () => {
      const topic = meetingKeys(moving).live;
      const replies = await Promise.all([from, to].map((server) => server.command('PUBSUB', 'SHARDNUMSUB', topic)));
      return (
        JSON.stringify(replies) ===
        JSON.stringify([
          [topic, 0],
          [topic, 1],
        ])
      );
    });
    await until('the other to hear all', 5_000, () => feeds.staying.events.length === written);
    expect([feeds.staying.troubles, feeds.staying.epochs]).toEqual([[], []]);
  });

  it('[SR19] loses with a server only its meetings, until it is back', async () => {
    const [one, two] = [await open(), await open()];
    const { servers, meetingOn } = topology();
    const [dying, healthy] = await shardsWithoutDirectory(topology());
    for (const server of servers) await server.command('CONFIG', 'SET', 'cluster-require-full-coverage', 'no');
    const [lost, kept] = [await meetingOn(dying, 'lost'), await meetingOn(healthy, 'kept')];
    const feeds = { lost: recordFeed(), kept: recordFeed() };
    await two.events.follow(lost, feeds.lost.listener);
    await two.events.follow(kept, feeds.kept.listener);
    await appendMany(one.events, lost, 'c', 3);
    await until('three events', 5_000, () => feeds.lost.events.length === 3);

    await dying.kill9();
    await until('its follower to know', 3_000, () => feeds.lost.troubles.length > 0);
    await expect(one.events.position(lost)).rejects.toMatchObject({ name: 'StoreUnavailable' });
    await appendMany(one.events, kept, 'c', 20);
    await until('the others to go on', 5_000, () => feeds.kept.events.length === 20);

    await dying.restart();
    expect(await sendUntilAnswered(one.events, lost, 'c3', 15_000)).toBe('duplicate');
    await appendAnyway(one.events, lost, 'after');
    await until('its follower to be back', 10_000, () => feeds.lost.troubles.at(-1) === false && feeds.lost.events.length === 4);
    expectWholeChain(feeds.lost.events, 4);
    expect(feeds.lost.epochs.map(({ history, position }) => [history, position.epoch])).toEqual([['kept', 2]]);
    expect(lastOf(feeds.lost.events).position.epoch).toBe(2);
    expect([feeds.kept.troubles, feeds.kept.epochs]).toEqual([[], []]);
  });
});

describe.skipIf(redisIsMissing('A cluster with replicas'))('The Redis store on a cluster with replicas', () => {
  const { topology, open } = useTopology(() => startRedisCluster({ replicas: 1 }));

  it('[SR21] goes on with the replica of a killed master: nothing acknowledged is lost, other meetings notice nothing', async () => {
    const [one, two] = [await open(), await open()];
    const { servers, meetingOn, ownerOf } = topology();
    for (const server of servers) await server.command('CONFIG', 'SET', 'cluster-require-full-coverage', 'no');
    const [dying, healthy] = await shardsWithoutDirectory(topology());
    const [moved, kept] = [await meetingOn(dying, 'moved'), await meetingOn(healthy, 'kept')];
    const feeds = { moved: recordFeed(), kept: recordFeed() };
    await two.events.follow(moved, feeds.moved.listener);
    await two.events.follow(kept, feeds.kept.listener);
    const position = await appendMany(one.events, moved, 'c', 30);
    await appendMany(one.events, kept, 'c', 3);

    await dying.kill9();
    const killedAt = performance.now();
    expect(await sendUntilAnswered(one.events, moved, 'after', 15_000)).toBe('committed');
    const writersBack = performance.now() - killedAt;
    await until('the follower to be back', 5_000, () => feeds.moved.troubles.at(-1) === false && feeds.moved.events.length === 31);
    expect(writersBack).toBeLessThan(10_000);
    expect(await ownerOf(meetingKeys(moved).log)).not.toBe(dying);
    const log = await readAll(two.events, moved);
    expectWholeChain(log, 31);
    expect(log[29]?.position).toEqual(position);
    expect(feeds.moved.events).toEqual(log);
    expect(feeds.moved.epochs.map(({ history, position: { epoch } }) => [history, epoch])).toEqual([['kept', 2]]);
    await appendMany(one.events, kept, 'd', 3);
    await until('the others to go on', 5_000, () => feeds.kept.events.length === 6);
    expect([feeds.kept.troubles, feeds.kept.epochs]).toEqual([[], []]);

    // What returns is a replica, which nobody is led to.
    await dying.restart();
    await until('it to be a replica', 15_000, async () => /role:slave/.test(String(await dying.command('INFO', 'replication'))));
    await appendMany(one.events, moved, 'd', 3);
    await until('the follower to hear on', 5_000, () => feeds.moved.events.length === 34);
    expect(feeds.moved.epochs.length).toBe(1);
  });
});

describe.skipIf(redisIsMissing('A cluster that is none'))('Opening a cluster', () => {
  it('[SR25] says in one line that a Redis is no cluster, and that nothing answers', async () => {
    const redis = await startRedisServer([]);
    try {
      const notOne = openStore({ redisUrl: `redis+cluster://127.0.0.1:${redis.port}`, dataDir: '', warn: () => {} });
      await expect(notOne).rejects.toMatchObject({ name: 'StoreUnavailable', message: expect.stringMatching(/cluster support disabled$/) });
      const nobody = openStore({ redisUrl: 'redis+cluster://127.0.0.1:1,127.0.0.1:2', dataDir: '', warn: () => {} });
      await expect(nobody).rejects.toMatchObject({ name: 'StoreUnavailable', message: expect.stringContaining('ECONNREFUSED') });
    } finally {
      await redis.stop();
    }
  });
});

type Cluster = Awaited<ReturnType<typeof startRedisCluster>>;

/** Two masters beside the one that has the directory, whose loss would stop more than meetings. */
async function shardsWithoutDirectory({ servers, ownerOf }: Cluster): Promise<readonly [PrivateRedis, PrivateRedis]> {
  const directory = await ownerOf('{rostrum}:meetings');
  const [first, second] = servers.slice(0, 3).filter((server) => server !== directory);
  return [must(first, 'a master'), must(second, 'another master')];
}

/** Of clients, the one that asks among them. */
async function connectionsOf(servers: readonly PrivateRedis[]): Promise<readonly number[]> {
  return await Promise.all(
    servers.map(async (server) => Number(/connected_clients:(\d+)/.exec(String(await server.command('INFO', 'clients')))?.[1])),
  );
}
