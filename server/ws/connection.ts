/** One station's socket: who it is, where its state stands, what is sent to it. What it says is read in `receive.ts`. */
import { randomInt } from 'node:crypto';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { type Audience, audienceOf, type Station } from '../../shared/domain/stations.ts';
import { closeCodes } from '../../shared/protocol/close-codes.ts';
import type { Down } from '../../shared/protocol/down.ts';
import { limits } from '../../shared/protocol/limits.ts';
import type { Position } from '../../shared/protocol/position.ts';
import { protocolVersionOf } from '../../shared/protocol/version.ts';
import type { Delivery, Rank, Subscriber } from '../app/fan-out.ts';
import { frame } from '../app/frames.ts';
import type { Session } from '../app/identity.ts';
import type { MeetingHub } from '../app/meeting-hub.ts';
import type { Lane, Turnstile } from '../lib/turnstile.ts';
import { Outbox } from './outbox.ts';

export type CloseReason = keyof typeof closeCodes;

export interface Whom {
  readonly session: Session;
  readonly hub: MeetingHub;
  /** Counts the sockets of this process. */
  readonly number: number;
}

/** A class: functions made per socket would double the memory of an idle one. */
export class Connection implements Subscriber {
  readonly session: Session;
  readonly hub: MeetingHub;
  readonly number: number;
  readonly audience: Audience;
  readonly rank: Rank;
  /** Of the protocol that was agreed on. */
  readonly version: number;
  private readonly socket: WebSocket;
  private readonly outbox: Outbox;
  private readonly turnstile: Turnstile;
  private greeted = false;
  private readonly openedAt = performance.now();
  private heardAt = this.openedAt;
  /** What the client has, or has under way; `null` before its hello. */
  private position: Position | null = null;
  /** A recovery asked for while the client was still reading: where its own state stands. */
  private asked: { readonly from: Position | null } | null = null;

  private closedWith: number | null = null;

  /** `raw` is the TCP socket below `socket`: fan-out writes prebuilt frames to it, see `lib/text-frame.ts`. */
  constructor(socket: WebSocket, raw: Duplex, { session, hub, number }: Whom, turnstile: Turnstile) {
    this.socket = socket;
    this.turnstile = turnstile;
    this.session = session;
    this.hub = hub;
    this.number = number;
    this.audience = audienceOf(session.station);
    this.rank = rankOf(session.station);
    this.version = protocolVersionOf(socket.protocol);
    this.outbox = new Outbox(raw, this);
  }

  get isDisplay(): boolean {
    return this.rank === 'displays';
  }

  isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  deliver(delivery: Delivery): void {
    const { position } = this;
    if (position === null || !this.isOpen() || !concerns(delivery, position)) return;
    if (delivery.sinceVersion !== undefined && this.version < delivery.sinceVersion) return;
    const parts = delivery.parts;
    if (parts?.[0] !== undefined && parts[0].position.offset <= position.offset) {
      for (const part of parts) this.deliver(part);
      return;
    }
    const bytes = delivery.bytes[this.audience];
    if (bytes !== null && !this.outbox.offer(bytes)) return;
    // While lagging the position stays where the client really is, also past events that it may not see.
    if (!this.outbox.isLagging()) this.position = delivery.position;
  }

  /** In answer to hello. */
  join(from: Position | null): void {
    this.greeted = true;
    this.turnstile.pass(laneOf(this.session.station), () => this.joinNow(from));
  }

  private joinNow(from: Position | null): void {
    if (!this.isOpen()) return;
    if (this.outbox.isBusy()) this.recoverLater(from);
    else this.hub.join(this, from);
  }

  recover(position: Position, bytes: Buffer): void {
    if (this.outbox.isBusy()) return this.recoverLater(null);
    this.position = position;
    this.asked = null;
    this.send(bytes);
  }

  /** However often a client that does not read asks, no more than one recovery is kept for it. */
  private recoverLater(from: Position | null): void {
    this.asked = { from };
    this.outbox.hold();
  }

  caughtUp(): void {
    if (this.isOpen()) this.hub.join(this, this.asked === null ? this.position : this.asked.from);
  }

  answer(down: Down): void {
    this.send(frame(down));
  }

  /** For what must arrive: the client is closed rather than not told. */
  send(bytes: Buffer): void {
    if (!this.isOpen()) return;
    this.outbox.send(bytes);
    if (this.outbox.isOverfull()) this.close('slow');
  }

  heard(): void {
    this.heardAt = performance.now();
  }

  /** ms since the upgrade. */
  openForMs(): number {
    return performance.now() - this.openedAt;
  }

  /** ms since the client was last heard. */
  silentForMs(): number {
    return performance.now() - this.heardAt;
  }

  saidHello(): boolean {
    return this.greeted;
  }

  ping(): void {
    if (this.isOpen()) this.socket.ping();
  }

  isTooSlow(): boolean {
    return this.outbox.isOverfull() || this.outbox.laggingForMs() > limits.laggingMs[this.isDisplay ? 'display' : 'station'];
  }

  isLagging(): boolean {
    return this.outbox.isLagging();
  }

  /** Written, and not yet taken by the system. */
  queuedBytes(): number {
    return this.outbox.queuedBytes();
  }

  close(reason: CloseReason): void {
    this.hub.leave(this);
    if (!this.isOpen()) return;
    const { code, next } = closeCodes[reason];
    this.closedWith = code;
    if (next === 'reconnect') this.outbox.send(frame({ k: 'bye', code, retryMs: retryMs(this.isDisplay) }));
    this.socket.close(code);
    setTimeout(() => this.socket.terminate(), closeTimeoutMs).unref();
  }

  /** The socket is gone. Returns the code that we closed it with, if we did: who does not read does not answer it. */
  closed(): number | null {
    this.hub.leave(this);
    return this.closedWith;
  }
}

/** For the close handshake; who does not read does not answer it. */
const closeTimeoutMs = 2_000;

/** Those who work come before those who watch. */
export function rankOf(station: Station): Rank {
  if (station === 'display') return 'displays';
  return station === 'viewer' ? 'viewers' : 'stations';
}

export function laneOf(station: Station): Lane {
  return rankOf(station) === 'stations' ? 'ahead' : 'behind';
}

/** Events that it has not got yet; signals unless they are older than what it has. */
function concerns(delivery: Delivery, position: Position): boolean {
  if (delivery.position.epoch !== position.epoch) return false;
  return delivery.kind === 'events' ? delivery.position.offset > position.offset : delivery.position.offset >= position.offset;
}

/** Stations and outputs come back first, displays spread over 15 s (`realtime.md` section 3). */
function retryMs(isDisplay: boolean): number {
  return isDisplay ? randomInt(15_000) : randomInt(250);
}
