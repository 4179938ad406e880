/**
 * What must hold at the end of every run, whatever happened in it (`realtime.md` section 5, points 1 to 4; the rest is in
 * `oracle-resources.ts`). Each point is a pure function over what was recorded and returns what it found wrong.
 */
import { hashOfEvent } from '../../server/store/hash-chain.ts';
import type { MeetingEvent } from '../../shared/domain/events.ts';
import { emptyMeeting, evolve } from '../../shared/domain/evolve.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { meetingAsSeenBy } from '../../shared/domain/permissions.ts';
import { type Audience, audienceOf, type Station } from '../../shared/domain/stations.ts';
import type { Position } from '../../shared/protocol/position.ts';
import type { GivenCommand } from './live-station.ts';
import { stateName } from './state-name.ts';
import type { AirPicture, LivePicture } from './witness.ts';

export interface Finding {
  /** Of the oracle, 1 to 6. */
  readonly point: 1 | 2 | 3 | 4 | 5 | 6;
  readonly kind: FindingKind;
  readonly what: string;
}

export type FindingKind =
  | 'lost'
  | 'duplicated'
  | 'noOutcome'
  | 'twoOutcomes'
  | 'brokenLog'
  | 'otherState'
  | 'neverCommitted'
  | 'oldAsLive'
  | 'wrongName'
  | 'memory'
  | 'leak';

export interface LoggedEvent {
  readonly position: Position;
  readonly event: MeetingEvent;
  readonly commandId: string;
}

export interface Watched {
  readonly station: Station;
  readonly live: readonly LivePicture[];
  readonly air: readonly AirPicture[];
  /** What it shows at the end; `null`: it was not live then. */
  readonly meeting: Meeting | null;
  /** It had gone before the end, so that nothing is asked of it then. */
  readonly left?: boolean;
  /** How long its outputs may keep a name when the connection is lost; default: not at all. */
  readonly holdMs?: number;
}

/** Point 1. Every command has one outcome; `ok` and `duplicate` stand in one place of the log, `refused` and `expired` in none. */
export function checkOutcomes(log: readonly LoggedEvent[], commands: readonly GivenCommand[]): readonly Finding[] {
  const offsets = new Map<string, number[]>();
  for (const { commandId, position } of log) offsets.set(commandId, [...(offsets.get(commandId) ?? []), position.offset]);
  return commands.flatMap(({ commandId, station, type, outcome, told }): readonly Finding[] => {
    const name = `${type} of ${station} (${commandId})`;
    const places = offsets.get(commandId) ?? [];
    const first = places[0] ?? 0;
    const said = new Set([...told, ...(outcome === null ? [] : [outcome])].map((status) => (isDone(status) ? 'done' : status)));
    const found: Finding[] = [];
    if (outcome === null) found.push({ point: 1, kind: 'noOutcome', what: `${name} has no outcome` });
    if (said.size > 1) found.push({ point: 1, kind: 'twoOutcomes', what: `${name} was told ${[...told, outcome].join(', ')}` });
    if (outcome !== null && isDone(outcome) && places.length === 0) {
      found.push({ point: 1, kind: 'lost', what: `${name} is ${outcome} and not in the log` });
    }
    if (outcome !== null && !isDone(outcome) && places.length > 0) {
      found.push({ point: 1, kind: 'twoOutcomes', what: `${name} is ${outcome} and stands at ${places.join(', ')}` });
    }
    if (places.some((offset, index) => offset !== first + index)) {
      found.push({ point: 1, kind: 'duplicated', what: `${name} stands at ${places.join(', ')}` });
    }
    return found;
  });
}

function isDone(status: string): boolean {
  return status === 'ok' || status === 'duplicate';
}

/** Point 2. Offsets count from 1, hashes chain, epochs and times do not fall, and the events of one command are one commit. */
export function checkLog(log: readonly LoggedEvent[]): readonly Finding[] {
  return log.flatMap(({ position, event, commandId }, index): readonly Finding[] => {
    const before = log[index - 1];
    const wrong: string[] = [];
    if (position.offset !== index + 1) wrong.push(`its place is ${index + 1}`);
    if (position.hash !== hashOfEvent(before?.position.hash ?? '', index + 1, event)) wrong.push('its hash does not chain');
    if (position.epoch < (before?.position.epoch ?? 1)) wrong.push('its epoch fell');
    if (event.at < (before?.event.at ?? 0)) wrong.push('its time fell');
    if (before?.commandId === commandId && before.event.at !== event.at) wrong.push('its commit has two times');
    return wrong.map((what) => ({ point: 2, kind: 'brokenLog', what: `offset ${position.offset} (${event.type}): ${what}` }));
  });
}

/** Point 3. Every station that is live at the end shows the log, folded, as it may see it. */
export function checkStates(log: readonly LoggedEvent[], stations: readonly Watched[]): readonly Finding[] {
  const folded = log.reduce((meeting, { event }) => evolve(meeting, event), emptyMeeting);
  return stations.flatMap(({ station, meeting, left }): readonly Finding[] => {
    if (left) return [];
    if (meeting === null) return [{ point: 3, kind: 'otherState', what: `${station} is not live at the end` }];
    if (stateName(meeting) === stateName(meetingAsSeenBy(audienceOf(station), folded))) return [];
    return [{ point: 3, kind: 'otherState', what: `${station} shows another state than offset ${log.length}` }];
  });
}

export interface Disturbance {
  /** `path`: between station and server. `store`: between server and store, or the store itself. */
  readonly where: 'path' | 'store';
  readonly from: number;
  readonly until: number;
}

/** How long something may still be shown after the store has replaced it, ms. Summed when several apply. */
export const shownBounds = {
  /** Undisturbed: our promise for one change to reach every screen, with room for a busy machine. */
  live: 1_000,
  /** A silent connection is noticed after 2.5 beacons of 1 s. */
  path: 2_500,
  /** A silent store is noticed by a heartbeat of 1 s and its time-out of 2 s. */
  store: 3_000,
  /** A disturbance is still felt so long after its end: connections are made anew. */
  aftermath: 1_000,
} as const;

export interface ShownSettings {
  readonly disturbances: readonly Disturbance[];
  /** The longest time for which the watching process itself did nothing, ms. */
  readonly stallMs: number;
  /** End of the run: what is still shown then was shown until then. */
  readonly end: number;
}

/** Two clocks of one machine, both in whole ms. */
const clockGrainMs = 5;

/**
 * Point 4. What a station showed as live was a state of the log, not before it was committed, and not for longer than the
 * bound after the next change; a name on an output was on air then, and not for longer than the bound after it had left.
 */
export function checkShown(log: readonly LoggedEvent[], stations: readonly Watched[], settings: ShownSettings): readonly Finding[] {
  const histories = new Map<Audience, ReadonlyMap<string, StateOfLog>>();
  const airings = airingsOf(log);

  function statesFor(audience: Audience): ReadonlyMap<string, StateOfLog> {
    const states = histories.get(audience) ?? statesOf(log, audience);
    histories.set(audience, states);
    return states;
  }

  /** `null`: not too long. */
  function tooLong(replacedAt: number | null, until: number | null, heldMs: number): string | null {
    if (replacedAt === null) return null;
    const shownUntil = until ?? settings.end;
    const bound = boundMs(replacedAt, shownUntil, settings) + heldMs;
    return shownUntil - replacedAt <= bound ? null : `${shownUntil - replacedAt} ms after it was replaced (bound ${bound})`;
  }

  return stations.flatMap(({ station, live, air, holdMs = 0 }) => {
    const states = statesFor(audienceOf(station));
    const pictures = live.flatMap(({ state, from, until }): readonly Finding[] => {
      const known = states.get(state);
      if (known === undefined) return [{ point: 4, kind: 'neverCommitted', what: `${station} showed a state that the log never had` }];
      if (from < known.from - clockGrainMs) {
        return [{ point: 4, kind: 'neverCommitted', what: `${station} showed offset ${known.offset} before it was committed` }];
      }
      const late = tooLong(known.until, until, 0);
      return late === null ? [] : [{ point: 4, kind: 'oldAsLive', what: `${station} showed offset ${known.offset} as live ${late}` }];
    });
    const names = air.flatMap(({ language, name, cueHash, seq, from, until }): readonly Finding[] => {
      const airing = airings.get(seq);
      const what = `the ${language} output showed ${JSON.stringify(name)} (${seq})`;
      if (airing === undefined || airing.cueHash !== cueHash || airing.names[language] !== name || from < airing.from - clockGrainMs) {
        return [{ point: 4, kind: 'wrongName', what: `${what}, which was not on air` }];
      }
      const late = tooLong(airing.until, until, holdMs);
      return late === null ? [] : [{ point: 4, kind: 'wrongName', what: `${what} ${late}` }];
    });
    return [...pictures, ...names];
  });
}

function boundMs(from: number, until: number, { disturbances, stallMs }: ShownSettings): number {
  const felt = new Set(
    disturbances.filter((each) => each.from <= until && each.until + shownBounds.aftermath >= from).map(({ where }) => where),
  );
  return shownBounds.live + stallMs + [...felt].reduce((sum, where) => sum + shownBounds[where], 0);
}

interface StateOfLog {
  /** The last one, when several look the same to this audience. */
  readonly offset: number;
  /** When it first was so, and when it was last replaced. */
  readonly from: number;
  readonly until: number | null;
}

function statesOf(log: readonly LoggedEvent[], audience: Audience): ReadonlyMap<string, StateOfLog> {
  const states = new Map<string, StateOfLog>();
  let meeting = emptyMeeting;
  log.forEach(({ event, position }, index) => {
    meeting = evolve(meeting, event);
    const name = stateName(meetingAsSeenBy(audience, meeting));
    const from = states.get(name)?.from ?? event.at;
    states.set(name, { offset: position.offset, from, until: log[index + 1]?.event.at ?? null });
  });
  return states;
}

interface Airing {
  readonly cueHash: string;
  readonly names: Readonly<Record<string, string>>;
  readonly from: number;
  readonly until: number | null;
}

/** By the number that rises with every take and clear. */
function airingsOf(log: readonly LoggedEvent[]): ReadonlyMap<number, Airing> {
  const airings = new Map<number, Airing>();
  let meeting = emptyMeeting;
  for (const { event } of log) {
    const before = meeting.captions;
    meeting = evolve(meeting, event);
    const { onAir, seq } = meeting.captions;
    if (seq === before.seq) continue;
    const ended = airings.get(before.seq);
    if (ended !== undefined) airings.set(before.seq, { ...ended, until: event.at });
    if (onAir === null) continue;
    const names = Object.fromEntries(Object.entries(onAir.cue.lines).map(([language, line]) => [language, line.name]));
    airings.set(seq, { cueHash: onAir.cue.hash, names, from: event.at, until: null });
  }
  return airings;
}
