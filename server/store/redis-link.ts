/**
 * One connection to Redis that is replaced by a new one whenever it is lost, does not answer, or leads to the wrong server.
 * node-redis could reconnect by itself, but it gives no time-out to a command that was already sent: with a frozen Redis or
 * a half-open socket nothing would ever end.
 */
import type { RedisAddress, RedisLogin } from '../lib/redis-url.ts';
import { StoreUnavailable } from './event-store.ts';
import { createRedisClient, hasCode, type RedisClient, TimedOut, toStoreError, withTimeout } from './redis-client.ts';

/** Which server a link leads to. */
export interface RedisTarget {
  readonly login: RedisLogin;
  readonly database: number;
  /** Do not stay with a server that says it is a replica. */
  readonly mustBeMaster: boolean;
  /**
   * Where it is now: asked before each connection, and once a second whether it is still there. Rejects with
   * `StoreUnavailable` when nobody knows, which ends no connection.
   */
  resolve(): Promise<RedisAddress>;
}

export interface RedisLink {
  /** Settles with the first attempt to connect; tried again in either case until `close`. */
  readonly opened: Promise<void>;
  /**
   * Rejects with `StoreUnavailable` at once while there is no connection (the first attempt is waited for) and after 2 s
   * without an answer, in which case it is unknown whether the command was carried out. Other errors that Redis answers are
   * thrown as they are.
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

/** A few processes at most share a Redis: no need to spread them. */
const reconnectMs = 200;
/** Finds a connection that is dead while nobody uses it, and one whose server is no longer the right one. */
const heartbeatMs = 1_000;

interface Connection {
  readonly client: RedisClient;
  readonly address: RedisAddress;
}

export function openRedisLink(target: RedisTarget, hooks: LinkHooks): RedisLink {
  let current: Connection | null = null;
  let closed = false;
  let tried = false;
  let reconnectTimer: NodeJS.Timeout | null = null;

  const opened = connect().finally(() => {
    tried = true;
  });
  opened.catch(reconnectLater);
  const heartbeat = setInterval(() => {
    // Their failure is told by `onDown`, or harmless.
    if (current === null) return;
    run((client) => client.ping()).catch(() => {});
    lookWhere(current).catch(() => {});
  }, heartbeatMs);

  return {
    opened,
    run,
    isUp: () => current !== null,
    close() {
      closed = true;
      clearInterval(heartbeat);
      if (reconnectTimer !== null) clearTimeout(reconnectTimer);
      current?.client.destroy();
      current = null;
    },
  };

  async function connect(): Promise<void> {
    const address = await target.resolve();
    const client = createRedisClient(address, target.login, target.database);
    // With `reconnectStrategy: false` every error of a client is its last.
    client.on('error', () => drop(client));
    try {
      await withTimeout(client.connect());
      if (target.mustBeMaster) await withTimeout(refuseReplica(client));
      await withTimeout(hooks.prepare(client));
      if (closed || !client.isReady) throw new StoreUnavailable('The connection was closed while it was made');
    } catch (error) {
      client.destroy();
      throw toStoreError(error);
    }
    current = { client, address };
    hooks.onUp();
  }

  async function lookWhere({ client, address }: Connection): Promise<void> {
    const now = await target.resolve();
    if (now.host !== address.host || now.port !== address.port) drop(client);
  }

  function drop(client: RedisClient): void {
    client.destroy();
    if (client !== current?.client) return;
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
    if (!tried && !closed) await opened;
    if (current === null) throw new StoreUnavailable(closed ? 'The store is closed' : 'No connection to Redis');
    const { client } = current;
    try {
      return await withTimeout(command(client));
    } catch (error) {
      // READONLY: this server became a replica, and the same question leads to the new master.
      if (error instanceof TimedOut || hasCode(error, ['READONLY'])) drop(client);
      throw toStoreError(error);
    }
  }
}

async function refuseReplica(client: RedisClient): Promise<void> {
  const reply = await client.role();
  if (reply?.role !== 'master') throw new StoreUnavailable('The server is a replica, not the master');
}
