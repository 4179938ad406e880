/** Fault 2: Redis dies under load and comes back from its append-only file. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { redisIsMissing, startRedisServer } from '../../kit/redis-server.ts';
import { until } from '../../kit/until.ts';
import { areLive, comeIn, isLive } from './net-bench.ts';
import { expectOneHistory, firstOf, makeLedger, sendAgain, sendTeams, startServersOn, stateAt } from './store-bench.ts';

const senders = 6;

describe.skipIf(redisIsMissing('Redis killed under load'))('two servers on a Redis that is killed with -9 under load', () => {
  it('[FT2] lose nothing acknowledged, enter a new epoch, and are live again by themselves', async () => {
    const redis = await startRedisServer([]);
    onTestFinished(() => redis.stop());
    const servers = await startServersOn([redis.url, redis.url]);
    const watchers = servers.flatMap((server) => (['booth:fr', 'output'] as const).map((station) => comeIn(server, station)));
    await areLive(...watchers);
    const before = await Promise.all(servers.map((server) => stateAt(server)));

    const ledger = makeLedger();
    let stopped = false;
    const sending = servers.flatMap((server, index) =>
      Array.from({ length: senders / servers.length }, (_, sender) => sendTeams(server, `load-${index}-${sender}`, ledger, () => stopped)),
    );
    await until('some commits', 10_000, () => ledger.acknowledged().length >= 100);
    const from = Date.now();
    await redis.kill9();
    for (const watcher of watchers) await watcher.until('not live', () => !isLive(watcher), 2_500);
    await until('a command to be refused for want of a store', 5_000, () => ledger.open().length > 0);
    stopped = true;
    await Promise.all(sending);
    const acknowledged = ledger.acknowledged().length;

    await redis.restart();
    await areLive(...watchers);
    const over = Date.now();
    for (const [index, server] of servers.entries()) {
      expect((await stateAt(server)).position.epoch).toBeGreaterThan(before[index]?.position.epoch ?? Number.NaN);
    }
    await sendAgain(firstOf(servers), ledger);
    const log = await expectOneHistory({ servers, ledger, stations: watchers, disturbances: [{ where: 'store', from, until: over }] });
    expect(log.length).toBeGreaterThan(acknowledged);
    expect(new Set(log.map(({ position }) => position.epoch)).size).toBe(2);
  });
});
