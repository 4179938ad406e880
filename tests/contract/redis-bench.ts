/** A private Redis, stores opened on it, and a look past them. For the test files of the Redis store. */
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type OpenStore, openStore } from '../../server/store/open-store.ts';
import { type PrivateRedis, startRedisServer } from '../kit/redis-server.ts';

export interface RedisBench {
  /** Only inside a test. */
  redis(): PrivateRedis;
  /** One more process, as far as Redis can tell. Closed after the test. */
  open(): Promise<OpenStore>;
  /** What the stores of this test warned about. */
  readonly warnings: readonly string[];
  hash(key: string): Promise<Readonly<Record<string, string>>>;
  subscribers(topic: string): Promise<number>;
}

/** To be called inside a `describe`: starts Redis before its tests, and empties it before each. */
export function useRedis(): RedisBench {
  let server: PrivateRedis | null = null;
  const opened: OpenStore[] = [];
  const warnings: string[] = [];

  beforeAll(async () => {
    server = await startRedisServer([]);
  });
  beforeEach(async () => {
    warnings.length = 0;
    await redis().command('FLUSHALL');
  });
  afterEach(async () => {
    redis().thaw();
    for (const { events } of opened.splice(0)) await events.close();
  });
  afterAll(() => server?.stop());

  function redis(): PrivateRedis {
    if (server === null) throw new Error('Expected Redis to run by now');
    return server;
  }

  return {
    redis,
    warnings,
    async open() {
      const store = await openStore({ redisUrl: redis().url, dataDir: '', warn: (message) => warnings.push(message) });
      opened.push(store);
      return store;
    },
    async hash(key) {
      const fields = await redis().command('HGETALL', key);
      return Object.fromEntries(Object.entries(Object(fields)).map(([name, value]) => [name, String(value)]));
    },
    async subscribers(topic) {
      const reply = await redis().command('PUBSUB', 'NUMSUB', topic);
      return Number(Array.isArray(reply) ? reply[1] : Number.NaN);
    },
  };
}
