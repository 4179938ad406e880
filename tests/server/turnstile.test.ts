import { describe, expect, it } from 'vitest';
import { createTurnstile } from '../../server/lib/turnstile.ts';

/** Work that takes as long as it says, and turns that are taken one by one. */
function machine() {
  let time = 0;
  const turns: (() => void)[] = [];
  const done: string[] = [];
  const turnstile = createTurnstile(4, { now: () => time, nextTurn: () => new Promise((resolve) => turns.push(resolve)) });
  return {
    turnstile,
    done,
    work: (name: string, ms: number) => () => {
      time += ms;
      done.push(name);
    },
    async turn() {
      for (const go of turns.splice(0)) go();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('the turnstile', () => {
  it('lets work through at once while the turn has time left, and the rest in the next turns, in order', async () => {
    const { turnstile, done, work, turn } = machine();
    for (let n = 1; n <= 7; n += 1) turnstile.pass('behind', work(String(n), 2));
    expect(done).toEqual(['1', '2']);
    await turn();
    expect(done).toEqual(['1', '2', '3', '4']);
    await turn();
    await turn();
    expect(done).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  it('[RT43] lets stations through before a thousand who only watch', async () => {
    const { turnstile, done, work, turn } = machine();
    for (let n = 1; n <= 1_000; n += 1) turnstile.pass('behind', work('display', 1));
    turnstile.pass('ahead', work('chair', 1));
    turnstile.pass('ahead', work('booth', 1));
    expect(done).toEqual(Array.from({ length: 4 }, () => 'display'));
    await turn();
    expect(done.slice(4)).toEqual(['chair', 'booth', 'display', 'display']);
  });

  it('lets one through that takes longer than a turn, and forgets its time after that', async () => {
    const { turnstile, done, work, turn } = machine();
    turnstile.pass('ahead', work('long', 50));
    turnstile.pass('ahead', work('next', 1));
    expect(done).toEqual(['long']);
    await turn();
    await turn();
    turnstile.pass('behind', work('later', 1));
    expect(done).toEqual(['long', 'next', 'later']);
  });
});
