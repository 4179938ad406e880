/** A few runs of the stress program; `npm run soak` does hundreds. */
import { afterAll, describe, expect, it } from 'vitest';
import { redisIsMissing } from '../kit/redis-server.ts';
import { type RunReport, runSeed } from './program.ts';
import { regressions } from './regressions.ts';
import { describeSchedule, makeSchedule } from './schedule.ts';
import { idleParts, noRuns, type Totals, withRun } from './totals.ts';
import { startWorld, type World, type WorldKind } from './world.ts';

/** Chosen so that between them they kill both kinds of process, cut, freeze and forge. */
const fixedSeeds: Readonly<Record<WorldKind, readonly number[]>> = { redis: [1, 2], embedded: [4] };
const anySeed = 1 + Math.floor(Math.random() * 1_000_000_000);

describe.skipIf(redisIsMissing('the stress program'))('the stress program', () => {
  let world: World | null = null;
  let totals: Totals = noRuns;
  afterAll(() => world?.stop());

  async function run(kind: WorldKind, seed: number): Promise<RunReport> {
    if (world?.kind !== kind) {
      await world?.stop();
      world = null;
      world = await startWorld(kind);
    }
    const report = await runSeed(world, seed);
    totals = withRun(totals, report);
    return report;
  }

  function expectNothing(report: RunReport): void {
    if (report.findings.length === 0) return;
    const replay = `npm run soak -- --only sim --kind ${report.kind} --seed ${report.seed}`;
    const schedule = describeSchedule(makeSchedule(report.seed, report.kind));
    expect.fail([...report.findings.map(({ what }) => what), schedule, report.story, `again: ${replay}`].join('\n'));
  }

  for (const seed of fixedSeeds.redis) {
    it(`[SM7] finds nothing with seed ${seed}, two servers on one Redis`, async () => expectNothing(await run('redis', seed)), 60_000);
  }

  it(`[SM7] finds nothing with any seed, today ${anySeed}`, async () => {
    console.info(`seed of this run: ${anySeed}`);
    expectNothing(await run('redis', anySeed));
  }, 60_000);

  for (const { seed, kind, found } of regressions) {
    it(`seed ${seed} does not find this again: ${found}`, async () => expectNothing(await run(kind, seed)), 60_000);
  }

  for (const seed of fixedSeeds.embedded) {
    it(
      `[SM7] finds nothing with seed ${seed}, one server with its own file`,
      async () => expectNothing(await run('embedded', seed)),
      60_000,
    );
  }

  it('[SM7] did real work in them', () => {
    expect(idleParts(totals)).toEqual([]);
  });
});
