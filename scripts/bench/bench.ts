/** What a bench is, and how its runs become one result. */
import { type Figures, median, ratios } from './figures.ts';

export interface BenchOrder {
  readonly clients: number;
  /** Length of a measured phase. */
  readonly seconds: number;
  /** Station of Rostrum's clients. */
  readonly audience: 'viewer' | 'display';
  readonly store: 'embedded' | 'redis';
}

/** One run: the baseline and Rostrum one after the other, and whoever else is measured. */
export interface BenchRun {
  readonly baseline: Figures;
  readonly rostrum: Figures;
  readonly others?: Readonly<Record<string, Figures>>;
}

export interface Bench {
  /** What is compared with what, in one line. */
  readonly about: string;
  readonly clients: number;
  /** From the name in the ratio to the figure. */
  readonly ratios: Readonly<Record<string, string>>;
  run(order: BenchOrder): Promise<BenchRun>;
}

export interface BenchResult {
  readonly bench: string;
  readonly about: string;
  readonly clients: number;
  readonly runs: number;
  /** Medians, like all figures here. */
  readonly baseline: Figures;
  readonly rostrum: Figures;
  /** Rostrum to the baseline. */
  readonly ratio: Figures;
  readonly others: Readonly<Record<string, Figures>>;
  /** Rostrum to each of the others. */
  readonly ratioToOthers: Readonly<Record<string, Figures>>;
}

export async function runBench(
  name: string,
  bench: Bench,
  runs: number,
  order: BenchOrder,
  say: (line: string) => void,
): Promise<BenchResult> {
  const done: BenchRun[] = [];
  for (let run = 1; run <= runs; run += 1) {
    const one = await bench.run(order);
    done.push(one);
    say(`${name}, ${order.clients} clients, run ${run} of ${runs}: ${shown(ratios(bench.ratios, one.rostrum, one.baseline))}`);
  }
  const baseline = median(done.map((run) => run.baseline));
  const rostrum = median(done.map((run) => run.rostrum));
  const others = Object.fromEntries(
    Object.keys(done[0]?.others ?? {}).map((other) => [other, median(done.map((run) => run.others?.[other] ?? {}))]),
  );
  return {
    bench: name,
    about: bench.about,
    clients: order.clients,
    runs,
    baseline,
    rostrum,
    ratio: ratios(bench.ratios, rostrum, baseline),
    others,
    ratioToOthers: Object.fromEntries(Object.entries(others).map(([other, theirs]) => [other, ratios(bench.ratios, rostrum, theirs)])),
  };
}

function shown(figures: Figures): string {
  return Object.entries(figures)
    .map(([name, value]) => `${name} ${value} x`)
    .join(', ');
}
