/** One connection of node-redis, without its reconnecting and its queue, and what its errors mean to us. */
import { ErrorReply, RedisClient as NodeRedis } from 'redis';
import type { RedisAddress, RedisLogin } from '../lib/redis-url.ts';
import { StoreUnavailable } from './event-store.ts';

export type RedisClient = ReturnType<typeof createRedisClient>;

/** `realtime.md` section 4: whoever pressed a button learns within 2 s that it did not work. */
export const commandTimeoutMs = 2_000;

/**
 * Made once: `createClient` makes a class with all commands of Redis for each address that differs from the last one, which
 * holds up the process for 40 ms; whoever looks for a lost master would do that several times a second.
 */
const newClient = NodeRedis.factory({});

/** Not connected yet. It is of no use any more after its first 'error'. */
export function createRedisClient(address: RedisAddress, login: RedisLogin, database: number) {
  return newClient({
    ...(login.username === null ? {} : { username: login.username }),
    ...(login.password === null ? {} : { password: login.password }),
    database,
    disableOfflineQueue: true,
    // Ours holds also after a command was sent.
    commandOptions: { timeout: undefined },
    maintNotifications: 'disabled',
    socket: { ...address, ...(login.tls ? { tls: true } : {}), connectTimeout: commandTimeoutMs, reconnectStrategy: false },
  });
}

export class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

/** Rejects with `TimedOut`; what comes of `answer` after that is ignored. */
export async function withTimeout<T>(answer: Promise<T>, ms: number = commandTimeoutMs): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TimedOut(`Redis did not answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([answer, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Answers that mean "not now" or "not here": loading its file, not the master, no disk, no memory, too few replicas, a log
 * that is broken, keys that are on another server of the cluster or on their way there, a password that does not fit.
 */
const notNow = [
  ...['LOADING', 'READONLY', 'MASTERDOWN', 'BUSY', 'NOREPLICAS', 'MISCONF', 'OOM', 'DAMAGED'],
  ...['CLUSTERDOWN', 'TRYAGAIN', 'MOVED', 'ASK'],
  ...['NOAUTH', 'WRONGPASS'],
];

export function toStoreError(error: unknown): unknown {
  if (error instanceof StoreUnavailable) return error;
  if (error instanceof ErrorReply && !hasCode(error, notNow)) return error;
  // A mistake of ours (a wrong argument) is not an outage. All else that node-redis rejects with is about the connection.
  if (error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError) return error;
  return new StoreUnavailable(error instanceof Error ? error.message : String(error), { cause: error });
}

/** Also of what `toStoreError` made of the answer. */
export function hasCode(error: unknown, codes: readonly string[]): boolean {
  if (error instanceof StoreUnavailable) return hasCode(error.cause, codes);
  return error instanceof ErrorReply && codes.some((code) => error.message.startsWith(`${code} `));
}
