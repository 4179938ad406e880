import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { io } from 'socket.io-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { BenchResult } from '../../scripts/bench/bench.ts';
import { type Figures, median, merged, quantile, ratios } from '../../scripts/bench/figures.ts';
import { markdownOf, tableOf, tableRuns } from '../../scripts/bench/table.ts';
import { must } from '../../shared/lib/assert.ts';
import { makeTempDir } from '../kit/temp-dir.ts';

/** A few seconds each on a quiet machine; a bench starts up to eight processes one after the other. */
const timeout = 120_000;

describe('the benches', () => {
  it.each<[name: string, clients: number, ratio: readonly string[]]>([
    ['edit', 5, ['p50', 'p99', 'bytes', 'cpu']],
    ['replay', 1, ['time']],
    ['cold', 1, ['time', 'bytes']],
  ])('%s runs end to end and prints one line of JSON', { timeout }, (name, clients, ratio) => {
    expectPromised(bench(name, clients), name, clients, ratio);
  });

  it('fanout too, which is also measured against the naive loop and Socket.IO, with as many bytes each', { timeout }, () => {
    const result = bench('fanout', 5);
    expectPromised(result, 'fanout', 5, ['p50', 'p99', 'cpu', 'deliveries']);
    expect(Object.keys(result.others)).toEqual(['naive', 'socketio']);
    expectAllFinite(result.ratioToOthers.naive ?? {});
    expectAllFinite(result.ratioToOthers.socketio ?? {});
    for (const figures of [result.baseline, result.rostrum, ...Object.values(result.others)]) expect(figures.delivered).toBe(1);
    // The place in the log has more digits as it goes on; Socket.IO names the event once more.
    const bytes = [result.baseline, result.rostrum, ...Object.values(result.others)].map(({ bytesPerEvent }) => bytesPerEvent ?? 0);
    expect(Math.max(...bytes) - Math.min(...bytes)).toBeLessThan(20);
  });

  it('measure a real Socket.IO: its own client gets the events too', { timeout }, async () => {
    const program = ['--import', 'tsx', 'scripts/bench/socketio-server.ts', JSON.stringify({ updateBytes: 300 })];
    const server = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void server.kill('SIGKILL'));
    const client = io(await originOf(server), { transports: ['websocket'] });
    onTestFinished(() => void client.close());
    const event = new Promise<object>((resolve) => client.on('event', resolve));
    client.emit('update', 'x'.repeat(64));
    const received = await event;
    expect(received).toMatchObject({ k: 'event', n: 1 });
    expect(JSON.stringify(received)).toHaveLength(300);
  });

  it('say in one line what is missing, and leave nothing behind', { timeout }, () => {
    const { status, stdout, stderr } = run(['command', '--clients', '1'], { PATH: '', ROSTRUM_REDIS_SERVER: '' });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(/^This bench needs redis-server /)]);
    expect(run(['everything'], {})).toMatchObject({ status: 2, stderr: expect.stringMatching(/^There is no bench everything\.\nUsage: /) });
  });
});

describe('figures of a bench', () => {
  it('are medians of the runs, one by one', () => {
    const runs = [
      { p99Ms: 3, cpu: 10 },
      { p99Ms: 1, cpu: 30 },
      { p99Ms: 2, cpu: 20 },
    ];
    expect(median(runs)).toEqual({ p99Ms: 2, cpu: 20 });
  });

  it('of several processes are added up before a quantile is taken', () => {
    // 98 in 1 ms, 1 in 5 ms, 1 in 20 ms.
    const both = merged([[[10, 98]], [[200, 1]], [[50, 1]]]);
    expect([0.5, 0.98, 0.99, 1].map((share) => quantile(both, share))).toEqual([1, 5, 20, 20]);
    expect(quantile([], 0.5)).toBeNaN();
  });

  it('have no ratio to nothing', () => {
    expect(ratios({ a: 'x', b: 'y', c: 'z' }, { x: 3, y: 1 }, { x: 2, y: 0, z: 1 })).toEqual({ a: 1.5 });
  });
});

describe('the table of measures', () => {
  const fanout = (p99: number): BenchResult => ({
    bench: 'fanout',
    about: '',
    clients: 1_000,
    runs: 3,
    baseline: { p99Ms: 20, cpuUsPerDelivery: 10, ceilingPerSecond: 100_000, kbPerConnection: 8, liveKbPerConnection: 3 },
    rostrum: {},
    ratio: { p99, cpu: 1.1, deliveries: 0.95, memory: 1.2, liveMemory: 1 },
    others: {},
    ratioToOthers: { naive: { p99: 0.9 }, socketio: { p99: 0.8, cpu: 0.7, deliveries: 1.7, memory: 0.5 } },
  });
  const only = (result: BenchResult) => tableOf(tableRuns.map((_, index) => (index === 0 ? result : 'not measured: no redis-server')));

  it('says of each measure whether it is reached', () => {
    expect(only(fanout(1.3))[0]).toMatchObject({ measure: 'fan-out p99, 1,000 clients', reached: true });
    expect(only(fanout(1.31))[0]).toMatchObject({ reached: false });
  });

  it('has a row for what could not be measured, with the reason', () => {
    const rows = only(fanout(1));
    const command = rows.find(({ measure }) => measure.startsWith('command'));
    expect(command).toMatchObject({ measured: 'not measured: no redis-server', reached: null });
    const lines = markdownOf(rows).split('\n');
    expect(lines).toHaveLength(rows.length + 2);
    expect(lines.every((line) => line.split('|').length === 6)).toBe(true);
  });
});

function expectPromised(result: BenchResult, name: string, clients: number, ratio: readonly string[]): void {
  expect(result).toMatchObject({ bench: name, clients, runs: 1 });
  for (const figures of [result.baseline, result.rostrum, result.ratio]) expectAllFinite(figures);
  expect(Object.keys(result.ratio)).toEqual(expect.arrayContaining([...ratio]));
}

function expectAllFinite(figures: Figures): void {
  expect(Object.keys(figures).length).toBeGreaterThan(0);
  for (const [name, value] of Object.entries(figures)) expect(value, name).toSatisfy(Number.isFinite);
}

function bench(name: string, clients: number): BenchResult {
  const { status, stdout, stderr } = run([name, '--clients', String(clients), '--runs', '1', '--seconds', '1', '--json'], {});
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout);
}

async function originOf(server: ChildProcess): Promise<string> {
  let output = '';
  for await (const chunk of must(server.stdout, 'a piped stdout')) {
    output += String(chunk);
    const origin = /Ready on (ws:\/\/[^/]+)/.exec(output)?.[1];
    if (origin !== undefined) return origin;
  }
  throw new Error(`The server of Socket.IO ended: ${output}`);
}

/** The program behind `npm run bench`; `npm test` has built what it starts. */
function run(args: readonly string[], env: NodeJS.ProcessEnv): { status: number | null; stdout: string; stderr: string } {
  // A folder for temporary files of its own shows what is left behind.
  const folder = makeTempDir();
  const { NODE_ENV: _, VITEST: __, ...inherited } = process.env;
  const program = ['--import', 'tsx', 'scripts/bench.ts', ...args];
  const result = spawnSync(process.execPath, program, { env: { ...inherited, TMPDIR: folder.path, ...env }, encoding: 'utf8' });
  expect(readdirSync(folder.path).filter((name) => name.startsWith('rostrum-bench-'))).toEqual([]);
  folder.remove();
  return result;
}
