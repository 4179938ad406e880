/**
 * How soon stations and outputs have an event while thousands of displays watch: they are served first. The baseline is the
 * bare p99 to everybody, since bare `ws` knows no order. The twenty are received by a process of their own, as in a house
 * where each has a machine: in one process with the displays they would wait for those to be read.
 */
import { samplePlan } from '../../server/sample/hrc37-panel.ts';
import type { Bench, BenchOrder, BenchRun } from './bench.ts';
import type { Door } from './clients.ts';
import { updatesPerSecond } from './fanout.ts';
import { type Figures, merged, quantile } from './figures.ts';
import { bytesOfUpdate } from './frame-sizes.ts';
import { openChair, startLoad } from './measure.ts';
import type { Process } from './processes.ts';
import { doorOf, startBare, startMeeting, startRostrumOver } from './servers.ts';

export const fanoutMixed: Bench = {
  about: '10 stations and 10 outputs beside displays; baseline: bare ws, p99 to everybody',
  clients: 5_000,
  ratios: { p50: 'p50Ms', p99: 'p99Ms', displaysP99: 'displaysP99Ms', cpu: 'cpuUsPerDelivery' },
  async run(order): Promise<BenchRun> {
    const updateBytes = bytesOfUpdate('public', samplePlan);
    const bare = await startBare({ updateBytes });
    const doors = { displays: bare.clients, few: [bare.clients, bare.clients], chair: bare.chair };
    const baseline = await measured(bare.process, doors, order, 'everybody').finally(bare.stop);

    const server = await startRostrumOver(order.store);
    const meeting = await startMeeting(server, samplePlan);
    const at = (station: string): Door => doorOf(server, meeting, station);
    const ours = { displays: at('display'), few: [at('viewer'), at('output')], chair: at('chair') };
    return { baseline, rostrum: await measured(server.process, ours, order, 'few').finally(server.stop) };
  },
};

const ofEach = 10;

interface Doors {
  readonly displays: Door;
  readonly few: readonly Door[];
  readonly chair: Door;
}

async function measured(process: Process, doors: Doors, order: BenchOrder, whose: 'few' | 'everybody'): Promise<Figures> {
  const [many, few] = [await startLoad(), await startLoad()];
  const chair = await openChair(doors.chair);
  try {
    await many.open({ door: doors.displays, count: order.clients, atOnce: 100 });
    for (const door of doors.few) await few.open({ door, count: ofEach, atOnce: ofEach });
    const fewClients = doors.few.length * ofEach;
    await chair.pace(0.5, updatesPerSecond);
    await many.settle(5 * order.clients);
    for (const load of [many, few]) await load.count();
    const before = await process.usage();
    const updates = await chair.pace(order.seconds, updatesPerSecond);
    const [displays, first] = [await many.settle(updates * order.clients), await few.settle(updates * fewClients)];
    const after = await process.usage();
    const counted = whose === 'few' ? first.histogram : merged([displays.histogram, first.histogram]);
    const deliveries = displays.events + first.events;
    return {
      p50Ms: quantile(counted, 0.5),
      p99Ms: quantile(counted, 0.99),
      displaysP99Ms: quantile(displays.histogram, 0.99),
      delivered: deliveries / (updates * (order.clients + fewClients)),
      cpuUsPerDelivery: (after.cpuUs - before.cpuUs) / deliveries,
    };
  } finally {
    chair.close();
    for (const load of [many, few]) await load.stop();
  }
}
