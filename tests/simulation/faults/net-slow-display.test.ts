/** Fault 7, the time that each kind has: the server's clock is moved, sockets and network are real. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Position } from '../../../shared/protocol/position.ts';
import { officialLanguages } from '../../../shared/reference/languages.ts';
import type { StationClient } from '../../kit/station.ts';
import { until } from '../../kit/until.ts';
import { type RunningTestServer, sample, startTestServer } from '../../server/running-server.ts';
import { aSecond, movedTime, openConnections } from './net-bench.ts';

/** Three bytes each, as many as a line may have. */
const longLine = '文'.repeat(200);
/** 80 kB each, for everybody: more than the network of this machine holds for one socket, about 4 MB. */
const entries = 70;

describe('a display and a station that stop reading', () => {
  let server: RunningTestServer;
  beforeEach(async () => {
    vi.useFakeTimers(movedTime);
    server = await startTestServer();
  });
  afterEach(async () => {
    // First: what the server waits for when it ends must come.
    vi.useRealTimers();
    await server.close();
  });

  it('[FT7] are closed after their time: the station after 5 s, the display after 20 s', async () => {
    const [booth, display, alive] = [await server.connect('booth:fr'), await server.connect('display'), await server.connect('booth:es')];
    await aSecond(alive);
    for (const slow of [booth, display]) slow.pause();
    let end = 0;
    for (let index = 0; index < entries; index += 1) end = await insertLongEntry();
    await alive.until('all of it', () => alive.position()?.offset === end, 10_000);
    // The server looks once a second, and waits 2 s for an answer to its close, which cannot come.
    await seconds(alive, 5);
    expect(openConnections(server)).toBe(3);
    await seconds(alive, 4);
    await until('the station to be closed', 2_000, () => openConnections(server) === 2);
    await seconds(alive, 11);
    expect(openConnections(server)).toBe(2);
    await seconds(alive, 4);
    await until('the display to be closed', 2_000, () => openConnections(server) === 1);

    for (const slow of [booth, display]) {
      slow.resume();
      // The goodbye itself may be lost with the connection, which is cut when it is not read.
      expect([4008, 1006]).toContain(await slow.closed);
    }
    expect([alive.isLive(), alive.gaps()]).toEqual([true, []]);
    const again = await server.connect('display');
    expect(again.position()).toEqual(alive.position());
  });

  /** Returns where the log ends then. */
  async function insertLongEntry(): Promise<number> {
    const form = { name: longLine, function: longLine };
    const captions = Object.fromEntries(officialLanguages.map((language) => [language, form]));
    const persons = Array.from({ length: 10 }, () => ({ ...form, captions }));
    const command = { commandId: randomUUID(), type: 'insertEntry', entry: { rank: 'state', language: 'en', persons } };
    // Connections are counted here: none is to be kept for later.
    const answer = await server.post('chair', `${sample}/commands`, command, { connection: 'close' });
    const { status, position }: { status: string; position: Position } = await answer.json();
    expect(status).toBe('ok');
    return position.offset;
  }
});

async function seconds(alive: StationClient, count: number): Promise<void> {
  for (let second = 0; second < count; second += 1) await aSecond(alive);
}
