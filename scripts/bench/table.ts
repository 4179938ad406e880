/** `bench all`: the measures that were promised (issue B), each with what was measured and whether it is reached. */
import { cpus, totalmem } from 'node:os';
import type { BenchResult } from './bench.ts';
import type { Figures } from './figures.ts';

/** What is run for the table, in this order. `size`: clients, scaled when fewer are asked for. */
export const tableRuns: readonly { readonly bench: string; readonly size: number | null }[] = [
  { bench: 'fanout', size: 1_000 },
  { bench: 'fanout', size: 5_000 },
  { bench: 'fanout-mixed', size: 5_000 },
  { bench: 'command', size: 1_000 },
  { bench: 'join', size: 1_000 },
  { bench: 'herd', size: 1_000 },
  { bench: 'edit', size: 1_000 },
  { bench: 'slow', size: 1_000 },
  { bench: 'replay', size: null },
  { bench: 'cold', size: null },
];

export interface TableRow {
  readonly measure: string;
  readonly reach: string;
  readonly measured: string;
  /** `null`: nothing was promised, or it could not be measured. */
  readonly reached: boolean | null;
}

type Part = { readonly shown: string; readonly good: boolean };

/** `results`: in the order of `tableRuns`; a text says in one line why there is none. */
export function tableOf(results: readonly (BenchResult | string)[]): readonly TableRow[] {
  return tableRuns.flatMap(({ bench }, index) => {
    const result = results[index] ?? 'not run';
    const rows = rowsByBench[bench] ?? [];
    return rows.map(({ measure, reach, parts }) => {
      const name =
        typeof result === 'string' || result.clients === 1 ? measure : `${measure}, ${result.clients.toLocaleString('en')} clients`;
      if (typeof result === 'string') return { measure: name, reach, measured: result, reached: null };
      const all = parts(result);
      const measured = all.map(({ shown }) => shown).join('; ');
      return { measure: name, reach, measured, reached: reach === '' ? null : all.every(({ good }) => good) };
    });
  });
}

export function markdownOf(rows: readonly TableRow[]): string {
  const lines = rows.map(({ measure, reach, measured, reached }) => {
    return `| ${measure} | ${reach} | ${measured} | ${reached === null ? '' : reached ? 'yes' : 'no'} |`;
  });
  return ['| measure | reach | measured | reached |', '|---|---|---|---|', ...lines].join('\n');
}

export function machine(): string {
  const [first] = cpus();
  return `${cpus().length} x ${first?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${process.platform}`;
}

interface RowMaker {
  readonly measure: string;
  readonly reach: string;
  readonly parts: (result: BenchResult) => readonly Part[];
}

const rowsByBench: Readonly<Record<string, readonly RowMaker[]>> = {
  fanout: [
    {
      measure: 'fan-out p99',
      reach: '<= 1.3 x bare, ahead of the naive loop and of Socket.IO',
      parts: ({ ratio, baseline, ratioToOthers: { naive, socketio } }) => [
        atMost(ratio.p99, 1.3, 'bare', `${baseline.p99Ms} ms`),
        atMost(naive?.p99, 1, 'naive'),
        atMost(socketio?.p99, 1, 'Socket.IO'),
      ],
    },
    {
      measure: 'fan-out CPU per delivery',
      reach: '<= 1.15 x bare',
      parts: ({ ratio, baseline, ratioToOthers: { socketio } }) => [
        atMost(ratio.cpu, 1.15, 'bare', `${baseline.cpuUsPerDelivery} us`),
        informative(socketio?.cpu, 'Socket.IO'),
      ],
    },
    {
      measure: 'fan-out deliveries per second, ceiling',
      reach: '>= 0.9 x bare, >= 1.6 x Socket.IO',
      parts: ({ ratio, baseline, ratioToOthers: { socketio } }) => [
        atLeast(ratio.deliveries, 0.9, 'bare', `${baseline.ceilingPerSecond}/s`),
        atLeast(socketio?.deliveries, 1.6, 'Socket.IO'),
      ],
    },
    {
      measure: 'memory per idle connection',
      reach: '<= 1.5 x bare',
      parts: ({ ratio, baseline, ratioToOthers: { socketio } }) => [
        atMost(ratio.memory, 1.5, 'bare', `${baseline.kbPerConnection} kB resident`),
        informative(ratio.liveMemory, 'bare in heap and buffers', `${baseline.liveKbPerConnection} kB`),
        informative(socketio?.memory, 'Socket.IO'),
      ],
    },
  ],
  'fanout-mixed': [
    {
      measure: 'p99 to 20 stations and outputs beside displays',
      reach: '<= 0.15 x the bare p99 to all',
      parts: ({ ratio, baseline }) => [atMost(ratio.p99, 0.15, 'bare', `${baseline.p99Ms} ms`)],
    },
  ],
  command: [
    {
      measure: 'command to each client, AOF always, two processes, p99',
      reach: '<= 1.3 x bare path',
      parts: ({ ratio, baseline }) => [atMost(ratio.p99, 1.3, 'bare', `${baseline.p99Ms} ms`)],
    },
  ],
  join: [
    {
      measure: 'join, rights checked: accepts per second',
      reach: '>= 0.8 x bare; bytes per client do not grow',
      parts: ({ ratio, baseline, rostrum: { bytesPerClient = Number.NaN, bytesPerClientOfATenth = Number.NaN } }) => [
        atLeast(ratio.accepts, 0.8, 'bare', `${baseline.acceptsPerSecond}/s`),
        {
          shown: `${bytesPerClient} bytes per client, with a tenth of them ${bytesPerClientOfATenth}`,
          // Beacons and presence that fall into the time count too.
          good: bytesPerClient <= bytesPerClientOfATenth * 1.05,
        },
      ],
    },
  ],
  herd: [
    {
      measure: 'herd: until all are live; p99 of those who watch meanwhile',
      reach: '<= 1.5 x bare accept; <= 3 x',
      parts: ({ ratio, baseline }) => [
        atMost(ratio.allLive, 1.5, 'bare', `${baseline.allLiveMs} ms`),
        atMost(ratio.p99, 3, 'bare p99', `${baseline.watchersP99Ms} ms`),
      ],
    },
  ],
  edit: [
    {
      measure: 'one edit in a list of 150',
      reach: '<= 400 bytes per client, p99 <= 50 ms',
      parts: ({ rostrum }) => [
        absolute(rostrum.bytesPerClient, 400, 'bytes'),
        absolute(rostrum.p99Ms, 50, 'ms'),
        {
          shown: `a corrected name with its late change ${rostrum.bytesOfNameEdit} bytes, the whole list ${rostrum.snapshotBytes}`,
          good: true,
        },
      ],
    },
  ],
  slow: [
    {
      measure: 'one in ten stops reading: p99 of the others',
      reach: '<= 1.2 x; memory bounded; all closed within 9 s',
      parts: ({ ratio, baseline, rostrum, clients }) => [
        atMost(ratio.p99, 1.2, 'without', `${baseline.p99Ms} ms`),
        {
          shown: `resident at most ${rostrum.residentPeakMb} MB, without ${baseline.residentPeakMb} MB`,
          good: isBounded(rostrum, baseline, clients),
        },
        absolute(rostrum.secondsToClose, 9, 's to close'),
        { shown: `closed ${(rostrum.closed ?? 0) * 100} % of them`, good: rostrum.closed === 1 },
      ],
    },
  ],
  replay: [
    {
      measure: 'replay of 10,000 events',
      reach: '',
      parts: ({ ratio, rostrum }) => [informative(ratio.time, `JSON.parse of the lines, ${rostrum.ms} ms`)],
    },
  ],
  cold: [
    {
      measure: 'process start to first page',
      reach: '',
      parts: ({ ratio, rostrum }) => [informative(ratio.time, `bare node:http, ${rostrum.ms} ms`)],
    },
  ],
};

/** `base`: what the other one has, in its unit. */
function atMost(ratio: number | undefined, limit: number, to: string, base?: string): Part {
  const shown = ratio === undefined ? `no ratio to ${to}` : `${ratio} x ${to}`;
  return { shown: `${shown}${base === undefined ? '' : ` (${base})`}`, good: (ratio ?? Number.NaN) <= limit };
}

function atLeast(ratio: number | undefined, limit: number, to: string, base?: string): Part {
  return { ...atMost(ratio, Infinity, to, base), good: (ratio ?? Number.NaN) >= limit };
}

/** Nothing was promised of it. */
function informative(ratio: number | undefined, to: string, base?: string): Part {
  return { ...atMost(ratio, Infinity, to, base), good: true };
}

function absolute(value: number | undefined, limit: number, unit: string): Part {
  return { shown: `${value} ${unit}`, good: (value ?? Number.NaN) <= limit };
}

/** For each that does not read: what the server lets wait at most (1 MiB), and a snapshot. */
function isBounded(rostrum: Figures, baseline: Figures, clients: number): boolean {
  const mbPerSlow = 1.25;
  return (rostrum.residentPeakMb ?? Number.NaN) - (baseline.residentPeakMb ?? Number.NaN) <= (clients / 10) * mbPerSlow;
}
