/** What can go wrong in a world. Each fault begins, lasts and is put right again; `cut` counts what it really broke. */
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'redis';
import { meetingKeys } from '../../server/store/redis-keys.ts';
import type { FaultProxy } from '../kit/fault-proxy.ts';
import type { Disturbance } from '../kit/oracle.ts';
import type { PrivateRedis } from '../kit/redis-server.ts';
import { makeRandom, type Random } from './random.ts';
import type { PlannedFault } from './schedule.ts';
import type { World, WorldKind, WorldServer } from './world.ts';

const anywhere = ['killServer', 'resetPath', 'freezePath', 'halfOpenPath', 'slowPath', 'throttlePath', 'refusePath'] as const;
const atStore = [
  'killRedis',
  'freezeRedis',
  'resetStore',
  'freezeStore',
  'halfOpenStore',
  'slowStore',
  'throttleStore',
  'dropMessages',
  'repeatMessages',
  'forgeMessages',
  'flushScripts',
] as const;

export type FaultKind = (typeof anywhere)[number] | (typeof atStore)[number];

export function faultKinds(kind: WorldKind): readonly FaultKind[] {
  return kind === 'redis' ? [...anywhere, ...atStore] : anywhere;
}

export interface FaultResult {
  readonly disturbance: Disturbance;
  /** Connections cut, processes ended, messages sent or lost: 0 when there was nothing to break. */
  readonly cut: number;
}

/** Resolves when it is over and put right. */
export async function runFault(world: World, meetingId: string, planned: PlannedFault): Promise<FaultResult> {
  const server = world.servers[planned.server] ?? world.servers[0];
  if (server === undefined) throw new Error('Expected a server');
  const from = Date.now();
  const cut = await begin(world, server, meetingId, planned);
  return { cut, disturbance: { where: concernsStore(planned.kind) ? 'store' : 'path', from, until: Date.now() } };
}

function concernsStore(kind: FaultKind): boolean {
  return atStore.some((other) => other === kind);
}

async function begin(world: World, server: WorldServer, meetingId: string, { kind, forMs, chance }: PlannedFault): Promise<number> {
  const random = makeRandom(chance);
  switch (kind) {
    case 'killServer':
      return world.restart(server.process, Math.min(forMs, 500));
    case 'resetPath':
      return server.front.reset();
    case 'freezePath':
      return during(server.front, forMs, (proxy) => proxy.freeze(random.pick(['both', 'up', 'down'])));
    case 'halfOpenPath':
      return during(server.front, forMs, (proxy) => proxy.drop(random.pick(['both', 'up', 'down'])));
    case 'slowPath':
      return during(server.front, forMs, (proxy) => proxy.delay(random.between(20, 400)));
    case 'throttlePath':
      return during(server.front, forMs, (proxy) => proxy.throttle(random.between(4_000, 40_000)));
    case 'refusePath':
      return during(server.front, forMs, (proxy) => {
        proxy.refuse();
        proxy.reset();
      });
    default:
      return beginAtStore(world, server.store, meetingId, { kind, forMs, random });
  }
}

interface StoreFault {
  readonly kind: FaultKind;
  readonly forMs: number;
  readonly random: Random;
}

async function beginAtStore(
  world: World,
  store: FaultProxy | null,
  meetingId: string,
  { kind, forMs, random }: StoreFault,
): Promise<number> {
  const { redis } = world;
  if (redis === null || store === null) return 0;
  switch (kind) {
    case 'killRedis':
      return world.restart(redis, Math.min(forMs, 800));
    case 'freezeRedis':
      redis.freeze();
      await pause(forMs);
      redis.thaw();
      return 1;
    case 'resetStore':
      return store.reset();
    case 'freezeStore':
      return during(store, forMs, (proxy) => proxy.freeze());
    case 'halfOpenStore':
      return during(store, forMs, (proxy) => proxy.drop(random.pick(['both', 'up', 'down'])));
    case 'slowStore':
      return during(store, forMs, (proxy) => proxy.delay(random.between(20, 300)));
    case 'throttleStore':
      return during(store, forMs, (proxy) => proxy.throttle(random.between(10_000, 60_000)));
    case 'flushScripts':
      return (await tryCommand(redis, 'SCRIPT', 'FLUSH', 'SYNC')) === null ? 0 : 1;
    case 'dropMessages':
      return Number(await tryCommand(redis, 'CLIENT', 'KILL', 'TYPE', 'pubsub'));
    case 'repeatMessages':
    case 'forgeMessages':
      return publishJunk(redis, meetingKeys(meetingId).live, { kind, forMs, random });
    default:
      return 0;
  }
}

/** `null` when Redis is being killed by another fault. */
async function tryCommand(redis: PrivateRedis, ...words: readonly string[]): Promise<unknown> {
  return redis.command(...words).catch(() => null);
}

async function during(proxy: FaultProxy, forMs: number, start: (proxy: FaultProxy) => void): Promise<number> {
  const cut = proxy.connections();
  start(proxy);
  await pause(forMs);
  proxy.pass();
  return cut;
}

/** Says again what was said, in another order and at the wrong time, or what never was: the log alone is the truth. */
async function publishJunk(redis: PrivateRedis, topic: string, { kind, forMs, random }: StoreFault): Promise<number> {
  const heard: string[] = [];
  let said = 0;
  const listener = createClient({ url: redis.url, socket: { reconnectStrategy: false }, maintNotifications: 'disabled' });
  const speaker = listener.duplicate();
  // Redis may be killed meanwhile; then there is nothing to say.
  listener.on('error', () => {});
  speaker.on('error', () => {});
  try {
    await Promise.all([listener.connect(), speaker.connect()]);
    await listener.subscribe(topic, (message) => {
      if (heard.length < 200) heard.push(message);
    });
    const end = performance.now() + forMs;
    while (performance.now() < end) {
      await pause(random.between(20, 120));
      if (heard.length === 0) continue;
      const message = random.pick([...heard]);
      await speaker.publish(topic, kind === 'repeatMessages' ? message : forge(message, random));
      said += 1;
    }
  } catch {
    // As above.
  } finally {
    listener.destroy();
    speaker.destroy();
  }
  return said;
}

/** The next event as if it had been committed, with a hash that does not chain; or no event at all. */
function forge(message: string, random: Random): string {
  if (random.next() < 0.2) return random.pick(['', '{', '[]', '[{}]', 'null']);
  return message.replace(/"offset":(\d+)/g, (_, offset: string) => `"offset":${Number(offset) + random.between(1, 3)}`);
}
