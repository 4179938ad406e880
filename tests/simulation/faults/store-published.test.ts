/** Fault 9: what Redis publishes is dropped, repeated and swapped. */
import { createClient } from 'redis';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sampleMeetingId } from '../../../server/sample/hrc37-panel.ts';
import { commitScript } from '../../../server/store/commit-script.ts';
import { meetingKeys, outcomeKey } from '../../../server/store/redis-keys.ts';
import { factSchema } from '../../../server/store/upcast.ts';
import type { LiveStation } from '../../kit/live-station.ts';
import { type PrivateRedis, redisIsMissing, startRedisServer } from '../../kit/redis-server.ts';
import type { StationClient } from '../../kit/station.ts';
import { until } from '../../kit/until.ts';
import { areLive, comeIn, isLive } from './net-bench.ts';
import { expectOneHistory, firstOf, join, makeLedger, newId, post, startServersOn, stateAt, teamNamed, teamShown } from './store-bench.ts';

/** A server compares itself with the log once a second; half a second for the rest. */
const shownWithinMs = 1_500;
const sideTopic = 'heard-by-nobody';
const { live, meta, log, now } = meetingKeys(sampleMeetingId);

describe.skipIf(redisIsMissing('published messages'))('two servers on one Redis', () => {
  it('[FT9] whose messages are dropped, repeated and swapped show every event once, in order, within 1.5 s', async () => {
    const redis = await startRedisServer([]);
    onTestFinished(() => redis.stop());
    const servers = await startServersOn([redis.url, redis.url]);
    const stations = servers.map((server) => comeIn(server, 'booth:fr'));
    await areLive(...stations);
    const readers = await Promise.all(servers.map((server) => join(server, 'booth fr')));
    const published = await record(redis, [live, sideTopic]);
    const ledger = makeLedger();
    const given = async (name: string) => {
      const commandId = newId(name);
      ledger.note(commandId, await post(firstOf(servers), commandId, teamNamed(commandId)));
      return commandId;
    };

    // Repeated: everything said so far once more, newest first.
    for (let count = 0; count < 4; count += 1) await given('repeated');
    await until('their messages', 2_000, () => published.length === 4);
    for (const message of published.toReversed()) await redis.command('PUBLISH', live, message);
    await shownByAll(stations, await given('after-repeats'));

    // Swapped: four commits whose messages come in the wrong order, and twice.
    const heard = published.length;
    const swapped = ['one', 'two', 'three', 'four'].map((name) => newId(name));
    for (const commandId of swapped) await commitInSilence(redis, commandId, await stateInStore(redis));
    await until('their messages', 2_000, () => published.length === heard + swapped.length);
    const messages = published.slice(heard);
    for (const index of [2, 0, 3, 1, 1, 2]) await redis.command('PUBLISH', live, messages[index] ?? '');
    await shownByAll(stations, swapped.at(-1));

    // Dropped: nothing is ever said of the last commit, on a line that is otherwise well.
    const liveBefore = stations.map(liveSpells);
    const dropped = newId('dropped');
    await commitInSilence(redis, dropped, await stateInStore(redis));
    await shownByAll(stations, dropped);
    expect(stations.map(liveSpells)).toEqual(liveBefore);

    // Dropped, with the line: a commit while nobody listens.
    const from = Date.now();
    expect(await redis.command('CLIENT', 'KILL', 'TYPE', 'pubsub', 'SKIPME', 'yes')).toBeGreaterThanOrEqual(servers.length);
    await shownByAll(stations, await given('unheard'));
    await areLive(...stations);

    const disturbances = [{ where: 'store', from, until: Date.now() }] as const;
    const end = (await stateAt(firstOf(servers))).position.offset;
    for (const reader of readers) {
      await reader.until('the end of the log', () => reader.position()?.offset === end);
      expect(offsetsOf(reader)).toEqual(Array.from({ length: end - 1 }, (_, index) => index + 2));
      expect(reader.gaps()).toEqual([]);
      await reader.close();
    }
    expect(await expectOneHistory({ servers, ledger, stations, disturbances })).toHaveLength(1 + 4 + 1 + 4 + 1 + 1);
  });
});

async function shownByAll(stations: readonly LiveStation[], commandId: string | undefined): Promise<void> {
  await Promise.all(
    stations.map((station) =>
      station.until(`${commandId}, live`, () => isLive(station) && teamShown(station) === commandId, shownWithinMs),
    ),
  );
}

/** How often it became live. */
function liveSpells(station: LiveStation): number {
  return station.live().filter(({ from }, index, all) => all[index - 1]?.until !== from).length;
}

function offsetsOf(reader: StationClient): readonly number[] {
  return reader.frames().flatMap((frame) => (frame.k === 'event' ? [frame.position.offset] : []));
}

/** Hears like a server; grows as messages come. */
async function record(redis: PrivateRedis, topics: readonly string[]): Promise<readonly string[]> {
  const messages: string[] = [];
  const client = createClient({ url: redis.url, socket: { reconnectStrategy: false } });
  // The test itself cuts it.
  client.on('error', () => {});
  await client.connect();
  onTestFinished(() => client.destroy());
  await client.subscribe([...topics], (message) => void messages.push(message));
  return messages;
}

async function stateInStore(redis: PrivateRedis): Promise<readonly [offset: string, hash: string]> {
  const [offset, hash] = (await redis.command('HMGET', meta, 'offset', 'hash')) as readonly string[];
  return [offset ?? '', hash ?? ''];
}

/** The product's own commit, whose message goes where no server listens. */
async function commitInSilence(redis: PrivateRedis, commandId: string, [offset, hash]: readonly [string, string]): Promise<void> {
  const fact = JSON.stringify({ type: 'teamSet', booth: 'fr', interpreters: [{ id: commandId, a: ['fr'], b: [], c: [] }] });
  const keys = [meta, log, now, outcomeKey(sampleMeetingId, commandId)];
  const args = ['PUBLISH', sideTopic, offset, hash, '', commandId, 'booth:fr', String(factSchema), '1', fact];
  const reply = await redis.command('EVAL', commitScript.lua, String(keys.length), ...keys, ...args);
  expect(reply).toContain('committed');
}
