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
  });
});
