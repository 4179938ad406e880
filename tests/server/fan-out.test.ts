import { describe, expect, it } from 'vitest';
import { createFanOut, type Delivery, type FanOut, type Rank, type Subscriber } from '../../server/app/fan-out.ts';

function commit(offset: number): Delivery {
  const bytes = Buffer.from(`${offset};`);
  return { kind: 'events', position: { epoch: 1, offset, hash: '' }, bytes: { staff: bytes, public: bytes } };
}

function subscriber(rank: Rank, seen: string[]): Subscriber {
  return {
    audience: 'staff',
    rank,
    version: 2,
    deliver: ({ bytes }) => void seen.push(`${rank} ${bytes.staff}`),
    recover() {},
  };
}

/** A clock of which every look takes a millisecond, and turns that are taken one by one. */
function slowMachine(prepare: (fanOut: FanOut, seen: string[]) => void) {
  const turns: (() => void)[] = [];
  const seen: string[] = [];
  let time = 0;
  const fanOut = createFanOut({
    nextTurn: () => new Promise((resolve) => turns.push(resolve)),
    now: () => time++,
  });
  prepare(fanOut, seen);
  const turn = async () => {
    for (const go of turns.splice(0)) go();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    fanOut,
    seen,
    turn,
    async toTheEnd() {
      while (turns.length > 0) await turn();
    },
  };
}

function add(fanOut: FanOut, count: number, rank: Rank, seen: string[]): void {
  for (let index = 0; index < count; index += 1) fanOut.add(subscriber(rank, seen));
}

describe('the fan-out', () => {
  it('[RT17] serves stations at once, viewers and displays after them, in slices of a few milliseconds', async () => {
    const { fanOut, seen, turn, toTheEnd } = slowMachine((to, all) => {
      add(to, 100, 'displays', all);
      add(to, 3, 'viewers', all);
      add(to, 2, 'stations', all);
    });
    fanOut.deliver(commit(1));
    expect(seen).toEqual(['stations 1;', 'stations 1;']);
    await turn();
    const afterOneSlice = seen.length;
    expect(seen.slice(2, 5)).toEqual(['viewers 1;', 'viewers 1;', 'viewers 1;']);
    expect(afterOneSlice).toBeLessThan(105);
    await turn();
    expect(seen.length).toBeGreaterThan(afterOneSlice);
    await toTheEnd();
    expect(seen.filter((entry) => entry === 'displays 1;')).toHaveLength(100);
  });

  it('[RT34] sends the first commit of a turn at once and all others of it in one write', async () => {
    const { fanOut, seen, toTheEnd } = slowMachine((to, all) => {
      add(to, 1, 'stations', all);
      add(to, 1, 'displays', all);
    });
    for (const offset of [1, 2, 3]) fanOut.deliver(commit(offset));
    expect(seen).toEqual(['stations 1;']);
    await toTheEnd();
    expect(seen.filter((entry) => entry.startsWith('stations'))).toEqual(['stations 1;', 'stations 2;3;']);
    expect(seen.filter((entry) => entry.startsWith('displays')).join('')).toBe('displays 1;2;3;');
  });

  it('[RT34] keeps a signal between the commits that it stands between', async () => {
    const { fanOut, seen, toTheEnd } = slowMachine((to, all) => {
      add(to, 1, 'stations', all);
      add(to, 1, 'displays', all);
    });
    const bytes = Buffer.from('beacon;');
    fanOut.deliver(commit(1));
    fanOut.deliver(commit(2));
    fanOut.deliver({ kind: 'signal', position: commit(2).position, bytes: { staff: bytes, public: bytes } });
    fanOut.deliver(commit(3));
    await toTheEnd();
    for (const rank of ['stations', 'displays']) {
      const told = seen.filter((entry) => entry.startsWith(rank)).map((entry) => entry.slice(rank.length + 1));
      expect(told.join('')).toBe('1;2;beacon;3;');
    }
  });

  it('sends nothing more to who has left', async () => {
    const { fanOut, seen, toTheEnd } = slowMachine(() => {});
    const display = subscriber('displays', seen);
    fanOut.add(display);
    fanOut.deliver(commit(1));
    await toTheEnd();
    fanOut.remove(display);
    fanOut.deliver(commit(2));
    await toTheEnd();
    expect(seen).toEqual(['displays 1;']);
  });
});
