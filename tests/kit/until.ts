import { setTimeout as pause } from 'node:timers/promises';

/** How often is looked. Short: tests wait for what takes milliseconds, and the deadline is only for when it never comes. */
const everyMs = 5;

/** Resolves as soon as `condition` holds; rejects with `what` in the message when it does not within `deadlineMs`. */
export async function until(what: string, deadlineMs: number, condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + deadlineMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Waited ${deadlineMs} ms in vain for: ${what}`);
    await pause(everyMs);
  }
}
