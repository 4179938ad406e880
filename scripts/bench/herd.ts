/**
 * Everybody is cut off and comes back at once, from where they stood, while twenty who were not cut off look on and the
 * meeting goes on with forty updates a second. The baseline accepts and sends one small message.
 */
import { samplePlan } from '../../server/sample/hrc37-panel.ts';
import type { Bench, BenchOrder, BenchRun } from './bench.ts';
import { type Figures, merged, quantile } from './figures.ts';
import { audienceIn, bytesOfUpdate } from './frame-sizes.ts';
import { openChair, startLoad } from './measure.ts';
import { rostrumWith, type Server, startBare } from './servers.ts';

export const herd: Bench = {
  about: 'all cut off and back at once; baseline: bare ws accept and one small message',
  clients: 1_000,
  ratios: { allLive: 'allLiveMs', p99: 'watchersP99Ms', quietP99: 'quietP99Ms' },
  async run(order): Promise<BenchRun> {
    const updateBytes = bytesOfUpdate(audienceIn(order), samplePlan);
    return {
      baseline: await measured(startBare({ updateBytes }), order),
      rostrum: await measured(rostrumWith(samplePlan, order), order),
    };
  },
};

const watchers = 20;
const perSecond = 40;
/** A herd is over in a third of a second: too few updates to tell a p99 from. */
const rounds = 5;

async function measured(starting: Promise<Server>, { clients, seconds }: BenchOrder): Promise<Figures> {
  const server = await starting;
  const [crowd, few] = [await startLoad(), await startLoad()];
  const chair = await openChair(server.chair, 4);
  try {
    const door = server.clients;
    await crowd.open({ door, count: clients, atOnce: 100, resumable: true });
    await few.open({ door, count: watchers, atOnce: watchers });

    await few.count();
    const quiet = await few.settle((await chair.pace(Math.min(2, seconds), perSecond)) * watchers);

    const during = [];
    const allLiveMs = [];
    for (let round = 1; round <= rounds; round += 1) {
      let over = false;
      const meeting = (async () => {
        while (!over) await chair.pace(0.1, perSecond);
      })();
      await few.count();
      allLiveMs.push((await crowd.cut(0)).ms);
      during.push((await few.settle(0)).histogram);
      over = true;
      await meeting;
    }
    const histogram = merged(during);
    return {
      allLiveMs: allLiveMs.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN,
      watchersP99Ms: quantile(histogram, 0.99),
      quietP99Ms: quantile(quiet.histogram, 0.99),
    };
  } finally {
    chair.close();
    for (const load of [crowd, few]) await load.stop();
    await server.stop();
  }
}
