/** One master, its replicas and three Sentinels that fail over by themselves about a second after the master is gone. */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../../shared/lib/assert.ts';
import { freePort } from './free-port.ts';
import { replicate, startServers } from './redis-replica.ts';
import { type PrivateRedis, startRedisProcess } from './redis-server.ts';
import { makeTempDir } from './temp-dir.ts';
import { until } from './until.ts';

export interface SentinelSet {
  /** `redis+sentinel://…/mymaster`, naming all three. */
  readonly url: string;
  readonly sentinels: readonly PrivateRedis[];
  /** Master and replicas, whoever is which by now. */
  readonly servers: readonly PrivateRedis[];
  /** What most Sentinels say. */
  masterPort(): Promise<number>;
  /** The server on `masterPort`. */
  master(): Promise<PrivateRedis>;
  /** kill -9. Returns what was killed. */
  killMaster(): Promise<PrivateRedis>;
  /** Starts whatever `killMaster` has killed. Resolves when all but the master are replicas in step. */
  restartOld(): Promise<void>;
  /** Resolves when the Sentinels have agreed on another master than `port` and it has taken over. */
  failedOver(port: number): Promise<void>;
  stop(): Promise<void>;
}

export interface SentinelSettings {
  /** 1 unless told otherwise. */
  readonly replicas?: number;
  /** For all servers, e.g. `['--min-replicas-to-write', '1']`. */
  readonly settings?: readonly string[];
}

const name = 'mymaster';
const quorum = 2;
const downAfterMs = 1_000;

export async function startSentinelSet({ replicas = 1, settings = [] }: SentinelSettings = {}): Promise<SentinelSet> {
  const servers = await startServers(1 + replicas, settings);
  const [first, ...others] = servers;
  const firstMaster = must(first, 'a first server');
  await Promise.all(others.map((server) => replicate(server, firstMaster)));
  const sentinels = await startSentinels(firstMaster, others);
  const killed = new Set<PrivateRedis>();

  async function masterPort(): Promise<number> {
    const ports = await Promise.all(sentinels.map(masterSeenBy));
    const agreed = ports.find((port) => port !== null && ports.filter((other) => other === port).length >= quorum);
    return must(agreed, 'the Sentinels to agree on a master');
  }

  async function master(): Promise<PrivateRedis> {
    const port = await masterPort();
    return must(
      servers.find((server) => server.port === port),
      'the master to be one of ours',
    );
  }

  return {
    url: `redis+sentinel://${sentinels.map(({ port }) => `127.0.0.1:${port}`).join(',')}/${name}`,
    sentinels,
    servers,
    masterPort,
    master,
    async killMaster() {
      const server = await master();
      await server.kill9();
      killed.add(server);
      return server;
    },
    async restartOld() {
      const present = await master();
      for (const server of killed) {
        await server.restart();
        // By hand: Sentinels take ten seconds over it.
        await replicate(server, present);
      }
      killed.clear();
    },
    async failedOver(port) {
      await until('a new master', 20_000, async () => {
        const ports = await Promise.all(sentinels.map(masterSeenBy));
        return ports.filter((seen) => seen !== null && seen !== port).length >= quorum;
      });
      const present = await master();
      await until('it to take over', 10_000, async () => /role:master/.test(String(await present.command('INFO', 'replication'))));
    },
    async stop() {
      await Promise.all([...sentinels, ...servers].map((process) => process.stop()));
    },
  };
}

/** They know each other from the start: to find one another takes them seconds. */
async function startSentinels(master: PrivateRedis, replicas: readonly PrivateRedis[]): Promise<readonly PrivateRedis[]> {
  const ids = Array.from({ length: 3 }, () => randomBytes(20).toString('hex'));
  const ports = await Promise.all(ids.map(() => freePort()));
  return await Promise.all(
    ids.map(async (id, index) => {
      const folder = makeTempDir();
      const port = must(ports[index], 'a port for each Sentinel');
      const known = ids.flatMap((other, at) => (at === index ? [] : [`sentinel known-sentinel ${name} 127.0.0.1 ${ports[at]} ${other}`]));
      const lines = [
        `port ${port}`,
        'bind 127.0.0.1',
        `dir ${folder.path}`,
        `sentinel myid ${id}`,
        `sentinel monitor ${name} 127.0.0.1 ${master.port} ${quorum}`,
        `sentinel down-after-milliseconds ${name} ${downAfterMs}`,
        `sentinel failover-timeout ${name} 6000`,
        ...replicas.map((replica) => `sentinel known-replica ${name} 127.0.0.1 ${replica.port}`),
        ...known,
      ];
      const file = join(folder.path, 'sentinel.conf');
      writeFileSync(file, `${lines.join('\n')}\n`);
      return await startRedisProcess(port, [file, '--sentinel'], folder);
    }),
  );
}

async function masterSeenBy(sentinel: PrivateRedis): Promise<number | null> {
  try {
    const reply = await sentinel.command('SENTINEL', 'GET-MASTER-ADDR-BY-NAME', name);
    return Array.isArray(reply) ? Number(reply[1]) : null;
  } catch {
    // A test may have frozen or ended it.
    return null;
  }
}
