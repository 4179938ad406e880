/**
 * What waits to be read by one client. Above 64 KiB it is *lagging* and gets nothing more of the fan-out until the system has
 * taken everything; then it is brought up to date in one go. Nothing is ever dropped without that mark.
 */
import type { Duplex } from 'node:stream';
import { limits } from '../../shared/protocol/limits.ts';

/** A class, like everything that exists once per socket: a thousand closures less per thousand sockets. */
export class Outbox {
  private readonly socket: Duplex;
  private readonly onCaughtUp: { caughtUp(): void };
  /** 0: it is not lagging. */
  private laggingSince = 0;
  /** A snapshot may be larger than what an idle client is allowed to leave unread. */
  private recoveryBytes = 0;
  private waitsForDrain = false;

  /** `caughtUp` is called when a lagging client has read what was sent and needs what was skipped. */
  constructor(socket: Duplex, onCaughtUp: { caughtUp(): void }) {
    this.socket = socket;
    this.onCaughtUp = onCaughtUp;
  }

  /** False: not sent, the client is lagging. */
  offer(bytes: Buffer): boolean {
    if (this.laggingSince === 0 && this.socket.writableLength > limits.bufferedBytes.lagging) this.hold();
    if (this.laggingSince !== 0) return false;
    this.send(bytes);
    return true;
  }

  /** Sent whatever waits: outcomes, and recoveries when nothing large waits before them. */
  send(bytes: Buffer): void {
    if (!this.socket.writable) return;
    if (bytes.length > limits.bufferedBytes.lagging) this.recoveryBytes = bytes.length;
    if (this.socket.write(bytes) || this.waitsForDrain) return;
    this.waitsForDrain = true;
    this.socket.once('drain', () => this.drained());
  }

  /** More waits than the system takes at once. A recovery is then not added: it would be old before it is read. */
  isBusy(): boolean {
    return this.waitsForDrain;
  }

  /** Lagging from now on. Only while it is busy: the mark ends when all is read. */
  hold(): void {
    if (this.laggingSince === 0) this.laggingSince = performance.now();
  }

  isLagging(): boolean {
    return this.laggingSince !== 0;
  }

  /** ms; 0 when it is not lagging. */
  laggingForMs(): number {
    return this.laggingSince === 0 ? 0 : performance.now() - this.laggingSince;
  }

  queuedBytes(): number {
    return this.socket.writableLength;
  }

  isOverfull(): boolean {
    return this.socket.writableLength > limits.bufferedBytes.close + this.recoveryBytes;
  }

  private drained(): void {
    this.waitsForDrain = false;
    this.recoveryBytes = 0;
    if (this.laggingSince === 0) return;
    this.laggingSince = 0;
    this.onCaughtUp.caughtUp();
  }
}
