/**
 * `npm test [-- vitest arguments]`: sets up what the tests need beyond the packages, runs every project and ends with one plain line.
 * Run through run.mjs, which has installed the packages.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repository, runChild } from './child.mjs';
import { ensureBuilt } from './fresh-build.mjs';
import { provideTools } from './machine-tools.ts';
import { underSetupLock } from './setup-lock.mjs';
import { filesNotRun, isGood, type Tally, type TestReport, tallyLine, tallyOf } from './test-report.ts';

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const tally = await runTests(process.argv.slice(2));
  console.log(tallyLine(tally));
  process.exitCode = isGood(tally) ? 0 : 1;
}

/** @param filters passed on to Vitest; none means everything, and then every test file must have been run */
export async function runTests(filters: readonly string[]): Promise<Tally> {
  const inCi = process.env.CI === 'true';
  const tools = await underSetupLock(async () => provideTools());
  const missing = tools.filter((tool) => tool.path === undefined);
  for (const tool of missing)
    console.error(`Missing: ${tool.name}. The tests that need it are ${inCi ? 'failed' : 'skipped'}. ${tool.advice}`);

  let trouble = inCi ? missing.length : 0;
  try {
    await underSetupLock(() => ensureBuilt());
  } catch (error) {
    trouble += 1;
    console.error(error instanceof Error ? error.message : error);
  }

  const folder = mkdtempSync(join(tmpdir(), 'rostrum-test-'));
  const reportPath = join(folder, 'report.json');
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`];
  const code = await runChild(process.execPath, [...vitest, ...filters], { env: testEnv(tools) });
  const reports = readReport(reportPath);
  rmSync(folder, { recursive: true, force: true });

  if (filters.length === 0) {
    const forgotten = filesNotRun(testFiles(), reports);
    for (const file of forgotten) console.error(`Never run, no project of vite.config.ts includes it: ${file}`);
    trouble += forgotten.length;
  }
  if (code !== 0 && tallyOf(reports, trouble).failed === 0) {
    console.error(`Vitest ended with ${code} although no test failed; counted as one failure.`);
    trouble += 1;
  }
  const tally = tallyOf(reports, trouble);
  if (tally.passed + tally.failed === 0) console.error('No test was run: that is a failure.');
  for (const tool of inCi ? [] : missing) console.error(`Skipped for want of ${tool.name}: ${tool.advice}`);
  return tally;
}

function testEnv(tools: ReturnType<typeof provideTools>): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const { variable, path } of tools) {
    if (path === undefined) delete env[variable];
    else env[variable] = path;
  }
  // A production setting of the caller would give the tests the production build of Solid; Vitest sets its own.
  delete env.NODE_ENV;
  return env;
}

function readReport(path: string): readonly TestReport[] {
  try {
    const report: TestReport = JSON.parse(readFileSync(path, 'utf8'));
    return [report];
  } catch {
    return [];
  }
}

function testFiles(): readonly string[] {
  const root = join(repository, 'tests');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => join(root, name));
}
