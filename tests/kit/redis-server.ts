/** A Redis of one's own for tests: never the one that may happen to run on this machine. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { RedisClient } from 'redis';
import { freePort } from './free-port.ts';
import { makeTempDir, type TempDir } from './temp-dir.ts';
import { until } from './until.ts';

export interface PrivateRedis {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Sends one command on a connection of its own, past the code under test. */
  command(...words: readonly string[]): Promise<unknown>;
  /** Ends the process and removes its files. */
  stop(): Promise<void>;
  /** Resolves when the process is gone; what it wrote stays. */
  kill9(): Promise<void>;
  /** After `kill9`: on the same port, from the same files. Resolves when they are loaded. */
  restart(): Promise<void>;
  freeze(): void;
  thaw(): void;
}

/** `ROSTRUM_REDIS_SERVER`, or `redis-server` or `valkey-server` on the path; `null` when there is none. */
export function findRedisServer(): string | null {
  const named = process.env.ROSTRUM_REDIS_SERVER;
  if (named !== undefined && named !== '') return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = ['redis-server', 'valkey-server'].flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find((path) => existsSync(path)) ?? null;
}

/** For suites that need it: says why they do not run, and with `CI=true` does not let that pass. */
export function redisIsMissing(suite: string): boolean {
  if (findRedisServer() !== null) return false;
  const reason = `${suite}: no redis-server found (set ROSTRUM_REDIS_SERVER, or install it: apt-get install redis-server)`;
  if (process.env.CI === 'true') throw new Error(reason);
  console.warn(`SKIPPED ${reason}`);
  return true;
}

/** `settings`: more of the command line, after the ones for durability, e.g. `['--appendfsync', 'everysec']`. */
export async function startRedisServer(settings: readonly string[]): Promise<PrivateRedis> {
  const folder = makeTempDir();
  const port = await freePort();
  const where = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder.path];
  const durability = ['--save', '', '--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction'];
  return await startRedisProcess(port, [...where, ...durability, ...settings], folder);
}

/** For Sentinels too. `commandLine` must lead to a server on `port`; `folder` is removed by `stop`. */
export async function startRedisProcess(port: number, commandLine: readonly string[], folder: TempDir): Promise<PrivateRedis> {
  let child = await launch(port, commandLine);
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    get pid() {
      return pidOf(child);
    },
    command: (...words) => ask(port, words),
    async stop() {
      await end(child);
      folder.remove();
    },
    kill9: () => end(child),
    async restart() {
      child = await launch(port, commandLine);
    },
    freeze() {
      child.kill('SIGSTOP');
    },
    thaw() {
      child.kill('SIGCONT');
    },
  };
}

/** A test run that is broken off must not leave servers behind. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

async function launch(port: number, commandLine: readonly string[]): Promise<ChildProcess> {
  const binary = findRedisServer();
  if (binary === null) throw new Error('No redis-server found');
  const child = spawn(binary, commandLine, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  running.add(child);
  child.once('exit', () => running.delete(child));

  try {
    await until('Redis to answer', 10_000, async () => {
      if (child.exitCode !== null) throw new Error('it ended');
      return await isReady(port, pidOf(child));
    });
  } catch (error) {
    await end(child);
    throw new Error(`Redis did not start on port ${port}:\n${output}`, { cause: error });
  }
  return child;
}

/** Throws when another process answers on this port. */
async function isReady(port: number, pid: number): Promise<boolean> {
  let info: string;
  try {
    info = String(await ask(port, ['INFO']));
  } catch {
    return false;
  }
  const answering = /process_id:(\d+)/.exec(info)?.[1];
  if (answering !== String(pid)) throw new Error(`Port ${port} belongs to process ${answering}, not to ${pid}`);
  return /loading:0|redis_mode:sentinel/.test(info);
}

/** `createClient` takes 40 ms for each address that is not the last one. */
const newClient = RedisClient.factory({});

async function ask(port: number, words: readonly string[]): Promise<unknown> {
  const client = newClient({ url: `redis://127.0.0.1:${port}`, socket: { reconnectStrategy: false }, maintNotifications: 'disabled' });
  // Every failure is told by the promises below.
  client.on('error', () => {});
  try {
    await client.connect();
    return await client.sendCommand([...words]);
  } finally {
    client.destroy();
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('Expected the process to have started');
  return child.pid;
}
