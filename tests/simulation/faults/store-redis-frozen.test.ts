/** Fault 3: Redis stands still for three seconds. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { type PrivateRedis, redisIsMissing, startRedisServer } from '../../kit/redis-server.ts';
import { until } from '../../kit/until.ts';
import { areLive, comeIn, isLive } from './net-bench.ts';
import { expectOneHistory, firstOf, makeLedger, newId, post, sendAgain, startServersOn, teamNamed } from './store-bench.ts';

async function nextPing(redis: PrivateRedis): Promise<() => Promise<boolean>> {
  const pings = async () => /cmdstat_ping:calls=(\d+)/.exec(String(await redis.command('INFO', 'commandstats')))?.[1];
  const before = await pings();
  return async () => (await pings()) !== before;
}

const frozenMs = 3_000;
/** 2.5 beacons, after which a page would say so without being told (`realtime.md` section 3). */
const staleWithinMs = 2_500;

describe.skipIf(redisIsMissing('Redis frozen'))('two servers on a Redis that stands still for three seconds', () => {
  it('[FT3] say "not live" within 2.5 s, answer commands with "unavailable", and settle after', async () => {
    const redis = await startRedisServer([]);
    onTestFinished(() => redis.stop());
    const servers = await startServersOn([redis.url, redis.url]);
    const watchers = servers.flatMap((server) => (['booth:fr', 'output', 'viewer'] as const).map((station) => comeIn(server, station)));
    await areLive(...watchers);
    const ledger = makeLedger();

    // The worst moment: everybody has just heard from it. And only one of the servers has a command to notice it by.
    await until('the next heartbeat', 3_000, await nextPing(redis));
    const from = Date.now();
    const frozenAt = performance.now();
    redis.freeze();
    onTestFinished(() => redis.thaw());
    const given = servers.slice(0, 1).map((server) => ({ server, commandId: newId('frozen') }));
    const answers = given.map(async ({ server, commandId }) => {
      ledger.note(commandId, await post(server, commandId, teamNamed(commandId)));
      return performance.now() - frozenAt;
    });
    for (const watcher of watchers) await watcher.until('not live', () => !isLive(watcher), staleWithinMs - (performance.now() - frozenAt));
    for (const ms of await Promise.all(answers)) expect(ms).toBeLessThan(frozenMs);
    expect(given.map(({ commandId }) => ledger.told(commandId))).toEqual(given.map(() => ['unavailable']));
    await until('three seconds to be over', frozenMs, () => performance.now() - frozenAt >= frozenMs);
    expect(watchers.map(isLive)).toEqual(watchers.map(() => false));

    redis.thaw();
    const over = Date.now();
    await areLive(...watchers);
    await sendAgain(firstOf(servers), ledger);
    expect(
      await expectOneHistory({ servers, ledger, stations: watchers, disturbances: [{ where: 'store', from, until: over }] }),
    ).toHaveLength(1 + given.length);
  });
});
