/** Which server of a Redis Cluster has which slots. */
import type { RedisAddress } from '../lib/redis-url.ts';
import { StoreUnavailable } from './event-store.ts';
import type { Answer } from './newest-answer.ts';
import type { RedisClient } from './redis-client.ts';
import { integerIn } from './rows.ts';

export interface ClusterMap {
  /** `null` when nobody has the slot. */
  masterOf(slot: number): RedisAddress | null;
  readonly masters: readonly RedisAddress[];
  /** With the replicas: all who can be asked for the next map. */
  readonly servers: readonly RedisAddress[];
}

export const slotCount = 16_384;

/** The slot of a key: CRC16 (XMODEM) of the part in the first braces, or of the whole. Part of the cluster specification. */
export function keySlot(key: string): number {
  const tag = /^[^{]*\{([^}]+)\}/.exec(key)?.[1] ?? key;
  let crc = 0;
  for (const byte of Buffer.from(tag)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return crc % slotCount;
}

/** `asked`: what a server that does not know its own address is called by. Rejects when it has lost touch with the others. */
export async function askForMap(client: RedisClient, asked: RedisAddress): Promise<Answer<ClusterMap>> {
  const [info, ranges] = await Promise.all([client.clusterInfo(), client.clusterSlots()]);
  const fields = new Map(
    String(info)
      .split(/\r?\n/)
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  );
  const state = fields.get('cluster_state');
  if (state !== 'ok') throw new StoreUnavailable(`The cluster's state is ${state ?? 'unknown'}`);

  const addressOf = ({ host, port }: { readonly host: string | null; readonly port: number }): RedisAddress => ({
    host: host === null || host === '' || host === '?' ? asked.host : host,
    port,
  });
  const owners = ranges.map(({ from, to, master }) => ({ from, to, master: addressOf(master) }));
  const map: ClusterMap = {
    masterOf: (slot) => owners.find(({ from, to }) => from <= slot && slot <= to)?.master ?? null,
    masters: owners.map(({ master }) => master),
    servers: ranges.flatMap(({ master, replicas }) => [master, ...replicas].map(addressOf)),
  };
  return { epoch: integerIn(Object.fromEntries(fields), 'cluster_current_epoch'), value: map };
}
