/** What became of commands: the answer is read at the end of the log, whatever this server has been told of it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCommandStatus } from '../../server/app/command-status.ts';
import type { Delivery } from '../../server/app/fan-out.ts';
import { openHub } from '../../server/app/meeting-hub.ts';
import { createStoreClock } from '../../server/lib/clock.ts';
import { createLog } from '../../server/lib/log.ts';
import { sampleMeetingId } from '../../server/sample/hrc37-panel.ts';
import { type EventStore, noPosition } from '../../server/store/event-store.ts';
import { openStore } from '../../server/store/open-store.ts';
import { must } from '../../shared/lib/assert.ts';
import type { StatusFrame } from '../../shared/protocol/down.ts';
import { appendAnyway, commitOf } from '../contract/store-fixtures.ts';
import { smallPlan } from '../kit/plans.ts';
import { type PrivateRedis, redisIsMissing, startRedisServer } from '../kit/redis-server.ts';
import type { StationClient } from '../kit/station.ts';
import { makeTempDir } from '../kit/temp-dir.ts';
import { type RunningTestServer, startTestServer } from './running-server.ts';

async function statusOf(client: StationClient, commandIds: readonly string[]): Promise<StatusFrame> {
  const before = client.frames().length;
  client.sendRaw(JSON.stringify({ k: 'status', commandIds }));
  const answer = () =>
    client
      .frames()
      .slice(before)
      .findLast(({ k }) => k === 'status');
  await client.until('the status', () => answer() !== undefined);
  return answer() as StatusFrame;
}

describe('the status of commands, over a socket', () => {
  let server: RunningTestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.close());

  it('[RT38] names the place of each that is in the log, and the others', async () => {
    const [chair, viewer] = await Promise.all([server.connect('chair'), server.connect('viewer')]);
    const closed = await chair.send({ type: 'closeList' }, { commandId: 'close-the-list' });
    expect(await chair.send({ type: 'endStatement' }, { commandId: 'refused-one' })).toMatchObject({ status: 'refused' });
    const asked = ['never-given', 'close-the-list', 'refused-one', 'close-the-list'];
    for (const client of [chair, viewer]) {
      expect(await statusOf(client, asked)).toEqual({
        k: 'status',
        committed: [{ commandId: 'close-the-list', position: closed.position }],
        unknown: ['never-given', 'refused-one'],
      });
    }
  });
});

describe('the status of commands, before the feed has told of them', () => {
  it('[RT38] is read from the log, and stations are not disturbed', async () => {
    const folder = makeTempDir();
    const { events: store } = await openStore({ redisUrl: null, dataDir: folder.path, warn() {} });
    const lateFeed: EventStore = { ...store, follow: (meetingId, listener) => store.follow(meetingId, { ...listener, onEvents() {} }) };
    try {
      await store.append('m1', noPosition, commitOf('plan-it', [{ type: 'meetingPlanned', meetingId: 'm1', plan: smallPlan() }]));
      const clock = createStoreClock(() => store.time());
      const hub = must(
        await openHub({ store: lateFeed, clock, log: createLog('silent'), onGone: () => undefined }, 'm1'),
        'an open meeting',
      );
      const delivered: Delivery[] = [];
      hub.join(
        { audience: 'staff', rank: 'stations', version: 2, deliver: (delivery) => void delivered.push(delivery), recover() {} },
        null,
      );
      const position = await appendAnyway(store, 'm1', 'not-told-yet');

      const answer = await createCommandStatus(lateFeed)(hub, ['not-told-yet', 'plan-it', 'nobody-gave-it']);
      expect(answer.committed).toContainEqual({ commandId: 'not-told-yet', position });
      expect(answer.committed.map(({ commandId }) => commandId)).toContain('plan-it');
      expect(answer.unknown).toEqual(['nobody-gave-it']);
      expect(hub.state()).toMatchObject({ live: true, generation: 0 });
      expect(delivered).toEqual([]);
      await hub.close();
    } finally {
      await store.close();
      folder.remove();
    }
  });
});

describe.skipIf(redisIsMissing('the status of commands after a lost history'))('the status of commands after a lost history', () => {
  let redis: PrivateRedis;
  let server: RunningTestServer;
  beforeEach(async () => {
    redis = await startRedisServer([]);
    server = await startTestServer({ redisUrl: redis.url });
  });
  afterEach(async () => {
    await server.close();
    await redis.stop();
  });

  const key = (name: string) => `{m:${sampleMeetingId}}:${name}`;
  const copyAll = "for i = 1, #KEYS, 2 do redis.call('COPY', KEYS[i], KEYS[i + 1], 'REPLACE') end";
  const copy = (from: readonly string[], to: readonly string[]) =>
    redis.command('EVAL', copyAll, String(from.length * 2), ...from.flatMap((name, index) => [key(name), key(to[index] ?? '')]));

  it('[RT38] is that of the history that is there now, at once', async () => {
    const chair = await server.connect('chair');
    const kept = await chair.send({ type: 'closeList' }, { commandId: 'this-is-kept' });
    await copy(['log', 'meta'], ['log-then', 'meta-then']);
    expect(await chair.send({ type: 'openList' }, { commandId: 'this-is-lost' })).toMatchObject({ status: 'ok' });
    expect((await statusOf(chair, ['this-is-kept', 'this-is-lost'])).unknown).toEqual([]);

    // What a failover to a replica that had not received the last command does to the keys.
    await copy(['log-then', 'meta-then'], ['log', 'meta']);
    expect(await statusOf(chair, ['this-is-kept', 'this-is-lost'])).toEqual({
      k: 'status',
      committed: [{ commandId: 'this-is-kept', position: kept.position }],
      unknown: ['this-is-lost'],
    });
    await chair.until('the old state', () => chair.isLive() && !chair.meeting().listOpen);
  });
});
