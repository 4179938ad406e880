/**
 * `npm run --silent bench -- NAME [--clients N] [--runs N] [--seconds N] [--audience viewer|display] [--store embedded|redis] [--json]`:
 * Rostrum and a bare baseline in turn in one run, the median of the runs each, and their ratio. `NAME` `all` gives the table of
 * promised measures, with `--markdown` as text for `docs/operations.md`. A measurement, never a test: nothing fails because a
 * machine is slow.
 */
import { parseArgs } from 'node:util';
import { benches } from './bench/all-benches.ts';
import { type Bench, type BenchOrder, type BenchResult, runBench } from './bench/bench.ts';
import { checkOpenFiles, endEverythingWithUs } from './bench/processes.ts';
import { machine, markdownOf, tableOf, tableRuns } from './bench/table.ts';
import { PlainError } from './child.mjs';

endEverythingWithUs();
const settings = readArguments();
try {
  if (settings.name === 'all') await printTable();
  else await printOne(settings.bench);
} catch (fault) {
  if (!(fault instanceof PlainError)) throw fault;
  console.error(fault.message);
  process.exit(1);
}
// A socket that is still closing must not hold the result back.
process.exit(0);

async function printOne(bench: Bench): Promise<void> {
  const result = await run(settings.name, bench, settings.clients ?? bench.clients);
  console.log(settings.json ? JSON.stringify(result) : result);
}

async function printTable(): Promise<void> {
  const results: (BenchResult | string)[] = [];
  for (const { bench, size } of tableRuns) {
    const known = benches[bench];
    if (known === undefined) continue;
    const clients = size === null ? known.clients : Math.round((size * (settings.clients ?? 1_000)) / 1_000);
    // One that cannot be measured here must not take the others with it.
    results.push(await run(bench, known, clients).catch((fault: unknown) => `not measured: ${oneLine(fault)}`));
  }
  const rows = tableOf(results);
  if (settings.json) console.log(JSON.stringify({ machine: machine(), runs: settings.runs, table: rows, results }));
  else console.log(`Medians of ${settings.runs} runs on ${machine()}.\n\n${markdownOf(rows)}`);
}

async function run(name: string, bench: Bench, clients: number): Promise<BenchResult> {
  checkOpenFiles(clients);
  const order: BenchOrder = { clients, seconds: settings.seconds, audience: settings.audience, store: settings.store };
  return runBench(name, bench, settings.runs, order, (line) => console.error(line));
}

function oneLine(fault: unknown): string {
  return (fault instanceof Error ? fault.message : String(fault)).split('\n')[0] ?? '';
}

interface Settings extends Omit<BenchOrder, 'clients'> {
  readonly name: string;
  readonly bench: Bench;
  /** `null`: as many as the bench is for. */
  readonly clients: number | null;
  readonly runs: number;
  readonly json: boolean;
}

function readArguments(): Settings {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const options = { clients: text, runs: text, seconds: text, audience: text, store: text, json: flag, markdown: flag };
  const parsed = (() => {
    try {
      return parseArgs({ allowPositionals: true, options });
    } catch (fault) {
      return usage(oneLine(fault));
    }
  })();
  const { values, positionals } = parsed;
  const [name = ''] = positionals;
  const bench = name === 'all' ? benches.fanout : Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (bench === undefined) return usage(name === '' ? 'Name a bench.' : `There is no bench ${name}.`);
  const { audience = 'viewer', store = 'embedded' } = values;
  if (audience !== 'viewer' && audience !== 'display') return usage('--audience is viewer or display.');
  if (store !== 'embedded' && store !== 'redis') return usage('--store is embedded or redis.');
  const clients = values.clients === undefined ? null : count('--clients', values.clients);
  return {
    name,
    bench,
    clients,
    runs: count('--runs', values.runs ?? '3'),
    seconds: count('--seconds', values.seconds ?? '5'),
    audience,
    store,
    json: values.json === true,
  };
}

function count(name: string, text: string): number {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : usage(`${name} is a whole number from 1.`);
}

function usage(reason: string): never {
  console.error(
    `${reason}\nUsage: npm run bench -- ${['all', ...Object.keys(benches)].join('|')} [--clients N] [--runs N] [--seconds N] [--audience viewer|display] [--store embedded|redis] [--json|--markdown]`,
  );
  process.exit(2);
}
