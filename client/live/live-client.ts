/**
 * One station's connection to one meeting: socket, sync, clock and outbox put together. Knows no browser and no Solid;
 * tells its listener after every change.
 */
import type { Command, CommandType } from '../../shared/domain/commands.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { audienceOf, type Station } from '../../shared/domain/stations.ts';
import { type AfterClose, closeCodes } from '../../shared/protocol/close-codes.ts';
import type { Down, OutcomeFrame, Welcome } from '../../shared/protocol/down.ts';
import { limits } from '../../shared/protocol/limits.ts';
import { makeOutbox, type OutboxStorage, type PendingCommand } from './outbox.ts';
import { latency, type ServerClock, serverTime, unsetClock, withGuess, withoutProbes, withProbe } from './server-clock.ts';
import { type LiveSocket, makeLiveSocket, type SocketPorts } from './socket.ts';
import { connected, disconnected, emptySync, receive, type Step, type SyncState } from './sync.ts';

export type StopReason = 'newSession' | 'takenOver' | 'denied' | 'version' | 'meetingGone' | 'badMessage';

export interface LiveView {
  readonly meeting: Meeting | null;
  readonly status: 'connecting' | 'live' | 'notLive' | 'stopped';
  /** Server's time up to which the picture was known to be true; `null` before the first time live. */
  readonly trueUntil: number | null;
  readonly latencyMs: number | null;
  readonly reason: StopReason | null;
  readonly rights: readonly CommandType[];
  readonly pending: readonly PendingCommand[];
}

export interface LiveClientPorts extends SocketPorts {
  /** Local ms from a clock that never steps. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly storage: OutboxStorage;
  /** Asked after a refused connection, since a browser does not tell why: `null` = no reason to stop. */
  readonly whyRefused: () => Promise<StopReason | null>;
}

export interface LiveClient {
  view(): LiveView;
  /** Server's clock, ms. */
  now(): number;
  give(command: Command, expiresInMs: number): Promise<OutcomeFrame>;
  /** Call about once a second. */
  tick(): void;
  /** The machine was asleep. */
  wake(): void;
  close(): void;
}

export interface LiveClientOptions {
  readonly station: Station;
  /** 128 random bits of this tab, hex. */
  readonly clientId: string;
  /** Name of the page, for presence and logs. */
  readonly view: string;
  readonly ports: LiveClientPorts;
  readonly onChange: () => void;
}

export function makeLiveClient({ station, clientId, view, ports, onChange }: LiveClientOptions): LiveClient {
  let sync: SyncState = emptySync(audienceOf(station));
  let clock: ServerClock = unsetClock;
  let rights: readonly CommandType[] = [];
  let trueUntil: number | null = null;
  let stopped: StopReason | null = null;
  let probesLeft = 0;
  let nextProbeAt = 0;

  const now = (): number => serverTime(clock, ports.now());
  const outbox = makeOutbox({
    storage: ports.storage,
    now,
    newId: ports.newId,
    transmit: ({ commandId, command, expires }) => sync.live && socket.send({ k: 'command', commandId, expires, ...command }),
    onChange,
  });

  const socket: LiveSocket = makeLiveSocket(station, ports, {
    onWelcome(welcome: Welcome) {
      rights = welcome.rights;
      clock = withGuess(clock, welcome.time, ports.now());
      probesLeft = limits.clockProbes.atConnect;
      take(connected(sync));
      probe();
    },
    onFrame: hear,
    onLost({ welcomed }) {
      sync = disconnected(sync);
      onChange();
      if (!welcomed) void ports.whyRefused().then((reason) => reason !== null && stop(reason));
    },
    onStopped: (after, code) => stop(reasonOf(after, code)),
  });

  function hear(frame: Exclude<Down, Welcome>): void {
    switch (frame.k) {
      case 'outcome':
        return outbox.receive(frame);
      case 'time':
        clock = withProbe(clock, frame, ports.now());
        if (probesLeft > 0) probe();
        return onChange();
      case 'bye':
      case 'presence':
      case 'status':
        return;
      case 'event':
        take(receive(sync, frame));
        if (frame.commandId !== undefined) outbox.committed(frame.commandId);
        return;
      case 'beacon':
        clock = withGuess(clock, frame.time, ports.now());
        return take(receive(sync, frame));
      default:
        return take(receive(sync, frame));
    }
  }

  function take(step: Step): void {
    const wasLive = sync.live;
    sync = step.state;
    for (const { position } of step.actions) {
      socket.send({ k: 'hello', client: clientId, view, ...(position === null ? {} : { position }) });
    }
    if (sync.live) trueUntil = now();
    onChange();
    if (sync.live && !wasLive) outbox.connected();
  }

  function probe(): void {
    if (socket.send({ k: 'time', a: ports.now() })) probesLeft = Math.max(0, probesLeft - 1);
    nextProbeAt = ports.now() + limits.clockProbes.everyMs;
  }

  function stop(reason: StopReason): void {
    if (stopped !== null) return;
    stopped = reason;
    socket.close();
    sync = disconnected(sync);
    onChange();
  }

  function status(): LiveView['status'] {
    if (stopped !== null) return 'stopped';
    if (sync.live) return 'live';
    return trueUntil === null ? 'connecting' : 'notLive';
  }

  return {
    view: () => ({
      meeting: sync.meeting,
      status: status(),
      trueUntil,
      latencyMs: latency(clock),
      reason: stopped,
      rights,
      pending: outbox.pending(),
    }),
    now,
    give: outbox.give,
    tick() {
      outbox.tick();
      if (sync.mode !== 'offline' && ports.now() >= nextProbeAt) probe();
    },
    wake() {
      if (stopped !== null) return;
      clock = withoutProbes(clock, ports.now());
      socket.restart();
    },
    close: () => socket.close(),
  };
}

function reasonOf(after: Exclude<AfterClose, 'reconnect'>, code: number): StopReason {
  switch (code) {
    case closeCodes.takenOver.code:
      return 'takenOver';
    case closeCodes.version.code:
      return 'version';
    case closeCodes.denied.code:
      return 'denied';
    case closeCodes.meetingClosed.code:
      return 'meetingGone';
    case closeCodes.badMessage.code:
      return 'badMessage';
    default:
      return after === 'newSession' ? 'newSession' : 'denied';
  }
}
