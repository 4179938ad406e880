/** Folding a log of 10,000 events, as a server does that opens a meeting. The baseline only parses the same lines. */
import type { Bench, BenchRun } from './bench.ts';
import type { Figures } from './figures.ts';
import { lineOf, startNode } from './processes.ts';

export const replay: Bench = {
  about: 'JSON.parse and fold of 10,000 events, code cold; baseline: JSON.parse of the same lines',
  clients: 1,
  ratios: { time: 'ms' },
  async run(): Promise<BenchRun> {
    return { baseline: await measured('parse'), rostrum: await measured('fold') };
  },
};

/** Each time in a new process: a server that starts has no warm code either. */
async function measured(what: 'parse' | 'fold'): Promise<Figures> {
  const { child, ask, stop } = startNode('scripts/bench/replayer.ts');
  await lineOf(child, /(Ready to replay)/);
  try {
    return await ask<Figures>(what);
  } finally {
    await stop();
  }
}
