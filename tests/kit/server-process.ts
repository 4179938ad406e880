/** The real server as a process of its own: to be killed, restarted, and talked to through its doors only. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { makeTempDir } from './temp-dir.ts';

export interface ServerProcess {
  /** `http://127.0.0.1:PORT`, the same after a restart. */
  readonly origin: string;
  readonly dataDir: string;
  /** Of the process that runs now. */
  pid(): number;
  /** By label as printed: `chair`, `booth fr`, `webcast`, `display`, `output pages`, `viewer`, `admin`. Of the last meeting printed. */
  readonly links: ReadonlyMap<string, string>;
  /** The token of a link, for programs. */
  token(label: string): string;
  /** Everything it wrote, both streams. */
  output(): string;
  /** Its log: what it wrote to stderr. */
  log(): string;
  kill9(): Promise<void>;
  /** After `kill9` or `stop`: same port, same data. */
  restart(): Promise<void>;
  /** SIGTERM; resolves with the exit status. */
  stop(): Promise<number | null>;
  /** Ends it if it runs and removes its data. */
  remove(): Promise<void>;
}

export interface ServerProcessSettings {
  /** Added to the environment, e.g. `{ REDIS_URL: … }`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Default: a new temporary folder, removed by `remove`. */
  readonly dataDir?: string;
}

const readyWithinMs = 20_000;
const repository = join(import.meta.dirname, '../..');

export async function startServerProcess({ env = {}, dataDir }: ServerProcessSettings = {}): Promise<ServerProcess> {
  const folder = dataDir === undefined ? makeTempDir() : null;
  const path = dataDir ?? folder?.path ?? '';
  const port = await freePort();
  const environment = { ...process.env, DEMO: '1', LOG_LEVEL: 'warn', ...env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: path };
  let running = await launch(environment);

  return {
    origin: `http://127.0.0.1:${port}`,
    dataDir: path,
    pid() {
      if (running.child.pid === undefined) throw new Error('Expected the server to run');
      return running.child.pid;
    },
    get links() {
      return running.links;
    },
    token(label) {
      const link = running.links.get(label);
      if (link === undefined) throw new Error(`Expected a link for ${label} among: ${[...running.links.keys()].join(', ')}`);
      return link.slice(link.lastIndexOf('/') + 1);
    },
    output: () => running.output(),
    log: () => running.log(),
    kill9: () => end(running.child, 'SIGKILL').then(() => undefined),
    async restart() {
      await end(running.child, 'SIGKILL');
      running = await launch(environment);
    },
    stop: () => end(running.child, 'SIGTERM'),
    async remove() {
      await end(running.child, 'SIGKILL');
      folder?.remove();
    },
  };
}

interface Running {
  readonly child: ChildProcess;
  readonly links: ReadonlyMap<string, string>;
  output(): string;
  log(): string;
}

async function launch(env: NodeJS.ProcessEnv): Promise<Running> {
  const built = join(repository, 'dist/server/main.mjs');
  // What was built last may not be what is being tested.
  const command = isFresh(built) ? [built] : ['--import', 'tsx', join(repository, 'server/main.ts')];
  const child = spawn(process.execPath, command, { cwd: repository, env, stdio: ['ignore', 'pipe', 'pipe'] });
  // A test run that is broken off must not leave servers behind.
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  child.once('exit', () => process.removeListener('exit', endWithUs));
  let output = '';
  let log = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    log += text;
  });

  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => /^Rostrum is ready on /m.test(output) && resolve());
    child.once('exit', (status) => reject(new Error(`The server ended with ${status} before it was ready:\n${output}`)));
    setTimeout(() => reject(new Error(`The server was not ready within ${readyWithinMs} ms:\n${output}`)), readyWithinMs).unref();
  });
  try {
    await ready;
  } catch (error) {
    await end(child, 'SIGKILL');
    throw error;
  }
  return { child, links: linksIn(output), output: () => output, log: () => log };
}

function isFresh(built: string): boolean {
  if (!existsSync(built)) return false;
  const builtAt = statSync(built).mtimeMs;
  return ['server', 'shared'].every((folder) =>
    readdirSync(join(repository, folder), { recursive: true, withFileTypes: true }).every(
      (entry) => !entry.isFile() || statSync(join(entry.parentPath, entry.name)).mtimeMs <= builtAt,
    ),
  );
}

/** Lines `  label   http://…/join/…`. */
function linksIn(output: string): ReadonlyMap<string, string> {
  const lines = [...output.matchAll(/^ {2}(\S.*?) {2,}(https?:\/\/\S+\/join\/\S+)$/gm)];
  return new Map(lines.map(([, label = '', url = '']) => [label, url]));
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
  return child.exitCode;
}
