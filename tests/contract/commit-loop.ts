/** A process of its own that commits without end to the embedded store and prints each command once it is acknowledged. */
import { openStore } from '../../server/store/open-store.ts';
import { must } from '../../shared/lib/assert.ts';
import { appendAnyway } from './store-fixtures.ts';

const dataDir = must(process.argv[2], 'a data folder');
const { events } = await openStore({ redisUrl: null, dataDir, warn: () => {} });
for (let n = 1; ; n += 1) {
  const commandId = `${process.pid}-${n}`;
  await appendAnyway(events, 'm1', commandId);
  process.stdout.write(`${commandId}\n`);
}
