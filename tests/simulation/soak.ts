/** Hundreds of seeds in several worlds side by side, see `scripts/soak.ts`. Ends with one line, and with status 1 after a failure. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { RunReport } from './program.ts';
import { describeSchedule, makeSchedule } from './schedule.ts';
import { idleParts, lastLine, noRuns, withRun } from './totals.ts';
import type { WorldKind } from './world.ts';

/** A tenth of the runs has one server with its own file; the others have what can go wrong between processes. */
const embeddedEvery = 10;
const progressEvery = 20;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '500' },
    from: { type: 'string', default: '1' },
    worlds: { type: 'string', default: '2' },
    seed: { type: 'string' },
    kind: { type: 'string' },
    only: { type: 'string' },
  },
});
const from = wholeNumber('from', values.seed ?? values.from);
const count = values.seed === undefined ? wholeNumber('seeds', values.seeds) : 1;
const worlds = Math.min(wholeNumber('worlds', values.worlds), count);
const started = performance.now();
let totals = noRuns;
let trouble = 0;

const all = Array.from({ length: count }, (_, index) => from + index);
await Promise.all(Array.from({ length: worlds }, (_, world) => runWorld(all.filter((_seed, index) => index % worlds === world))));

console.log(`commands ${JSON.stringify(totals.commands)}`);
console.log(`faults ${JSON.stringify(totals.faults)}`);
console.log(`events ${totals.events}, names on air ${totals.airings}, stations that came back ${totals.recoveries}`);
const idle = count < 10 ? [] : idleParts(totals);
for (const part of idle) console.error(`There were no ${part}: this run proves nothing.`);
if (totals.seeds < count) console.error(`Only ${totals.seeds} of ${count} seeds were run.`);
console.log(lastLine(totals));
process.exitCode = totals.failed + trouble + idle.length > 0 || totals.seeds < count ? 1 : 0;

async function runWorld(seeds: readonly number[]): Promise<void> {
  const batches = (['redis', 'embedded'] as const).map((kind) => ({ kind, seeds: seeds.filter((seed) => kindOf(seed) === kind) }));
  const args = ['--import', 'tsx', join(import.meta.dirname, 'main.ts'), JSON.stringify(batches)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const endWithUs = (): void => void child.kill('SIGTERM');
  process.once('SIGTERM', endWithUs).once('SIGINT', endWithUs);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  for await (const line of createInterface({ input: child.stdout })) tell(JSON.parse(line) as RunReport);
  if ((await ended) !== 0) trouble += 1;
}

function tell(run: RunReport): void {
  totals = withRun(totals, run);
  if (run.findings.length > 0) {
    const kinds = run.findings.map(({ point, what }) => `  (${point}) ${what}`);
    const again = `again: npm run soak -- --only sim --kind ${run.kind} --seed ${run.seed}`;
    console.error(
      [`FAILED seed ${run.seed} (${run.kind})`, ...kinds, describeSchedule(makeSchedule(run.seed, run.kind)), run.story, again].join('\n'),
    );
  }
  if (totals.seeds % progressEvery === 0) {
    const minutes = (performance.now() - started) / 60_000;
    console.log(`${totals.seeds} of ${count} seeds, failed ${totals.failed}, ${(totals.seeds / minutes).toFixed(1)} per minute`);
  }
}

function kindOf(seed: number): WorldKind {
  if (values.kind === 'redis' || values.kind === 'embedded') return values.kind;
  return seed % embeddedEvery === 0 ? 'embedded' : 'redis';
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name}: expected a whole number from 1, got ${text}`);
  return value;
}
