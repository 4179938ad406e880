/** Fault 8: one command arrives a hundred times, at two servers and over both doors. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PrivateRedis, redisIsMissing, startRedisServer } from '../../kit/redis-server.ts';
import { type ServerProcess, startServerProcess } from '../../kit/server-process.ts';
import type { StationClient } from '../../kit/station.ts';
import { areLive, comeIn } from './net-bench.ts';
import { expectOneHistory, join, makeLedger, newId, post, teamNamed } from './store-bench.ts';

const rounds = 4;
/** Of each round, at each of two servers over each of two doors: 100 copies in all, and within the burst of one socket (40). */
const copies = 25;

describe.skipIf(redisIsMissing('a hundred copies'))('two servers on one Redis', () => {
  let redis: PrivateRedis;
  let servers: readonly ServerProcess[];
  beforeEach(async () => {
    redis = await startRedisServer([]);
    const env = { REDIS_URL: redis.url, ADMIN_TOKEN: 'fault-admin-token' };
    servers = await Promise.all([startServerProcess({ env }), startServerProcess({ env })]);
  });
  afterEach(async () => {
    await Promise.all(servers.map((server) => server.remove()));
    await redis.stop();
  });

  it('[FT8] carry out a hundred copies of one command once, and answer each', async () => {
    const ledger = makeLedger();
    const watchers = servers.map((server) => comeIn(server, 'booth:fr'));
    await areLive(...watchers);
    for (let round = 0; round < rounds; round += 1) {
      const commandId = newId('copies');
      const sockets = await Promise.all(servers.map((server) => join(server, 'booth fr')));
      const overHttp = servers.flatMap((server) => Array.from({ length: copies }, () => post(server, commandId, teamNamed(commandId))));
      for (let copy = 0; copy < copies; copy += 1) for (const socket of sockets) sendCopy(socket, commandId);
      for (const socket of sockets) await socket.until('every copy to be answered', () => answersTo(socket, commandId).length === copies);
      const told = [...(await Promise.all(overHttp)), ...sockets.flatMap((socket) => answersTo(socket, commandId))];
      expect(told.toSorted()).toEqual([...Array.from({ length: 4 * copies - 1 }, () => 'duplicate'), 'ok']);
      for (const each of told) ledger.note(commandId, each);
      await Promise.all(sockets.map((socket) => socket.close()));
    }
    expect(await expectOneHistory({ servers, ledger, stations: watchers })).toHaveLength(1 + rounds);
  });
});

function sendCopy(socket: StationClient, commandId: string): void {
  socket.sendRaw(JSON.stringify({ k: 'command', commandId, expires: Date.now() + 30_000, ...teamNamed(commandId) }));
}

function answersTo(socket: StationClient, commandId: string) {
  return socket.frames().flatMap((frame) => (frame.k === 'outcome' && frame.commandId === commandId ? [frame.status] : []));
}
