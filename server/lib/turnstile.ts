/**
 * Lets work through for a few milliseconds per turn of the event loop and keeps the rest for the next turns, so that a
 * thousand clients who come at once do not hold up those who are here. Who is ahead never waits for who is not.
 */
export interface Turnstile {
  /** Runs `work` now when this turn has time left and nobody waits, else later, in order. */
  pass(lane: Lane, work: () => void): void;
}

export type Lane = 'ahead' | 'behind';

export interface TurnstilePace {
  /** Resolves when others have had their turn. */
  nextTurn(): Promise<void>;
  /** ms */
  now(): number;
}

const realPace: TurnstilePace = {
  nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
  now: () => performance.now(),
};

export function createTurnstile(sliceMs: number, pace: TurnstilePace = realPace): Turnstile {
  const waiting: Readonly<Record<Lane, (() => void)[]>> = { ahead: [], behind: [] };
  let spentMs = 0;
  let turnIsOpen = false;

  function run(work: () => void): void {
    const began = pace.now();
    work();
    spentMs += pace.now() - began;
  }

  function openTurn(): void {
    if (turnIsOpen) return;
    turnIsOpen = true;
    void pace.nextTurn().then(() => {
      turnIsOpen = false;
      spentMs = 0;
      while (spentMs < sliceMs) {
        const next = waiting.ahead.shift() ?? waiting.behind.shift();
        if (next === undefined) return;
        run(next);
      }
      openTurn();
    });
  }

  return {
    pass(lane, work) {
      const nobodyWaits = waiting.ahead.length === 0 && (lane === 'ahead' || waiting.behind.length === 0);
      openTurn();
      if (nobodyWaits && spentMs < sliceMs) run(work);
      else waiting[lane].push(work);
    },
  };
}
