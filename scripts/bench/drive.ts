/**
 * As fast as it goes: a few updates are under way at any time, and the next is asked for when an earlier one has reached
 * everybody. So no server is measured by what piles up in front of it, and none waits for a clock.
 */
import { performance } from 'node:perf_hooks';
import { limits } from '../../shared/protocol/limits.ts';
import type { BenchSocket } from './clients.ts';

/** Updates under way. */
const window = 8;
/** Below the quota, so that the other end's clock may differ. */
const quotaShare = 0.9;

export interface Driven {
  readonly events: number;
  readonly updates: number;
  readonly seconds: number;
}

export interface Driver {
  readonly done: Promise<Driven>;
  /** To be called for each event that one of the receivers gets. */
  onEvent(): void;
}

/** `limited`: each socket keeps to the quota of commands of a station. */
export function drive(sockets: readonly BenchSocket[], limited: boolean, receivers: number, seconds: number): Driver {
  const began = performance.now();
  let events = 0;
  let updates = 0;
  const sent = sockets.map(() => 0);

  function socketWithQuota(): BenchSocket | undefined {
    const allowed = limited
      ? quotaShare * (limits.commandBurst + (limits.commandsPerSecond * (performance.now() - began)) / 1000)
      : Infinity;
    const index = (updates + sent.findIndex((_, at) => (sent[(updates + at) % sent.length] ?? 0) < allowed)) % sent.length;
    if ((sent[index] ?? 0) >= allowed) return undefined;
    sent[index] = (sent[index] ?? 0) + 1;
    return sockets[index];
  }

  function pump(): void {
    while (events > (updates - window) * receivers) {
      const socket = socketWithQuota();
      if (socket === undefined) return;
      socket.update();
      updates += 1;
    }
  }

  return {
    onEvent() {
      events += 1;
      if (events > (updates - window) * receivers) pump();
    },
    done: new Promise((resolve) => {
      pump();
      // For the moments at which the quota is used up.
      const again = setInterval(pump, 2);
      setTimeout(() => {
        clearInterval(again);
        resolve({ events, updates, seconds: (performance.now() - began) / 1000 });
      }, seconds * 1000);
    }),
  };
}
