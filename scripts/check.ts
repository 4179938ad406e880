/** `npm run check`: every check that CI runs. Goes on after a failure, so that one run shows them all. */
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { checkBudgets } from './budgets.ts';
import { repository } from './child.mjs';
import { ensureBuilt } from './fresh-build.mjs';
import { underSetupLock } from './setup-lock.mjs';
import { runTests } from './test.ts';
import { isGood, type Tally, tallyLine } from './test-report.ts';

interface Outcome {
  readonly good: boolean;
  /** Shown under the part's line. */
  readonly output: string;
}

const bin = (name: string) => `node_modules/.bin/${name}`;

const failures: string[] = [];
await part('types', async () => {
  const projects = ['shared', 'client', '.'];
  const runs = await Promise.all(projects.map((project) => run(bin('tsc'), ['--noEmit', '-p', project])));
  // What is wrong in shared/ is found three times over.
  const lines = new Set(runs.flatMap((outcome) => outcome.output.split('\n')));
  return { good: runs.every((outcome) => outcome.good), output: `${[...lines].join('\n')}\n` };
});
await part('lint and format', () => run(bin('biome'), ['check', '--error-on-warnings', '--no-errors-on-unmatched', '.']));
await part('dead code', () => run(bin('knip'), ['--no-progress', '--no-config-hints']));
await part('build', async () => {
  await underSetupLock(() => ensureBuilt({ force: true }));
  return { good: true, output: '' };
});
await part('budgets', async () => {
  const { good, lines } = checkBudgets();
  return { good, output: lines.map((line) => `  ${line}\n`).join('') };
});
let tally: Tally = { passed: 0, failed: 1, skipped: 0 };
await part('tests', async () => {
  tally = await runTests([]);
  return { good: isGood(tally), output: '' };
});

if (failures.length > 0) console.log(`Failed: ${failures.join(', ')}`);
console.log(tallyLine(tally));
process.exitCode = failures.length > 0 ? 1 : 0;

async function part(name: string, work: () => Promise<Outcome>): Promise<void> {
  const begun = performance.now();
  const { good, output } = await work().catch((error: unknown) => ({
    good: false,
    output: `${error instanceof Error ? error.message : error}\n`,
  }));
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${good ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (!good) failures.push(name);
  // A part that passed has nothing to say, except sizes, which people want to see.
  if (!good || name === 'budgets') process.stdout.write(output);
}

function run(command: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: repository, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ good: false, output: `${error.message}\n` }));
    child.on('close', (code) => resolve({ good: code === 0, output }));
  });
}
