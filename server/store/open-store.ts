/** Opens what the settings ask for: Redis with `redisUrl`, else a file in `dataDir`. */
import type { Directory } from './directory.ts';
import { openEmbeddedDatabase } from './embedded-database.ts';
import { createEmbeddedDirectory } from './embedded-directory.ts';
import { createEmbeddedEventStore } from './embedded-event-store.ts';
import type { EventStore } from './event-store.ts';
import { createRedisDirectory } from './redis-directory.ts';
import { warnUnlessDurable } from './redis-durability.ts';
import { createRedisEventStore, type RedisEventStore } from './redis-event-store.ts';
import { openRedisLink } from './redis-link.ts';
import { openRedisTopics } from './redis-topics.ts';

export interface StoreSettings {
  /** `redis://` or `rediss://`; `null` for the embedded store. */
  readonly redisUrl: string | null;
  readonly dataDir: string;
  /** For the operator's log: what makes the store less safe than promised. Called at each connection. */
  readonly warn: (message: string) => void;
}

export interface OpenStore {
  readonly kind: 'embedded' | 'redis';
  readonly events: EventStore;
  /** Lives as long as `events`: closing that closes both. */
  readonly directory: Directory;
}

/** Rejects with `StoreUnavailable` when Redis does not answer within about 2 s, with `DataDirInUse` when another process has the folder. */
export async function openStore({ redisUrl, dataDir, warn }: StoreSettings): Promise<OpenStore> {
  return redisUrl === null ? openEmbeddedStore(dataDir) : await openRedisStore(redisUrl, warn);
}

function openEmbeddedStore(dataDir: string): OpenStore {
  const database = openEmbeddedDatabase(dataDir);
  return { kind: 'embedded', events: createEmbeddedEventStore(database), directory: createEmbeddedDirectory(database) };
}

async function openRedisStore(url: string, warn: (message: string) => void): Promise<OpenStore> {
  let events: RedisEventStore | null = null;
  const onUp = () => events?.connectionBack();
  const onDown = () => events?.connectionLost();

  const commands = await openRedisLink(url, { prepare: (client) => warnUnlessDurable(client, warn), onUp, onDown });
  try {
    const topics = await openRedisTopics(url, { onUp, onDown });
    try {
      events = createRedisEventStore(commands, topics);
      return { kind: 'redis', events, directory: await createRedisDirectory(commands, topics) };
    } catch (error) {
      topics.close();
      throw error;
    }
  } catch (error) {
    commands.close();
    throw error;
  }
}
