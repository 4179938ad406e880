/** The measuring side, in a process of its own: many sockets that note how late events come. */
import { performance } from 'node:perf_hooks';
import type { Position } from '../../shared/protocol/position.ts';
import { answerAsks } from './asks.ts';
import { type BenchSocket, type Door, type Ears, openSocket, stampIn } from './clients.ts';
import { drive } from './drive.ts';
import type { Histogram } from './figures.ts';
import { stall } from './stall.ts';

export interface OpenOrder {
  readonly door: Door;
  readonly count: number;
  /** How many connect at the same time. */
  readonly atOnce: number;
  /** Keeps what is needed to come back where it was. */
  readonly resumable?: boolean;
}

export interface Opened {
  /** Until the last was as far as it gets. */
  readonly ms: number;
  /** Of all frames, for all sockets together. */
  readonly bytes: number;
}

export interface Report {
  readonly events: number;
  readonly eventBytes: number;
  /** Events and all else. */
  readonly frames: number;
  readonly histogram: Histogram;
}

export type Mark = '"at":' | '"commandId":"bench-';

/** A server that lets a client wait longer is not slow but stuck. */
const openWithinMs = 60_000;

/** Store's time, or the time at which the command was sent. */
let mark: Mark = '"at":';
let tally = emptyTally();
let bytes = 0;
const groups: { readonly order: OpenOrder; readonly sockets: BenchSocket[] }[] = [];
const clockOffset = await offsetOfClock();

function emptyTally() {
  return { events: 0, eventBytes: 0, frames: 0, tenths: new Map<number, number>() };
}

const ears: Ears = {
  onEvent(frame) {
    const late = Math.round((performance.now() + clockOffset - stampIn(frame, mark)) * 10);
    tally.tenths.set(late, (tally.tenths.get(late) ?? 0) + 1);
    tally.events += 1;
    tally.frames += 1;
    tally.eventBytes += frame.length;
    bytes += frame.length;
    driving?.onEvent();
  },
  onOther(frame) {
    tally.frames += 1;
    bytes += frame.length;
  },
};
let driving: { onEvent(): void } | null = null;

answerAsks({
  listenFor(wanted: Mark) {
    mark = wanted;
  },
  /** Sockets of one kind more; the groups are numbered in the order in which they are opened. */
  async open(order: OpenOrder): Promise<Opened> {
    const sockets: BenchSocket[] = [];
    groups.push({ order, sockets });
    return await timed(async () => {
      sockets.push(...(await openAll(order, () => null)));
    });
  },
  /** Cuts all sockets of a group and connects them again at once, each from where it stood. */
  async cut(group: number): Promise<Opened> {
    const { order, sockets } = groupAt(group);
    const from = sockets.map(positionOf);
    return await timed(async () => {
      for (const { ws } of sockets.splice(0)) ws.terminate();
      sockets.push(...(await openAll({ ...order, atOnce: order.count }, (index) => from[index] ?? null)));
    });
  },
  /** From now on. */
  count() {
    tally = emptyTally();
  },
  /** Waits until so many events have come, or none has for a second. */
  async settle(events: number): Promise<Report> {
    for (let quietMs = 0, seen = -1; tally.events < events && quietMs < 1_000; quietMs = tally.events === seen ? quietMs + 20 : 0) {
      seen = tally.events;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const { tenths, ...sums } = tally;
    return { ...sums, histogram: [...tenths] };
  },
  async drive({ group, seconds }: { readonly group: number; readonly seconds: number }) {
    const { order, sockets } = groupAt(group);
    const receivers = groups.reduce((sum, each) => sum + each.sockets.length, 0);
    const driver = drive(sockets, order.door.kind === 'rostrum', receivers, seconds);
    driving = driver;
    const done = await driver.done;
    driving = null;
    return done;
  },
  stall: (group: number) => stall(groupAt(group).sockets),
});
console.log('Ready to measure');

function groupAt(group: number): { readonly order: OpenOrder; readonly sockets: BenchSocket[] } {
  const found = groups[group];
  if (found === undefined) throw new Error(`Expected group ${group} to be open`);
  return found;
}

async function openAll(order: OpenOrder, from: (index: number) => Position | null): Promise<readonly BenchSocket[]> {
  const sockets: BenchSocket[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < order.count; index = next++) {
      const socket = await openSocket(order.door, ears, order.resumable ? { from: from(index) } : null);
      // Cut off on purpose, or a server that stops: neither ends the load.
      socket.ws.on('error', () => {});
      sockets.push(socket);
    }
  };
  const lanes = Promise.all(Array.from({ length: Math.min(order.atOnce, order.count) }, lane));
  const tooLong = new Promise<never>((_, reject) => {
    setTimeout(
      () => reject(new Error(`${sockets.length} of ${order.count} sockets were open after ${openWithinMs} ms`)),
      openWithinMs,
    ).unref();
  });
  await Promise.race([lanes, tooLong]);
  return sockets;
}

function positionOf({ last }: BenchSocket): Position | null {
  if (last === null) return null;
  const { position }: { readonly position?: Position } = JSON.parse(last.toString());
  return position ?? null;
}

async function timed(work: () => Promise<void>): Promise<Opened> {
  const bytesBefore = bytes;
  const began = performance.now();
  await work();
  return { ms: performance.now() - began, bytes: bytes - bytesBefore };
}

/** What makes of `performance.now()` the wall clock with fractions of a ms: stamps have none, and a p50 may be below one. */
async function offsetOfClock(): Promise<number> {
  const before = Date.now();
  while (Date.now() === before) await undefined;
  return Date.now() - performance.now();
}
