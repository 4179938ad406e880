/**
 * The one door to every command: makes the checkout ready (packages, builds), then runs the task.
 * Built-ins only, because it must work before anything is installed; what it says goes to stderr, so that a task's stdout stays its own.
 *
 *   node scripts/run.mjs start|test|check|dev|build|bench|rehearse|shots|soak [arguments...]
 */
import process from 'node:process';

/**
 * script: run through tsx once the packages are there. build: needs the built client and server.
 *
 * @type {Record<string, { script?: string, build: boolean }>}
 */
const tasks = {
  start: { build: true },
  build: { build: true },
  test: { script: 'scripts/test.ts', build: false },
  check: { script: 'scripts/check.ts', build: false },
  dev: { script: 'scripts/dev.ts', build: true },
  bench: { script: 'scripts/bench.ts', build: true },
  rehearse: { script: 'scripts/rehearse.ts', build: true },
  shots: { script: 'scripts/shots.ts', build: true },
  soak: { script: 'scripts/soak.ts', build: true },
};

main().catch((error) => {
  console.error(error instanceof Error && 'plain' in error ? error.message : error);
  process.exit(1);
});

async function main() {
  const [name = '', ...rest] = process.argv.slice(2);
  const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
  if (!isNodeNewEnough(process.versions.node)) return stop(`Rostrum needs Node 20.19 or later; this is Node ${process.versions.node}.`);
  if (!task) return stop(`Name a task: node scripts/run.mjs ${Object.keys(tasks).join('|')}`);

  // Loaded only now: an old Node shall see the sentence above, not a syntax error from below.
  const { ensureInstalled } = await import('./install.mjs');
  const { ensureBuilt } = await import('./fresh-build.mjs');
  const { repository, runChild } = await import('./child.mjs');
  const { underSetupLock } = await import('./setup-lock.mjs');
  process.chdir(repository);

  await underSetupLock(async () => {
    await ensureInstalled();
    if (task.build) await ensureBuilt({ force: name === 'build' });
  });
  if (name === 'start') return start();
  if (task.script) process.exit(await runChild(process.execPath, ['--import', 'tsx', task.script, ...rest]));
}

/** In this very process: a signal sent to it reaches the server, with no shell or npm in between. */
async function start() {
  if (process.env.NODE_ENV !== 'production') process.env.DEMO ??= '1';
  process.setSourceMapsEnabled(true);
  const built = new URL('../dist/server/main.mjs', import.meta.url);
  await import(built.href);
}

/** @param {string} version like 20.19.0 */
function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

/** @param {string} sentence */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
