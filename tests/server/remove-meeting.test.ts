/** A meeting that is deleted: its pages are told, its links no longer work, nothing of its texts is left. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { sampleMeetingId } from '../../server/sample/hrc37-panel.ts';
import { redisIsMissing, startRedisServer } from '../kit/redis-server.ts';
import { type ServerProcess, startServerProcess } from '../kit/server-process.ts';
import { connectStation } from '../kit/station.ts';
import { until } from '../kit/until.ts';

const path = `/api/meetings/${sampleMeetingId}`;
const running: ServerProcess[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.remove();
});

async function start(env: Record<string, string> = {}): Promise<ServerProcess> {
  const server = await startServerProcess({ env });
  running.push(server);
  return server;
}

function ask(server: ServerProcess, station: string, method: string, at = path): Promise<Response> {
  return fetch(`${server.origin}${at}`, { method, headers: { Authorization: `Bearer ${server.token(station)}` } });
}

async function listed(server: ServerProcess): Promise<readonly string[]> {
  const { meetings } = (await (await fetch(`${server.origin}/api/meetings`)).json()) as { meetings: { id: string }[] };
  return meetings.map(({ id }) => id);
}

describe('deleting a meeting', () => {
  it('[OP14] is the admin’s alone, ends its pages and its links, and leaves no text in the data folder', async () => {
    const server = await start();
    const secret = 'Confidential-until-delivery-8842';
    const chair = await connectStation({ origin: server.origin, meetingId: sampleMeetingId, token: server.token('chair') });
    expect(await chair.send({ type: 'setScript', entryId: 'e9', language: 'en', text: secret, status: 'received' })).toMatchObject({
      status: 'ok',
    });
    const files = () => readdirSync(server.dataDir).map((name) => readFileSync(join(server.dataDir, name)).includes(secret));
    expect(files()).toContain(true);
    for (const station of ['chair', 'booth fr', 'viewer']) expect((await ask(server, station, 'DELETE')).status).toBe(403);
    expect((await fetch(`${server.origin}${path}`, { method: 'DELETE' })).status).toBe(401);
    const foreign = { Authorization: `Bearer ${server.token('admin')}`, Origin: 'https://elsewhere.example' };
    expect((await fetch(`${server.origin}${path}`, { method: 'DELETE', headers: foreign })).status).toBe(403);

    expect((await ask(server, 'admin', 'DELETE')).status).toBe(204);
    expect([4101, 4202]).toContain(await chair.closed);
    expect(await listed(server)).toEqual([]);
    expect((await ask(server, 'chair', 'GET')).status).toBe(401);
    expect((await ask(server, 'admin', 'GET')).status).toBe(404);
    expect((await ask(server, 'admin', 'DELETE')).status).toBe(404);

    // Asked to stop, the store empties its log of writes into the file.
    expect(await server.stop()).toBe(0);
    expect(files()).not.toContain(true);
    await server.restart();
    expect(await listed(server)).toEqual([]);
  }, 60_000);

  it.skipIf(redisIsMissing('deleting on Redis'))(
    '[OP14] is told to the pages of another server process within seconds, and its id is not given out again',
    async () => {
      const redis = await startRedisServer([]);
      try {
        const one = await start({ REDIS_URL: redis.url });
        const other = await start({ REDIS_URL: redis.url, ADMIN_TOKEN: one.token('admin') });
        const page = await connectStation({ origin: other.origin, meetingId: sampleMeetingId, token: one.token('display') });
        expect((await ask(one, 'admin', 'DELETE')).status).toBe(204);
        expect([4101, 4202]).toContain(await page.closed);
        await until('the other process to forget it', 5_000, async () => (await ask(one, 'admin', 'GET')).status === 404);
        const back = await fetch(`${other.origin}${path}`, { headers: { Authorization: `Bearer ${one.token('admin')}` } });
        expect(back.status).toBe(404);
        expect((await redis.command('KEYS', `{m:${sampleMeetingId}}:log`)) as unknown).toEqual([]);
      } finally {
        await redis.stop();
      }
    },
    60_000,
  );
});
