/** What the fault tests of network and clients share: stations of the sample meeting at a real server, and the end check. */
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect, onTestFinished, vi } from 'vitest';
import { sampleMeetingId } from '../../../server/sample/hrc37-panel.ts';
import type { Station } from '../../../shared/domain/stations.ts';
import { type LiveStation, type LiveStationSettings, startLiveStation } from '../../kit/live-station.ts';
import {
  checkLog,
  checkOutcomes,
  checkShown,
  checkStates,
  type Disturbance,
  type Finding,
  type LoggedEvent,
  type Watched,
} from '../../kit/oracle.ts';
import { checkLeftOver, checkMemory } from '../../kit/oracle-resources.ts';
import type { ServerProcess } from '../../kit/server-process.ts';
import type { StationClient } from '../../kit/station.ts';
import { until } from '../../kit/until.ts';

/** How a server prints the link of a station. */
export function labelOf(station: Station): string {
  return station === 'output' ? 'output pages' : station.replace(':', ' ');
}

/** The real client at this server, or on another way to it. Leaves by itself when the test ends. */
export function comeIn(server: ServerProcess, station: Station, more: Partial<LiveStationSettings> = {}): LiveStation {
  const live = startLiveStation({
    meetingId: sampleMeetingId,
    station,
    token: server.token(labelOf(station)),
    origin: () => server.origin,
    ...more,
  });
  onTestFinished(() => live.leave());
  return live;
}

export function isLive(station: LiveStation): boolean {
  return station.view().status === 'live';
}

export async function areLive(...stations: readonly LiveStation[]): Promise<void> {
  await Promise.all(stations.map((station) => station.until('live', () => isLive(station), 10_000)));
}

/** The whole log, through the door of the server. */
export async function logAt(server: ServerProcess): Promise<readonly LoggedEvent[]> {
  const response = await fetch(`${server.origin}/api/meetings/${sampleMeetingId}/events?limit=5000`, {
    headers: { authorization: `Bearer ${server.token('chair')}`, connection: 'close' },
  });
  const { events, next }: { events: readonly LoggedEvent[]; next: number | null } = await response.json();
  expect(next).toBeNull();
  return events;
}

export interface Ending {
  /** All on one store. */
  readonly servers: readonly ServerProcess[];
  readonly stations: readonly LiveStation[];
  readonly disturbances?: readonly Disturbance[];
  /** Connections that were cut so that the server cannot know yet. */
  readonly halfOpen?: number;
  /** Somebody set the clock by which the log is dated: its times say nothing about what was shown when. */
  readonly clockWasSet?: boolean;
}

/** Largest time for which this process did nothing, since the file was loaded. */
const stalls = monitorEventLoopDelay({ resolution: 10 });
stalls.enable();

/** The six points that must hold at the end of every run. Stations leave. Returns the log. */
export async function expectSound(ending: Ending): Promise<readonly LoggedEvent[]> {
  const { servers, stations, disturbances = [], halfOpen = 0, clockWasSet = false } = ending;
  const [first] = servers;
  if (first === undefined) throw new Error('Expected a server');
  await areLive(...stations);
  const log = await logAt(first);
  const end = log.length;
  const atTheEnd = (): boolean => checkStates(log, stations.map(watched)).length === 0;
  // What still differs after that is told by the findings.
  await until('all stations to show the end of the log', 3_000, atTheEnd).catch(() => undefined);
  const found: Finding[] = [
    ...checkOutcomes(
      log,
      stations.flatMap((station) => station.commands()),
    ),
    ...checkLog(log).filter(({ what }) => !(clockWasSet && what.endsWith('its time fell'))),
    ...checkStates(log, stations.map(watched)),
    ...checkMemory(servers.map(({ origin, pid }) => ({ name: origin, rssBytes: residentBytes(pid()) }))),
  ];
  if (!clockWasSet) {
    const settings = { disturbances, holdMs: 0, stallMs: stalls.max / 1e6, end: Date.now() };
    found.push(...checkShown(log, stations.map(watched), settings));
  }
  for (const station of stations) station.leave();
  for (const server of servers) {
    await until('the sockets to be gone', 3_000, () => openConnections(server) <= halfOpen).catch(() => undefined);
    found.push(...checkLeftOver({ sockets: openConnections(server), halfOpen, servers: servers.length, keys: [], topics: [] }));
  }
  expect(found).toEqual([]);
  expect(log.length).toBe(end);
  return log;
}

export function watched(station: LiveStation): Watched {
  const { meeting } = station.view();
  return { station: station.station, live: station.live(), air: station.air(), meeting: isLive(station) ? meeting : null };
}

/** For `vi.useFakeTimers`: the clocks and timers of a server in this process stand; sockets and network are real. */
export const movedTime: Parameters<typeof vi.useFakeTimers>[0] = {
  toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'performance', 'Date'],
};

/** Resolves when its beacon has come to a station that lives, and an answer to a ping has had time to go back. */
export async function aSecond(alive: StationClient): Promise<void> {
  const beacons = (): number => alive.frames().filter(({ k }) => k === 'beacon').length;
  const before = beacons();
  vi.advanceTimersByTime(1_000);
  await alive.until('the beacon of this second', () => beacons() > before);
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Resident memory of a process (`proc(5)`). */
export function residentBytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
}

/**
 * Live sockets and idle HTTP connections that a server holds, as the kernel counts them (`proc(5)`: 01 is ESTABLISHED, 08 is
 * CLOSE_WAIT). The list is read in pieces while it changes, and can then name a connection twice or not at all.
 */
export function openConnections({ origin }: { readonly origin: string }): number {
  const port = Number(new URL(origin).port).toString(16).toUpperCase().padStart(4, '0');
  const held = new RegExp(`^ *\\d+: [0-9A-F]{8}:${port} ([0-9A-F:]{13}) 0[18] `, 'gm');
  const others = (): readonly string[] => [...readFileSync('/proc/net/tcp', 'utf8').matchAll(held)].map(([, other = '']) => other);
  return new Set([...others(), ...others()]).size;
}
