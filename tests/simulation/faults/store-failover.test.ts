/** Fault 5: a replica takes over that does not have everything. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { emptyMeeting, evolve } from '../../../shared/domain/evolve.ts';
import { meetingAsSeenBy } from '../../../shared/domain/permissions.ts';
import { type Audience, audienceOf } from '../../../shared/domain/stations.ts';
import { startFaultProxy } from '../../kit/fault-proxy.ts';
import type { LiveStation } from '../../kit/live-station.ts';
import { type LoggedEvent, shownBounds } from '../../kit/oracle.ts';
import { type PrivateRedis, redisIsMissing, startRedisServer } from '../../kit/redis-server.ts';
import { stateName } from '../../kit/state-name.ts';
import { until } from '../../kit/until.ts';
import type { LivePicture } from '../../kit/witness.ts';
import { areLive, comeIn, isLive, logAt } from './net-bench.ts';
import {
  expectOneHistory,
  firstOf,
  join,
  makeLedger,
  newId,
  post,
  sendAgain,
  startServersOn,
  teamNamed,
  teamShown,
} from './store-bench.ts';

describe.skipIf(redisIsMissing('failover to a replica that lost writes'))('two servers whose Redis is replaced by its replica', () => {
  it('[FT5] acknowledge nothing that the replica has not, and take back everywhere what they showed of it', async () => {
    const { servers, stations, replication, failOver } = await startPair();
    const [ledger, kept, lost] = [makeLedger(), newId('kept'), newId('unconfirmed')];
    ledger.note(kept, await post(firstOf(servers), kept, teamNamed(kept)));
    expect(replication.drop('down')).toBe(1);
    ledger.note(lost, await post(firstOf(servers), lost, teamNamed(lost)));
    expect([ledger.told(kept), ledger.told(lost)]).toEqual([['ok'], ['unavailable']]);
    for (const station of stations.filter(({ station }) => station === 'booth:fr')) {
      await station.until('the command that only the master has', () => teamShown(station) === lost);
    }

    const { lostLog, disturbance } = await failOver();
    for (const station of stations) expect(teamShown(station)).not.toBe(lost);
    await sendAgain(firstOf(servers), ledger);
    expect(ledger.told(lost)).toEqual(['unavailable', 'ok']);
    const log = await expectOneHistory({
      servers,
      ledger,
      stations: withoutLost(stations, lostLog, 2, disturbance),
      disturbances: [disturbance],
    });
    expect(log.map(({ position: { epoch } }) => epoch)).toEqual([1, 1, 2]);
  });

  it('[FT5] that lost acknowledged commands: everybody notices, nobody goes on showing them, and their senders are told which', async () => {
    const { servers, stations, replication, failOver, master } = await startPair();
    const [chair, sender] = [comeIn(firstOf(servers), 'chair'), await join(firstOf(servers), 'booth fr')];
    await areLive(chair);
    const [kept, gone] = [newId('kept'), newId('gone')];
    expect(await sender.send(teamNamed(kept), { commandId: kept })).toMatchObject({ status: 'ok' });
    replication.refuse();
    expect(replication.reset()).toBe(1);
    await until('the master to be alone', 5_000, async () => /connected_slaves:0/.test(await replicationOf(master)));
    expect(await sender.send(teamNamed(gone), { commandId: gone })).toMatchObject({ status: 'ok' });
    expect(await chair.give({ type: 'closeList' })).toMatchObject({ status: 'ok' });
    for (const station of stations) await station.until('the closed list', () => station.view().meeting?.listOpen === false);

    const { lostLog, disturbance } = await failOver([chair]);
    for (const station of [...stations, chair]) expect(station.view().meeting?.listOpen).toBe(true);
    await chair.until('its lost command to be named', () => chair.view().lost.length === 1);
    expect(chair.view().lost.map(({ command }) => command)).toEqual([{ type: 'closeList' }]);
    sender.sendRaw(JSON.stringify({ k: 'status', commandIds: [kept, gone] }));
    await sender.until('the answer', () => sender.frames().some(({ k }) => k === 'status'));
    const answer = sender.frames().find((frame) => frame.k === 'status');
    expect(answer).toMatchObject({ committed: [{ commandId: kept, position: { offset: 2 } }], unknown: [gone] });
    await sender.close();

    expect(await chair.give({ type: 'closeList' })).toMatchObject({ status: 'ok' });
    const all = withoutLost([...stations, chair], lostLog, 2, disturbance);
    const log = await expectOneHistory({ servers, ledger: makeLedger(), stations: all, disturbances: [disturbance] });
    expect(log.map(({ event: { type } }) => type)).toEqual(['meetingPlanned', 'teamSet', 'listClosed']);
  });
});

interface Disturbed {
  readonly where: 'store';
  readonly from: number;
  readonly until: number;
}

/** A master and its replica, and two servers that find whichever is the master at one address, as behind a load balancer. */
async function startPair() {
  const master = await startRedisServer(['--repl-diskless-sync-delay', '0']);
  const replication = await startFaultProxy({ port: master.port });
  const replica = await startRedisServer(['--replicaof', '127.0.0.1', String(replication.port)]);
  const front = await startFaultProxy({ port: master.port });
  onTestFinished(async () => {
    await Promise.all([front.close(), replication.close(), master.stop(), replica.stop()]);
  });
  await until('the replica to be in step', 10_000, async () => /master_link_status:up/.test(await replicationOf(replica)));
  const servers = await startServersOn([front.url('redis'), front.url('redis')]);
  const stations = servers.flatMap((server) => (['booth:fr', 'viewer'] as const).map((station) => comeIn(server, station)));
  await areLive(...stations);

  /** Resolves when everybody is live in the new history. `lostLog`: the old one. */
  async function failOver(more: readonly LiveStation[] = []): Promise<{ lostLog: readonly LoggedEvent[]; disturbance: Disturbed }> {
    const everybody = [...stations, ...more];
    const histories = everybody.map((station) => station.view().history);
    const lostLog = await logAt(firstOf(servers));
    const from = Date.now();
    await master.kill9();
    await replica.command('REPLICAOF', 'NO', 'ONE');
    front.retarget(replica.port);
    front.reset();
    for (const [index, station] of everybody.entries()) {
      const before = histories[index] ?? Number.NaN;
      await station.until('live in another history', () => isLive(station) && station.view().history > before, 10_000);
    }
    return { lostLog, disturbance: { where: 'store', from, until: Date.now() } };
  }

  return { master, replication, servers, stations, failOver };
}

async function replicationOf(redis: PrivateRedis): Promise<string> {
  return String(await redis.command('INFO', 'replication'));
}

/**
 * The stations without what was true in the lost history, for the oracle of the one that stands, from which it parts after
 * offset `parting`. Checks that nobody showed it as live for longer than it takes to notice a store that is gone.
 */
function withoutLost(
  stations: readonly LiveStation[],
  lostLog: readonly LoggedEvent[],
  parting: number,
  { from }: Disturbed,
): readonly LiveStation[] {
  const lostIds = new Set(lostLog.slice(parting).map(({ commandId }) => commandId));
  return stations.map((station) => {
    const lostStates = statesAfter(lostLog, parting, audienceOf(station.station));
    // A command that was sent again makes the same state once more, in the new history.
    const wasLost = (picture: LivePicture) => lostStates.has(picture.state) && picture.from < from;
    expect(station.live().filter((picture) => wasLost(picture) && tookMs(picture.until, from) > shownBounds.store)).toEqual([]);
    return {
      ...station,
      live: () => station.live().filter((picture) => !wasLost(picture)),
      commands: () => station.commands().filter(({ commandId }) => !lostIds.has(commandId)),
    };
  });
}

function tookMs(until: number | null, from: number): number {
  return until === null ? Number.POSITIVE_INFINITY : until - from;
}

/** What the lost log made that the log before `parting` had not been. */
function statesAfter(log: readonly LoggedEvent[], parting: number, audience: Audience): ReadonlySet<string> {
  const names: string[] = [];
  log.reduce((meeting, { event }) => {
    const next = evolve(meeting, event);
    names.push(stateName(meetingAsSeenBy(audience, next)));
    return next;
  }, emptyMeeting);
  const before = new Set(names.slice(0, parting));
  return new Set(names.slice(parting).filter((name) => !before.has(name)));
}
