/** Fault 1: the server dies before the commit, after the commit, and after the answer. The sender asks again and is told once. */
import { join as joinPath } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleMeetingId } from '../../../server/sample/hrc37-panel.ts';
import { meetingKeys } from '../../../server/store/redis-keys.ts';
import { type FaultProxy, startFaultProxy } from '../../kit/fault-proxy.ts';
import { type PrivateRedis, redisIsMissing, startRedisServer } from '../../kit/redis-server.ts';
import { type ServerProcess, startServerProcess } from '../../kit/server-process.ts';
import type { StationClient } from '../../kit/station.ts';
import { until } from '../../kit/until.ts';
import { areLive, comeIn, isLive } from './net-bench.ts';
import { expectOneHistory, join, type Ledger, makeLedger, newId, teamNamed, teamShown } from './store-bench.ts';

/** Gives the command and returns when the server has taken it up: it answers one frame after the other. */
async function giveAndDoNotWait(sender: StationClient, commandId: string, ledger: Ledger): Promise<{ readonly answered: Promise<void> }> {
  const asked = sender.frames().length;
  const answered = sender.send(teamNamed(commandId), { commandId }).then(
    ({ status }) => ledger.note(commandId, status),
    () => ledger.note(commandId, 'cut'),
  );
  sender.sendRaw(JSON.stringify({ k: 'time', a: 1 }));
  await sender.until('the server to have heard it', () =>
    sender
      .frames()
      .slice(asked)
      .some(({ k }) => k === 'time'),
  );
  return { answered };
}

async function askAgain(server: ServerProcess, commandId: string, ledger: Ledger): Promise<string> {
  const sender = await join(server, 'booth fr');
  const { status } = await sender.send(teamNamed(commandId), { commandId });
  ledger.note(commandId, status);
  await sender.close();
  return status;
}

describe.skipIf(redisIsMissing('the server killed over Redis'))('a server on Redis that is killed with -9', () => {
  let redis: PrivateRedis;
  let proxy: FaultProxy;
  let server: ServerProcess;
  beforeEach(async () => {
    redis = await startRedisServer([]);
    proxy = await startFaultProxy({ port: redis.port });
    server = await startServerProcess({ env: { REDIS_URL: proxy.url('redis') } });
  });
  afterEach(async () => {
    await server.remove();
    await proxy.close();
    await redis.stop();
  });

  const loggedCount = async () => Number(await redis.command('XLEN', meetingKeys(sampleMeetingId).log));

  it('[FT1] before the commit, after it, after the answer: each command has one outcome and one place', async () => {
    const ledger = makeLedger();
    const watcher = comeIn(server, 'booth:fr');
    await areLive(watcher);

    const before = newId('before-commit');
    let sender = await join(server, 'booth fr');
    expect(proxy.drop('up')).toBeGreaterThan(0);
    let { answered } = await giveAndDoNotWait(sender, before, ledger);
    await server.kill9();
    await answered;
    expect(ledger.told(before)).toEqual(['cut']);
    expect(await loggedCount()).toBe(1);
    proxy.pass();
    await server.restart();
    expect(await askAgain(server, before, ledger)).toBe('ok');

    const committed = newId('before-answer');
    sender = await join(server, 'booth fr');
    expect(proxy.drop('down')).toBeGreaterThan(0);
    ({ answered } = await giveAndDoNotWait(sender, committed, ledger));
    await until('Redis to have committed it', 2_000, async () => (await loggedCount()) === 3);
    await server.kill9();
    await answered;
    expect(ledger.told(committed)).toEqual(['cut']);
    proxy.pass();
    await server.restart();
    expect(await askAgain(server, committed, ledger)).toBe('duplicate');

    const answeredId = newId('after-answer');
    sender = await join(server, 'booth fr');
    ({ answered } = await giveAndDoNotWait(sender, answeredId, ledger));
    await answered;
    await server.kill9();
    await server.restart();
    expect(await askAgain(server, answeredId, ledger)).toBe('duplicate');
    expect(ledger.told(answeredId)).toEqual(['ok', 'duplicate']);

    expect(await expectOneHistory({ servers: [server], ledger, stations: [watcher] })).toHaveLength(4);
    expect(watcher.connections()).toBeGreaterThan(1);
  });
});

describe('a server on the embedded store that is killed with -9', () => {
  let server: ServerProcess;
  let proxy: FaultProxy;
  beforeEach(async () => {
    server = await startServerProcess();
    proxy = await startFaultProxy({ port: Number(new URL(server.origin).port) });
  });
  afterEach(async () => {
    await proxy.close();
    await server.remove();
  });

  it('[FT1] before the commit, after it, after the answer: each command has one outcome and one place', async () => {
    const ledger = makeLedger();
    const watcher = comeIn(server, 'booth:fr');
    await areLive(watcher);

    // Another program holds the file: the server has the command and cannot commit it.
    const before = newId('before-commit');
    let sender = await join(server, 'booth fr');
    const file = new Database(joinPath(server.dataDir, 'rostrum.db'));
    file.exec('BEGIN IMMEDIATE');
    const { answered } = await giveAndDoNotWait(sender, before, ledger);
    await server.kill9();
    await answered;
    expect(ledger.open()).toEqual([before]);
    file.exec('ROLLBACK');
    file.close();
    await server.restart();
    expect(await askAgain(server, before, ledger)).toBe('ok');

    const committed = newId('before-answer');
    sender = await join(server, 'booth fr', { origin: proxy.url('http') });
    await watcher.until('the first command', () => isLive(watcher) && teamShown(watcher) === before);
    proxy.drop('down');
    const answer = sender.send(teamNamed(committed), { commandId: committed }).then(
      ({ status }) => ledger.note(committed, status),
      () => ledger.note(committed, 'cut'),
    );
    await watcher.until('the commit', () => teamShown(watcher) === committed);
    await server.kill9();
    proxy.reset();
    await answer;
    expect(ledger.told(committed)).toEqual(['cut']);
    await server.restart();
    expect(await askAgain(server, committed, ledger)).toBe('duplicate');

    const answeredId = newId('after-answer');
    sender = await join(server, 'booth fr');
    await (await giveAndDoNotWait(sender, answeredId, ledger)).answered;
    await server.kill9();
    await server.restart();
    expect(await askAgain(server, answeredId, ledger)).toBe('duplicate');
    expect(ledger.told(answeredId)).toEqual(['ok', 'duplicate']);

    expect(await expectOneHistory({ servers: [server], ledger, stations: [watcher] })).toHaveLength(4);
  });
});
