/** Two servers on one Redis behave as one, and say so when it is away. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Meeting } from '../../shared/domain/meeting.ts';
import type { Position } from '../../shared/protocol/position.ts';
import { type PrivateRedis, redisIsMissing, startRedisServer } from '../kit/redis-server.ts';
import type { StationClient } from '../kit/station.ts';
import { problemOf, type RunningTestServer, sample, startTestServer } from './running-server.ts';

describe.skipIf(redisIsMissing('two servers on one Redis'))('two servers on one Redis', () => {
  let redis: PrivateRedis;
  let left: RunningTestServer;
  let right: RunningTestServer;
  beforeEach(async () => {
    redis = await startRedisServer([]);
    left = await startTestServer({ redisUrl: redis.url });
    right = await startTestServer({ redisUrl: redis.url });
  });
  afterEach(async () => {
    redis.thaw();
    await Promise.all([left.close(), right.close()]);
    await redis.stop();
  });

  async function state(server: RunningTestServer): Promise<{ position: Position; meeting: Meeting; live: boolean }> {
    return (await (await server.get('chair', sample)).json()) as { position: Position; meeting: Meeting; live: boolean };
  }

  function waiting(client: StationClient, index = 0): string {
    const entry = client.meeting().entries.filter(({ status }) => status === 'listed')[index];
    if (entry === undefined) throw new Error('Expected an entry to be waiting');
    return entry.id;
  }

  it('show one list and take each other’s links', async () => {
    expect(await (await left.get(null, '/api/meetings')).json()).toEqual(await (await right.get(null, '/api/meetings')).json());
    expect(left.token('chair')).toBe(right.token('chair'));
  });

  it('[RT12] tell the stations of both about a command given to one', async () => {
    const [chair, booth, output] = await Promise.all([left.connect('chair'), right.connect('booth:ar'), right.connect('output')]);
    expect(await chair.send({ type: 'giveFloor', entryId: waiting(chair) })).toMatchObject({ status: 'ok' });
    for (const client of [chair, booth, output]) await client.until('the floor', () => client.meeting().floor !== null);
    expect(booth.position()).toEqual(chair.position());
    expect([...chair.gaps(), ...booth.gaps(), ...output.gaps()]).toEqual([]);
  });

  it('carry out a hundred copies of one command once', async () => {
    const copies = Array.from({ length: 100 }, (_, index) =>
      (index % 2 === 0 ? left : right).command('chair', { type: 'closeList' }, { commandId: 'both-doors' }),
    );
    const bodies = await Promise.all((await Promise.all(copies)).map((response) => response.json() as Promise<{ status: string }>));
    expect(bodies.filter(({ status }) => status === 'ok')).toHaveLength(1);
    expect(bodies.filter(({ status }) => status === 'duplicate')).toHaveLength(99);
    expect((await state(left)).position.offset).toBe(2);
  });

  it('[RT12] accept one of two hands, in every round, and end with one log', async () => {
    const [here, there, watcher] = await Promise.all([left.connect('chair'), right.connect('admin'), right.connect('viewer')]);
    for (let round = 0; round < 10; round += 1) {
      const entryId = waiting(here);
      const outcomes = await Promise.all([here, there].map((client) => client.send({ type: 'giveFloor', entryId })));
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['ok', 'refused']);
      const last = outcomes.find(({ status }) => status === 'ok')?.position?.offset ?? 0;
      for (const client of [here, there]) await client.until('the floor', () => (client.position()?.offset ?? 0) >= last);
    }
    const after = await state(left);
    expect(await state(right)).toEqual(after);
    await watcher.until('the end of the log', () => watcher.position()?.offset === after.position.offset);
    expect(watcher.meeting()).toEqual(after.meeting);
  });

  it('[SR12] keep writing the present for other programs', async () => {
    const chair = await left.connect('chair');
    const entryId = waiting(chair);
    await chair.send({ type: 'giveFloor', entryId });
    const fields = await redis.command('HMGET', `{m:${sample.split('/').at(-1)}}:now`, 'entry', 'language', 'offset');
    expect(fields).toEqual([entryId, chair.meeting().entries.find(({ id }) => id === entryId)?.language, expect.stringMatching(/^\d+$/)]);
  });

  it('end the sockets of a replaced link on both', async () => {
    const chair = await right.connect('chair');
    const started = performance.now();
    await left.post('admin', `${sample}/links/chair/rotate`, {});
    expect(await chair.closed).toBe(4101);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('[RT13] say "stale" and refuse commands while the store is away, go on reading, and are live again by themselves', async () => {
    const [chair, display] = await Promise.all([left.connect('chair'), right.connect('display')]);
    await (await left.connect('viewer')).close();
    redis.freeze();
    for (const client of [chair, display]) await client.until('stale', () => !client.isLive(), 8_000);
    expect(chair.frames().some((frame) => frame.k === 'stale' && frame.why === 'storeUnavailable')).toBe(true);
    const refused = await left.command('chair', { type: 'closeList' }, { commandId: 'while-away' });
    expect([refused.status, (await problemOf(refused)).code]).toEqual([503, 'storeUnavailable']);
    expect((await left.get(null, '/readyz')).status).toBe(503);
    expect((await left.get(null, '/healthz')).status).toBe(200);
    expect(await state(left)).toMatchObject({ live: false });
    // One whose link was seen a moment ago may come back; it is told how things are.
    const late = await left.connect('viewer');
    expect(
      late
        .frames()
        .map(({ k }) => k)
        .slice(0, 3),
    ).toEqual(['welcome', 'snapshot', 'stale']);

    redis.thaw();
    for (const client of [chair, display, late]) await client.until('live', () => client.isLive(), 8_000);
    const again = await left.command('chair', { type: 'closeList' }, { commandId: 'while-away' });
    expect(await again.json()).toMatchObject({ status: expect.stringMatching(/^(ok|duplicate)$/) });
    for (const client of [chair, display, late]) await client.until('the change', () => !client.meeting().listOpen);
    expect((await state(right)).meeting.listOpen).toBe(false);
  });

  it('[SR15] notice that another Redis process answers, and give everybody a snapshot of what it holds', async () => {
    const [chair, booth] = await Promise.all([left.connect('chair'), right.connect('booth:fr')]);
    await chair.send({ type: 'closeList' });
    await booth.until('the change', () => !booth.meeting().listOpen);
    const before = booth.position();
    await redis.kill9();
    for (const client of [chair, booth]) await client.until('stale', () => !client.isLive(), 8_000);
    await redis.restart();
    for (const client of [chair, booth]) {
      await client.until('live in a new epoch', () => client.isLive() && (client.position()?.epoch ?? 0) > (before?.epoch ?? 0), 10_000);
    }
    expect(booth.position()).toMatchObject({ offset: before?.offset, hash: before?.hash });
    expect(await chair.send({ type: 'openList' })).toMatchObject({ status: 'ok' });
    await booth.until('the next change', () => booth.meeting().listOpen);
    expect(booth.gaps()).toEqual([]);
  });
});
