/** Steps that several benches take: start the measuring side, ask for updates at a steady pace, put figures together. */
import { performance } from 'node:perf_hooks';
import { type BenchSocket, type Door, openSocket } from './clients.ts';
import type { Driven } from './drive.ts';
import { type Figures, type Histogram, quantile } from './figures.ts';
import type { Mark, Opened, OpenOrder, Report } from './load.ts';
import { lineOf, startNode } from './processes.ts';
import type { Stalled } from './stall.ts';

export interface Load {
  listenFor(mark: Mark): Promise<void>;
  open(order: OpenOrder): Promise<Opened>;
  cut(group: number): Promise<Opened>;
  count(): Promise<void>;
  settle(events: number): Promise<Report>;
  drive(order: { readonly group: number; readonly seconds: number }): Promise<Driven>;
  stall(group: number): Promise<Stalled>;
  stop(): Promise<void>;
}

export async function startLoad(): Promise<Load> {
  const { child, ask, stop } = startNode('scripts/bench/load.ts');
  await lineOf(child, /(Ready to measure)/);
  return {
    listenFor: (mark) => ask('listenFor', mark),
    open: (order) => ask('open', order),
    cut: (group) => ask('cut', group),
    count: () => ask('count'),
    settle: (events) => ask('settle', events),
    drive: (order) => ask('drive', order),
    stall: (group) => ask('stall', group),
    stop,
  };
}

/** Who asks for updates, from this process: neither server nor load. */
export interface Chair {
  /** Resolves with how many were asked for. `command`: what Rostrum is asked for, by number; else the usual one. */
  pace(seconds: number, perSecond: number, command?: (index: number) => object): Promise<number>;
  /** Ms from asking to the answer that it is done, of Rostrum and of the bare command server. */
  readonly answerMs: number[];
  close(): void;
}

/** `sockets`: a station may send 20 commands a second on each. */
export async function openChair(door: Door, sockets = 1): Promise<Chair> {
  const askedAt = new Map<string, number>();
  const answerMs: number[] = [];
  const ears = {
    onEvent() {},
    onOther(frame: Buffer) {
      const text = frame.toString();
      if (!text.startsWith('{"k":"outcome"')) return;
      const { commandId, status }: { readonly commandId: string; readonly status: string } = JSON.parse(text);
      const at = askedAt.get(commandId);
      if (status !== 'ok') console.error(`An update was answered with ${text}`);
      else if (at !== undefined) answerMs.push(performance.now() - at);
    },
  };
  const open: BenchSocket[] = [];
  for (let socket = 0; socket < sockets; socket += 1) open.push(await openSocket(door, ears));

  return {
    answerMs,
    async pace(seconds, perSecond, command) {
      const updates = Math.max(1, Math.round(seconds * perSecond));
      const began = performance.now();
      for (let update = 0; update < updates; update += 1) {
        const at = performance.now();
        const id = open[update % open.length]?.update(command?.(update));
        if (id !== undefined) askedAt.set(id, at);
        const next = began + ((update + 1) * 1000) / perSecond;
        await new Promise((resolve) => setTimeout(resolve, next - performance.now()));
      }
      return updates;
    },
    close() {
      for (const { ws } of open) ws.terminate();
    },
  };
}

export function delays(histogram: Histogram): Figures {
  return { p50Ms: quantile(histogram, 0.5), p99Ms: quantile(histogram, 0.99) };
}

/** Of a few hundred numbers that are not counted in tenths. */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
