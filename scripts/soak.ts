/**
 * `npm run soak [-- --seeds 500 --from 1 --worlds 2]`: the long histories of the core, the long fuzz of the HTTP interface, then
 * hundreds of runs of the stress program (`tests/simulation/soak.ts`), whose one line of result comes last. Exit status 1 when
 * anything failed.
 *
 *   --seed N --kind redis|embedded   one run again; --kind alone: all runs of that kind
 *   --only sim                       without histories and fuzz; implied by --seed
 */
import { runChild } from './child.mjs';
import { provideTools } from './machine-tools.ts';

const rest = process.argv.slice(2);
const onlySimulation = rest.includes('--seed') || rest[rest.indexOf('--only') + 1] === 'sim';
const env: NodeJS.ProcessEnv = { ...process.env };
for (const { variable, path } of provideTools()) if (path !== undefined) env[variable] = path;

const long = { ...env, ROSTRUM_HISTORIES: '10000', ROSTRUM_FUZZ_RUNS: '10000' };
const vitest = ['node_modules/vitest/vitest.mjs', 'run'];
const tasks: readonly (readonly [args: readonly string[], env: NodeJS.ProcessEnv])[] = [
  ...(onlySimulation
    ? []
    : ([
        [[...vitest, '--project', 'core', 'tests/domain/histories.test.ts'], long],
        [[...vitest, '--project', 'server', 'tests/server/fuzz.test.ts'], long],
      ] as const)),
  [['--import', 'tsx', 'tests/simulation/soak.ts', ...rest], env],
];
for (const [args, taskEnv] of tasks) {
  if ((await runChild(process.execPath, args, { env: taskEnv })) !== 0) process.exitCode = 1;
}
