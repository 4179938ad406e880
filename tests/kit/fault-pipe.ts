/** One direction of a connection through the fault proxy. */
import type { Socket } from 'node:net';

export type PipeMode =
  | { readonly kind: 'pass' | 'freeze' | 'drop' }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'throttle'; readonly bytesPerSecond: number };

export interface FaultPipe {
  setMode(mode: PipeMode): void;
  /** Half open: nothing will come through again. */
  isDead(): boolean;
}

/** Kept here for a delay; above it the sender feels that nobody reads. */
const queueLimitBytes = 256 * 1024;
/** A throttled pipe moves a share of its bytes this often. */
const throttleStepMs = 20;

/** Both sockets must have been opened with `allowHalfOpen`. */
export function makeFaultPipe(from: Socket, to: Socket): FaultPipe {
  let mode: PipeMode = { kind: 'pass' };
  let queue: { readonly bytes: Buffer; readonly at: number }[] = [];
  let queuedBytes = 0;
  /** Nothing will ever come through again, and nothing is told. */
  let dead = false;
  let ended = false;
  let draining = false;
  let timer: NodeJS.Timeout | null = null;

  from.on('data', (bytes: Buffer) => {
    if (dead) return;
    queue.push({ bytes, at: performance.now() });
    queuedBytes += bytes.length;
    pump();
  });
  from.on('end', () => {
    ended = true;
    // Who half-closes a dead connection would wait for ever for the other half.
    if (dead) from.destroy();
    else pump();
  });
  from.on('close', (hadError) => {
    // After an orderly end the rest of the queue still has to arrive.
    if (!dead && !hadError && ended) return;
    stopTimer();
    if (!dead && !to.destroyed) to.resetAndDestroy();
  });
  to.on('drain', () => {
    draining = false;
    pump();
  });

  function pump(): void {
    if (timer !== null || draining) return control();
    while (mode.kind !== 'freeze') {
      const [head] = queue;
      if (head === undefined) {
        if (ended && !to.writableEnded && !to.destroyed) to.end();
        break;
      }
      if (mode.kind === 'delay') {
        const wait = head.at + mode.ms - performance.now();
        if (wait > 0) {
          later(wait);
          break;
        }
      }
      if (mode.kind === 'throttle') {
        forward(Math.max(1, Math.floor((mode.bytesPerSecond * throttleStepMs) / 1000)));
        later(throttleStepMs);
        break;
      }
      if (!forward(head.bytes.length)) break;
    }
    control();
  }

  /** At most so many bytes of the first chunk. `false`: wait for the receiver. */
  function forward(most: number): boolean {
    const head = queue.shift();
    if (head === undefined || to.destroyed) return false;
    const part = head.bytes.subarray(0, most);
    if (part.length < head.bytes.length) queue.unshift({ bytes: head.bytes.subarray(most), at: head.at });
    queuedBytes -= part.length;
    draining = !to.write(part);
    return !draining;
  }

  function later(ms: number): void {
    timer = setTimeout(() => {
      timer = null;
      pump();
    }, ms);
  }

  function stopTimer(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  function control(): void {
    if (from.destroyed) return;
    if (!dead && (mode.kind === 'freeze' || draining || queuedBytes > queueLimitBytes)) from.pause();
    else from.resume();
  }

  return {
    setMode(next) {
      mode = next;
      stopTimer();
      if (next.kind === 'drop') {
        dead = true;
        queue = [];
        queuedBytes = 0;
      }
      if (dead) control();
      else pump();
    },
    isDead: () => dead,
  };
}
