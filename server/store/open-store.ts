/** Opens what the settings ask for: Redis with `redisUrl`, else a file in `dataDir`. */
import type { Directory } from './directory.ts';
import { createMachineTime } from '../lib/machine-time.ts';
import { openEmbeddedDatabase } from './embedded-database.ts';
import { createEmbeddedDirectory } from './embedded-directory.ts';
import { createEmbeddedEventStore } from './embedded-event-store.ts';
import { embeddedPresence } from './embedded-presence.ts';
import type { EventStore } from './event-store.ts';
import { openRedisLinks } from './open-redis-links.ts';
import type { PresenceStore } from './presence.ts';
import { createRedisDirectory } from './redis-directory.ts';
import { createRedisEventStore } from './redis-event-store.ts';
import { createRedisPresence } from './redis-presence.ts';

export interface StoreSettings {
  /** A form of `server/lib/redis-url.ts`; `null` for the embedded store. */
  readonly redisUrl: string | null;
  readonly dataDir: string;
  /** For the operator's log: what makes the store less safe than promised. Called at each connection. */
  readonly warn: (message: string) => void;
}

export interface OpenStore {
  readonly kind: 'embedded' | 'redis';
  readonly events: EventStore;
  /** Live as long as `events`: closing that closes all. */
  readonly directory: Directory;
  readonly presence: PresenceStore;
}

/** Rejects with `StoreUnavailable` when Redis does not answer within about 2 s, with `DataDirInUse` when another process has the folder. */
export async function openStore({ redisUrl, dataDir, warn }: StoreSettings): Promise<OpenStore> {
  return redisUrl === null ? openEmbeddedStore(dataDir, warn) : await openRedisStore(redisUrl, warn);
}

function openEmbeddedStore(dataDir: string, warn: (message: string) => void): OpenStore {
  const database = openEmbeddedDatabase(dataDir);
  const now = createMachineTime((ms) =>
    warn(
      `The clock of this machine was set by ${Math.round(ms / 1_000)} s. Meetings keep the time from before until the server is started again.`,
    ),
  );
  return {
    kind: 'embedded',
    events: createEmbeddedEventStore(database, now),
    directory: createEmbeddedDirectory(database),
    presence: embeddedPresence,
  };
}

async function openRedisStore(url: string, warn: (message: string) => void): Promise<OpenStore> {
  const links = await openRedisLinks(url, warn);
  try {
    const directory = await createRedisDirectory(links);
    return { kind: 'redis', events: createRedisEventStore(links), directory, presence: createRedisPresence(links) };
  } catch (error) {
    links.close();
    throw error;
  }
}
