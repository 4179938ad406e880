/**
 * The processes of a simulation: two servers on one Redis that syncs every write, or one server with its own file, with a
 * fault proxy in front of each server and between each server and Redis. It lives for many seeds; each gets a new meeting.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { MeetingPlan } from '../../shared/domain/plan.ts';
import { type FaultProxy, startFaultProxy } from '../kit/fault-proxy.ts';
import type { LoggedEvent } from '../kit/oracle.ts';
import type { LeftOver, ProcessMemory } from '../kit/oracle-resources.ts';
import { type PrivateRedis, startRedisServer } from '../kit/redis-server.ts';
import { type ServerProcess, startServerProcess } from '../kit/server-process.ts';
import { until } from '../kit/until.ts';
import { ask } from './http.ts';

export type WorldKind = 'redis' | 'embedded';

export interface WorldServer {
  readonly name: string;
  readonly process: ServerProcess;
  /** Between stations and this server. */
  readonly front: FaultProxy;
  /** Between this server and Redis. */
  readonly store: FaultProxy | null;
}

export interface World {
  readonly kind: WorldKind;
  readonly servers: readonly WorldServer[];
  readonly redis: PrivateRedis | null;
  /** Ends a process and starts it again `afterMs` later. Returns 0 when that is going on already. */
  restart(victim: ServerProcess | PrivateRedis, afterMs: number): Promise<number>;
  /** Resolves when every server says that it and its store are well. */
  ready(): Promise<void>;
  createMeeting(plan: MeetingPlan): Promise<SimulatedMeeting>;
  /** The whole log as this server reads it from the store. */
  readLog(server: WorldServer, meeting: SimulatedMeeting): Promise<readonly LoggedEvent[]>;
  memory(): Promise<readonly ProcessMemory[]>;
  leftOver(): Promise<LeftOver>;
  /** What the servers wrote, for a failed seed. */
  output(): string;
  stop(): Promise<void>;
}

export interface SimulatedMeeting {
  readonly id: string;
  /** The token of a link, by label: `chair`, `booths.fr`. */
  token(label: string): string;
}

const adminToken = 'simulation-admin-token-0123456789';

export async function startWorld(kind: WorldKind): Promise<World> {
  const redis = kind === 'redis' ? await startRedisServer([]) : null;
  const servers: WorldServer[] = [];
  for (const name of kind === 'redis' ? ['left', 'right'] : ['only']) servers.push(await startServer(name, redis));

  const restarting = new Set<ServerProcess | PrivateRedis>();

  return {
    kind,
    servers,
    redis,
    async restart(victim, afterMs) {
      if (restarting.has(victim)) return 0;
      restarting.add(victim);
      try {
        await victim.kill9();
        await pause(afterMs);
        await startAgain(victim);
      } finally {
        restarting.delete(victim);
      }
      return 1;
    },
    async ready() {
      const areReady = () => Promise.all(servers.map(({ process }) => ask('GET', `${process.origin}/readyz`, adminToken)));
      await until('the servers to be ready', readyWithinMs, async () => {
        const answers = await areReady().catch(() => []);
        return answers.length > 0 && answers.every(({ status }) => status === 200);
      });
    },
    async createMeeting(plan) {
      const [server] = servers;
      const answer = await ask('POST', `${server?.process.origin}/api/meetings`, adminToken, { plan });
      if (answer.status !== 201) throw new Error(`The meeting was not created: ${answer.status} ${answer.text}`);
      const created: { readonly meetingId: string; readonly links: Record<string, unknown> } = JSON.parse(answer.text);
      return { id: created.meetingId, token: (label) => tokenOf(created.links, label) };
    },
    async readLog({ process: { origin } }, meeting) {
      const url = `${origin}/api/meetings/${meeting.id}/events?limit=5000`;
      const answer = await ask('GET', url, adminToken);
      if (answer.status !== 200) throw new Error(`The log was not readable: ${answer.status} ${answer.text}`);
      const page: { readonly events: readonly LoggedEvent[]; readonly next: number | null } = JSON.parse(answer.text);
      if (page.next !== null) throw new Error('Expected the whole log on one page');
      return page.events;
    },
    async memory() {
      const processes = servers.map(({ name, process }) => ({ name, pid: process.pid() }));
      return [...processes, ...(redis === null ? [] : [{ name: 'redis', pid: redis.pid }])].map(({ name, pid }) => ({
        name,
        rssBytes: residentBytes(pid),
      }));
    },
    async leftOver() {
      return {
        sockets: servers.reduce((sum, { process }) => sum + openSockets(Number(new URL(process.origin).port)), 0),
        halfOpen: servers.reduce((sum, { front }) => sum + front.halfOpen(), 0),
        halfOpenAtRedis: servers.reduce((sum, { store }) => sum + (store?.halfOpen() ?? 0), 0),
        servers: servers.length,
        ...(redis === null ? { keys: [], topics: [] } : await keysAndTopics(redis)),
      };
    },
    output: () => servers.map(({ name, process }) => `--- ${name}\n${process.output()}`).join('\n'),
    async stop() {
      await Promise.all(
        servers.map(async ({ front, store, process }) => {
          await process.remove();
          await Promise.all([front.close(), store?.close()]);
        }),
      );
      await redis?.stop();
    },
  };
}

const readyWithinMs = 20_000;

/** As its supervisor would: a server that finds no Redis at its start ends, and is started again. */
async function startAgain(victim: ServerProcess | PrivateRedis): Promise<void> {
  const deadline = performance.now() + readyWithinMs;
  for (;;) {
    try {
      return await victim.restart();
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
  }
}

async function startServer(name: string, redis: PrivateRedis | null): Promise<WorldServer> {
  const store = redis === null ? null : await startFaultProxy({ port: redis.port });
  const env = { ADMIN_TOKEN: adminToken, DEMO: '0', ...(store === null ? {} : { REDIS_URL: store.url('redis') }) };
  const process = await startServerProcess({ env });
  const front = await startFaultProxy({ port: Number(new URL(process.origin).port) });
  return { name, process, front, store };
}

function tokenOf(links: Readonly<Record<string, unknown>>, label: string): string {
  let found: unknown = links;
  for (const key of label.split('.'))
    found = typeof found === 'object' && found !== null ? Object.entries(found).find(([name]) => name === key)?.[1] : undefined;
  if (typeof found !== 'string') throw new Error(`Expected a link for ${label}`);
  return found.slice(found.lastIndexOf('/') + 1);
}

function residentBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) * 1024;
}

/** States of `/proc/net/tcp` in which a process still holds the socket: established, and closed by the other end only. */
const held: ReadonlySet<string> = new Set(['01', '08']);

function openSockets(port: number): number {
  const local = `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  // The kernel gives the table in pieces, and a connection may stand in two of them.
  const peers = rows.filter(([, address, , state]) => address === local && held.has(state ?? '')).map(([, , peer]) => peer);
  return new Set(peers).size;
}

async function keysAndTopics(redis: PrivateRedis): Promise<Pick<LeftOver, 'keys' | 'topics'>> {
  // One script, since each command of the kit is a connection of its own.
  const lua = `
    local keys = {}
    for _, key in ipairs(redis.call('KEYS', '*')) do keys[#keys + 1] = key .. ' ' .. redis.call('TTL', key) end
    local topics = {}
    for _, topic in ipairs(redis.call('PUBSUB', 'CHANNELS')) do
      topics[#topics + 1] = topic .. ' ' .. redis.call('PUBSUB', 'NUMSUB', topic)[2]
    end
    return { keys, topics }`;
  const [keys, topics] = (await redis.command('EVAL', lua, '0')) as readonly (readonly string[])[];
  const pairs = (lines: readonly string[] = []) => lines.map((line) => line.split(' ') as [string, string]);
  return {
    keys: pairs(keys).map(([name, ttl]) => ({ name, ttlSeconds: Number(ttl) < 0 ? null : Number(ttl) })),
    topics: pairs(topics).map(([name, subscribers]) => ({ name, subscribers: Number(subscribers) })),
  };
}
