/** Finds the master that Sentinels have agreed on. */
import type { RedisAddress, RedisLogin, RedisPlace } from '../lib/redis-url.ts';
import { StoreUnavailable } from './event-store.ts';
import { type Answer, newestAnswer } from './newest-answer.ts';
import { createRedisClient, hasCode, type RedisClient } from './redis-client.ts';
import type { RedisTarget } from './redis-link.ts';
import { integerIn, textIn } from './rows.ts';

type SentinelPlace = Extract<RedisPlace, { readonly kind: 'sentinel' }>;

/**
 * Keeps a connection to each Sentinel. The login is for the master; a Sentinel that asks for a password gets the same.
 * Sentinels that are found later are not added: the URL names enough of them.
 */
export function createSentinelTarget({ login, sentinels, master }: SentinelPlace): RedisTarget & { close(): void } {
  const watches = sentinels.map((address) => watchSentinel(address, login, master));
  let asking: Promise<RedisAddress> | null = null;

  return {
    login,
    database: 0,
    mustBeMaster: true,
    // The two connections of a server look at about the same time.
    resolve() {
      asking ??= newestAnswer(watches.map((watch) => watch.ask())).finally(() => {
        asking = null;
      });
      return asking;
    },
    close() {
      for (const watch of watches) watch.close();
    },
  };
}

function watchSentinel(address: RedisAddress, login: RedisLogin, master: string) {
  let current: Promise<RedisClient> | null = null;
  let closed = false;
  const anonymous: RedisLogin = { ...login, username: null, password: null };

  async function connect(): Promise<RedisClient> {
    try {
      return await connectAs(anonymous);
    } catch (error) {
      if (login.password === null || !hasCode(error, ['NOAUTH'])) throw error;
      return await connectAs(login);
    }
  }

  async function connectAs(who: RedisLogin): Promise<RedisClient> {
    const client = createRedisClient(address, who, 0);
    // What is asked on it is rejected, and that is where it is noticed.
    client.on('error', () => {});
    try {
      await client.connect();
      if (closed) throw new StoreUnavailable('The store is closed');
      return client;
    } catch (error) {
      client.destroy();
      throw error;
    }
  }

  function forget(connection: Promise<RedisClient>): void {
    if (current === connection) current = null;
    connection.then(
      (client) => client.destroy(),
      () => {},
    );
  }

  return {
    async ask(): Promise<Answer<RedisAddress>> {
      const connection = current ?? connect();
      current = connection;
      try {
        const client = await connection;
        return await askMaster(client, master);
      } catch (error) {
        forget(connection);
        throw new StoreUnavailable(`Sentinel ${address.host}:${address.port}: ${error instanceof Error ? error.message : String(error)}`);
      }
    },
    close() {
      closed = true;
      if (current !== null) forget(current);
    },
  };
}

/** Both in one go, so that epoch and address are of the same moment. */
async function askMaster(client: RedisClient, master: string): Promise<Answer<RedisAddress>> {
  const [where, state] = await Promise.all([
    client.sendCommand(['SENTINEL', 'GET-MASTER-ADDR-BY-NAME', master]),
    client.sendCommand(['SENTINEL', 'MASTER', master]),
  ]);
  return { epoch: integerIn(state, 'config-epoch'), value: { host: textIn(where, '0'), port: integerIn(where, '1') } };
}
