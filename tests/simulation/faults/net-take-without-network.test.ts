/**
 * Fault 13: the network is away while *take* is pressed. The thirty seconds of the story are four here, and the five that a
 * take lives are two: what happens does not depend on them. `tests/e2e/faults-take.test.ts` has the five.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FaultProxy, startFaultProxy } from '../../kit/fault-proxy.ts';
import type { LiveStation } from '../../kit/live-station.ts';
import { type ServerProcess, startServerProcess } from '../../kit/server-process.ts';
import { until } from '../../kit/until.ts';
import { areLive, comeIn, expectSound, isLive } from './net-bench.ts';

const livesMs = 2_000;
const awayMs = 4_000;

describe('a take while the network is away', () => {
  let server: ServerProcess;
  let proxies: FaultProxy[];
  beforeEach(async () => {
    server = await startServerProcess();
    const port = Number(new URL(server.origin).port);
    proxies = [await startFaultProxy({ port }), await startFaultProxy({ port }), await startFaultProxy({ port })];
  });
  afterEach(() => Promise.all([server.remove(), ...proxies.map((proxy) => proxy.close())]));

  it('[FT13] expires and does not air, whether it never left, was lost on its way or arrives late', async () => {
    const [offline, lossy, late] = proxies;
    if (!offline || !lossy || !late) throw new Error('Expected three ways');
    const output = comeIn(server, 'output', { languages: ['en', 'floor'] });
    const chair = comeIn(server, 'chair');
    const desks = proxies.map((proxy) => comeIn(server, 'webcast', { origin: () => proxy.url('http') }));
    const [offlineDesk, lossyDesk, lateDesk] = desks;
    if (!offlineDesk || !lossyDesk || !lateDesk) throw new Error('Expected three desks');
    await areLive(output, chair, ...desks);
    const entryId = chair.view().meeting?.entries[0]?.id ?? '';
    expect(await chair.give({ type: 'giveFloor', entryId })).toMatchObject({ status: 'ok' });
    expect(await lateDesk.give({ type: 'armCaption', entryId })).toMatchObject({ status: 'ok' });
    for (const desk of desks) await desk.until('the cue', () => armed(desk) !== null);

    const from = Date.now();
    offline.reset();
    offline.refuse();
    await offlineDesk.until('not live', () => !isLive(offlineDesk));
    lossy.drop();
    late.freeze();
    const pressedAt = performance.now();
    const given = desks.map((desk) => take(desk));
    // What was half open stays dead; who tries again is told at once that nobody is there.
    lossy.refuse();
    expect(isLive(offlineDesk)).toBe(false);
    // Never sent: its page can say so by itself, on time and without the network.
    expect(await given[0]).toMatchObject({ status: 'expired', code: 'expired' });
    expect(performance.now() - pressedAt).toBeGreaterThanOrEqual(livesMs - 5);
    expect(performance.now() - pressedAt).toBeLessThan(livesMs + 1_500);
    // Sent, with an unknown fate: nothing is said until the server has been heard.
    for (const desk of [lossyDesk, lateDesk]) expect(desk.commands().at(-1)?.outcome).toBeNull();
    await until('the network to have been away', awayMs + 1_000, () => performance.now() - pressedAt > awayMs);

    for (const proxy of proxies) proxy.pass();
    for (const outcome of await Promise.all(given)) expect(outcome).toMatchObject({ status: 'expired', code: 'expired' });
    await areLive(...desks);
    expect(armed(lateDesk)).not.toBeNull();
    expect(output.air()).toEqual([]);

    const log = await expectSound({
      servers: [server],
      stations: [output, chair, ...desks],
      disturbances: [{ where: 'path', from, until: Date.now() }],
      halfOpen: 1,
    });
    expect(log.filter(({ event }) => event.type === 'captionTaken')).toEqual([]);
  });
});

function armed(desk: LiveStation) {
  return desk.view().meeting?.captions.armed ?? null;
}

async function take(desk: LiveStation) {
  const cue = armed(desk);
  return desk.give({ type: 'takeCaption', cueId: cue?.id ?? '', cueHash: cue?.hash ?? '' }, livesMs);
}
