/** Fault 19: a message is larger than what Redis keeps for a subscriber, so Redis cuts the subscription. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { type PrivateRedis, redisIsMissing, startRedisServer } from '../../kit/redis-server.ts';
import { areLive, comeIn, isLive } from './net-bench.ts';
import { expectOneHistory, firstOf, makeLedger, newId, post, startServersOn, stateAt } from './store-bench.ts';

const scripts = 6;
/** Several times the limit below, and within the megabyte of a request. */
const scriptBytes = 300_000;

describe.skipIf(redisIsMissing('pub/sub output buffer'))('two servers whose subscription is cut by Redis', () => {
  it('[FT19] for want of room in its output buffer catch up by themselves, and nothing is missed', async () => {
    const redis = await startRedisServer(['--client-output-buffer-limit', 'pubsub 64kb 0 0']);
    onTestFinished(() => redis.stop());
    const servers = await startServersOn([redis.url, redis.url]);
    const stations = servers.flatMap((server) => (['booth:fr', 'viewer'] as const).map((station) => comeIn(server, station)));
    await areLive(...stations);
    const ledger = makeLedger();
    const entryId = (await stateAt(firstOf(servers))).meeting.entries[0]?.id ?? '';
    const seen = new Set(await subscriberIds(redis));
    const before = seen.size;

    const from = Date.now();
    for (let count = 0; count < scripts; count += 1) {
      const commandId = newId('script');
      const server = servers[count % servers.length] ?? firstOf(servers);
      const text = `${commandId} ${'word '.repeat(scriptBytes / 5)}`;
      ledger.note(commandId, await post(server, commandId, { type: 'setScript', entryId, language: 'en', text, status: 'received' }));
      expect(ledger.told(commandId)).toEqual(['ok']);
      for (const station of stations.filter((each) => each.station === 'booth:fr')) {
        await station.until('the script, live', () => isLive(station) && firstWord(station.view().meeting) === commandId, 4_000);
      }
      for (const id of await subscriberIds(redis)) seen.add(id);
    }
    // Each was cut at least once, or this has shown nothing.
    expect(seen.size).toBeGreaterThanOrEqual(before + servers.length);
    const disturbances = [{ where: 'store', from, until: Date.now() }] as const;
    const log = await expectOneHistory({ servers, ledger, stations, disturbances });
    expect(log.filter(({ event }) => event.type === 'scriptSet')).toHaveLength(scripts);
  });
});

/** Connections that listen, by the number that Redis gives each. */
async function subscriberIds(redis: PrivateRedis): Promise<readonly string[]> {
  const list = String(await redis.command('CLIENT', 'LIST', 'TYPE', 'pubsub'));
  return [...list.matchAll(/^id=(\d+) /gm)].map(([, id = '']) => id);
}

function firstWord(meeting: Meeting | null): string | undefined {
  return meeting?.entries[0]?.script.texts[0]?.paragraphs[0]?.split(' ')[0];
}
