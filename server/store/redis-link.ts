/**
 * One connection to Redis that is replaced by a new one whenever it is lost or does not answer. node-redis could reconnect
 * by itself, but it gives no time-out to a command that was already sent: with a frozen Redis or a half-open socket nothing
 * would ever end.
 */
import { createClient, ErrorReply } from 'redis';
import { StoreUnavailable } from './event-store.ts';

export type RedisClient = ReturnType<typeof createRedisClient>;

export interface RedisLink {
  /**
   * Rejects with `StoreUnavailable` at once while there is no connection and after 2 s without an answer, in which case it
   * is unknown whether the command was carried out. Other errors that Redis answers are thrown as they are.
   */
  run<T>(command: (client: RedisClient) => Promise<T>): Promise<T>;
  isUp(): boolean;
  close(): void;
}

export interface LinkHooks {
  /** Part of connecting, each time: the link is up when it resolves. */
  prepare(client: RedisClient): Promise<void>;
  onUp(): void;
  onDown(): void;
}

/** `realtime.md` section 4: whoever pressed a button learns within 2 s that it did not work. */
const commandTimeoutMs = 2_000;
/** A few processes at most share a Redis: no need to spread them. */
const reconnectMs = 200;
/** Finds a connection that is dead while nobody uses it. */
const heartbeatMs = 1_000;

/** Rejects with `StoreUnavailable` when the first connection fails; later ones are tried again until `close`. */
export async function openRedisLink(url: string, hooks: LinkHooks): Promise<RedisLink> {
  let current: RedisClient | null = null;
  let closed = false;
  let reconnectTimer: NodeJS.Timeout | null = null;

  await connect();
  const heartbeat = setInterval(() => {
    // Its failure is told by `onDown`.
    if (current !== null) run((client) => client.ping()).catch(() => {});
  }, heartbeatMs);

  return {
    run,
    isUp: () => current !== null,
    close() {
      closed = true;
      clearInterval(heartbeat);
      if (reconnectTimer !== null) clearTimeout(reconnectTimer);
      current?.destroy();
      current = null;
    },
  };

  async function connect(): Promise<void> {
    const client = createRedisClient(url);
    // With `reconnectStrategy: false` every error of a client is its last.
    client.on('error', () => drop(client));
    try {
      await withTimeout(client.connect());
      await withTimeout(hooks.prepare(client));
      if (closed || !client.isReady) throw new StoreUnavailable('The connection was closed while it was made');
    } catch (error) {
      client.destroy();
      throw toStoreError(error);
    }
    current = client;
    hooks.onUp();
  }

  function drop(client: RedisClient): void {
    client.destroy();
    if (client !== current) return;
    current = null;
    hooks.onDown();
    reconnectLater();
  }

  function reconnectLater(): void {
    if (closed) return;
    reconnectTimer = setTimeout(() => {
      connect().catch(reconnectLater);
    }, reconnectMs);
  }

  async function run<T>(command: (client: RedisClient) => Promise<T>): Promise<T> {
    const client = current;
    if (client === null) throw new StoreUnavailable(closed ? 'The store is closed' : 'No connection to Redis');
    try {
      return await withTimeout(command(client));
    } catch (error) {
      // READONLY: this server became a replica, and the name in the URL may lead to the new master.
      if (error instanceof TimedOut || hasCode(error, ['READONLY'])) drop(client);
      throw toStoreError(error);
    }
  }
}

function createRedisClient(url: string) {
  return createClient({
    url,
    disableOfflineQueue: true,
    // Ours holds also after a command was sent.
    commandOptions: { timeout: undefined },
    maintNotifications: 'disabled',
    socket: { connectTimeout: commandTimeoutMs, reconnectStrategy: false },
  });
}

class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

async function withTimeout<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TimedOut(`Redis did not answer within ${commandTimeoutMs} ms`)), commandTimeoutMs);
  });
  try {
    return await Promise.race([answer, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/** Answers that mean "not now": loading its file, not the master, no disk, no memory, too few replicas, a log that is broken. */
const notNow = ['LOADING', 'READONLY', 'MASTERDOWN', 'CLUSTERDOWN', 'TRYAGAIN', 'BUSY', 'NOREPLICAS', 'MISCONF', 'OOM', 'DAMAGED'];

function toStoreError(error: unknown): unknown {
  if (error instanceof StoreUnavailable) return error;
  if (error instanceof ErrorReply && !hasCode(error, notNow)) return error;
  // A mistake of ours (a wrong argument) is not an outage. All else that node-redis rejects with is about the connection.
  if (error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError) return error;
  return new StoreUnavailable(error instanceof Error ? error.message : String(error), { cause: error });
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof ErrorReply && codes.some((code) => error.message.startsWith(`${code} `));
}
