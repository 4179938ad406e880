/** The receiving side, in a process of its own: many sockets that count what arrives and how late. */
import { randomBytes } from 'node:crypto';
import { WebSocket } from 'ws';
import { subprotocols } from '../../shared/protocol/version.ts';

export interface LoadOrder {
  readonly url: string;
  readonly clients: number;
  /** Bearer token and hello of a Rostrum station; `null` for the bare server. */
  readonly token: string | null;
}

export interface LoadReport {
  readonly received: number;
  readonly p50: number;
  readonly p99: number;
}

let latencies: number[] = [];
const sockets: WebSocket[] = [];

process.on('message', (message: { readonly open?: LoadOrder; readonly count?: true; readonly report?: true }) => {
  if (message.open) void open(message.open).then(() => process.send?.({ opened: sockets.length }));
  if (message.count) latencies = [];
  if (message.report) process.send?.({ report: report() });
});
process.on('disconnect', () => process.exit(0));

/** A hundred at a time: connecting is not what is measured here. */
async function open(order: LoadOrder): Promise<void> {
  for (let started = 0; started < order.clients; started += 100) {
    const batch = Math.min(100, order.clients - started);
    await Promise.all(Array.from({ length: batch }, () => openOne(order)));
  }
}

function openOne({ url, token }: LoadOrder): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket =
      token === null
        ? new WebSocket(url, { perMessageDeflate: false })
        : new WebSocket(url, [...subprotocols], { perMessageDeflate: false, headers: { authorization: `Bearer ${token}` } });
    sockets.push(socket);
    socket.on('error', reject);
    socket.on('open', () => {
      if (token === null) resolve();
      else socket.send(JSON.stringify({ k: 'hello', client: randomBytes(16).toString('hex') }));
    });
    socket.on('message', (data: Buffer) => {
      const now = Date.now();
      const frame: { k: string; event?: { at: number } } = JSON.parse(data.toString());
      if (frame.k === 'live') resolve();
      else if (frame.k === 'event' && frame.event) latencies.push(now - frame.event.at);
    });
  });
}

function report(): LoadReport {
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { received: sorted.length, p50: at(0.5), p99: at(0.99) };
}
