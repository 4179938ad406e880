import { expect, it } from 'vitest';
import { startTestServer } from './running-server.ts';

it('[RT42] a client that gives no sign of life is closed after fifteen seconds, and one that answers pings is not', async () => {
  const server = await startTestServer();
  try {
    const [chair, silent] = [await server.connect('chair'), await server.connect('booth:fr')];
    const counts = () => chair.frames().findLast((frame) => frame.k === 'presence')?.stations;
    await chair.until('the booth', () => counts()?.['booth:fr'] === 1);
    // Nothing is read any more, so no ping is answered; the connection stands.
    silent.pause();
    const began = performance.now();
    await chair.until('the booth to be given up', () => counts()?.['booth:fr'] === undefined, 25_000);
    expect(performance.now() - began).toBeGreaterThan(12_000);
    silent.resume();
    expect([4002, 1006]).toContain(await silent.closed);
    expect(chair.isLive()).toBe(true);
  } finally {
    await server.close();
  }
}, 40_000);
