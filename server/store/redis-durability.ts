import type { RedisClient } from './redis-client.ts';

/**
 * Part of every connection of commands: says in the log what would lose acknowledged commands. `failover`: another server
 * may take over while this one still runs.
 */
export async function warnUnlessDurable(client: RedisClient, failover: boolean, warn: (message: string) => void): Promise<void> {
  const settings = await readSettings(client);
  if (settings === null) return warn('Redis does not tell its settings (CONFIG GET). Make sure of appendonly yes and appendfsync always.');
  const { appendonly, appendfsync, 'maxmemory-policy': policy } = settings;
  if (appendonly !== 'yes') warn('Redis runs without appendonly: a restart loses everything that was acknowledged. Set appendonly yes.');
  else if (appendfsync !== 'always') {
    warn(`Redis runs with appendfsync ${appendfsync}: a crash can lose commands that were acknowledged. Set appendfsync always.`);
  }
  if (policy !== 'noeviction')
    warn(`Redis runs with maxmemory-policy ${policy}: it may delete meetings when memory is short. Set noeviction.`);
  if (failover && settings['min-replicas-to-write'] === '0') {
    warn(
      'Redis runs with min-replicas-to-write 0: a master that is cut off from its replicas acknowledges what a failover then loses. Set 1.',
    );
  }
}

async function readSettings(client: RedisClient): Promise<Readonly<Record<string, string>> | null> {
  try {
    return await client.configGet(['appendonly', 'appendfsync', 'maxmemory-policy', 'min-replicas-to-write']);
  } catch (error) {
    // Hosted servers forbid CONFIG; a lost connection is noticed by the next command anyway.
    if (error instanceof Error) return null;
    throw error;
  }
}
