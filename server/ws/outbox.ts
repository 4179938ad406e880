/**
 * What waits to be read by one client. Above 64 KiB it is *lagging* and gets nothing more of the fan-out until the system has
 * taken everything; then it is brought up to date in one go. Nothing is ever dropped without that mark.
 */
import type { Duplex } from 'node:stream';
import { limits } from '../../shared/protocol/limits.ts';

export interface Outbox {
  /** False: not sent, the client is lagging. */
  offer(bytes: Buffer): boolean;
  /** Sent whatever waits: outcomes, recoveries. */
  send(bytes: Buffer): void;
  /** How long it has been lagging, in ms; `null` when it is not. */
  laggingForMs(): number | null;
  isOverfull(): boolean;
}

/** `onDrained`: the client has caught up with what was sent and needs what was skipped. */
export function createOutbox(socket: Duplex, onDrained: () => void): Outbox {
  let laggingSince: number | null = null;
  /** A snapshot may be larger than what an idle client is allowed to leave unread. */
  let recoveryBytes = 0;

  socket.on('drain', () => {
    recoveryBytes = 0;
    if (laggingSince === null) return;
    laggingSince = null;
    onDrained();
  });

  function send(bytes: Buffer): void {
    if (!socket.writable) return;
    if (bytes.length > limits.bufferedBytes.lagging) recoveryBytes = bytes.length;
    socket.write(bytes);
  }

  return {
    send,
    offer(bytes) {
      if (laggingSince === null && socket.writableLength > limits.bufferedBytes.lagging) laggingSince = performance.now();
      if (laggingSince !== null) return false;
      send(bytes);
      return true;
    },
    laggingForMs: () => (laggingSince === null ? null : performance.now() - laggingSince),
    isOverfull: () => socket.writableLength > limits.bufferedBytes.close + recoveryBytes,
  };
}
