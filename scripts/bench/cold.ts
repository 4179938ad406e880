/**
 * From starting the process to the first page in full, on an empty data folder with the sample meeting made, as at a first
 * `npm start`. The baseline is Node with an HTTP server that answers with the same file.
 */
import { get } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Bench, BenchRun } from './bench.ts';
import type { Figures } from './figures.ts';
import { freePort } from './free-port.ts';
import { startProgram, stopped, tempFolder } from './processes.ts';

export const cold: Bench = {
  about: 'process start to first served page; baseline: a bare node:http server with the same file',
  clients: 1,
  ratios: { time: 'ms', bytes: 'bytes' },
  async run(): Promise<BenchRun> {
    return {
      baseline: await measured('scripts/bench/bare-page.mjs'),
      rostrum: await measured('dist/server/main.mjs'),
    };
  },
};

/** Starts of one run; the first has the files to read from disk. */
const starts = 3;
const patienceMs = 20_000;

async function measured(script: string): Promise<Figures> {
  const all: { readonly ms: number; readonly bytes: number }[] = [];
  for (let start = 1; start <= starts; start += 1) all.push(await started(script));
  return all.toSorted((a, b) => a.ms - b.ms)[Math.floor(starts / 2)] ?? {};
}

async function started(script: string): Promise<{ readonly ms: number; readonly bytes: number }> {
  const folder = tempFolder();
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: folder.path, REDIS_URL: '', DEMO: '1', LOG_LEVEL: 'warn' };
  const began = performance.now();
  const server = startProgram(process.execPath, [script], env);
  try {
    for (;;) {
      const bytes = await pageBytes(port);
      const ms = performance.now() - began;
      if (bytes > 0) return { ms, bytes };
      if (ms > patienceMs || server.exitCode !== null) throw new Error(`${script} served no page within ${Math.round(ms)} ms`);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  } finally {
    await stopped(server);
    folder.remove();
  }
}

/** 0 while nobody answers. */
function pageBytes(port: number): Promise<number> {
  return new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path: '/', agent: false }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => resolve(response.statusCode === 200 ? bytes : 0));
      response.on('error', () => resolve(0));
    });
    request.on('error', () => resolve(0));
  });
}
