/**
 * Redis Cluster: two connections to each master, whatever the number of meetings, and one home per slot that somebody asked
 * for. The map of slots is looked at once a second, more often while something is missing, and when a server says MOVED.
 */
import type { RedisAddress, RedisPlace } from '../lib/redis-url.ts';
import { StoreUnavailable } from './event-store.ts';
import { type Answer, newestAnswer } from './newest-answer.ts';
import { createRedisClient } from './redis-client.ts';
import { askForMap, type ClusterMap, keySlot } from './redis-cluster-map.ts';
import { type ClusterHome, createClusterHome } from './redis-cluster-home.ts';
import { directoryKeys, meetingKeys } from './redis-keys.ts';
import type { RedisLinks } from './redis-links.ts';
import { openRedisNode, type RedisNode } from './redis-node.ts';

type ClusterPlace = Extract<RedisPlace, { readonly kind: 'cluster' }>;

const lookEveryMs = 1_000;
const lookWhileMissingMs = 200;

export async function openClusterLinks({ login, seeds }: ClusterPlace, warn: (message: string) => void): Promise<RedisLinks> {
  const nodes = new Map<string, { readonly address: RedisAddress; readonly node: RedisNode }>();
  const homes = new Map<number, ClusterHome>();
  let map: ClusterMap | null = null;
  let looking: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  await look();
  const directory = homeOf(directoryKeys(true).meetings);
  try {
    await nodeOf(keySlot(directoryKeys(true).meetings))?.opened;
  } catch (error) {
    close();
    throw error;
  }
  lookLater();

  return { forMeeting: (meetingId) => homeOf(meetingKeys(meetingId).meta), directory: () => directory, sharded: true, close };

  function homeOf(key: string): ClusterHome {
    const slot = keySlot(key);
    const known = homes.get(slot);
    if (known !== undefined) return known;
    const home = createClusterHome({ owner: () => nodeOf(slot), lookAgain: look });
    homes.set(slot, home);
    home.settle();
    return home;
  }

  function nodeOf(slot: number): RedisNode | null {
    const address = closed ? null : (map?.masterOf(slot) ?? null);
    if (address === null) return null;
    const known = nodes.get(nameOf(address));
    if (known !== undefined) return known.node;
    const target = { login, database: 0, mustBeMaster: false, resolve: async () => address };
    const node = openRedisNode(target, { sharded: true, failover: true, warn });
    node.watch({ onDown: lookLater, onUp: () => {} });
    nodes.set(nameOf(address), { address, node });
    return node;
  }

  function look(): Promise<void> {
    looking ??= takeNewestMap().finally(() => {
      looking = null;
    });
    return looking;
  }

  async function takeNewestMap(): Promise<void> {
    map = await newestMap();
    if (closed) return;
    for (const home of homes.values()) home.settle();
    const masters = new Set(map.masters.map(nameOf));
    for (const [name, { node }] of nodes) {
      if (masters.has(name)) continue;
      nodes.delete(name);
      node.close();
    }
  }

  async function newestMap(): Promise<ClusterMap> {
    const connected = [...nodes.values()].filter(({ node }) => node.isUp());
    try {
      return await newestAnswer(connected.map(({ address, node }) => node.run((client) => askForMap(client, address))));
    } catch {
      // Those we are connected to are cut off or gone, or there are none yet.
      const others = new Map([...seeds, ...(map?.servers ?? [])].map((address) => [nameOf(address), address]));
      return await newestAnswer([...others.values()].map(askOnce));
    }
  }

  async function askOnce(address: RedisAddress): Promise<Answer<ClusterMap>> {
    const client = createRedisClient(address, login, 0);
    // Every failure is told by the promises below.
    client.on('error', () => {});
    try {
      await client.connect();
      return await askForMap(client, address);
    } finally {
      client.destroy();
    }
  }

  function lookLater(): void {
    if (closed) return;
    if (timer !== null) clearTimeout(timer);
    const isMissing = [...homes.values()].some((home) => !home.isUp());
    timer = setTimeout(() => void look().catch(expectOutage).finally(lookLater), isMissing ? lookWhileMissingMs : lookEveryMs);
  }

  function close(): void {
    closed = true;
    if (timer !== null) clearTimeout(timer);
    for (const { node } of nodes.values()) node.close();
    nodes.clear();
  }
}

function nameOf({ host, port }: RedisAddress): string {
  return `${host}:${port}`;
}

/** The homes are down then, and say so. */
function expectOutage(error: unknown): void {
  if (!(error instanceof StoreUnavailable)) throw error;
}
