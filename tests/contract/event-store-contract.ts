/** What every store promises, see `server/store/event-store.ts`. Run by one test file per store. */
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EventStore, noPosition } from '../../server/store/event-store.ts';
import type { OpenStore } from '../../server/store/open-store.ts';
import type { Fact } from '../../shared/domain/events.ts';
import { until } from '../kit/until.ts';
import { directoryContract } from './directory-contract.ts';
import {
  appendAnyway,
  appendMany,
  commitOf,
  expectWholeChain,
  lastOf,
  offsetsOf,
  range,
  readAll,
  recordFeed,
  timeAdded,
} from './store-fixtures.ts';

/** A place where a store keeps its data: empty at first, the same each time it is opened. */
export interface StoreHome {
  open(): Promise<OpenStore>;
  end(): Promise<void>;
}

const planned: Fact = {
  type: 'meetingPlanned',
  meetingId: 'm1',
  plan: {
    title: 'Réunion “à huis clos” — 闭门会议 / اجتماع مغلق',
    date: '2026-03-02',
    startsAt: '10:00',
    endsAt: '13:00',
    timeZone: 'Europe/Zurich',
    segments: [],
  },
};

export function eventStoreContract(makeHome: () => Promise<StoreHome>): void {
  let home: StoreHome;
  let open: OpenStore;
  let store: EventStore;

  beforeEach(async () => {
    home = await makeHome();
    open = await home.open();
    store = open.events;
  });
  afterEach(async () => {
    await store.close();
    await home.end();
  });

  async function reopen(): Promise<void> {
    await store.close();
    open = await home.open();
    store = open.events;
  }

  describe('appending and reading', () => {
    it('[SR1] gives back what was appended, in order, with author, command and time, in one chain', async () => {
      const before = await store.time();
      const first = await store.append('m1', noPosition, { ...commitOf('c1', [planned]), by: 'admin' });
      if (first.status !== 'committed') throw new Error(`Expected a commit, got ${first.status}`);
      const second = await store.append('m1', first.position, {
        ...commitOf('c2', [timeAdded(30), { type: 'slowDownRequested' }]),
        by: 'booth',
      });
      if (second.status !== 'committed') throw new Error(`Expected a commit, got ${second.status}`);

      const events = await readAll(store, 'm1');
      expect(events).toEqual([...first.events, ...second.events]);
      expectWholeChain(events, 3);
      expect(events.map(({ event }) => event)).toEqual([
        { ...planned, at: first.time, by: 'admin' },
        { ...timeAdded(30), at: second.time, by: 'booth' },
        { type: 'slowDownRequested', at: second.time, by: 'booth' },
      ]);
      expect(events.map(({ commandId }) => commandId)).toEqual(['c1', 'c2', 'c2']);
      expect(second.position).toEqual(lastOf(events).position);
      expect(await store.position('m1')).toEqual(second.position);
      expect(first.time).toBeGreaterThanOrEqual(before);
      expect(await store.time()).toBeGreaterThanOrEqual(second.time);
    });

    it('answers for a meeting that is not there', async () => {
      expect(await store.position('m1')).toEqual(noPosition);
      expect(await store.read('m1', 0, 10)).toEqual([]);
      expect(await store.loadSnapshot('m1')).toBeNull();
      await store.ping();
    });

    it('reads after an offset and up to a limit', async () => {
      await appendMany(store, 'm1', 'c', 12);
      expect(offsetsOf(await store.read('m1', 4, 3))).toEqual([5, 6, 7]);
      expect(offsetsOf(await store.read('m1', 10, 100))).toEqual([11, 12]);
      expect(await store.read('m1', 12, 100)).toEqual([]);
    });

    it('keeps meetings apart, also for the same command id', async () => {
      await appendMany(store, 'm1', 'c', 2);
      await appendMany(store, 'm2', 'c', 3);
      expectWholeChain(await readAll(store, 'm1'), 2);
      expectWholeChain(await readAll(store, 'm2'), 3);
    });

    it('stores fields that were left out as left out', async () => {
      const reason: { reason?: string } = { reason: undefined };
      const fact: Fact = { type: 'entryWithdrawn', entryId: 'e1', reason: null, ...reason };
      const result = await store.append('m1', noPosition, commitOf('c1', [fact]));
      expect(result.status === 'committed' && result.events).toEqual(await readAll(store, 'm1'));
      expectWholeChain(await readAll(store, 'm1'), 1);
    });
  });

  describe('refusing', () => {
    it('[SR28] never carries out what was refused, whoever asks again, also after it was opened anew', async () => {
      const position = await appendMany(store, 'm1', 'c', 2);
      expect(await store.refuse('m1', position, 'no', 'first words')).toEqual({ status: 'recorded' });
      const refused = { status: 'refused', position, refusal: 'first words' };
      expect(await store.append('m1', position, commitOf('no', [timeAdded(1)]))).toEqual(refused);
      const later = await appendAnyway(store, 'm1', 'other');
      expect(await store.append('m1', later, commitOf('no', [timeAdded(1)]))).toEqual(refused);
      expect(await store.refuse('m1', later, 'no', 'other words')).toEqual(refused);
      await reopen();
      expect(await store.append('m1', later, commitOf('no', [timeAdded(1)]))).toEqual(refused);
      expectWholeChain(await readAll(store, 'm1'), 3);
      expect((await store.append('m2', noPosition, commitOf('no', [timeAdded(1)]))).status).toBe('committed');
    });

    it('[SR28] refuses only at the end of the log, and not what was carried out', async () => {
      const old = await appendMany(store, 'm1', 'c', 2);
      const position = await appendAnyway(store, 'm1', 'done');
      expect(await store.refuse('m1', old, 'no', '')).toEqual({ status: 'conflict', position });
      expect((await store.append('m1', position, commitOf('no', [timeAdded(1)]))).status).toBe('committed');
      expect(await store.refuse('m1', await store.position('m1'), 'done', '')).toEqual({ status: 'duplicate', position, events: 1 });
    });

    it('[SR2] refuses a wrong offset and tells where the log stands', async () => {
      const position = await appendMany(store, 'm1', 'c', 2);
      for (const offset of [0, 1, 3]) {
        const result = await store.append('m1', { ...position, offset }, commitOf('late', [timeAdded(1)]));
        expect(result).toEqual({ status: 'conflict', position });
      }
      expectWholeChain(await readAll(store, 'm1'), 2);
    });

    it('[SR2] refuses the right offset of a wrong history', async () => {
      const position = await appendMany(store, 'm1', 'c', 2);
      const result = await store.append('m1', { ...position, hash: '0'.repeat(40) }, commitOf('late', [timeAdded(1)]));
      expect(result).toEqual({ status: 'conflict', position });
      expectWholeChain(await readAll(store, 'm1'), 2);
    });

    it('[SR3] answers a known command with its first position and changes nothing, even with other facts', async () => {
      const first = await store.append('m1', noPosition, commitOf('c1', [timeAdded(1), timeAdded(2)]));
      if (first.status !== 'committed') throw new Error(`Expected a commit, got ${first.status}`);
      await appendAnyway(store, 'm1', 'c2');
      const again = { ...commitOf('c1', [timeAdded(99)]), expires: 1 };
      const duplicate = { status: 'duplicate', position: first.position, events: 2 };
      expect(await store.append('m1', noPosition, again)).toEqual(duplicate);
      expect(await store.append('m1', await store.position('m1'), again)).toEqual(duplicate);
      expectWholeChain(await readAll(store, 'm1'), 3);
    });

    it('[SR4] refuses by its own clock what has expired, and remembers nothing of it', async () => {
      const now = await store.time();
      const expired = await store.append('m1', noPosition, { ...commitOf('c1', [timeAdded(1)]), expires: now - 1 });
      expect(expired.status).toBe('expired');
      expect(expired.status === 'expired' && expired.time).toBeGreaterThanOrEqual(now);
      expect(await readAll(store, 'm1')).toEqual([]);
      const inTime = await store.append('m1', noPosition, { ...commitOf('c1', [timeAdded(1)]), expires: now + 60_000 });
      expect(inTime.status).toBe('committed');
    });

    it('[SR5] writes all facts of a commit or none, at one time', async () => {
      const facts = range(1, 20).map(timeAdded);
      await store.append('m1', noPosition, commitOf('c1', facts));
      await store.append('m1', noPosition, commitOf('c2', facts));
      const events = await readAll(store, 'm1');
      expectWholeChain(events, 20);
      expect(new Set(events.map(({ event }) => event.at)).size).toBe(1);
    });

    it('[SR6] lets exactly one of two that append at once win', async () => {
      const other = open.kind === 'redis' ? (await home.open()).events : store;
      let position = noPosition;
      for (let round = 1; round <= 20; round += 1) {
        const results = await Promise.all([
          store.append('m1', position, commitOf(`a${round}`, [timeAdded(1)])),
          other.append('m1', position, commitOf(`b${round}`, [timeAdded(2)])),
        ]);
        expect(results.map(({ status }) => status).sort()).toEqual(['committed', 'conflict']);
        position = await store.position('m1');
        expect(results.map((result) => 'position' in result && result.position)).toEqual([position, position]);
      }
      if (other !== store) await other.close();
      expectWholeChain(await readAll(store, 'm1'), 20);
    });

    it('[SR3] takes one command that is sent a hundred times at once for one', async () => {
      const results = await Promise.all(range(1, 100).map(() => store.append('m1', noPosition, commitOf('c1', [timeAdded(1)]))));
      expect(results.filter(({ status }) => status === 'committed').length).toBe(1);
      expect(results.filter(({ status }) => status === 'duplicate').length).toBe(99);
      expectWholeChain(await readAll(store, 'm1'), 1);
    });
  });

  describe('following', () => {
    it('[SR7] tells every commit once, in order, also when started in mid-stream beside several appenders', async () => {
      const feed = recordFeed();
      const write = async (name: string) => {
        for (let n = 1; feed.events.length < 100; n += 1) {
          await appendAnyway(store, 'm1', `${name}${n}`);
          // The embedded store answers without ever letting go of the event loop.
          await setImmediate();
        }
      };
      const writing = Promise.all(['a', 'b', 'c'].map(write));
      await until('the stream to run', 5_000, async () => (await store.position('m1')).offset >= 20);
      await store.follow('m1', feed.listener);
      const start = (await store.position('m1')).offset;
      await writing;
      const end = (await store.position('m1')).offset;
      await until('the last event', 5_000, () => feed.events.at(-1)?.position.offset === end);

      const first = feed.events[0]?.position.offset ?? 0;
      expect(first).toBeLessThanOrEqual(start + 1);
      expect(first).toBeGreaterThan(20);
      expect(offsetsOf(feed.events)).toEqual(range(first, end));
      expect(feed.events).toEqual(await store.read('m1', first - 1, end));
      expect([feed.troubles, feed.epochs]).toEqual([[], []]);
    });

    it('follows a meeting from before its first event, and no other', async () => {
      const feed = recordFeed();
      await store.follow('m1', feed.listener);
      await appendMany(store, 'm2', 'c', 3);
      await appendMany(store, 'm1', 'c', 3);
      await until('three events', 5_000, () => feed.events.length >= 3);
      expect(feed.events).toEqual(await readAll(store, 'm1'));
      expect(feed.epochs).toEqual([]);
    });

    it('[SR5] hands over the facts of one commit together', async () => {
      const sizes: number[] = [];
      await store.follow('m1', { ...recordFeed().listener, onEvents: (events) => sizes.push(events.length) });
      await store.append('m1', noPosition, commitOf('c1', range(1, 7).map(timeAdded)));
      await until('the commit', 5_000, () => sizes.length > 0);
      expect(sizes).toEqual([7]);
    });

    it('tells two followers the same, and stops for the one that leaves', async () => {
      const leaving = recordFeed();
      const staying = recordFeed();
      const unfollow = await store.follow('m1', leaving.listener);
      await store.follow('m1', staying.listener);
      await appendMany(store, 'm1', 'c', 2);
      await until('both to hear', 5_000, () => leaving.events.length === 2 && staying.events.length === 2);
      await unfollow();
      await unfollow();
      await appendMany(store, 'm1', 'd', 2);
      await until('the other to hear', 5_000, () => staying.events.length === 4);
      expect(offsetsOf(leaving.events)).toEqual([1, 2]);
      const back = recordFeed();
      await store.follow('m1', back.listener);
      await appendMany(store, 'm1', 'e', 1);
      await until('the returned one to hear', 5_000, () => back.events.length === 1);
      expect(offsetsOf(back.events)).toEqual([5]);
    });

    it('tells nothing more from the moment a follower leaves, not even what is on its way', async () => {
      const feed = recordFeed();
      const staying = recordFeed();
      const unfollow = await store.follow('m1', feed.listener);
      await store.follow('m1', staying.listener);
      // Not awaited: the follower leaves while the commit is under way.
      const appending = store.append('m1', noPosition, commitOf('c1', [timeAdded(1)]));
      const leaving = unfollow();
      await Promise.all([appending, leaving]);
      await until('the other to hear', 5_000, () => staying.events.length === 1);
      expect(feed.events).toEqual([]);
    });

    it('keeps the order for followers that append themselves', async () => {
      const feed = recordFeed();
      const answered = new Promise<void>((resolve, reject) => {
        const onEvents = (events: readonly { position: { offset: number } }[]) => {
          if (events[0]?.position.offset === 1) appendAnyway(store, 'm1', 'answer').then(() => resolve(), reject);
        };
        store.follow('m1', { ...recordFeed().listener, onEvents }).then(() => undefined, reject);
      });
      await store.follow('m1', feed.listener);
      await appendAnyway(store, 'm1', 'question');
      await answered;
      await until('both events', 5_000, () => feed.events.length === 2);
      expect(feed.events.map(({ commandId }) => commandId)).toEqual(['question', 'answer']);
    });
  });

  describe('snapshots', () => {
    it('gives back the newest', async () => {
      const position = await appendMany(store, 'm1', 'c', 3);
      const old = { position: (await readAll(store, 'm1'))[1]?.position ?? noPosition, schema: 1, state: '{"title":"أ"}' };
      const snapshot = { position, schema: 2, state: JSON.stringify({ title: 'Zürich “x”', list: range(1, 1_000) }) };
      await store.saveSnapshot('m1', old);
      expect(await store.loadSnapshot('m1')).toEqual(old);
      await store.saveSnapshot('m1', snapshot);
      expect(await store.loadSnapshot('m1')).toEqual(snapshot);
      expect(await store.loadSnapshot('m2')).toBeNull();
    });

    it('[SR8] does not give one that stands on another history', async () => {
      const position = await appendMany(store, 'm1', 'c', 3);
      await store.saveSnapshot('m1', { position: { ...position, hash: '0'.repeat(40) }, schema: 1, state: '{}' });
      expect(await store.loadSnapshot('m1')).toBeNull();
      await store.saveSnapshot('m1', { position: { ...position, offset: 4 }, schema: 1, state: '{}' });
      expect(await store.loadSnapshot('m1')).toBeNull();
    });
  });

  directoryContract(() => open.directory);

  describe('removing', () => {
    it('[SR29] leaves nothing of a meeting to read, tells its followers, and nothing of other meetings is touched', async () => {
      const position = await appendMany(store, 'm1', 'a', 3);
      await appendMany(store, 'm2', 'b', 2);
      await store.saveSnapshot('m1', { position, schema: 1, state: '{"text":"confidential"}' });
      const feed = recordFeed();
      await store.follow('m1', feed.listener);
      expect(await store.isRemoved('m1')).toBe(false);
      await store.remove('m1');
      await until('the follower to be told', 5_000, () => feed.epochs.some(({ history }) => history === 'lost'));
      expect(await store.isRemoved('m1')).toBe(true);
      expect(await store.position('m1')).toMatchObject({ offset: 0, hash: '' });
      expect(await readAll(store, 'm1')).toEqual([]);
      expect(await store.loadSnapshot('m1')).toBeNull();
      expect([await store.isRemoved('m2'), (await readAll(store, 'm2')).length]).toEqual([false, 2]);
    });

    it('[SR29] is remembered by who opens the store anew, and may be asked again', async () => {
      await appendMany(store, 'm1', 'a', 1);
      await store.remove('m1');
      await store.remove('m1');
      await reopen();
      expect([await store.isRemoved('m1'), await readAll(store, 'm1')]).toEqual([true, []]);
    });
  });

  it('[SR9] keeps everything when it is opened again', async () => {
    const position = await appendMany(store, 'm1', 'c', 5);
    const events = await readAll(store, 'm1');
    const grant = { meetingId: 'm1', station: 'webcast', createdAt: 7 } as const;
    const snapshot = { position, schema: 1, state: '{}' };
    await store.saveSnapshot('m1', snapshot);
    await open.directory.addMeeting('m1');
    await open.directory.putGrant('aa', grant);
    await open.directory.rotate('m1', 'chair');
    await reopen();
    expect(await readAll(store, 'm1')).toEqual(events);
    expect(await store.position('m1')).toEqual(position);
    expect(await store.loadSnapshot('m1')).toEqual(snapshot);
    expect(await open.directory.listMeetings()).toEqual(['m1']);
    expect(await open.directory.findGrant('aa')).toEqual(grant);
    expect(await open.directory.generation('m1', 'chair')).toBe(1);
    expect(await store.append('m1', position, commitOf('c5', [timeAdded(9)]))).toEqual({ status: 'duplicate', position, events: 1 });
    expect((await store.append('m1', position, commitOf('c6', [timeAdded(9)]))).status).toBe('committed');
  });

  it('says that it is unavailable once it is closed, and tells followers nothing more', async () => {
    const feed = recordFeed();
    await store.follow('m1', feed.listener);
    await store.close();
    const calls = [
      () => store.append('m1', noPosition, commitOf('c1', [timeAdded(1)])),
      () => store.read('m1', 0, 1),
      () => store.position('m1'),
      () => store.loadSnapshot('m1'),
      () => store.follow('m1', feed.listener),
      () => store.ping(),
      () => open.directory.listMeetings(),
      () => open.directory.rotate('m1', 'chair'),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject({ name: 'StoreUnavailable' });
    expect([feed.events, feed.troubles]).toEqual([[], []]);
  });
}
