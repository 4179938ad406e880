/** The store on a master that Sentinels watch. */
import { describe, expect, it } from 'vitest';
import { openStore } from '../../server/store/open-store.ts';
import { must } from '../../shared/lib/assert.ts';
import { startSentinelSet } from '../kit/redis-sentinel.ts';
import { redisIsMissing } from '../kit/redis-server.ts';
import { until } from '../kit/until.ts';
import { eventStoreContract } from './event-store-contract.ts';
import { appendMany, expectWholeChain, lastOf, readAll, recordFeed } from './store-fixtures.ts';
import { sendUntilAnswered, startLoad, useTopology } from './topology-bench.ts';

describe.skipIf(redisIsMissing('The Redis store with Sentinel'))('The Redis store with Sentinel', () => {
  const { topology, open, warnings } = useTopology(() => startSentinelSet());

  describe('keeps the whole contract', () => {
    eventStoreContract(async () => {
      // Still the master: these tests come before those that change it.
      await topology().servers[0]?.command('FLUSHALL');
      return { open, end: async () => {} };
    });
  });

  it('[SR26] warns where an isolated master would go on alone, and asks all Sentinels, also when two do not answer', async () => {
    const { sentinels, url } = topology();
    sentinels[0]?.freeze();
    sentinels[1]?.freeze();
    try {
      const { events } = await open();
      await appendMany(events, 'one-sentinel', 'c', 1);
      expect(warnings.length).toBe(1);
      expect(warnings[0]).toContain('min-replicas-to-write');
    } finally {
      for (const sentinel of sentinels) sentinel.thaw();
    }
    await expect(openStore({ redisUrl: `${url}-not`, dataDir: '', warn: () => {} })).rejects.toMatchObject({
      name: 'StoreUnavailable',
      message: expect.stringContaining('No such master'),
    });
    await expect(openStore({ redisUrl: 'redis+sentinel://127.0.0.1:1/x', dataDir: '', warn: () => {} })).rejects.toMatchObject({
      name: 'StoreUnavailable',
      message: expect.stringContaining('Sentinel 127.0.0.1:1'),
    });
  });
});

describe.skipIf(redisIsMissing('A failover by Sentinel'))('A failover by Sentinel', () => {
  const { topology, open } = useTopology(() => startSentinelSet(), true);

  it('[SR22] survives kill -9 of the master under load: nothing acknowledged is lost, all are back by themselves in a new epoch', async () => {
    const [one, two] = [await open(), await open()];
    const feed = recordFeed();
    await two.events.follow('m1', feed.listener);
    const load = startLoad(one.events, 'm1');
    await until('some commits', 10_000, () => load.acknowledged.length >= 100);
    const epochBefore = (await one.events.position('m1')).epoch;
    const old = await topology().killMaster();
    const killedAt = performance.now();
    await load.broken;
    await until('the follower to know', 5_000, () => feed.troubles.length > 0);
    expect(load.unanswered.length).toBe(4);

    const first = await sendUntilAnswered(one.events, 'm1', 'first-after', 15_000);
    const writersBack = performance.now() - killedAt;
    await until('the follower to be back', 5_000, () => feed.troubles.at(-1) === false && feed.events.at(-1)?.commandId === 'first-after');
    expect(first).toBe('committed');
    expect(writersBack).toBeLessThan(8_000);
    await topology().failedOver(old.port);
    expect(await topology().masterPort()).not.toBe(old.port);

    const log = await readAll(two.events, 'm1');
    expectWholeChain(log, log.length);
    const committed = log.map(({ commandId }) => commandId);
    expect(load.acknowledged.filter((id) => !committed.includes(id))).toEqual([]);
    for (const id of load.unanswered) {
      expect(await sendUntilAnswered(one.events, 'm1', id, 5_000)).toBe(committed.includes(id) ? 'duplicate' : 'committed');
    }
    const after = await readAll(two.events, 'm1');
    expect(new Set(after.map(({ commandId }) => commandId)).size).toBe(after.length);
    expect(lastOf(after).position.epoch).toBe(epochBefore + 1);
    // What was told and not acknowledged may be lost: then the follower was told that too.
    expect(feed.epochs.map(({ position }) => position.epoch)).toEqual([epochBefore + 1]);
    const { toldBefore, position } = lastOf(feed.epochs);
    await until('the follower to hear the rest', 5_000, () => feed.events.length === toldBefore + after.length - position.offset);
    expect(feed.events.slice(toldBefore)).toEqual(after.slice(position.offset));

    await topology().restartOld();
    await until('the old one to have it all', 5_000, async () => (await old.command('XLEN', '{m:m1}:log')) === after.length);
  });

  it('[SR23] leaves a master that hangs for the new one, and is not led back when it wakes', async () => {
    const { events } = await open();
    const feed = recordFeed();
    await events.follow('m1', feed.listener);
    await appendMany(events, 'm1', 'c', 3);
    const old = await topology().master();
    old.freeze();
    try {
      await topology().failedOver(old.port);
      await sendUntilAnswered(events, 'm1', 'after', 5_000);
    } finally {
      old.thaw();
    }
    // The old one believes that it is the master until somebody tells it otherwise.
    await sendUntilAnswered(events, 'm1', 'later', 5_000);
    const log = await readAll(events, 'm1');
    expectWholeChain(log, 5);
    await until('the follower to hear all', 5_000, () => feed.events.length === 5);
    expect(feed.events).toEqual(log);
    const master = await topology().master();
    expect(master.port).not.toBe(old.port);
    expect(await master.command('XLEN', '{m:m1}:log')).toBe(5);
  });

  it('[SR23] leaves a master that still answers when the Sentinels name another', async () => {
    const { servers, sentinels, master } = topology();
    const { events } = await open();
    const feed = recordFeed();
    await events.follow('m1', feed.listener);
    await appendMany(events, 'm1', 'c', 3);
    const old = await master();
    const next = must(
      servers.find((server) => server !== old),
      'a replica',
    );
    await next.command('REPLICAOF', 'NO', 'ONE');
    for (const sentinel of sentinels) {
      await sentinel.command('SENTINEL', 'REMOVE', 'mymaster');
      await sentinel.command('SENTINEL', 'MONITOR', 'mymaster', '127.0.0.1', String(next.port), '2');
    }
    await until('the follower to be there', 5_000, () => feed.epochs.length === 1 && feed.troubles.at(-1) === false);
    await sendUntilAnswered(events, 'm1', 'after', 5_000);
    expect(await next.command('XLEN', '{m:m1}:log')).toBe(4);
    expect(await old.command('XLEN', '{m:m1}:log')).toBe(3);
    expect(feed.epochs.map(({ history, position }) => [history, position.epoch])).toEqual([['kept', 2]]);
  });
});
