/** Fault 10, on the server's side: somebody sets its clock by an hour. The browser's side is in `tests/e2e/faults-clock.test.ts`. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleMeetingId } from '../../../server/sample/hrc37-panel.ts';
import { must } from '../../../shared/lib/assert.ts';
import { remainingMs } from '../../../shared/domain/rules/clock.ts';
import { limits } from '../../../shared/protocol/limits.ts';
import type { LiveStation } from '../../kit/live-station.ts';
import { type PrivateRedis, redisIsMissing, startRedisServer } from '../../kit/redis-server.ts';
import { type ServerProcess, startServerProcess } from '../../kit/server-process.ts';
import { connectStation, type StationClient } from '../../kit/station.ts';
import { until } from '../../kit/until.ts';
import { areLive, comeIn, expectSound, labelOf } from './net-bench.ts';

const settableClock = { NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'settable-clock.mjs')).href}` };
const hourMs = 3_600_000;
/** A server measures the clock of its store every 5 s: a step that it follows is seen by then. */
const noticedMs = 6_000;
/** Of a countdown: the error of a clock that glides, and this machine's. */
const toleranceMs = 300;

describe('a server whose clock is set', () => {
  const withRedis = !redisIsMissing('clock steps of servers on Redis');
  let embedded: readonly ServerProcess[] = [];
  let sharing: readonly ServerProcess[] = [];
  let redis: PrivateRedis | null = null;
  beforeEach(async () => {
    embedded = await Promise.all([startServerProcess({ env: settableClock }), startServerProcess({ env: settableClock })]);
    if (!withRedis) return;
    redis = await startRedisServer([]);
    const env = { ...settableClock, REDIS_URL: redis.url, ADMIN_TOKEN: 'fault-admin-token' };
    sharing = await Promise.all([startServerProcess({ env }), startServerProcess({ env })]);
  });
  afterEach(async () => {
    await Promise.all([...embedded, ...sharing].map((server) => server.remove()));
    await redis?.stop();
  });

  it('[FT10] keeps countdowns, lives of commands and connections as they were, on either store', async () => {
    const [ahead, back] = embedded;
    const [one, other] = sharing;
    if (ahead === undefined || back === undefined) throw new Error('Expected two servers');
    // At the same time, since most of it is waiting.
    await Promise.all([
      setClocks([{ server: ahead, step: 'ahead' }]),
      setClocks([{ server: back, step: 'back' }]),
      ...(one === undefined || other === undefined
        ? []
        : [
            setClocks([
              { server: one, step: 'ahead' },
              { server: other, step: 'back' },
            ]),
          ]),
    ]);
  });

  /** `servers`: all on one store. */
  async function setClocks(servers: readonly { readonly server: ServerProcess; readonly step: 'ahead' | 'back' }[]): Promise<void> {
    const first = must(servers[0]?.server, 'a server');
    const last = must(servers.at(-1)?.server, 'a server');
    const [chair, desk] = [comeIn(first, 'chair'), comeIn(last, 'webcast')];
    const stations = [chair, desk, comeIn(first, 'booth:fr'), comeIn(last, 'display')];
    await areLive(...stations);
    const hand = await connectStation({ origin: first.origin, meetingId: sampleMeetingId, token: first.token(labelOf('webcast')) });
    const entryId = chair.view().meeting?.entries[0]?.id ?? '';
    expect(await chair.give({ type: 'giveFloor', entryId })).toMatchObject({ status: 'ok' });
    for (const station of stations) await station.until('the floor', () => station.view().meeting?.floor !== null);

    const before = stations.map(endOfSpeech);
    for (const { server, step } of servers) {
      process.kill(server.pid(), step === 'ahead' ? 'SIGUSR2' : 'SIGHUP');
      await until('the clock to be set', 2_000, () => server.output().includes(`clock set: ${step === 'ahead' ? hourMs : -hourMs}\n`));
    }
    const setAt = performance.now();
    await commandsLiveAsLong(chair, desk, hand);
    await until('the servers to have looked at their store again', noticedMs + 1_000, () => performance.now() - setAt > noticedMs);
    await commandsLiveAsLong(chair, desk, hand);
    for (const [index, station] of stations.entries()) {
      expect(Math.abs(endOfSpeech(station) - (before[index] ?? 0)), station.station).toBeLessThan(toleranceMs);
    }
    expect(stations.map((station) => station.connections())).toEqual(stations.map(() => 1));
    await hand.close();
    await expectSound({ servers: servers.map(({ server }) => server), stations });
  }
});

/** When its countdown will be at zero, on the steady clock of this process. */
function endOfSpeech(station: LiveStation): number {
  const clock = station.view().meeting?.floor?.clock;
  if (clock === undefined) throw new Error('Expected somebody to speak');
  return performance.now() + remainingMs(clock, station.now());
}

/** Neither shorter, so that a take is refused as late, nor longer, so that one airs that nobody wants any more. */
async function commandsLiveAsLong(chair: LiveStation, desk: LiveStation, hand: StationClient): Promise<void> {
  const entryId = chair.view().meeting?.floor?.entryId ?? '';
  expect(await desk.give({ type: 'armCaption', entryId }, limits.expiresMs.take)).toMatchObject({ status: 'ok' });
  const late = await hand.send({ type: 'clearCaption' }, { expires: chair.now() - 1_000 });
  expect(late).toMatchObject({ status: 'expired' });
}
