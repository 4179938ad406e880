/**
 * A command over a WebSocket, one durable commit (Redis, AOF always), another server process, all its clients. The baseline
 * is the same way bare: `ws`, one script that appends and publishes, a second process that broadcasts what it hears.
 * The clock starts when the sender sends, and the id of the command carries that time to the receivers.
 */
import { samplePlan } from '../../server/sample/hrc37-panel.ts';
import type { Bench, BenchOrder, BenchRun } from './bench.ts';
import type { Door } from './clients.ts';
import { updatesPerSecond } from './fanout.ts';
import type { Figures } from './figures.ts';
import { bytesOfUpdate } from './frame-sizes.ts';
import { delays, openChair, quantileOf, startLoad } from './measure.ts';
import type { Process } from './processes.ts';
import { type BenchRedis, startRedis } from './redis.ts';
import { doorOf, startMeeting, startBareCommandServer, startRostrum } from './servers.ts';

export const command: Bench = {
  about: 'command -> commit (Redis, AOF always) -> second process -> all; baseline: ws, one script, publish, broadcast',
  clients: 1_000,
  ratios: { p50: 'p50Ms', p99: 'p99Ms', answerP50: 'answerP50Ms', answerP99: 'answerP99Ms', cpu: 'cpuUsPerDelivery' },
  async run(order): Promise<BenchRun> {
    return { baseline: await withRedis((redis) => bare(redis, order)), rostrum: await withRedis((redis) => rostrum(redis, order)) };
  },
};

async function withRedis<T>(work: (redis: BenchRedis) => Promise<T>): Promise<T> {
  const redis = await startRedis();
  try {
    return await work(redis);
  } finally {
    await redis.stop();
  }
}

async function bare(redis: BenchRedis, order: BenchOrder): Promise<Figures> {
  const updateBytes = bytesOfUpdate('staff', samplePlan);
  const asked = await startBareCommandServer(redis.url, updateBytes);
  const heard = await startBareCommandServer(redis.url, updateBytes);
  try {
    return await measured(heard.process, asked.chair, heard.clients, order);
  } finally {
    await asked.stop();
    await heard.stop();
  }
}

/** Clients are viewers: the public is not told the ids of commands. */
async function rostrum(redis: BenchRedis, order: BenchOrder): Promise<Figures> {
  const asked = await startRostrum(redis.url);
  const heard = await startRostrum(redis.url, asked.adminToken);
  try {
    const meeting = await startMeeting(asked, samplePlan);
    return await measured(heard.process, doorOf(asked, meeting, 'chair'), doorOf(heard, meeting, 'viewer'), order);
  } finally {
    await asked.stop();
    await heard.stop();
  }
}

async function measured(heard: Process, chairAt: Door, clientsAt: Door, order: BenchOrder): Promise<Figures> {
  const load = await startLoad();
  const chair = await openChair(chairAt);
  try {
    await load.listenFor('"commandId":"bench-');
    await load.open({ door: clientsAt, count: order.clients, atOnce: 100 });
    await chair.pace(0.5, updatesPerSecond);
    await load.settle(5 * order.clients);
    await load.count();
    chair.answerMs.length = 0;
    const before = await heard.usage();
    const expected = (await chair.pace(order.seconds, updatesPerSecond)) * order.clients;
    const report = await load.settle(expected);
    const after = await heard.usage();
    return {
      ...delays(report.histogram),
      answerP50Ms: quantileOf(chair.answerMs, 0.5),
      answerP99Ms: quantileOf(chair.answerMs, 0.99),
      delivered: report.events / expected,
      cpuUsPerDelivery: (after.cpuUs - before.cpuUs) / report.events,
    };
  } finally {
    chair.close();
    await load.stop();
  }
}
