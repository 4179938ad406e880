/**
 * Loaded into each measured server before its program (`node --expose-gc --import`): tells what the process uses, with its
 * garbage collected when asked, and ends it when the bench is gone. The same for all, so that none is favoured.
 */
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';

process.on('message', async (/** @type {import('./asks.ts').Asked} */ { ask, id, details }) => {
  if (ask !== 'usage') return;
  const collect = typeof details === 'object' && details !== null && 'collect' in details && details.collect === true;
  for (let round = 0; collect && round < 3; round += 1) {
    globalThis.gc?.();
    await setImmediate();
  }
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send?.({ answers: id, result: { cpuUs: user + system, residentKb: rss / 1024, liveKb: (heapUsed + external) / 1024 } });
});
process.on('disconnect', () => process.exit(0));
