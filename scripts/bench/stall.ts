/**
 * Clients that stop reading. The system keeps some megabytes for each before the server notices anything, which at the rate
 * of a meeting takes a quarter of an hour; so each asks for the snapshot, without reading, until that is full.
 */
import { once } from 'node:events';
import { createConnection, createServer } from 'node:net';
import { performance } from 'node:perf_hooks';
import { limits } from '../../shared/protocol/limits.ts';
import type { BenchSocket } from './clients.ts';

export interface Stalled {
  /** Bytes that the system took for one client that does not read. */
  readonly systemBytes: number;
  /** Closed by the server within the time looked at. */
  readonly closed: number;
  /** Until the last of them was closed. */
  readonly seconds: number;
}

/** What the server should have noticed by now. Twice its own limits. */
const patienceMs = 20_000;
/** So much more than the system takes, which is not the same for all: above the mark of lagging, below that of closing at once. */
const excessBytes = (limits.bufferedBytes.lagging + limits.bufferedBytes.close) / 2;

/** Resolves when all are closed, or after 20 s. */
export async function stall(sockets: readonly BenchSocket[]): Promise<Stalled> {
  const systemBytes = await bytesTakenBySystem();
  const [first] = sockets;
  if (first === undefined) return { systemBytes, closed: 0, seconds: 0 };
  const snapshotBytes = await bytesOfOneSnapshot(first);
  const began = performance.now();
  let closed = 0;
  let lastAt = began;
  const endings = sockets.map(async ({ ws, askSnapshot }) => {
    ws.pause();
    for (let asked = 0; asked * snapshotBytes < systemBytes + excessBytes; asked += 1) askSnapshot();
    // A socket that is not read learns of its end only when it writes.
    const knock = setInterval(() => ws.ping(), 100);
    await once(ws, 'close');
    clearInterval(knock);
    closed += 1;
    lastAt = performance.now();
  });
  const patience = new Promise((resolve) => setTimeout(resolve, patienceMs).unref());
  await Promise.race([Promise.all(endings), patience]);
  return { systemBytes, closed, seconds: (lastAt - began) / 1000 };
}

async function bytesOfOneSnapshot({ ws, askSnapshot }: BenchSocket): Promise<number> {
  const snapshot = new Promise<number>((resolve) => {
    const onMessage = (frame: Buffer): void => {
      if (!frame.subarray(0, 16).includes('snapshot')) return;
      ws.off('message', onMessage);
      resolve(frame.length);
    };
    ws.on('message', onMessage);
  });
  askSnapshot();
  return snapshot;
}

async function bytesTakenBySystem(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const reader = createConnection({ host: '127.0.0.1', port: typeof address === 'object' && address !== null ? address.port : 0 });
  const [writer] = await once(server, 'connection');
  reader.pause();
  const chunk = Buffer.alloc(64 * 1024);
  let taken = 0;
  for (let quiet = 0; quiet < 10; ) {
    if (writer.writableLength === 0) writer.write(chunk);
    await new Promise((resolve) => setTimeout(resolve, 2));
    quiet = writer.writableLength === 0 ? 0 : quiet + 1;
    taken = writer.bytesWritten - writer.writableLength;
  }
  reader.destroy();
  writer.destroy();
  server.close();
  return taken;
}
