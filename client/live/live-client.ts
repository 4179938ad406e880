/**
 * One station's connection to one meeting: socket, sync, clock and outbox put together. Knows no browser and no Solid;
 * tells its listener after every change.
 */
import type { Command, CommandType } from '../../shared/domain/commands.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { audienceOf, type Station } from '../../shared/domain/stations.ts';
import { type AfterClose, closeCodes } from '../../shared/protocol/close-codes.ts';
import type { BeaconFrame, Down, OutcomeFrame, PresenceFrame, Welcome } from '../../shared/protocol/down.ts';
import { limits } from '../../shared/protocol/limits.ts';
import { makeAcknowledged } from './acknowledged.ts';
import { type EarlierCommand, type KeptCommand, makeOutbox, type OutboxStorage, type PendingCommand } from './outbox.ts';
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
  /** Given before this page was loaded, with what became of them. */
  readonly earlier: readonly EarlierCommand[];
  /** Acknowledged once, and not in the log any more. */
  readonly lost: readonly KeptCommand[];
  /** Sockets per station; `null` when nothing is known. */
  readonly presence: PresenceFrame['stations'] | null;
  /** Another number: what was shown before belongs to a history that is no more. */
  readonly history: number;
}

export interface LiveClientPorts extends SocketPorts {
  /** Local ms of the clock that also runs while the machine sleeps. Without it sleep is noticed by silence alone. */
  readonly wallClock?: () => number;
  readonly newId: () => string;
  readonly storage: OutboxStorage;
  /** Asked after a refused connection, since a browser does not tell why: `null` = no reason to stop. */
  readonly whyRefused: () => Promise<StopReason | null>;
  /** The way of a command that is too long for the socket. Without it all go by the socket. Never rejects. */
  readonly post?: (command: PendingCommand) => Promise<OutcomeFrame>;
}

export interface LiveClient {
  view(): LiveView;
  /** Server's clock, ms. */
  now(): number;
  /** `about`: name of whom it concerns, for people. */
  give(command: Command, expiresInMs: number, about?: string | null): Promise<OutcomeFrame>;
  dismissEarlier(): void;
  dismissLost(commandIds: readonly string[]): void;
  /** Call about once a second. */
  tick(): void;
  /** Call often, and before anything old may be drawn: after sleep the picture is not live from here on. */
  notice(): void;
  /** The page was stopped by the browser: what it holds is not live. */
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
  /** Nobody sits there to open the link again: it keeps asking after a refusal. Default: outputs and displays. */
  readonly unattended?: boolean;
}

/** How long an unattended page waits before it asks again whether it may come in. Our choice. */
const askAgainMs = 15_000;
/** Of the protocol: the first that answers `status`. */
const statusVersion = 2;
/** Further ahead, the wall clock has run while the page did not: as long as a silence that is noticed. */
const sleptMs = limits.beaconsUntilNotLive * limits.beaconMs.station;

/**
 * The server answers within 2 s, if only that the store is away. After more than twice that, the way to it is dead although
 * the way back is not, and only a new connection helps. Our choice.
 */
const answerWithinMs = 5_000;

/** May be longer than a frame may be (`limits.maxPayloadBytes`). */
const byHttp: ReadonlySet<CommandType> = new Set<CommandType>(['setScript', 'setTerm', 'importTerms']);

export function makeLiveClient(options: LiveClientOptions): LiveClient {
  const { station, clientId, view, ports, onChange } = options;
  const unattended = options.unattended ?? (station === 'output' || station === 'display');
  let sync: SyncState = emptySync(audienceOf(station));
  let clock: ServerClock = unsetClock;
  let rights: readonly CommandType[] = [];
  let trueUntil: number | null = null;
  let stopped: StopReason | null = null;
  let probesLeft = 0;
  let nextProbeAt = 0;
  let presence: PresenceFrame['stations'] | null = null;
  let late = false;
  /** Local ms at which commands were sent over this socket that have had no answer of any kind. */
  const unanswered = new Map<string, number>();
  let beaconMs: number = limits.beaconMs.station;
  let ahead = wallAhead();
  let askingAgain = (): void => {};

  const now = (): number => serverTime(clock, ports.now());
  const outbox = makeOutbox({
    storage: ports.storage,
    now,
    newId: ports.newId,
    transmit,
    onSettled: settled,
    onChange,
  });
  const acknowledged = makeAcknowledged({
    storage: ports.storage,
    now,
    ask: (ids) => socket.version() >= statusVersion && socket.send({ k: 'status', commandIds: [...ids] }),
    onChange,
  });

  const socket: LiveSocket = makeLiveSocket(station, ports, {
    onWelcome(welcome: Welcome) {
      stopped = null;
      late = false;
      ({ rights, beaconMs } = welcome);
      clock = withGuess(clock, welcome.time, ports.now());
      probesLeft = limits.clockProbes.atConnect;
      take(connected(sync));
      probe();
    },
    onFrame(frame) {
      // What was waiting to be read during sleep says nothing about now.
      if (!noticeSleep()) hear(frame);
    },
    onLost({ welcomed }) {
      sync = disconnected(sync);
      presence = null;
      unanswered.clear();
      onChange();
      if (!welcomed) void ports.whyRefused().then((reason) => reason !== null && stop(reason));
    },
    onStopped: (after, code) => stop(reasonOf(after, code)),
  });

  function hear(frame: Exclude<Down, Welcome>): void {
    switch (frame.k) {
      case 'outcome':
        unanswered.delete(frame.commandId);
        return outbox.receive(frame);
      case 'time':
        clock = withProbe(clock, frame, ports.now());
        if (probesLeft > 0) probe();
        return onChange();
      case 'bye':
        return;
      case 'presence':
        presence = frame.stations;
        return onChange();
      case 'status':
        return acknowledged.answer(frame);
      case 'event':
        take(receive(sync, frame));
        if (frame.commandId !== undefined) outbox.committed(frame.commandId, frame.position);
        return;
      case 'beacon':
        judgeAge(frame);
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
    if (sync.live && !late) trueUntil = now();
    onChange();
    if (!sync.live || wasLive) return;
    outbox.connected();
    if (sync.position !== null) acknowledged.live(sync.position, sync.history);
  }

  /**
   * A beacon that took longer than the silence that is noticed tells of the past: what comes over such a line is not live.
   * Unless it is the clock that is wrong: so the clock is set anew, and the next beacon judged by it.
   */
  function judgeAge(beacon: BeaconFrame): void {
    const age = now() - beacon.time;
    const most = limits.beaconsUntilNotLive * beaconMs;
    late = age > most;
    if (Math.abs(age) <= most) {
      clock = withGuess(clock, beacon.time, ports.now());
      return;
    }
    clock = withoutProbes(clock, ports.now());
    probe();
  }

  function transmit(pending: PendingCommand): boolean {
    if (!sync.live) return false;
    const { commandId, command, expires } = pending;
    if (!byHttp.has(command.type) || ports.post === undefined) {
      const sent = socket.send({ k: 'command', commandId, expires, ...command });
      if (sent) unanswered.set(commandId, ports.now());
      return sent;
    }
    void ports.post(pending).then(outbox.receive);
    return true;
  }

  function settled(command: PendingCommand, { status: outcome, position }: OutcomeFrame): void {
    unanswered.delete(command.commandId);
    const committedAt = position ?? sync.position;
    if ((outcome === 'ok' || outcome === 'duplicate') && committedAt !== null) acknowledged.add(command, committedAt);
    else ports.storage.forget([command.commandId]);
  }

  function wallAhead(): number {
    return ports.wallClock === undefined ? 0 : ports.wallClock() - ports.now();
  }

  function noticeSleep(): boolean {
    const before = ahead;
    ahead = wallAhead();
    if (ahead - before <= sleptMs || stopped !== null) return false;
    wake();
    return true;
  }

  function wake(): void {
    if (stopped !== null) return;
    clock = withoutProbes(clock, ports.now());
    socket.restart();
  }

  function probe(): void {
    if (socket.send({ k: 'time', a: ports.now() })) probesLeft = Math.max(0, probesLeft - 1);
    nextProbeAt = ports.now() + limits.clockProbes.everyMs;
  }

  function stop(reason: StopReason): void {
    if (stopped !== null && !unattended) return;
    stopped = reason;
    socket.close();
    sync = disconnected(sync);
    presence = null;
    onChange();
    askingAgain();
    if (unattended) askingAgain = ports.later(askAgainMs, () => socket.restart());
  }

  function status(): LiveView['status'] {
    if (stopped !== null) return 'stopped';
    if (sync.live && !late && !socket.isSilent()) return 'live';
    return trueUntil === null ? 'connecting' : 'notLive';
  }

  ports.storage.adopt((left) => {
    outbox.adopt(left.filter(({ state }) => state === 'pending'));
    acknowledged.adopt(left.filter(({ state }) => state !== 'pending'));
  });

  return {
    view: () => ({
      meeting: sync.meeting,
      status: status(),
      trueUntil,
      latencyMs: latency(clock),
      reason: stopped,
      rights,
      pending: outbox.pending(),
      earlier: outbox.earlier(),
      lost: acknowledged.lost(),
      presence,
      history: sync.history,
    }),
    now,
    give: (command, expiresInMs, about = null) => outbox.give(command, expiresInMs, about),
    dismissEarlier: outbox.dismissEarlier,
    dismissLost: acknowledged.dismiss,
    tick() {
      outbox.tick();
      if (sync.live) acknowledged.tick();
      if (sync.mode !== 'offline' && ports.now() >= nextProbeAt) probe();
      const oldest = Math.min(...unanswered.values());
      if (ports.now() - oldest > answerWithinMs) socket.restart();
    },
    notice: () => void noticeSleep(),
    wake,
    close() {
      askingAgain();
      socket.close();
      ports.storage.close();
    },
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
