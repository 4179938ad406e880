/** One station's socket: who it is, where its state stands, what is sent to it. What it says is read in `receive.ts`. */
import { randomInt } from 'node:crypto';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { rightsOf } from '../../shared/domain/permissions.ts';
import { type Audience, audienceOf } from '../../shared/domain/stations.ts';
import { closeCodes } from '../../shared/protocol/close-codes.ts';
import type { Down } from '../../shared/protocol/down.ts';
import { limits } from '../../shared/protocol/limits.ts';
import type { Position } from '../../shared/protocol/position.ts';
import type { Delivery, Subscriber } from '../app/fan-out.ts';
import { frame } from '../app/frames.ts';
import type { Session } from '../app/identity.ts';
import type { MeetingHub } from '../app/meeting-hub.ts';
import { createOutbox } from './outbox.ts';

export type CloseReason = keyof typeof closeCodes;

export interface Connection {
  readonly session: Session;
  readonly hub: MeetingHub;
  readonly audience: Audience;
  readonly isDisplay: boolean;
  /** ms since the upgrade, and since the client was last heard. */
  openForMs(): number;
  silentForMs(): number;
  saidHello(): boolean;
  heard(): void;
  /** In answer to hello. */
  join(from: Position | null): void;
  answer(down: Down): void;
  ping(): void;
  isTooSlow(): boolean;
  close(reason: CloseReason): void;
  isOpen(): boolean;
}

export interface ConnectionSettings {
  readonly session: Session;
  readonly hub: MeetingHub;
  readonly build: string;
  readonly time: number;
}

/** `raw` is the TCP socket below `socket`: fan-out writes prebuilt frames to it, see `lib/text-frame.ts`. */
export function createConnection(socket: WebSocket, raw: Duplex, { session, hub, build, time }: ConnectionSettings): Connection {
  const audience = audienceOf(session.station);
  const isDisplay = session.station === 'display';
  const kind = isDisplay ? 'display' : 'station';
  const openedAt = performance.now();
  let heardAt = openedAt;
  let position: Position | null = null;
  const outbox = createOutbox(raw, () => hub.join(subscriber, position));

  const subscriber: Subscriber = {
    audience,
    isDisplay,
    deliver(delivery) {
      if (!isOpen() || position === null || !concerns(delivery, position)) return;
      const bytes = delivery.bytes[audience];
      if (bytes !== null && !outbox.offer(bytes)) return;
      // While lagging the position stays where the client really is, also past events that it may not see.
      if (outbox.laggingForMs() === null) position = delivery.position;
    },
    recover(at, bytes) {
      position = at;
      if (!isOpen()) return;
      outbox.send(bytes);
      if (outbox.isOverfull()) close('slow');
    },
  };

  function isOpen(): boolean {
    return socket.readyState === socket.OPEN;
  }

  function answer(down: Down): void {
    if (!isOpen()) return;
    outbox.send(frame(down));
    if (outbox.isOverfull()) close('slow');
  }

  function close(reason: CloseReason): void {
    hub.leave(subscriber);
    if (!isOpen()) return;
    const { code, next } = closeCodes[reason];
    if (next === 'reconnect') outbox.send(frame({ k: 'bye', code, retryMs: retryMs(kind) }));
    socket.close(code);
    setTimeout(() => socket.terminate(), closeTimeoutMs).unref();
  }

  socket.on('close', () => hub.leave(subscriber));
  answer({
    k: 'welcome',
    station: session.station,
    rights: rightsOf(session.station),
    limits: {
      maxPayloadBytes: limits.maxPayloadBytes[kind],
      commandsPerSecond: limits.commandsPerSecond,
      commandBurst: limits.commandBurst,
    },
    beaconMs: limits.beaconMs[kind],
    time,
    build,
  });

  return {
    session,
    hub,
    audience,
    isDisplay,
    openForMs: () => performance.now() - openedAt,
    silentForMs: () => performance.now() - heardAt,
    saidHello: () => position !== null,
    heard() {
      heardAt = performance.now();
    },
    join: (from) => hub.join(subscriber, from),
    answer,
    ping() {
      if (isOpen()) socket.ping();
    },
    isTooSlow: () => outbox.isOverfull() || (outbox.laggingForMs() ?? 0) > limits.laggingMs[kind],
    close,
    isOpen,
  };
}

/** For the close handshake; who does not read does not answer it. */
const closeTimeoutMs = 2_000;

/** Events that it has not got yet; signals unless they are older than what it has. */
function concerns(delivery: Delivery, position: Position): boolean {
  if (delivery.position.epoch !== position.epoch) return false;
  return delivery.kind === 'events' ? delivery.position.offset > position.offset : delivery.position.offset >= position.offset;
}

/** Stations and outputs come back first, displays spread over 15 s (`realtime.md` section 3). */
function retryMs(kind: 'station' | 'display'): number {
  return kind === 'station' ? randomInt(250) : randomInt(15_000);
}
