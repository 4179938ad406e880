/** A Redis Cluster of three masters, with or without a replica for each, on ports of its own. */
import { must } from '../../shared/lib/assert.ts';
import { freePort } from './free-port.ts';
import { type PrivateRedis, startRedisServer } from './redis-server.ts';
import { until } from './until.ts';

export interface RedisCluster {
  /** `redis+cluster://…`, naming the first three servers. */
  readonly url: string;
  /** Masters first, then their replicas in the same order. */
  readonly servers: readonly PrivateRedis[];
  /** The server that has this key now. */
  ownerOf(key: string): Promise<PrivateRedis>;
  /** A meeting id `<prefix>N` whose keys are on this server now. */
  meetingOn(server: PrivateRedis, prefix: string): Promise<string>;
  /** Moves the slot of this key, with all keys in it, as `redis-cli --cluster reshard` does. */
  moveSlot(key: string, to: PrivateRedis): Promise<void>;
  /** On all masters. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

export interface ClusterSettings {
  /** Of each master: 0 unless told otherwise. */
  readonly replicas?: 0 | 1;
  /** More of the command line for each server. */
  readonly settings?: readonly string[];
}

const masterCount = 3;
const slotCount = 16_384;
/**
 * After so long without an answer a master is called failed, and its replica stands for election. On a busy machine 1 s is
 * too short: two masters at once then seem to be gone, and the rest refuse to go on.
 */
const nodeTimeoutMs = 2_000;

export async function startRedisCluster({ replicas = 0, settings = [] }: ClusterSettings = {}): Promise<RedisCluster> {
  const busPorts = await Promise.all(Array.from({ length: masterCount * (1 + replicas) }, () => freePort()));
  const servers = await Promise.all(busPorts.map((busPort) => startRedisServer([...settingsOf(busPort), ...settings])));
  const masters = servers.slice(0, masterCount);

  for (const [index, server] of servers.entries()) {
    await server.command('CLUSTER', 'SET-CONFIG-EPOCH', String(index + 1));
    const slotsFrom = (at: number) => Math.floor((at * slotCount) / masterCount);
    if (index < masterCount) {
      await server.command('CLUSTER', 'ADDSLOTSRANGE', String(slotsFrom(index)), String(slotsFrom(index + 1) - 1));
    }
    // Everybody meets everybody: to wait for gossip takes seconds.
    for (const [at, other] of servers.entries()) {
      if (at < index) await server.command('CLUSTER', 'MEET', '127.0.0.1', String(other.port), String(busPorts[at]));
    }
  }
  await until('all to know all', 20_000, async () => {
    const infos = await Promise.all(servers.map(async (server) => String(await server.command('CLUSTER', 'INFO'))));
    return infos.every((info) => /cluster_state:ok/.test(info) && info.includes(`cluster_known_nodes:${servers.length}\r`));
  });
  for (const [index, replica] of servers.slice(masterCount).entries()) {
    const master = must(masters[index], 'a master for each replica');
    await replica.command('CLUSTER', 'REPLICATE', String(await master.command('CLUSTER', 'MYID')));
    await until('the replica to be in step', 20_000, async () => {
      // The master calls it online while it still loads what it was sent, and a `WAIT` would wait in vain.
      const isUp = /master_link_status:up/.test(String(await replica.command('INFO', 'replication').catch(() => '')));
      return isUp && /state=online/.test(String(await master.command('INFO', 'replication')));
    });
  }

  /** From the first server that is there: a test may have ended some. */
  async function ask(...words: readonly string[]): Promise<unknown> {
    for (const server of servers) {
      const reply = await server.command(...words).catch(() => undefined);
      if (reply !== undefined) return reply;
    }
    throw new Error('Expected a server of the cluster to answer');
  }

  async function ownerOf(key: string): Promise<PrivateRedis> {
    const slot = Number(await ask('CLUSTER', 'KEYSLOT', key));
    for (const { from, to, port } of parseRanges(await ask('CLUSTER', 'SLOTS'))) {
      const owner = servers.find((server) => server.port === port);
      if (from <= slot && slot <= to && owner !== undefined) return owner;
    }
    throw new Error(`Expected slot ${slot} to belong to somebody`);
  }

  return {
    url: `redis+cluster://${masters.map(({ port }) => `127.0.0.1:${port}`).join(',')}`,
    servers,
    ownerOf,
    async meetingOn(server, prefix) {
      for (let n = 1; ; n += 1) {
        if ((await ownerOf(`{m:${prefix}${n}}:meta`)) === server) return `${prefix}${n}`;
      }
    },
    async moveSlot(key, to) {
      const from = await ownerOf(key);
      const slot = String(await from.command('CLUSTER', 'KEYSLOT', key));
      const [fromId, toId] = [String(await from.command('CLUSTER', 'MYID')), String(await to.command('CLUSTER', 'MYID'))];
      await to.command('CLUSTER', 'SETSLOT', slot, 'IMPORTING', fromId);
      await from.command('CLUSTER', 'SETSLOT', slot, 'MIGRATING', toId);
      const keys = await from.command('CLUSTER', 'GETKEYSINSLOT', slot, '10000');
      if (Array.isArray(keys) && keys.length > 0) {
        await from.command('MIGRATE', '127.0.0.1', String(to.port), '', '0', '5000', 'KEYS', ...keys.map(String));
      }
      for (const server of [to, from]) await server.command('CLUSTER', 'SETSLOT', slot, 'NODE', toId);
    },
    async flush() {
      await Promise.all(masters.map((server) => server.command('FLUSHALL')));
    },
    async stop() {
      await Promise.all(servers.map((server) => server.stop()));
    },
  };
}

function settingsOf(busPort: number): readonly string[] {
  return [
    ...['--cluster-enabled', 'yes', '--cluster-port', String(busPort), '--cluster-node-timeout', String(nodeTimeoutMs)],
    // A replica that has just started stands for election all the same.
    ...['--cluster-replica-validity-factor', '0', '--repl-diskless-sync-delay', '0', '--repl-ping-replica-period', '1'],
  ];
}

/** Only masters: each range names its master first. */
function parseRanges(reply: unknown): readonly { readonly from: number; readonly to: number; readonly port: number }[] {
  if (!Array.isArray(reply)) throw new Error('Expected a list of slots');
  return reply.map((range: unknown) => {
    const [from, to, master]: readonly unknown[] = Array.isArray(range) ? range : [];
    return { from: Number(from), to: Number(to), port: Number(Array.isArray(master) ? master[1] : Number.NaN) };
  });
}
