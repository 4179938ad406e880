/** Fault 16: during an upgrade, programs of both versions of the protocol work on one meeting. */
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { sampleMeetingId } from '../../../server/sample/hrc37-panel.ts';
import { subprotocols } from '../../../shared/protocol/version.ts';
import { startFaultProxy } from '../../kit/fault-proxy.ts';
import type { LiveStation } from '../../kit/live-station.ts';
import { checkLog, checkOutcomes, checkStates } from '../../kit/oracle.ts';
import { redisIsMissing, startRedisServer } from '../../kit/redis-server.ts';
import { type ServerProcess, startServerProcess } from '../../kit/server-process.ts';
import { connectStation, type StationClient } from '../../kit/station.ts';
import { until } from '../../kit/until.ts';
import { areLive, comeIn, expectSound, isLive, logAt, watched } from './net-bench.ts';

/** The same program, which speaks only the first version: it can then not be told from an older one. */
const versionOne = { NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'version-one.mjs')).href}` };

describe('versions 1 and 2 of the protocol', () => {
  const atEnd: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    vi.restoreAllMocks();
    for (const end of atEnd.splice(0).reverse()) await end();
  });

  async function server(env: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
    const started = await startServerProcess({ env });
    atEnd.push(() => started.remove());
    return started;
  }

  it('[FT16] an old page and a new one see the same at one server, and the old one hears nothing that it does not know', async () => {
    const only = await server();
    const watcher = comeIn(only, 'chair');
    const [old, fresh] = [await hand(only, 'chair', ['rostrum.v1']), await hand(only, 'chair')];
    expect(await old.send({ type: 'closeList' })).toMatchObject({ status: 'ok' });
    expect(await fresh.send({ type: 'openList' })).toMatchObject({ status: 'ok' });
    fresh.sendRaw(JSON.stringify({ k: 'status', commandIds: ['never-given'] }));
    for (const k of ['status', 'presence']) await fresh.until(k, () => fresh.frames().some((frame) => frame.k === k));
    for (const each of [old, fresh]) await each.until('both changes', () => each.position()?.offset === 3);
    expect(old.meeting()).toEqual(fresh.meeting());
    expect(old.position()).toEqual(fresh.position());
    expect([...new Set(old.frames().map(({ k }) => k))].filter((k) => !knownToOne.has(k))).toEqual([]);
    expect([...old.gaps(), ...fresh.gaps()]).toEqual([]);
    for (const each of [old, fresh]) await each.close();
    await expectSound({ servers: [only], stations: [watcher] });
  });

  it.skipIf(redisIsMissing('versions side by side'))(
    '[FT16] an old server and a new one on one Redis serve one log, and a new page says to the old server only what it knows',
    async () => {
      const asked = spyOnFrames();
      const redis = await startRedisServer(['--repl-diskless-sync-delay', '0']);
      const replica = await startRedisServer(['--replicaof', '127.0.0.1', String(redis.port)]);
      const front = await startFaultProxy({ port: redis.port });
      atEnd.push(() => Promise.all([front.close(), redis.stop(), replica.stop()]));
      await until('the replica to be in step', 10_000, async () => /master_link_status:up/.test(String(await replica.command('INFO'))));
      const env = { REDIS_URL: front.url('redis'), ADMIN_TOKEN: 'fault-admin-token' };
      const [old, fresh] = await Promise.all([server({ ...env, ...versionOne }), server(env)]);
      expect(await chosenBy(old)).toBe('rostrum.v1');
      expect(await chosenBy(fresh)).toBe(subprotocols[0]);

      const stations = [comeIn(old, 'chair'), comeIn(old, 'booth:fr'), comeIn(fresh, 'chair'), comeIn(fresh, 'display')];
      const [atOld, , atFresh] = stations;
      if (atOld === undefined || atFresh === undefined) throw new Error('Expected stations');
      await areLive(...stations);
      await changeList(atOld, stations);
      await changeList(atFresh, stations);
      const before = await logAt(old);
      expect(await logAt(fresh)).toEqual(before);

      // Redis forgets what comes now: who gave it asks what became of it, if the server can be asked.
      await replica.command('REPLICAOF', 'NO', 'ONE');
      await until('the master to be alone', 5_000, async () => /connected_slaves:0/.test(String(await redis.command('INFO'))));
      await changeList(atOld, stations);
      await changeList(atFresh, stations);
      await changeList(atFresh, stations);
      const lost = (await logAt(fresh)).slice(before.length);
      front.retarget(replica.port);
      expect(front.reset()).toBeGreaterThan(0);
      for (const each of stations) await each.until('the other history', () => isLive(each) && each.view().history > 0, 15_000);
      await atFresh.until('what was lost', () => atFresh.view().lost.length === 2, 10_000);
      expect(asked(fresh)).toContain('status');
      expect([...new Set(asked(old))].toSorted()).toEqual(['command', 'hello', 'time']);
      expect(atOld.view().lost).toEqual([]);

      await changeList(atOld, stations);
      const log = await logAt(fresh);
      expect(await logAt(old)).toEqual(log);
      expect(log.slice(0, before.length)).toEqual(before);
      expect([...checkLog(log), ...checkStates(log, stations.map(watched))]).toEqual([]);
      // Nothing else is amiss than that the history was cut, which is the fault here.
      const commands = stations.flatMap((each) => each.commands());
      expect(checkOutcomes(log, commands).map(({ kind }) => kind)).toEqual(lost.map(() => 'lost'));
    },
  );
});

async function changeList(chair: LiveStation, stations: readonly LiveStation[]): Promise<void> {
  const listOpen = chair.view().meeting?.listOpen === true;
  expect(await chair.give({ type: listOpen ? 'closeList' : 'openList' })).toMatchObject({ status: 'ok' });
  for (const each of stations) await each.until('the change', () => each.view().meeting?.listOpen === !listOpen);
}

/** Every frame that clients of this process send; returns its kinds per server. */
function spyOnFrames(): (server: ServerProcess) => readonly string[] {
  const sent: { readonly url: string; readonly k: string }[] = [];
  const send = WebSocket.prototype.send;
  vi.spyOn(WebSocket.prototype, 'send').mockImplementation(function (this: WebSocket, data) {
    const { k }: { k: string } = JSON.parse(String(data));
    sent.push({ url: this.url, k });
    send.call(this, data, {}, () => {});
  });
  return ({ origin }) => sent.filter(({ url }) => url.startsWith(origin.replace('http', 'ws'))).map(({ k }) => k);
}

/** What a server chooses of both versions. */
async function chosenBy(server: ServerProcess): Promise<string> {
  const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/api/meetings/${sampleMeetingId}/live`, [...subprotocols], {
    headers: { authorization: `Bearer ${server.token('viewer')}` },
  });
  await once(socket, 'open');
  socket.terminate();
  return socket.protocol;
}

/** What version 1 sends down. */
const knownToOne: ReadonlySet<string> = new Set(['welcome', 'snapshot', 'event', 'live', 'beacon', 'outcome', 'time', 'stale', 'bye']);

function hand(server: ServerProcess, station: string, protocol?: readonly string[]): Promise<StationClient> {
  const settings = { origin: server.origin, meetingId: sampleMeetingId, token: server.token(station) };
  return connectStation(protocol === undefined ? settings : { ...settings, protocol });
}
