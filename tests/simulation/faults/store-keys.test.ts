/** Fault 18: scripts are flushed and keys are deleted under the servers. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { sampleMeetingId } from '../../../server/sample/hrc37-panel.ts';
import { meetingKeys, outcomeKey } from '../../../server/store/redis-keys.ts';
import { redisIsMissing, startRedisServer } from '../../kit/redis-server.ts';
import { until } from '../../kit/until.ts';
import { areLive, comeIn, isLive } from './net-bench.ts';
import {
  expectOneHistory,
  makeLedger,
  newId,
  post,
  sendAgain,
  sendTeams,
  startServersOn,
  stateAt,
  teamNamed,
  teamShown,
} from './store-bench.ts';

const keys = meetingKeys(sampleMeetingId);
/** 2.5 beacons, as for a store that is silent. */
const notLiveWithinMs = 2_500;

async function startTwo() {
  const redis = await startRedisServer([]);
  onTestFinished(() => redis.stop());
  const [left, right, ...none] = await startServersOn([redis.url, redis.url]);
  if (left === undefined || right === undefined || none.length > 0) throw new Error('Expected two servers');
  const stations = [left, right].flatMap((server) => (['booth:fr', 'viewer'] as const).map((station) => comeIn(server, station)));
  await areLive(...stations);
  return { redis, left, right, stations };
}

describe.skipIf(redisIsMissing('keys deleted'))('two servers on a Redis in which somebody deletes', () => {
  it('[FT18] scripts, head, snapshot, present and outcomes go on as if nothing had been', async () => {
    const { redis, left, right, stations } = await startTwo();
    const ledger = makeLedger();
    const from = Date.now();
    let stopped = false;
    const sending = [left, right].map((server, index) => sendTeams(server, `load-${index}`, ledger, () => stopped));
    let flushes = 0;
    await until('commands between flushes', 15_000, async () => {
      await redis.command('SCRIPT', 'FLUSH');
      flushes += 1;
      return flushes >= 20 && ledger.acknowledged().length >= 20;
    });
    for (const key of [keys.meta, keys.snap, keys.now]) {
      const before = ledger.acknowledged().length;
      await redis.command('DEL', key);
      await until(`commands without ${key}`, 10_000, () => ledger.acknowledged().length >= before + 10);
    }
    stopped = true;
    await Promise.all(sending);
    expect(ledger.open()).toEqual([]);

    // The answer of a command is forgotten; the log has not forgotten the command.
    const forgotten = newId('forgotten');
    ledger.note(forgotten, await post(left, forgotten, teamNamed(forgotten)));
    expect(await redis.command('DEL', outcomeKey(sampleMeetingId, forgotten))).toBe(1);
    for (const server of [right, left]) ledger.note(forgotten, await post(server, forgotten, teamNamed(forgotten)));
    expect(ledger.told(forgotten)).toEqual(['ok', 'duplicate', 'duplicate']);

    const disturbances = [{ where: 'store', from, until: Date.now() }] as const;
    const log = await expectOneHistory({ servers: [left, right], ledger, stations, disturbances });
    expect(await redis.command('HGET', keys.now, 'offset')).toBe(String(log.length));
    expect(new Set(log.map(({ position: { epoch } }) => epoch))).toEqual(new Set([1, 2]));
  });

  it('[FT18] the log itself are not live, accept nothing, and are live again when it is put back', async () => {
    const { redis, left, right, stations } = await startTwo();
    const ledger = makeLedger();
    const kept = newId('kept');
    ledger.note(kept, await post(left, kept, teamNamed(kept)));
    for (const station of stations.filter((each) => each.station === 'booth:fr'))
      await station.until('the team', () => teamShown(station) === kept);
    const { meeting } = await stateAt(left);

    const from = Date.now();
    for (const gone of [[keys.log], [keys.log, keys.meta]]) {
      for (const key of gone) await redis.command('RENAME', key, `${key}:aside`);
      await Promise.all(stations.map((station) => station.until('not live', () => !isLive(station), notLiveWithinMs)));
      for (const server of [left, right]) {
        const commandId = newId('damaged');
        const asked = performance.now();
        ledger.note(commandId, await post(server, commandId, teamNamed(commandId)));
        expect([ledger.told(commandId), performance.now() - asked < 3_000]).toEqual([['unavailable'], true]);
        expect(await stateAt(server)).toMatchObject({ live: false, meeting });
      }
      expect(await redis.command('EXISTS', keys.log)).toBe(0);
      for (const key of gone) await redis.command('RENAME', `${key}:aside`, key);
      await areLive(...stations);
    }

    await sendAgain(right, ledger);
    const disturbances = [{ where: 'store', from, until: Date.now() }] as const;
    expect(await expectOneHistory({ servers: [left, right], ledger, stations, disturbances })).toHaveLength(2 + 4);
  });
});
