import { describe, expect, it } from 'vitest';
import { type Acknowledged, makeAcknowledged } from '../../client/live/acknowledged.ts';
import { type KeptCommand, memoryStorage, type OutboxStorage, type PendingCommand } from '../../client/live/outbox.ts';
import type { Position } from '../../shared/protocol/position.ts';

const at = (offset: number, epoch = 1): Position => ({ epoch, offset, hash: `h${epoch}-${offset}` });
const given = (commandId: string, givenAt = 0): PendingCommand => ({
  commandId,
  command: { type: 'endStatement' },
  about: null,
  givenAt,
  expires: givenAt + 5_000,
  sent: true,
});

interface Bench {
  readonly kept: Acknowledged;
  readonly storage: OutboxStorage;
  readonly asked: (readonly string[])[];
  now: number;
}

function bench(options: { readonly storage?: OutboxStorage; readonly canAsk?: boolean } = {}): Bench {
  const { storage = memoryStorage(), canAsk = true } = options;
  const asked: (readonly string[])[] = [];
  const state = { now: 0 };
  const kept = makeAcknowledged({
    storage,
    now: () => state.now,
    ask(ids) {
      if (canAsk) asked.push([...ids]);
      return canAsk;
    },
    onChange: () => {},
  });
  return Object.assign(state, { kept, storage, asked });
}

const lostIds = (kept: Acknowledged): readonly string[] => kept.lost().map(({ commandId }) => commandId);

function keptIn(storage: OutboxStorage): readonly KeptCommand[] {
  const found: KeptCommand[] = [];
  storage.adopt((left) => found.push(...left));
  return found;
}

describe('[RT26] acknowledged commands', () => {
  it('are not asked about while the history is the one they were acknowledged in', () => {
    const { kept, asked } = bench();
    kept.live(at(1), 0);
    kept.add(given('a'), at(2));
    kept.live(at(5), 0);
    expect(asked).toEqual([]);
  });

  it('are asked about in another epoch: those that the log holds stand, the others are lost', () => {
    const { kept, asked } = bench();
    kept.live(at(1), 0);
    kept.add(given('a', 1), at(2));
    kept.add(given('b', 2), at(3));
    kept.add(given('c', 3), at(4));
    kept.live(at(2, 2), 1);
    expect(asked).toEqual([['a', 'b', 'c']]);
    kept.answer({ k: 'status', committed: [{ commandId: 'a', position: at(2) }], unknown: ['c', 'b', 'foreign'] });
    expect(lostIds(kept)).toEqual(['b', 'c']);
    kept.live(at(6, 2), 1);
    expect(asked).toHaveLength(1);
    kept.live(at(6, 3), 2);
    expect(asked.at(-1)).toEqual(['a']);
  });

  it('are asked about in a shorter log, and in one that was replaced without a new epoch', () => {
    for (const [position, history] of [
      [at(3), 0],
      [at(9), 1],
    ] as const) {
      const { kept, asked } = bench();
      kept.live(at(5), 0);
      kept.add(given('a'), at(6));
      kept.live(position, history);
      expect(asked).toEqual([['a']]);
    }
  });

  it('are asked about once more when no answer came, at every fifth second', () => {
    const bed = bench();
    bed.kept.live(at(1), 0);
    bed.kept.add(given('a'), at(2));
    bed.kept.live(at(2, 2), 1);
    bed.now = 4_999;
    bed.kept.tick();
    expect(bed.asked).toHaveLength(1);
    bed.now = 5_000;
    bed.kept.tick();
    expect(bed.asked).toHaveLength(2);
  });

  it('are not asked about, and nothing is called lost, where the server cannot be asked', () => {
    const { kept, asked } = bench({ canAsk: false });
    kept.live(at(1), 0);
    kept.add(given('a'), at(2));
    kept.live(at(1, 2), 1);
    kept.tick();
    expect([asked, kept.lost()]).toEqual([[], []]);
  });

  it('are remembered over a reload, and so is what was lost, until it is dismissed', () => {
    const first = bench();
    first.kept.live(at(1), 0);
    first.kept.add(given('a'), at(2));
    const second = bench({ storage: first.storage });
    second.kept.adopt(keptIn(first.storage));
    second.kept.live(at(1, 2), 0);
    expect(second.asked).toEqual([['a']]);
    second.kept.answer({ k: 'status', committed: [], unknown: ['a'] });
    const third = bench({ storage: first.storage });
    third.kept.live(at(1, 2), 0);
    third.kept.adopt(keptIn(first.storage));
    expect([lostIds(third.kept), third.asked]).toEqual([['a'], []]);
    third.kept.dismiss(['a']);
    expect([third.kept.lost(), keptIn(first.storage)]).toEqual([[], []]);
  });

  it('are asked about at once when they are left by a page that is gone and this one is live elsewhere', () => {
    const { kept, asked } = bench();
    kept.live(at(9, 2), 0);
    kept.adopt([{ ...given('a'), state: 'acknowledged', stood: at(4) }]);
    expect(asked).toEqual([['a']]);
  });

  it('are kept for a quarter of an hour, a hundred of them', () => {
    const bed = bench();
    bed.kept.live(at(1), 0);
    for (let n = 1; n <= 101; n += 1) bed.kept.add(given(`c${n}`, n * 1_000), at(n));
    expect(keptIn(bed.storage)).toHaveLength(100);
    expect(keptIn(bed.storage)[0]?.commandId).toBe('c2');
    bed.now = 15 * 60_000 + 51_000;
    bed.kept.tick();
    expect(keptIn(bed.storage)[0]?.commandId).toBe('c51');
  });
});
