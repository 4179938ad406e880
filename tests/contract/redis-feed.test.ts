/** What depends on the order in which answers and messages arrive: here they arrive by hand. */
import { describe, expect, it } from 'vitest';
import { noPosition, type Position, StoreUnavailable } from '../../server/store/event-store.ts';
import { chainHash } from '../../server/store/hash-chain.ts';
import { createRedisFeed } from '../../server/store/redis-feed.ts';
import { positionOf, type StoredEvent } from '../../server/store/stored-event.ts';
import { must } from '../../shared/lib/assert.ts';
import { lastOf, offsetsOf, range, recordFeed } from './store-fixtures.ts';

describe('The feed of the Redis store', () => {
  it('looks again at once when a message came while it was looking', async () => {
    const { log, source, answerHead } = logByHand(4);
    const record = recordFeed();
    const feed = createRedisFeed(source, record.listener);
    const starting = feed.start();
    await answerHead(2);
    await starting;
    const checking = feed.check();
    feed.hear(JSON.stringify(log.slice(2, 3)));
    feed.hear(JSON.stringify(log.slice(3, 4)));
    await answerHead(2);
    expect(record.events).toEqual([]);
    await answerHead(4);
    await checking;
    feed.stop();
    expect(offsetsOf(record.events)).toEqual([3, 4]);
  });

  it('misses nothing that is published between hearing and the first look', async () => {
    const { log, source, answerHead } = logByHand(3);
    const record = recordFeed();
    const feed = createRedisFeed(source, record.listener);
    const starting = feed.start();
    feed.hear(JSON.stringify(log.slice(2, 3)));
    await answerHead(2);
    await starting;
    await answerHead(3);
    feed.stop();
    expect(offsetsOf(record.events)).toEqual([3]);
  });

  it('takes swapped and repeated messages in the order of the log', async () => {
    const { log, source, answerHead } = logByHand(3);
    const record = recordFeed();
    const feed = createRedisFeed(source, record.listener);
    const starting = feed.start();
    await answerHead(1);
    await starting;
    feed.hear(JSON.stringify(log.slice(2, 3)));
    feed.hear(JSON.stringify(log.slice(1, 2)));
    await answerHead(3);
    await answerHead(3);
    feed.hear(JSON.stringify(log.slice(1, 2)));
    feed.hear(JSON.stringify(log.slice(2, 3)));
    feed.stop();
    expect(offsetsOf(record.events)).toEqual([2, 3]);
  });

  it('does not call itself live by a look that began before the connection was lost', async () => {
    const { source, answerHead } = logByHand(3);
    const record = recordFeed();
    const feed = createRedisFeed(source, record.listener);
    const starting = feed.start();
    await answerHead(1);
    await starting;
    const checking = feed.check();
    feed.lost();
    const backAgain = feed.check();
    await answerHead(2);
    expect(record.troubles).toEqual([true]);
    await answerHead(3);
    await Promise.all([checking, backAgain]);
    feed.stop();
    expect(record.troubles).toEqual([true, false]);
    expect(record.toldAtTrouble).toEqual([0, 2]);
  });

  it('stays away while one of the two connections is gone, though it can read', async () => {
    const { source, answerHead } = logByHand(2);
    const record = recordFeed();
    let up = true;
    const feed = createRedisFeed({ ...source, isUp: () => up }, record.listener);
    const starting = feed.start();
    await answerHead(1);
    await starting;
    up = false;
    feed.lost();
    const checking = feed.check();
    await answerHead(2);
    await checking;
    expect([offsetsOf(record.events), record.troubles]).toEqual([[2], [true]]);
    up = true;
    const again = feed.check();
    await answerHead(2);
    await again;
    feed.stop();
    expect(record.troubles).toEqual([true, false]);
  });

  it('enters a new epoch between the events before and after it', async () => {
    const { log, source, answerHead } = logByHand(4, 3);
    const record = recordFeed();
    const feed = createRedisFeed(source, record.listener);
    const starting = feed.start();
    await answerHead(0);
    await starting;
    const checking = feed.check();
    await answerHead(4);
    await checking;
    feed.stop();
    expect(offsetsOf(record.events)).toEqual([1, 2, 3, 4]);
    const position = { ...positionOf(must(log[1], 'a second event')), epoch: 2 };
    expect(record.epochs).toEqual([{ position, history: 'kept', toldBefore: 2 }]);
  });

  it('is away while the log is shorter than its head says', async () => {
    const { source, answerHead } = logByHand(3);
    const record = recordFeed();
    const feed = createRedisFeed({ ...source, read: async () => [] }, record.listener);
    const starting = feed.start();
    await answerHead(1);
    await starting;
    const checking = feed.check();
    await answerHead(3);
    await checking;
    feed.stop();
    expect([record.events, record.troubles]).toEqual([[], [true]]);
  });

  it('is away when the store is', async () => {
    const { source } = logByHand(1);
    const record = recordFeed();
    let calls = 0;
    const head = async () => {
      calls += 1;
      if (calls > 1) throw new StoreUnavailable('gone');
      return noPosition;
    };
    const feed = createRedisFeed({ ...source, head }, record.listener);
    await feed.start();
    await feed.check();
    feed.stop();
    expect(record.troubles).toEqual([true]);
  });
});

/** A log of `length` events, the ones from offset `secondEpochFrom` in epoch 2, whose head is told when the test says so. */
function logByHand(length: number, secondEpochFrom = length + 1) {
  const log: StoredEvent[] = [];
  for (const offset of range(1, length)) {
    const fact = `{"type":"timeAdded","seconds":${offset}}`;
    const hash = chainHash(offset === 1 ? '' : lastOf(log).hash, offset, offset, fact);
    log.push({
      offset,
      epoch: offset < secondEpochFrom ? 1 : 2,
      hash,
      time: offset,
      by: 'chair',
      commandId: `c${offset}`,
      schema: 1,
      fact,
    });
  }
  const asked: ((head: Position) => void)[] = [];
  return {
    log,
    source: {
      head: () => new Promise<Position>((resolve) => asked.push(resolve)),
      read: async (after: number, limit: number) => log.slice(after, after + limit),
      isUp: () => true,
    },
    /** Answers the oldest question for the head, and lets the feed do all it can with it. */
    async answerHead(offset: number): Promise<void> {
      const event = log[offset - 1];
      must(asked.shift(), 'the feed to have asked for the head')(event === undefined ? noPosition : positionOf(event));
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
