/** A Redis for one bench: private, durable as in production, gone afterwards. */
import { spawnSync } from 'node:child_process';
import { PlainError } from '../child.mjs';
import { freePort } from './free-port.ts';
import { lineOf, startProgram, stopped, tempFolder } from './processes.ts';

export interface BenchRedis {
  readonly url: string;
  stop(): Promise<void>;
}

/** AOF with `appendfsync always`: what Rostrum promises its `ok` for. */
export async function startRedis(): Promise<BenchRedis> {
  const program = [process.env.ROSTRUM_REDIS_SERVER, 'redis-server', 'valkey-server'].find(runs);
  if (program === undefined) {
    throw new PlainError('This bench needs redis-server 7 or later (apt-get install redis-server, or set ROSTRUM_REDIS_SERVER).');
  }
  const folder = tempFolder();
  const port = await freePort();
  const where = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder.path];
  const durable = ['--save', '', '--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction'];
  const server = startProgram(program, [...where, ...durable]);
  await lineOf(server, /(Ready to accept connections)/);
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      await stopped(server);
      folder.remove();
    },
  };
}

function runs(program: string | undefined): program is string {
  return program !== undefined && program !== '' && spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}
