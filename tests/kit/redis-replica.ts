/** A master and its replicas, without anybody who would fail over: tests promote by hand, at the moment they choose. */
import { must } from '../../shared/lib/assert.ts';
import { type PrivateRedis, startRedisServer } from './redis-server.ts';
import { until } from './until.ts';

export interface ReplicatedRedis {
  /** Of the master, and after `takeOver` of what took its place. */
  readonly url: string;
  readonly master: PrivateRedis;
  readonly replicas: readonly PrivateRedis[];
  /** The replicas stay, and receive nothing more: what is written from now on only the master has. */
  stallReplication(): Promise<void>;
  /**
   * Split brain: the first replica becomes a master with what it has, and the others follow it. The old master is told
   * nothing and goes on, without replicas.
   */
  promote(): Promise<PrivateRedis>;
  /**
   * Failover behind one address, as hosts of Redis do it: the master is killed, and the first replica answers on its port,
   * with what it has. Ask it by `master.command` from then on.
   */
  takeOver(): Promise<void>;
  stop(): Promise<void>;
}

export interface ReplicaSettings {
  /** 1 unless told otherwise. */
  readonly replicas?: number;
  /** For all servers, e.g. `['--min-replicas-to-write', '1']`. */
  readonly settings?: readonly string[];
}

/** Resolves when all replicas are in step. */
export async function startReplicatedRedis({ replicas: count = 1, settings = [] }: ReplicaSettings = {}): Promise<ReplicatedRedis> {
  const [master, ...replicas] = await startServers(1 + count, settings);
  if (master === undefined) throw new Error('Expected a master');
  await Promise.all(replicas.map((replica) => replicate(replica, master)));
  const [heir, ...others] = replicas;

  return {
    url: master.url,
    master,
    replicas,
    async stallReplication() {
      // Port 1 is nobody's: they keep what they have, and try in vain.
      await Promise.all(replicas.map((replica) => replica.command('REPLICAOF', '127.0.0.1', '1')));
      await until('the master to be alone', 5_000, () => isAlone(master));
    },
    async promote() {
      const next = must(heir, 'a replica to promote');
      // `WAIT 1` is answered by any of them, and who promotes takes the one that has most, as Sentinel does.
      const written = await offsetIn(master, /master_repl_offset:(\d+)/);
      await until('the heir to have it all', 5_000, async () => (await offsetIn(next, /slave_repl_offset:(\d+)/)) >= written);
      await next.command('REPLICAOF', 'NO', 'ONE');
      await Promise.all(others.map((other) => replicate(other, next)));
      await until('the old master to be alone', 5_000, () => isAlone(master));
      return next;
    },
    async takeOver() {
      const next = must(heir, 'a replica to take over');
      await master.kill9();
      await next.command('REPLICAOF', 'NO', 'ONE');
      await next.command('CONFIG', 'SET', 'port', String(master.port));
    },
    async stop() {
      await Promise.all([master, ...replicas].map((server) => server.stop()));
    },
  };
}

async function offsetIn(server: PrivateRedis, pattern: RegExp): Promise<number> {
  return Number(pattern.exec(String(await server.command('INFO', 'replication')))?.[1]);
}

/** Servers that replicate as soon as they are told to. */
export function startServers(count: number, settings: readonly string[]): Promise<readonly PrivateRedis[]> {
  const quick = ['--repl-diskless-sync-delay', '0', '--repl-ping-replica-period', '1'];
  return Promise.all(Array.from({ length: count }, () => startRedisServer([...quick, ...settings])));
}

/** Makes `server` a replica of `master`, without its own history. Resolves when it is in step. */
export async function replicate(server: PrivateRedis, master: PrivateRedis): Promise<void> {
  await until('the order to be taken', 15_000, async () => {
    try {
      return (await server.command('REPLICAOF', '127.0.0.1', String(master.port))) !== null;
    } catch (error) {
      // Somebody else has told it before, and it is loading what it was sent.
      if (error instanceof Error && error.message.startsWith('LOADING')) return false;
      throw error;
    }
  });
  await until('the replica to be in step', 15_000, async () => {
    const seen = String(await master.command('INFO', 'replication'));
    const isUp = /master_link_status:up/.test(String(await server.command('INFO', 'replication')));
    // With `min-replicas-to-write`: counted anew once a second, and until then writes are refused.
    const counted = /min_slaves_good_slaves:(\d+)/.exec(seen)?.[1];
    return isUp && seen.includes(`port=${server.port},state=online`) && counted !== '0';
  });
}

async function isAlone(master: PrivateRedis): Promise<boolean> {
  return /connected_slaves:0/.test(String(await master.command('INFO', 'replication')));
}
