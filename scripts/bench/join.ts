/**
 * Many clients connect, a hundred at a time: Rostrum checks origin, version, quota, token and meeting before the upgrade and
 * waits for hello; bare `ws` accepts and sends one message of the snapshot's size. A tenth of the clients come first, so that
 * the code is warm and it shows whether a client's bytes depend on how many there are.
 */
import { samplePlan } from '../../server/sample/hrc37-panel.ts';
import type { Bench, BenchOrder, BenchRun } from './bench.ts';
import type { Figures } from './figures.ts';
import { audienceIn, bytesOfSnapshot, plannedMeeting } from './frame-sizes.ts';
import { startLoad } from './measure.ts';
import { rostrumWith, type Server, startBare } from './servers.ts';

export const join: Bench = {
  about: 'connect with rights checked, until live; baseline: bare ws accept and one message of the same size',
  clients: 1_000,
  ratios: { accepts: 'acceptsPerSecond', bytes: 'bytesPerClient', memory: 'kbPerConnection', cpu: 'cpuUsPerAccept' },
  async run(order): Promise<BenchRun> {
    const welcomeBytes = bytesOfSnapshot(audienceIn(order), plannedMeeting(samplePlan));
    return {
      baseline: await measured(startBare({ welcomeBytes }), order.clients),
      rostrum: await measured(rostrumWith(samplePlan, order), order.clients),
    };
  },
};

async function measured(starting: Promise<Server>, clients: BenchOrder['clients']): Promise<Figures> {
  const server = await starting;
  const load = await startLoad();
  try {
    const door = server.clients;
    const few = Math.max(1, Math.round(clients / 10));
    const first = await load.open({ door, count: few, atOnce: 100 });
    const before = await server.process.usage('collect');
    const { ms, bytes } = await load.open({ door, count: clients, atOnce: 100 });
    const busy = await server.process.usage();
    const after = await server.process.usage('collect');
    return {
      acceptsPerSecond: (clients * 1000) / ms,
      bytesPerClient: bytes / clients,
      bytesPerClientOfATenth: first.bytes / few,
      cpuUsPerAccept: (busy.cpuUs - before.cpuUs) / clients,
      kbPerConnection: (after.residentKb - before.residentKb) / clients,
    };
  } finally {
    await load.stop();
    await server.stop();
  }
}
