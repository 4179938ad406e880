/** What the fault tests of store and server share: the words to a server over its doors, a ledger of what senders were told, and the end check. */
import { randomBytes } from 'node:crypto';
import { expect, onTestFinished } from 'vitest';
import { sampleMeetingId } from '../../../server/sample/hrc37-panel.ts';
import type { Command } from '../../../shared/domain/commands.ts';
import { emptyMeeting, evolve } from '../../../shared/domain/evolve.ts';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import type { Position } from '../../../shared/protocol/position.ts';
import type { FinalStatus, GivenCommand, LiveStation } from '../../kit/live-station.ts';
import { checkLog, checkOutcomes, type Disturbance, type LoggedEvent } from '../../kit/oracle.ts';
import { type ServerProcess, startServerProcess } from '../../kit/server-process.ts';
import { connectStation, type StationClient, type StationSettings } from '../../kit/station.ts';
import { until } from '../../kit/until.ts';
import { expectSound } from './net-bench.ts';

/** Never refused, whatever came before, and the id can be read back from the meeting. */
export function teamNamed(id: string): Command {
  return { type: 'setTeam', booth: 'fr', interpreters: [{ id, a: ['fr'], b: [], c: [] }] };
}

/** `cut`: the connection ended without an answer. */
export type Told = FinalStatus | 'busy' | 'unavailable' | 'cut';

export interface Ledger {
  note(commandId: string, told: Told): void;
  told(commandId: string): readonly Told[];
  /** Ids of which it was said that they are in the log. */
  acknowledged(): readonly string[];
  /** Ids that have no outcome yet: their senders ask again. */
  open(): readonly string[];
  /** For the oracle. */
  commands(): readonly GivenCommand[];
}

export function makeLedger(): Ledger {
  const toldById = new Map<string, Told[]>();
  const finalsOf = (told: readonly Told[]) => told.filter((each) => each !== 'cut' && each !== 'busy' && each !== 'unavailable');
  const idsWhere = (holds: (finals: readonly FinalStatus[]) => boolean) =>
    [...toldById].filter(([, told]) => holds(finalsOf(told))).map(([commandId]) => commandId);
  return {
    note: (commandId, told) => void toldById.set(commandId, [...(toldById.get(commandId) ?? []), told]),
    told: (commandId) => toldById.get(commandId) ?? [],
    acknowledged: () => idsWhere((finals) => finals.some((told) => told === 'ok' || told === 'duplicate')),
    open: () => idsWhere((finals) => finals.length === 0),
    commands: () =>
      [...toldById].map(([commandId, all]) => {
        const told = finalsOf(all);
        return { commandId, station: 'chair', type: 'setTeam', givenAt: 0, outcome: told.at(-1) ?? null, code: null, told };
      }),
  };
}

/** Server processes on one Redis, which each take the links of the others. They end with the test. */
export async function startServersOn(urls: readonly string[]): Promise<readonly ServerProcess[]> {
  const started = urls.map((url) => startServerProcess({ env: { REDIS_URL: url, ADMIN_TOKEN: 'fault-admin-token', LOG_LEVEL: 'error' } }));
  onTestFinished(async () => {
    for (const outcome of await Promise.allSettled(started)) if (outcome.status === 'fulfilled') await outcome.value.remove();
  });
  return await Promise.all(started);
}

export function firstOf<Member>(members: readonly Member[]): Member {
  const [first] = members;
  if (first === undefined) throw new Error('Expected at least one');
  return first;
}

export function newId(name: string): string {
  return `${name}-${randomBytes(8).toString('hex')}`;
}

export function join(server: ServerProcess, label: string, more: Partial<StationSettings> = {}): Promise<StationClient> {
  return connectStation({ origin: server.origin, meetingId: sampleMeetingId, token: server.token(label), ...more });
}

/** The team that the station shows, by the command that set it. */
export function teamShown(station: LiveStation): string | undefined {
  return station.view().meeting?.booths.fr.interpreters[0]?.id;
}

/** Over HTTP, as the chair. Never rejects: a broken connection is told as `cut`. */
export async function post(server: ServerProcess, commandId: string, command: Command): Promise<Told> {
  try {
    const response = await fetch(`${server.origin}/api/meetings/${sampleMeetingId}/commands`, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.token('chair')}`, 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({ commandId, ...command }),
      signal: AbortSignal.timeout(10_000),
    });
    const body: Record<string, unknown> = await response.json();
    if (body.status === 'ok' || body.status === 'duplicate') return body.status;
    if (body.code === 'expired') return 'expired';
    if (body.code === 'storeUnavailable') return 'unavailable';
    if (body.code === 'busy' || body.code === 'rateLimited') return 'busy';
    if (response.status === 409) return 'refused';
    throw new Error(`Expected an outcome, got ${response.status} ${JSON.stringify(body)}`);
  } catch (fault) {
    if (fault instanceof TypeError || (fault instanceof DOMException && fault.name === 'TimeoutError')) return 'cut';
    throw fault;
  }
}

/** Sends one team after the other until `stopped`; notes what was said of each. */
export async function sendTeams(server: ServerProcess, name: string, ledger: Ledger, stopped: () => boolean): Promise<void> {
  for (let count = 0; !stopped(); count += 1) {
    const commandId = `${name}-${count}`;
    ledger.note(commandId, await post(server, commandId, teamNamed(commandId)));
  }
}

/** What a sender does whose command has no outcome: the same id again, until it has. */
export async function sendAgain(server: ServerProcess, ledger: Ledger): Promise<void> {
  await until('every command to have its outcome', 15_000, async () => {
    for (const commandId of ledger.open()) ledger.note(commandId, await post(server, commandId, teamNamed(commandId)));
    return ledger.open().length === 0;
  });
}

export interface StateAtServer {
  readonly position: Position;
  readonly live: boolean;
  readonly meeting: Meeting;
}

export async function stateAt(server: ServerProcess): Promise<StateAtServer> {
  return await ask(server, '');
}

async function ask<Answer>(server: ServerProcess, path: string): Promise<Answer> {
  const response = await fetch(`${server.origin}/api/meetings/${sampleMeetingId}${path}`, {
    headers: { authorization: `Bearer ${server.token('chair')}`, connection: 'close' },
  });
  if (!response.ok) throw new Error(`${path} was answered ${response.status}`);
  return await response.json();
}

/** What was sent by hand has one outcome each, and stands in one place of a log that chains. */
export function expectEachOnce(log: readonly LoggedEvent[], ledger: Ledger): void {
  const teams = log.filter(({ event }) => event.type === 'teamSet').map(({ commandId }) => commandId);
  expect(new Set(teams).size).toBe(teams.length);
  expect([...checkLog(log), ...checkOutcomes(log, ledger.commands())]).toEqual([]);
}

export interface OneHistory {
  readonly servers: readonly ServerProcess[];
  readonly ledger: Ledger;
  readonly stations: readonly LiveStation[];
  /** When the store was disturbed. */
  readonly disturbances?: readonly Disturbance[];
}

/**
 * The end of every fault test: the six points, for what was sent by hand too, and every server is live with the one log.
 * Stations leave. Returns the log.
 */
export async function expectOneHistory({ servers, ledger, stations, disturbances = [] }: OneHistory): Promise<readonly LoggedEvent[]> {
  const log = await expectSound({ servers, stations, disturbances });
  expectEachOnce(log, ledger);
  const meeting = log.reduce((state, { event }) => evolve(state, event), emptyMeeting);
  for (const server of servers) {
    const { live, position, meeting: shown } = await stateAt(server);
    expect({ live, position, meeting: shown }).toMatchObject({ live: true, position: { hash: log.at(-1)?.position.hash }, meeting });
  }
  return log;
}
