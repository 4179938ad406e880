/** Fault 11: a thousand clients are cut at once. */
import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meetingAsSeenBy } from '../../../shared/domain/permissions.ts';
import type { Station } from '../../../shared/domain/stations.ts';
import { must } from '../../../shared/lib/assert.ts';
import { type FaultProxy, startFaultProxy } from '../../kit/fault-proxy.ts';
import { type ServerProcess, startServerProcess } from '../../kit/server-process.ts';
import { stateName } from '../../kit/state-name.ts';
import { until } from '../../kit/until.ts';
import { type Crowd, type GroupOrder, startCrowd } from './crowd.ts';
import { areLive, comeIn, expectSound, labelOf, openConnections, residentBytes } from './net-bench.ts';

/** Ours: 2 s for the way back, and the 250 ms over which stations spread. */
const stationsBackMs = 2_250;
const displaysBackMs = 15_000;
/** A snapshot of the sample for each at once would be 100 MB; measured: 20 MB. */
const mostGrowthBytes = 96 * 1024 * 1024;

describe('a thousand clients that are cut at once', () => {
  let server: ServerProcess;
  let proxy: FaultProxy;
  let stations: Crowd;
  let displays: Crowd;
  beforeEach(async () => {
    [server, stations, displays] = await Promise.all([startServerProcess(), startCrowd(), startCrowd()]);
    proxy = await startFaultProxy({ port: Number(new URL(server.origin).port) });
  });
  afterEach(() => Promise.all([proxy.close(), server.remove(), stations.stop(), displays.stop()]));

  it('[FT11] are all live again in time, stations first, and the server answers meanwhile', async () => {
    const desk = comeIn(server, 'chair');
    await areLive(desk);
    await Promise.all([stations.join(group('booth:fr', 100)), displays.join(group('display', 900))]);
    expect(proxy.connections()).toBe(1_000);
    const before = residentBytes(server.pid());

    const cutAt = Date.now();
    expect(proxy.reset()).toBe(1_000);
    let longest = 0;
    for (let round = 0; !(await areBack()); round += 1) {
      const asked = performance.now();
      expect(await desk.give({ type: round % 2 === 0 ? 'closeList' : 'openList' })).toMatchObject({ status: 'ok' });
      longest = Math.max(longest, performance.now() - asked);
      expect(Date.now() - cutAt).toBeLessThan(displaysBackMs);
    }
    // What we promise for a command on a quiet server is 250 ms; here a thousand handshakes stand before it.
    expect(longest).toBeLessThan(1_000);
    expect(residentBytes(server.pid()) - before).toBeLessThan(mostGrowthBytes);
    await until('one connection for each', 5_000, () => openConnections(server) === 1_001);

    const [near, far] = await Promise.all([stations.report('booth:fr'), displays.report('display')]);
    expect([near.losses, far.losses]).toEqual([100, 900]);
    expect((near.liveSince.at(-1) ?? 0) - cutAt).toBeLessThan(stationsBackMs);
    expect((far.liveSince.at(-1) ?? 0) - cutAt).toBeLessThan(displaysBackMs);
    expect(median(near.liveSince)).toBeLessThan(median(far.liveSince));

    // The picture of the desk is held against the log below, and all others against it.
    const meeting = must(desk.view().meeting, 'the picture of the desk');
    const wanted = [[stateName(meeting)], [stateName(meetingAsSeenBy('public', meeting))]];
    await until('everybody to show the same', 5_000, async () => {
      return isDeepStrictEqual(await Promise.all([stations.states('booth:fr'), displays.states('display')]), wanted);
    });
    await Promise.all([stations.stop(), displays.stop()]);
    await expectSound({ servers: [server], stations: [desk] });
  });

  async function areBack(): Promise<boolean> {
    const reports = await Promise.all([stations.report('booth:fr'), displays.report('display')]);
    return reports.every(({ liveSince, losses }, index) => liveSince.length === losses && losses === [100, 900][index]);
  }

  function group(station: Station, count: number): GroupOrder {
    return { group: station, station, token: server.token(labelOf(station)), origin: proxy.url('http'), count };
  }
});

function median(instants: readonly number[]): number {
  return instants[Math.floor(instants.length / 2)] ?? Number.NaN;
}
