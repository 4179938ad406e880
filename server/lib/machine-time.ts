/**
 * What time it is on this machine, for as long as the process runs: epoch ms that do not jump when somebody sets the clock,
 * since a speaker's countdown would jump with them. Read once, it goes on with the steady clock; only a sleep of the machine,
 * during which that one stands still, is added.
 */
import { uptime } from 'node:os';

export interface MachineClocks {
  /** Epoch ms; may be set. */
  readonly wall: () => number;
  /** ms; stands still while the machine sleeps. */
  readonly steady: () => number;
  /** ms since the machine was started, sleep included; may be as coarse as a second. */
  readonly sinceBoot: () => number;
}

/** Below it the clock is being corrected in the ordinary way, or `sinceBoot` is coarse. Our choice. */
const toleranceMs = 1_500;

/** `onSet` is told by how much somebody set the clock, in ms. */
export function createMachineTime(onSet: (ms: number) => void, clocks: MachineClocks = ownClocks): () => number {
  const { wall, steady, sinceBoot } = clocks;
  const startedAt = steady();
  let ahead = wall() - startedAt;
  let wallAhead = ahead;
  let bootAhead = sinceBoot() - startedAt;

  return () => {
    const now = steady();
    const jumped = wall() - now - wallAhead;
    if (Math.abs(jumped) > toleranceMs) {
      const slept = sinceBoot() - now - bootAhead;
      wallAhead += jumped;
      bootAhead += slept;
      if (slept > toleranceMs) ahead += slept;
      if (Math.abs(jumped - slept) > toleranceMs) onSet(jumped - slept);
    }
    return Math.floor(now + ahead);
  };
}

const ownClocks: MachineClocks = { wall: Date.now, steady: () => performance.now(), sinceBoot: () => uptime() * 1_000 };
