import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StationClient } from '../kit/station.ts';
import { type RunningTestServer, startTestServer } from './running-server.ts';

let server: RunningTestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

/** More than the network of this machine holds between two processes: about 20 MB. */
async function setLongScripts(entryId: string): Promise<void> {
  for (let index = 0; index < 35; index += 1) {
    const text = `${index} ${'word '.repeat(110_000)}`;
    const response = await server.command('chair', { type: 'setScript', entryId, language: 'en', text, status: 'received' });
    expect(response.status).toBe(200);
  }
}

function scriptOf(client: StationClient, entryId: string) {
  return client.meeting().entries.find(({ id }) => id === entryId)?.script;
}

describe('a station that stops reading', () => {
  it('[RT16] skips nothing when it reads again: it is brought up to date and then live', async () => {
    const [booth, other] = [await server.connect('booth:fr'), await server.connect('booth:es')];
    const entryId = booth.meeting().entries[1]?.id ?? '';
    booth.pause();
    await setLongScripts(entryId);
    booth.resume();
    await booth.until('the last text', () => scriptOf(booth, entryId)?.texts[0]?.paragraphs[0]?.startsWith('34 ') ?? false, 10_000);
    await booth.until('live', () => booth.isLive());
    await other.until('the last text', () => scriptOf(other, entryId)?.texts[0]?.paragraphs[0]?.startsWith('34 ') ?? false, 10_000);
    expect(scriptOf(booth, entryId)).toEqual(scriptOf(other, entryId));
    const recovered = booth.frames().filter(({ k }) => k === 'live').length;
    expect(recovered).toBeGreaterThan(1);
  });

  it('[RT16] is closed after five seconds, and the others have not noticed', async () => {
    const [booth, other] = [await server.connect('booth:fr'), await server.connect('booth:es')];
    const entryId = booth.meeting().entries[1]?.id ?? '';
    booth.pause();
    await setLongScripts(entryId);
    await other.until('eight beacons', () => other.frames().filter(({ k }) => k === 'beacon').length >= 9, 15_000);
    booth.resume();
    // The goodbye itself may be lost with the connection, which is cut when it is not read either.
    expect([4008, 1006]).toContain(await booth.closed);
    expect(other.isLive()).toBe(true);
    expect(other.gaps()).toEqual([]);
    // The operator sees why, also where the goodbye was never read.
    expect(await (await server.get(null, '/metrics')).text()).toContain('rostrum_connections_closed_total{code="4008"} 1\n');
  });

  it('[RT41] and asks again and again is kept one answer, and is live when it reads', async () => {
    const [booth, chair] = [await server.connect('booth:fr'), await server.connect('chair')];
    const snapshots = () => booth.frames().filter(({ k }) => k === 'snapshot').length;
    const before = snapshots();
    booth.pause();
    const hellos = 140;
    for (let index = 0; index < hellos; index += 1) booth.hello(null);
    // Taken in after the hellos: when the chair sees it, the server has them all.
    const seen = chair.frames().length;
    booth.sendRaw(
      JSON.stringify({ k: 'command', commandId: 'after-the-hellos', expires: Date.now() + 30_000, type: 'raiseSignal', kind: 'noSound' }),
    );
    await chair.until('the signal', () =>
      chair
        .frames()
        .slice(seen)
        .some((frame) => frame.k === 'event' && frame.commandId === 'after-the-hellos'),
    );
    booth.resume();
    await booth.until('live', () => booth.isLive());
    const outcome = await booth.send({ type: 'raiseSignal', kind: 'needRelief' });
    for (const client of [booth, chair])
      await client.until('the last change', () => client.position()?.offset === outcome.position?.offset);
    expect(snapshots() - before).toBeGreaterThan(0);
    expect(snapshots() - before).toBeLessThan(hellos);
    expect(booth.isLive()).toBe(true);
    expect(booth.meeting()).toEqual(chair.meeting());
  });
});
