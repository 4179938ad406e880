/** Who is connected: told to staff of the newer protocol, over all server processes. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleMeetingId } from '../../server/sample/hrc37-panel.ts';
import { openStore } from '../../server/store/open-store.ts';
import type { StationCounts } from '../../server/store/presence.ts';
import { type PrivateRedis, redisIsMissing, startRedisServer } from '../kit/redis-server.ts';
import { startServerProcess } from '../kit/server-process.ts';
import { connectStation, type StationClient } from '../kit/station.ts';
import { until } from '../kit/until.ts';
import { type RunningTestServer, startTestServer } from './running-server.ts';

function told(client: StationClient): readonly StationCounts[] {
  return client.frames().flatMap((frame) => (frame.k === 'presence' ? [frame.stations] : []));
}

function isTold(client: StationClient, stations: StationCounts, deadlineMs?: number): Promise<void> {
  return client.until(`presence ${JSON.stringify(stations)}`, () => sameCounts(told(client).at(-1), stations), deadlineMs);
}

function sameCounts(a: StationCounts | undefined, b: StationCounts): boolean {
  const text = (counts: StationCounts) => JSON.stringify(Object.entries(counts).toSorted());
  return a !== undefined && text(a) === text(b);
}

describe('presence on one server', () => {
  let server: RunningTestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.close());

  it('[RT37] names every station with its sockets, as they come and go', async () => {
    const chair = await server.connect('chair');
    await isTold(chair, { chair: 1 });
    const booths = [await server.connect('booth:fr'), await server.connect('booth:fr')];
    const output = await server.connect('output');
    await isTold(chair, { chair: 1, 'booth:fr': 2, output: 1 });
    await booths[0]?.close();
    await output.close();
    await isTold(chair, { chair: 1, 'booth:fr': 1 });
  });

  it('[RT37] is told once to who joins, although nobody came or went after its hello', async () => {
    const chair = await server.connect('chair');
    const late = await server.connect('viewer', { hello: 'none' });
    await isTold(chair, { chair: 1, viewer: 1 });
    expect(told(late)).toEqual([]);
    late.hello(null);
    await isTold(late, { chair: 1, viewer: 1 });
    expect(told(late)).toHaveLength(1);
  });

  it('[RT37] is told only when it has changed, and at most twice a second', async () => {
    const chair = await server.connect('chair');
    await isTold(chair, { chair: 1 });
    const before = told(chair).length;
    const began = performance.now();
    for (let round = 0; round < 60; round += 1) await (await server.connect('webcast')).close();
    const tookMs = performance.now() - began;
    await isTold(chair, { chair: 1 });
    expect(told(chair).length - before).toBeLessThanOrEqual(2 + tookMs / 500);

    const settled = told(chair).length;
    const beacons = () => chair.frames().filter(({ k }) => k === 'beacon').length;
    const beaconsBefore = beacons();
    await chair.until('four beacons', () => beacons() >= beaconsBefore + 4, 8_000);
    expect(told(chair).length - settled).toBeLessThanOrEqual(1);
    expect(told(chair).every((stations, index, all) => index === 0 || !sameCounts(all[index - 1], stations))).toBe(true);
  });

  it('[RT37] is for staff: displays and output pages hear nothing of it', async () => {
    const watchers = [await server.connect('display'), await server.connect('output')];
    const viewer = await server.connect('viewer');
    await isTold(viewer, { display: 1, output: 1, viewer: 1 });
    await server.command('chair', { type: 'closeList' });
    for (const client of watchers) {
      await client.until('a later change', () => !client.meeting().listOpen);
      expect(told(client)).toEqual([]);
    }
  });

  it('[RT39] is not sent to a page of version 1, which works on beside one of version 2', async () => {
    const [older, newer] = [await server.connect('chair', { protocol: 'rostrum.v1' }), await server.connect('booth:ar')];
    await isTold(newer, { chair: 1, 'booth:ar': 1 });
    expect(await older.send({ type: 'closeList' })).toMatchObject({ status: 'ok' });
    await newer.until('its change', () => !newer.meeting().listOpen);
    older.hello(null);
    await older.until('live again', () => older.frames().filter(({ k }) => k === 'live').length === 2);
    expect(told(older)).toEqual([]);
    expect(newer.meeting()).toEqual(older.meeting());
  });

  it('is in no log', async () => {
    const chair = await server.connect('chair');
    await isTold(chair, { chair: 1 });
    const before = chair.position();
    await (await server.connect('viewer')).close();
    const after = await server.connect('viewer');
    expect(after.position()).toEqual(before);
  });
});

describe.skipIf(redisIsMissing('presence over two servers on one Redis'))('presence over two servers on one Redis', () => {
  let redis: PrivateRedis;
  let here: RunningTestServer;
  beforeEach(async () => {
    redis = await startRedisServer([]);
    here = await startTestServer({ redisUrl: redis.url });
  });
  afterEach(async () => {
    redis.thaw();
    await here.close();
    await redis.stop();
  });

  it('[RT40] is that of all processes together; one that stops is gone within two seconds', async () => {
    const there = await startTestServer({ redisUrl: redis.url });
    const [chair, booth] = [await here.connect('chair'), await there.connect('booth:fr')];
    await there.connect('chair');
    for (const client of [chair, booth]) await isTold(client, { chair: 2, 'booth:fr': 1 }, 8_000);
    await there.close();
    await isTold(chair, { chair: 1 }, 4_000);
  });

  it('[RT40] forgets a process that was killed after six seconds, and the key with the last one', async () => {
    const killed = await startServerProcess({ env: { REDIS_URL: redis.url } });
    try {
      const chair = await here.connect('chair');
      const booth = await connectStation({ origin: killed.origin, meetingId: sampleMeetingId, token: killed.token('booth fr') });
      await isTold(chair, { chair: 1, 'booth:fr': 1 }, 8_000);
      await killed.kill9();
      await booth.closed;
      await isTold(chair, { chair: 1 }, 10_000);
      await chair.close();
      await until('the key to be gone', 10_000, async () => (await redis.command('EXISTS', `{m:${sampleMeetingId}}:pres`)) === 0);
    } finally {
      await killed.remove();
    }
  });

  it('[RT40] passes over words of other programs, and over an outage', async () => {
    const chair = await here.connect('chair');
    await isTold(chair, { chair: 1 });
    await redis.command(
      'ZADD',
      `{m:${sampleMeetingId}}:pres`,
      String(Date.now() + 60_000),
      'odd',
      String(Date.now() + 60_000),
      'p nobody many',
    );
    await here.connect('webcast');
    await isTold(chair, { chair: 1, webcast: 1 });
    redis.freeze();
    await chair.until('stale', () => !chair.isLive(), 8_000);
    await here.connect('viewer').catch(() => undefined);
    redis.thaw();
    await chair.until('live', () => chair.isLive(), 8_000);
    await here.connect('booth:es');
    await chair.until('the booth', () => told(chair).at(-1)?.['booth:es'] === 1, 8_000);
  });

  it('[RT40] replaces what a process said before, and adds up what all say', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => openStore({ redisUrl: redis.url, dataDir: '', warn() {} })));
    if (one === undefined || other === undefined) throw new Error('Expected two stores');
    expect(await one.presence.exchange('m1', { chair: 1, 'booth:ar': 2 })).toEqual({ chair: 1, 'booth:ar': 2 });
    expect(await other.presence.exchange('m1', { chair: 1 })).toEqual({ chair: 2, 'booth:ar': 2 });
    expect(await one.presence.exchange('m1', { 'booth:ar': 1 })).toEqual({ chair: 1, 'booth:ar': 1 });
    expect(await other.presence.exchange('m2', {})).toEqual({});
    expect(await one.presence.exchange('m1', {})).toEqual({ chair: 1 });
    await Promise.all([one.events.close(), other.events.close()]);
  });
});
