/** One run: a new meeting, its people and what goes wrong, all from one seed; then peace, and the oracle. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { emptyMeeting, evolve } from '../../shared/domain/evolve.ts';
import { meetingAsSeenBy } from '../../shared/domain/permissions.ts';
import { audienceOf, boothLanguage, type Station } from '../../shared/domain/stations.ts';
import { type GivenCommand, type LiveStation, startLiveStation } from '../kit/live-station.ts';
import {
  checkLog,
  checkOutcomes,
  checkShown,
  checkStates,
  type Disturbance,
  type Finding,
  type LoggedEvent,
  type Watched,
} from '../kit/oracle.ts';
import { checkLeftOver, checkMemory } from '../kit/oracle-resources.ts';
import { smallPlan } from '../kit/plans.ts';
import { canonical, stateName } from '../kit/state-name.ts';
import { until } from '../kit/until.ts';
import { lifeOf, nextCommand } from './commands.ts';
import { makeRandom } from './random.ts';
import { cast, makeSchedule, type Schedule, type Step } from './schedule.ts';
import type { SimulatedMeeting, World } from './world.ts';
import { runFault } from './world-faults.ts';

export interface RunReport {
  readonly seed: number;
  readonly kind: World['kind'];
  readonly findings: readonly Finding[];
  /** For the reader of a finding. */
  readonly story: string;
  readonly commands: Readonly<Record<string, number>>;
  /** Faults that really broke something, by kind. */
  readonly faults: Readonly<Record<string, number>>;
  readonly events: number;
  /** Names that an output showed. */
  readonly airings: number;
  /** Connections made again by stations that were there. */
  readonly recoveries: number;
  readonly tookMs: number;
}

/** From the end of the last fault until everybody is live again and every command has its outcome; half of it would do. */
const peaceWithinMs = 25_000;

export async function runSeed(world: World, seed: number): Promise<RunReport> {
  const started = performance.now();
  const schedule = makeSchedule(seed, world.kind);
  await world.ready();
  const meeting = await world.createMeeting(smallPlan({ title: `Seed ${seed}`, date: '2026-11-24' }));
  const stalls = monitorEventLoopDelay({ resolution: 5 });
  stalls.enable();
  const crew = makeCrew(world, meeting, seed);
  const disturbances: Disturbance[] = [];
  const faults: Record<string, number> = {};
  const findings: Finding[] = [];
  let log: readonly LoggedEvent[] = [];

  try {
    await crew.join(cast);
    await playOut(schedule, crew, async (fault) => {
      const { cut, disturbance } = await runFault(world, meeting.id, fault);
      disturbances.push(disturbance);
      if (cut > 0) faults[fault.kind] = (faults[fault.kind] ?? 0) + 1;
    });
    await crew.join(cast);
    await until('everybody live and every command settled', peaceWithinMs, () => crew.isAtPeace()).catch((error: unknown) => {
      findings.push({ point: 1, kind: 'noOutcome', what: `${String(error)}: ${crew.describe()}` });
    });
    log = await readLogs(world, meeting, findings);
    await until('everybody live at the end of the log', peaceWithinMs, () => crew.showsAll(log)).catch(() => {});
    findings.push(...checkMemory(await world.memory()));
  } finally {
    stalls.disable();
    crew.settle();
  }
  const watched = crew.watched();
  findings.push(...checkLog(log), ...checkOutcomes(log, crew.commands()), ...checkStates(log, watched));
  findings.push(...checkShown(log, watched, { disturbances, stallMs: stalls.max / 1e6, end: Date.now() }));
  crew.leave();
  findings.push(...(await leftOver(world)));

  const outcomes: Record<string, number> = {};
  for (const { outcome } of crew.commands()) outcomes[outcome ?? 'none'] = (outcomes[outcome ?? 'none'] ?? 0) + 1;
  return {
    seed,
    kind: world.kind,
    findings,
    story: describe(findings, crew.commands(), log, disturbances),
    commands: outcomes,
    faults,
    events: log.length,
    airings: new Set(watched.flatMap(({ air }) => air.map(({ seq }) => seq))).size,
    recoveries: crew.recoveries(),
    tookMs: Math.round(performance.now() - started),
  };
}

async function playOut(
  schedule: Schedule,
  crew: Crew,
  fail: (fault: Extract<Step, { what: 'fault' }>['fault']) => Promise<void>,
): Promise<void> {
  const started = performance.now();
  const failing: Promise<void>[] = [];
  for (const step of schedule.steps) {
    await pause(Math.max(0, started + step.at - performance.now()));
    if (step.what === 'fault') failing.push(fail(step.fault));
    else crew.act(step);
  }
  await pause(Math.max(0, started + schedule.lengthMs - performance.now()));
  await Promise.all(failing);
}

async function readLogs(world: World, meeting: SimulatedMeeting, findings: Finding[]): Promise<readonly LoggedEvent[]> {
  let logs: (readonly LoggedEvent[])[] = [];
  await until('the log to be readable', peaceWithinMs, async () => {
    logs = await Promise.all(world.servers.map((server) => world.readLog(server, meeting))).catch(() => []);
    return logs.length > 0;
  });
  const [first = [], ...others] = logs;
  if (others.some((other) => canonical(other) !== canonical(first))) {
    findings.push({ point: 2, kind: 'brokenLog', what: 'two servers read two different logs' });
  }
  return first;
}

async function leftOver(world: World): Promise<readonly Finding[]> {
  let findings: readonly Finding[] = [];
  // What was closed is closed within a moment; of a connection that died half open the server learns by its heartbeat, 15 s
  // after the last sign of life. A leak stays.
  await until('the sockets to be gone', 20_000, async () => {
    findings = checkLeftOver(await world.leftOver());
    return findings.length === 0;
  }).catch(() => {});
  return findings;
}

interface Crew {
  join(stations: readonly Station[]): Promise<void>;
  act(step: Exclude<Step, { what: 'fault' }>): void;
  isAtPeace(): boolean;
  showsAll(log: readonly LoggedEvent[]): boolean;
  describe(): string;
  commands(): readonly GivenCommand[];
  watched(): readonly Watched[];
  recoveries(): number;
  /** Notes what everybody shows; nothing that comes later counts. */
  settle(): void;
  leave(): void;
}

function makeCrew(world: World, meeting: SimulatedMeeting, seed: number): Crew {
  const present = new Map<Station, LiveStation>();
  const gone: LiveStation[] = [];
  const random = makeRandom(seed + 1);
  let final: readonly Watched[] = [];
  let intended = 0;

  function enter(station: Station): void {
    if (present.has(station)) return;
    intended += 1;
    present.set(
      station,
      startLiveStation({
        meetingId: meeting.id,
        station,
        token: meeting.token(labelOf(station)),
        origin: () => random.pick(world.servers).front.url('http'),
        languages: station === 'output' ? ['en', 'floor'] : [],
        random: random.next,
      }),
    );
  }

  function act(step: Exclude<Step, { what: 'fault' }>): void {
    const actor = present.get(step.station);
    if (step.what === 'join') return enter(step.station);
    if (actor === undefined) return;
    if (step.what === 'reload') {
      intended += 1;
      return actor.reload();
    }
    if (step.what === 'leave') {
      // A page that is closed for good leaves nobody to tell an outcome to: only one without open commands may go.
      if (actor.view().pending.length > 0) return;
      present.delete(step.station);
      gone.push(actor);
      return actor.leave();
    }
    if (step.what !== 'command') return;
    const seen = actor.view().meeting;
    const command = seen === null ? null : nextCommand({ meeting: seen, random: makeRandom(step.chance), station: step.station });
    if (command !== null) void actor.give(command, lifeOf(command.type));
  }

  const everybody = (): readonly LiveStation[] => [...gone, ...present.values()];

  return {
    async join(stations) {
      for (const station of stations) enter(station);
      await until('everybody live', peaceWithinMs, () => [...present.values()].every((each) => each.view().status === 'live')).catch(
        () => {},
      );
    },
    act,
    isAtPeace: () =>
      [...present.values()].every((each) => each.view().status === 'live' && each.commands().every(({ outcome }) => outcome !== null)),
    showsAll(log) {
      const folded = log.reduce((state, { event }) => evolve(state, event), emptyMeeting);
      return [...present.values()].every((each) => {
        const shown = each.view().meeting;
        return (
          each.view().status === 'live' &&
          shown !== null &&
          stateName(shown) === stateName(meetingAsSeenBy(audienceOf(each.station), folded))
        );
      });
    },
    describe: () =>
      [...present.values()]
        .map((each) => {
          const open = each.commands().filter(({ outcome }) => outcome === null);
          return `${each.station} ${each.view().status}${open.length === 0 ? '' : ` without outcome: ${open.map(({ type }) => type).join(' ')}`}`;
        })
        .join(', '),
    commands: () => everybody().flatMap((each) => each.commands()),
    watched: () => final,
    recoveries: () => everybody().reduce((sum, each) => sum + each.connections(), 0) - intended,
    settle() {
      final = [
        ...[...present.values()].map((each) => watch(each, each.view().status === 'live' ? each.view().meeting : null)),
        ...gone.map((each) => ({ ...watch(each, null), left: true })),
      ];
    },
    leave() {
      for (const each of present.values()) each.leave();
    },
  };
}

function watch(station: LiveStation, meeting: Watched['meeting']): Watched {
  return { station: station.station, live: station.live(), air: station.air(), meeting, left: false };
}

function labelOf(station: Station): string {
  const language = boothLanguage(station);
  return language === null ? station : `booths.${language}`;
}

/** The end of the log, and the commands that a finding names. */
function describe(
  findings: readonly Finding[],
  commands: readonly GivenCommand[],
  log: readonly LoggedEvent[],
  disturbances: readonly Disturbance[],
): string {
  const named = commands.filter(({ commandId }) => findings.some(({ what }) => what.includes(commandId)));
  const began = log[0]?.event.at ?? 0;
  return [
    ...disturbances.map(({ where, from, until: end }) => `${where} disturbed from ${from - began} to ${end - began} ms`),
    ...named.map((each) => `${each.givenAt - began} ms: ${JSON.stringify(each)}`),
    ...log
      .slice(-12)
      .map(
        ({ position, event, commandId }) =>
          `${event.at - began} ms: ${position.epoch}/${position.offset} ${event.type} by ${event.by} ${commandId}`,
      ),
  ].join('\n  ');
}
