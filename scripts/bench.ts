/**
 * `npm run --silent bench -- NAME [--clients N] [--runs N] [--json]`: Rostrum and a bare baseline in turn in one run, the
 * median of the runs each, and their ratio. A measurement, never a test: nothing fails because a machine is slow.
 */
import { parseArgs } from 'node:util';
import { bareFanout, rostrumFanout } from './bench/fanout.ts';
import { barePages, rostrumPages } from './bench/pages.ts';

interface Bench {
  readonly bare: (clients: number) => Promise<Figures>;
  readonly rostrum: (clients: number) => Promise<Figures>;
  /** Name in the ratio, by figure. */
  readonly ratios: Readonly<Record<string, string>>;
  readonly clients: number;
}

type Figures = Readonly<Record<string, number>>;

const benches: Readonly<Record<string, Bench>> = {
  fanout: {
    bare: async (clients) => ({ ...(await bareFanout(clients)) }),
    rostrum: async (clients) => ({ ...(await rostrumFanout(clients)) }),
    ratios: { p50: 'p50Ms', p99: 'p99Ms', cpu: 'cpuUsPerDelivery', deliveries: 'delivered', memory: 'kbPerConnection' },
    clients: 1_000,
  },
  pages: {
    bare: async () => ({ ...(await barePages()) }),
    rostrum: async () => ({ ...(await rostrumPages()) }),
    ratios: { p50: 'p50Ms', p99: 'p99Ms', shown: 'shown' },
    clients: 8,
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { clients: { type: 'string' }, runs: { type: 'string', default: '3' }, json: { type: 'boolean', default: false } },
});
const name = positionals[0] ?? '';
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
const clients = Number(values.clients ?? bench?.clients);
const runs = Number(values.runs);
if (bench === undefined || !(clients > 0) || !(runs > 0)) {
  console.error(`Usage: npm run bench -- ${Object.keys(benches).join('|')} [--clients N] [--runs N] [--json]`);
  process.exit(2);
}

const bare: Figures[] = [];
const ours: Figures[] = [];
for (let run = 1; run <= runs; run += 1) {
  bare.push(await bench.bare(clients));
  ours.push(await bench.rostrum(clients));
  console.error(`run ${run} of ${runs}: bare p99 ${bare.at(-1)?.p99Ms} ms, Rostrum p99 ${ours.at(-1)?.p99Ms} ms`);
}
const baseline = median(bare);
const rostrum = median(ours);
const ratio = Object.fromEntries(
  Object.entries(bench.ratios).map(([as, figure]) => [as, round((rostrum[figure] ?? Number.NaN) / (baseline[figure] ?? Number.NaN))]),
);
const result = { bench: name, clients, runs, baseline, rostrum, ratio };
console.log(values.json ? JSON.stringify(result) : result);

/** Figure by figure. */
function median(all: readonly Figures[]): Figures {
  const figures = Object.keys(all[0] ?? {});
  return Object.fromEntries(
    figures.map((figure) => {
      const sorted = all.map((one) => one[figure] ?? Number.NaN).toSorted((a, b) => a - b);
      return [figure, round(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN)];
    }),
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
