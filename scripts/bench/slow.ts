/**
 * One in ten stops reading. The baseline is Rostrum with the same clients that all read: what do the others notice, how much
 * does the server hold for those who do not read, and when does it give them up?
 */
import { performance } from 'node:perf_hooks';
import { samplePlan } from '../../server/sample/hrc37-panel.ts';
import type { Bench, BenchOrder, BenchRun } from './bench.ts';
import { updatesPerSecond } from './fanout.ts';
import type { Figures } from './figures.ts';
import { delays, openChair, startLoad } from './measure.ts';
import type { Process } from './processes.ts';
import { rostrumWith } from './servers.ts';

export const slow: Bench = {
  about: 'one in ten clients stops reading; baseline: Rostrum with clients that all read',
  clients: 1_000,
  ratios: { p50: 'p50Ms', p99: 'p99Ms', memory: 'residentPeakMb' },
  async run(order): Promise<BenchRun> {
    return { baseline: await measured(order, false), rostrum: await measured(order, true) };
  },
};

/** Asking for the snapshots that fill the system's buffers is not what is measured. */
const fillSeconds = 1;
/** As long as it takes until those who do not read are given up, so that both are looked at for the same time. */
const leastSeconds = 9;

async function measured(order: BenchOrder, stalling: boolean): Promise<Figures> {
  const { clients } = order;
  const seconds = Math.max(order.seconds, leastSeconds);
  const server = await rostrumWith(samplePlan, order);
  const [readers, sleepers] = [await startLoad(), await startLoad()];
  const chair = await openChair(server.chair);
  try {
    const slowOnes = Math.max(1, Math.round(clients / 10));
    await readers.open({ door: server.clients, count: clients - slowOnes, atOnce: 100 });
    await sleepers.open({ door: server.clients, count: slowOnes, atOnce: 100 });
    await chair.pace(0.5, updatesPerSecond);
    const memory = watchMemory(server.process);
    const stalled = stalling ? sleepers.stall(0) : null;
    let over = stalled === null;
    stalled?.finally(() => (over = true)).catch(() => {});
    await chair.pace(fillSeconds, updatesPerSecond);
    await readers.settle(0);
    await readers.count();
    let updates = 0;
    for (const began = performance.now(); !over || performance.now() - began < seconds * 1000; ) {
      updates += await chair.pace(0.5, updatesPerSecond);
    }
    const expected = updates * (clients - slowOnes);
    const report = await readers.settle(expected);
    const outcome = await stalled;
    return {
      ...delays(report.histogram),
      delivered: report.events / expected,
      residentPeakMb: memory.peakMb(),
      residentAfterMb: (await server.process.usage('collect')).residentKb / 1024,
      ...(outcome === null
        ? {}
        : {
            closed: outcome.closed / slowOnes,
            secondsToClose: outcome.seconds,
            systemMbPerSlow: outcome.systemBytes / 1024 / 1024,
          }),
    };
  } finally {
    chair.close();
    for (const load of [readers, sleepers]) await load.stop();
    await server.stop();
  }
}

function watchMemory(server: Process): { peakMb(): number } {
  let peakKb = 0;
  const timer = setInterval(() => {
    server.usage().then(
      ({ residentKb }) => (peakKb = Math.max(peakKb, residentKb)),
      () => clearInterval(timer),
    );
  }, 200);
  return {
    peakMb() {
      clearInterval(timer);
      return peakKb / 1024;
    },
  };
}
