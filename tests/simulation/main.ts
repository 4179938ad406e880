/**
 * The seeds of one world after the other, as a process of its own, started by `soak.ts`: `main.ts [{"kind":"redis","seeds":[1]}]`.
 * Prints one `RunReport` as JSON per line.
 */
import { runSeed } from './program.ts';
import { startWorld, type WorldKind } from './world.ts';

/** Then everything is started afresh: a server keeps what it opened, and a thousand meetings are not what is tested here. */
const seedsPerWorld = 25;

const batches: readonly { readonly kind: WorldKind; readonly seeds: readonly number[] }[] = JSON.parse(process.argv[2] ?? '[]');
for (const { kind, seeds } of batches) {
  for (let first = 0; first < seeds.length; first += seedsPerWorld) {
    const world = await startWorld(kind);
    for (const seed of seeds.slice(first, first + seedsPerWorld)) {
      const report = await runSeed(world, seed);
      console.log(JSON.stringify(report));
      if (report.findings.length > 0) console.error(world.output());
    }
    await world.stop();
  }
}
process.exit(0);
