/**
 * `npm run --silent bench -- NAME [--clients N] [--runs N] [--json]`: Rostrum and a bare baseline in turn in one run, the
 * median of the runs each, and their ratio. A measurement, never a test: nothing fails because a machine is slow.
 */
import { parseArgs } from 'node:util';
import { bareFanout, type FanoutFigures, rostrumFanout } from './bench/fanout.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    clients: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
  },
});
const [name] = positionals;
const clients = Number(values.clients);
const runs = Number(values.runs);
if (name !== 'fanout' || !(clients > 0) || !(runs > 0)) {
  console.error('Usage: npm run bench -- fanout [--clients N] [--runs N] [--json]');
  process.exit(2);
}

const bare: FanoutFigures[] = [];
const ours: FanoutFigures[] = [];
for (let run = 1; run <= runs; run += 1) {
  bare.push(await bareFanout(clients));
  ours.push(await rostrumFanout(clients));
  console.error(`run ${run} of ${runs}: bare p99 ${bare.at(-1)?.p99Ms} ms, Rostrum p99 ${ours.at(-1)?.p99Ms} ms`);
}
const baseline = median(bare);
const rostrum = median(ours);
const ratio = {
  p50: round(rostrum.p50Ms / baseline.p50Ms),
  p99: round(rostrum.p99Ms / baseline.p99Ms),
  cpu: round(rostrum.cpuUsPerDelivery / baseline.cpuUsPerDelivery),
  deliveries: round(rostrum.delivered / baseline.delivered),
  memory: round(rostrum.kbPerConnection / baseline.kbPerConnection),
};
if (values.json) console.log(JSON.stringify({ bench: name, clients, runs, baseline, rostrum, ratio }));
else console.log({ baseline, rostrum, ratio });

function median(all: readonly FanoutFigures[]): FanoutFigures {
  const middle = (pick: (figures: FanoutFigures) => number): number => {
    const sorted = all.map(pick).toSorted((a, b) => a - b);
    return round(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN);
  };
  return {
    p50Ms: middle((figures) => figures.p50Ms),
    p99Ms: middle((figures) => figures.p99Ms),
    delivered: middle((figures) => figures.delivered),
    deliveriesPerSecond: middle((figures) => figures.deliveriesPerSecond),
    cpuUsPerDelivery: middle((figures) => figures.cpuUsPerDelivery),
    kbPerConnection: middle((figures) => figures.kbPerConnection),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
