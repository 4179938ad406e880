/**
 * One event of about 300 bytes to many sockets: how late it arrives at ten a second, what it costs the server, and how many
 * deliveries a second there are when it goes as fast as it can.
 *
 * Included for Rostrum and for nobody else: the commit (the clock starts at the store's time of the event, before it is
 * synced), the fold, and beacons to everybody (viewers every second, displays every five), which count as cost of the events.
 * At the ceiling eight updates are under way; what Rostrum commits together it also writes together, the others one by one.
 */
import { samplePlan } from '../../server/sample/hrc37-panel.ts';
import type { Bench, BenchOrder, BenchRun } from './bench.ts';
import type { Figures } from './figures.ts';
import { audienceIn, bytesOfUpdate } from './frame-sizes.ts';
import { delays, openChair, startLoad } from './measure.ts';
import { rostrumWith, type Server, startBare, startSocketIo } from './servers.ts';

export const fanout: Bench = {
  about: 'one event of about 300 bytes, 10 a second, to all; baseline: bare ws, one prebuilt frame',
  clients: 1_000,
  ratios: {
    p50: 'p50Ms',
    p99: 'p99Ms',
    cpu: 'cpuUsPerDelivery',
    cpuPerFrame: 'cpuUsPerFrame',
    deliveries: 'ceilingPerSecond',
    memory: 'kbPerConnection',
    liveMemory: 'liveKbPerConnection',
  },
  async run(order): Promise<BenchRun> {
    const updateBytes = bytesOfUpdate(audienceIn(order), samplePlan);
    return {
      baseline: await measured(startBare({ updateBytes }), order),
      rostrum: await measured(rostrumWith(samplePlan, order), order),
      others: {
        naive: await measured(startBare({ updateBytes, naive: true }), order),
        socketio: await measured(startSocketIo(updateBytes), order),
      },
    };
  },
};

/** Ten a second: `realtime.md` section 6. */
export const updatesPerSecond = 10;
const ceilingSeconds = 3;
/** Who asks for updates when it goes as fast as it can: 20 commands a second each. They get all events as well. */
const askers = 64;

async function measured(starting: Promise<Server>, { clients, seconds }: BenchOrder): Promise<Figures> {
  const server = await starting;
  const load = await startLoad();
  const chair = await openChair(server.chair);
  try {
    // A tenth comes first: what a server takes once, whoever comes, is not what a connection costs.
    const few = Math.floor(clients / 10);
    await load.open({ door: server.clients, count: few, atOnce: 100 });
    const fewOpen = await server.process.usage('collect');
    await load.open({ door: server.clients, count: clients - few, atOnce: 100 });
    const allOpen = await server.process.usage('collect');

    // Code that runs for the first time is slow; no server is measured while it warms up.
    await chair.pace(0.5, updatesPerSecond);
    await load.settle(5 * clients);
    await load.count();
    const before = await server.process.usage();
    const expected = (await chair.pace(seconds, updatesPerSecond)) * clients;
    const paced = await load.settle(expected);
    const after = await server.process.usage();

    await load.open({ door: server.chair, count: Math.min(askers, clients), atOnce: 100 });
    const driven = await load.drive({ group: 2, seconds: Math.min(ceilingSeconds, seconds) });
    return {
      ...delays(paced.histogram),
      delivered: paced.events / expected,
      cpuUsPerDelivery: (after.cpuUs - before.cpuUs) / paced.events,
      cpuUsPerFrame: (after.cpuUs - before.cpuUs) / paced.frames,
      ceilingPerSecond: driven.events / driven.seconds,
      kbPerConnection: (allOpen.residentKb - fewOpen.residentKb) / (clients - few),
      liveKbPerConnection: (allOpen.liveKb - fewOpen.liveKb) / (clients - few),
      bytesPerEvent: paced.eventBytes / paced.events,
    };
  } finally {
    chair.close();
    await load.stop();
    await server.stop();
  }
}
