/** Fault 14: the connection is dead and neither end is told. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeLiveSocket } from '../../../client/live/socket.ts';
import { limits } from '../../../shared/protocol/limits.ts';
import { fakeNetwork } from '../../client/fake-network.ts';
import { welcome } from '../../client/live-client-bench.ts';
import { type FaultProxy, startFaultProxy } from '../../kit/fault-proxy.ts';
import type { LiveStation } from '../../kit/live-station.ts';
import { type ServerProcess, startServerProcess } from '../../kit/server-process.ts';
import { until } from '../../kit/until.ts';
import { startTestServer } from '../../server/running-server.ts';
import { aSecond, areLive, comeIn, expectSound, isLive, movedTime, openConnections } from './net-bench.ts';

const silenceMs = {
  station: limits.beaconsUntilNotLive * limits.beaconMs.station,
  display: limits.beaconsUntilNotLive * limits.beaconMs.display,
};
/** For the timers of a busy machine. */
const slackMs = 1_000;

describe('a half-open connection', () => {
  let server: ServerProcess | null = null;
  const proxies: FaultProxy[] = [];
  afterEach(async () => {
    vi.useRealTimers();
    for (const proxy of proxies.splice(0)) await proxy.close();
    await server?.remove();
    server = null;
  });

  it('[FT14] is not shown as live after 2.5 beacons, and the client finds another way by itself', async () => {
    server = await startServerProcess();
    const proxy = await through(server.origin);
    let origin = proxy.url('http');
    const way = { origin: () => origin };
    const [booth, output, chair] = [comeIn(server, 'booth:fr', way), comeIn(server, 'output', way), comeIn(server, 'chair')];
    await areLive(booth, output, chair);

    const from = Date.now();
    const deadSince = performance.now();
    expect(proxy.drop()).toBe(2);
    origin = server.origin;
    expect(await chair.give({ type: 'closeList' })).toMatchObject({ status: 'ok' });
    await Promise.all([booth, output].map((station) => station.until('not live', () => !isLive(station))));
    expect(performance.now() - deadSince).toBeLessThan(silenceMs.station + slackMs);
    await Promise.all([booth, output].map(backBy));
    const disturbances = [{ where: 'path', from, until: Date.now() } as const];
    await expectSound({ servers: [server], stations: [booth, output, chair], disturbances, halfOpen: 2 });
  });

  it('[FT14] of a display is noticed after 12.5 s: its beacons come every five', () => {
    const network = fakeNetwork();
    let lost = 0;
    makeLiveSocket('display', network.ports, { onWelcome() {}, onFrame() {}, onLost: () => (lost += 1), onStopped() {} });
    network.deliver({ ...welcome, station: 'display', beaconMs: limits.beaconMs.display });
    network.advance(silenceMs.display - 1);
    expect([lost, network.sockets.length]).toEqual([0, 1]);
    network.advance(1);
    expect([lost, network.sockets[0]?.closed]).toEqual([1, true]);
    network.advance(1_000);
    expect(network.sockets).toHaveLength(2);
  });

  /** Fifteen seconds of the server's clock; sockets and network are real. */
  it('[FT14] is freed by the heartbeat of the server, and the living are left alone', async () => {
    vi.useFakeTimers(movedTime);
    const inside = await startTestServer();
    const proxy = await through(inside.origin);
    const dead = await inside.connect('booth:fr', { origin: proxy.url('http') });
    const alive = await inside.connect('booth:fr');
    expect(proxy.drop()).toBe(1);
    // It looks once a second, and waits 2 s for an answer to its close, which cannot come.
    for (let second = 1; second <= 15; second += 1) await aSecond(alive);
    expect(openConnections(inside)).toBe(2);
    for (let second = 16; second <= 18; second += 1) await aSecond(alive);
    await until('the dead one to be gone', 2_000, () => openConnections(inside) === 1);
    expect([alive.isLive(), alive.gaps()]).toEqual([true, []]);
    expect(dead.frames().some(({ k }) => k === 'bye')).toBe(false);
    await alive.close();
    await until('no socket', 2_000, () => openConnections(inside) === 0);
    await inside.close();
  });

  async function through(origin: string): Promise<FaultProxy> {
    const proxy = await startFaultProxy({ port: Number(new URL(origin).port) });
    proxies.push(proxy);
    return proxy;
  }
});

/** Live again, on a new connection. */
async function backBy(station: LiveStation): Promise<void> {
  await station.until('live again', () => isLive(station) && station.connections() === 2, 5_000);
}
