/** The oracle's points 5 and 6: what the processes keep. */
import type { Finding } from './oracle.ts';

export interface ProcessMemory {
  readonly name: string;
  readonly rssBytes: number;
}

/** A server with a few dozen small meetings takes about 120 MB; four times that is a leak, not a busy day. Our choice. */
export const mostRssBytes = 480 * 1024 * 1024;

/** Point 5. */
export function checkMemory(processes: readonly ProcessMemory[]): readonly Finding[] {
  return processes
    .filter(({ rssBytes }) => rssBytes > mostRssBytes)
    .map(({ name, rssBytes }) => ({ point: 5, kind: 'memory', what: `${name} holds ${Math.round(rssBytes / 1024 / 1024)} MB` }));
}

/** What is left when every station has gone. */
export interface LeftOver {
  /** TCP connections that stations still have at a server. */
  readonly sockets: number;
  /** Connections of which the server cannot know yet that they are dead: it finds out by its heartbeat. */
  readonly halfOpen: number;
  /** The same at Redis. */
  readonly halfOpenAtRedis?: number;
  readonly servers: number;
  /** Nothing here for the embedded store. */
  readonly keys: readonly { readonly name: string; readonly ttlSeconds: number | null }[];
  readonly topics: readonly { readonly name: string; readonly subscribers: number }[];
}

const knownKeys: readonly RegExp[] = [
  /^\{m:[a-z0-9-]{1,64}\}:(meta|log|snap|now|pres)$/,
  /^\{m:[a-z0-9-]{1,64}\}:c:[A-Za-z0-9_-]{8,64}$/,
  /^(rostrum|\{rostrum\}):(meetings|grants|generations)$/,
];
const outcomeKey = /^\{m:[a-z0-9-]{1,64}\}:c:/;
const knownTopics: readonly RegExp[] = [/^\{m:[a-z0-9-]{1,64}\}:live$/, /^(rostrum|\{rostrum\}):revoked$/];

/** Point 6. */
export function checkLeftOver({ sockets, halfOpen, halfOpenAtRedis = 0, servers, keys, topics }: LeftOver): readonly Finding[] {
  const found: string[] = [];
  if (sockets > halfOpen) found.push(`${sockets - halfOpen} sockets are open though every station has left`);
  for (const { name, ttlSeconds } of keys) {
    if (!knownKeys.some((known) => known.test(name))) found.push(`Redis has an unknown key: ${name}`);
    else if (outcomeKey.test(name) && ttlSeconds === null) found.push(`Redis keeps an outcome for ever: ${name}`);
  }
  for (const { name, subscribers } of topics) {
    if (!knownTopics.some((known) => known.test(name))) found.push(`somebody listens to an unknown topic: ${name}`);
    else if (subscribers > servers + halfOpenAtRedis) found.push(`${subscribers} subscriptions of ${servers} servers to ${name}`);
  }
  return found.map((what) => ({ point: 6, kind: 'leak', what }));
}
