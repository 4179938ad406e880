import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noPosition } from '../../server/store/event-store.ts';
import { meetingKeys, outcomeKey } from '../../server/store/redis-keys.ts';
import { type OpenStore, openStore } from '../../server/store/open-store.ts';
import { type PrivateRedis, redisIsMissing, startRedisServer } from '../kit/redis-server.ts';
import { until } from '../kit/until.ts';
import { eventStoreContract } from './event-store-contract.ts';
import { appendAnyway, appendMany, commitOf, expectWholeChain, lastOf, offsetsOf, range, readAll, recordFeed, timeAdded } from './store-fixtures.ts';

const keys = meetingKeys('m1');

describe.skipIf(redisIsMissing('The Redis store'))('The Redis store', () => {
  let redis: PrivateRedis;
  const opened: OpenStore[] = [];
  const warnings: string[] = [];

  beforeAll(async () => {
    redis = await startRedisServer([]);
  });
  afterAll(() => redis.stop());

  async function open(): Promise<OpenStore> {
    const store = await openStore({ redisUrl: redis.url, dataDir: '', warn: (message) => warnings.push(message) });
    opened.push(store);
    return store;
  }

  eventStoreContract(async () => {
    await redis.command('FLUSHALL');
    return { open, end: async () => {} };
  });

  describe('in particular', () => {
    beforeEach(async () => {
      warnings.length = 0;
      await redis.command('FLUSHALL');
    });
    afterEach(async () => {
      redis.thaw();
      for (const { events } of opened.splice(0)) await events.close();
    });

    it('writes what other programs read, exactly, in place of what was there', async () => {
      const { events } = await open();
      const first = await events.append('m1', noPosition, {
        ...commitOf('c1', [timeAdded(1), timeAdded(2)]),
        now: { speaker: 'Amélie @time', since: '@time', at: '@offset', language: 'fr' },
      });
      if (first.status !== 'committed') throw new Error(`Expected a commit, got ${first.status}`);
      expect(await hash(keys.now)).toEqual({ speaker: 'Amélie @time', since: String(first.time), at: '2', language: 'fr' });

      const second = await events.append('m1', first.position, { ...commitOf('c2', [timeAdded(3)]), now: { language: '' } });
      if (second.status !== 'committed') throw new Error(`Expected a commit, got ${second.status}`);
      expect(await hash(keys.now)).toEqual({ language: '' });
      await events.append('m1', second.position, commitOf('c3', [timeAdded(4)]));
      expect(await hash(keys.now)).toEqual({ language: '' });

      const refused = { ...commitOf('c4', [timeAdded(5)]), now: { language: 'es' } };
      await events.append('m1', first.position, refused);
      await events.append('m1', await events.position('m1'), { ...refused, expires: 1 });
      expect(await hash(keys.now)).toEqual({ language: '' });
    });

    it('keeps the layout that is documented', async () => {
      const { events } = await open();
      await appendMany(events, 'm1', 'c', 2);
      const position = await events.position('m1');
      const meta = await hash(keys.meta);
      expect(meta).toMatchObject({ epoch: '1', offset: '2', hash: position.hash, schema: '1' });
      expect(meta.run_id).toMatch(/^[0-9a-f]{40}$/);
      expect(await redis.command('XLEN', keys.log)).toBe(2);
      expect(JSON.stringify(await redis.command('XRANGE', keys.log, '2-0', '2-0'))).toContain(position.hash);
      const outcome: unknown = JSON.parse(String(await redis.command('GET', outcomeKey('m1', 'c2'))));
      expect(outcome).toMatchObject({ status: 'ok', epoch: 1, offset: 2, hash: position.hash, events: 1 });
      const ttl = Number(await redis.command('TTL', outcomeKey('m1', 'c2')));
      expect(ttl).toBeGreaterThan(86_000);
      expect(ttl).toBeLessThanOrEqual(86_400);
      expect(await redis.command('TTL', keys.meta)).toBe(-1);
      expect(await redis.command('TTL', keys.log)).toBe(-1);
    });

    it('shows two processes the commits of each other in one order', async () => {
      const [one, two] = [await open(), await open()];
      const feeds = [recordFeed(), recordFeed()] as const;
      await one.events.follow('m1', feeds[0].listener);
      await two.events.follow('m1', feeds[1].listener);
      await Promise.all([appendMany(one.events, 'm1', 'a', 60), appendMany(two.events, 'm1', 'b', 60)]);
      await until('both to hear all', 10_000, () => feeds.every((feed) => feed.events.length >= 120));
      expectWholeChain(feeds[0].events, 120);
      expect(feeds[1].events).toEqual(feeds[0].events);
      expect(feeds.flatMap((feed) => [...feed.troubles, ...feed.epochs])).toEqual([]);
    });

    it('tells a revocation to the other process', async () => {
      const [one, two] = [await open(), await open()];
      const heard: string[] = [];
      two.directory.onRevoked((tokenHash) => heard.push(tokenHash));
      await one.directory.revokeGrant('aa');
      await until('the other to hear', 5_000, () => heard.length === 1);
      expect(heard).toEqual(['aa']);
    });

    it('loses nothing acknowledged when Redis is killed under load; followers catch up in a new epoch before they are live', async () => {
      const [one, two] = [await open(), await open()];
      const feed = recordFeed();
      await two.events.follow('m1', feed.listener);

      const acknowledged: string[] = [];
      const unanswered: string[] = [];
      const write = async (name: string) => {
        for (let n = 1; ; n += 1) {
          try {
            await appendAnyway(one.events, 'm1', `${name}${n}`);
            acknowledged.push(`${name}${n}`);
          } catch (error) {
            expect(error).toMatchObject({ name: 'StoreUnavailable' });
            unanswered.push(`${name}${n}`);
            return;
          }
        }
      };
      const writing = Promise.all(['a', 'b', 'c', 'd'].map(write));
      await until('some commits', 10_000, () => acknowledged.length >= 150);
      await redis.kill9();
      await writing;
      await until('the follower to notice', 5_000, () => feed.troubles.length === 1);
      await expect(one.events.position('m1')).rejects.toMatchObject({ name: 'StoreUnavailable' });

      await redis.restart();
      await until('the follower to be back', 10_000, () => feed.troubles.length === 2);
      await until('the writer to be back', 10_000, async () => await one.events.ping().then(() => true, () => false));
      const log = await readAll(one.events, 'm1');
      const committed = log.map(({ commandId }) => commandId);
      expectWholeChain(log, log.length);
      expect(acknowledged.filter((id) => !committed.includes(id))).toEqual([]);
      expect(unanswered.length).toBe(4);

      expect(feed.troubles).toEqual([true, false]);
      expect(feed.toldAtTrouble[1]).toBe(log.length);
      expect(feed.events).toEqual(log);
      expect(feed.epochs).toEqual([{ position: { ...lastOf(log).position, epoch: 2 }, history: 'kept', toldBefore: log.length }]);

      // Those without an answer send again, under the same id, and learn which it was.
      for (const id of unanswered) {
        const result = await one.events.append('m1', await one.events.position('m1'), commitOf(id, [timeAdded(1)]));
        expect(result.status).toBe(committed.includes(id) ? 'duplicate' : 'committed');
      }
      const after = await readAll(one.events, 'm1');
      expectWholeChain(after, after.length);
      expect((await one.events.position('m1')).epoch).toBe(2);
      await until('the follower to hear the rest', 5_000, () => feed.events.length === after.length);
      expect(feed.events).toEqual(after);
      expect(feed.epochs.length).toBe(1);
    });

    it('tells a follower when commits it was told are gone', async () => {
      const { events } = await open();
      const feed = recordFeed();
      await appendMany(events, 'm1', 'c', 3);
      const saved = { meta: await hash(keys.meta), log: await readAll(events, 'm1') };
      await events.follow('m1', feed.listener);
      await appendMany(events, 'm1', 'lost', 2);
      await until('both events', 5_000, () => feed.events.length === 2);

      // What a replica looks like that took over without the last two.
      await redis.command('EVAL', `redis.call('XDEL', KEYS[1], '4-0', '5-0')
        redis.call('HSET', KEYS[2], 'offset', 3, 'hash', ARGV[1], 'run_id', 'another')`, '2', keys.log, keys.meta, saved.meta.hash ?? '');
      await until('the follower to be told', 5_000, () => feed.epochs.length === 1);
      expect(feed.epochs).toEqual([{ position: { ...lastOf(saved.log).position, epoch: 2 }, history: 'lost', toldBefore: 2 }]);
    });

    it('tells a follower at once when another history has grown as long as its own', async () => {
      const { events } = await open();
      const feed = recordFeed();
      await appendMany(events, 'm1', 'c', 3);
      await events.follow('m1', feed.listener);
      await redis.command('DEL', keys.log, keys.meta);
      await appendMany(events, 'm1', 'other', 5);
      await until('the follower to be told', 5_000, () => feed.epochs.length === 1);
      expect(lastOf(feed.epochs).history).toBe('lost');
      await appendAnyway(events, 'm1', 'next');
      await until('the next event', 5_000, () => feed.events.at(-1)?.commandId === 'next');
      const told = offsetsOf(feed.events);
      expect(told).toEqual(range(lastOf(feed.epochs).position.offset + 1, 6));
    });

    it('says unavailable in about 2 s when Redis is frozen, hangs nowhere, and catches up after', async () => {
      const [one, two] = [await open(), await open()];
      const feed = recordFeed();
      await two.events.follow('m1', feed.listener);
      await appendMany(one.events, 'm1', 'c', 3);
      await until('three events', 5_000, () => feed.events.length === 3);
      const position = await one.events.position('m1');

      redis.freeze();
      const calls = [
        () => one.events.append('m1', position, commitOf('late', [timeAdded(1)])),
        () => one.events.read('m1', 0, 1),
        () => one.events.ping(),
        () => one.directory.findGrant('aa'),
      ];
      const start = performance.now();
      for (const call of await Promise.allSettled(calls.map((call) => call()))) {
        expect(call).toMatchObject({ status: 'rejected', reason: { name: 'StoreUnavailable' } });
      }
      const waited = performance.now() - start;
      // Not 2 s from here: the heartbeat may have asked before, and its time-out ends the connection for all.
      expect(waited).toBeLessThan(2_500);
      await until('the follower to notice', 3_500, () => feed.troubles.length === 1);
      const again = performance.now();
      await expect(one.events.append('m1', position, commitOf('later', [timeAdded(1)]))).rejects.toMatchObject({ name: 'StoreUnavailable' });
      expect(performance.now() - again).toBeLessThan(500);

      redis.thaw();
      await until('the follower to be back', 5_000, () => feed.troubles.length === 2);
      await until('the writer to be back', 5_000, async () => await one.events.ping().then(() => true, () => false));
      const result = await one.events.append('m1', await one.events.position('m1'), commitOf('late', [timeAdded(1)]));
      expect(['committed', 'duplicate']).toContain(result.status);
      await until('the follower to hear it', 5_000, () => feed.events.at(-1)?.commandId === 'late');
      expectWholeChain(feed.events, 4);
      expect(feed.troubles).toEqual([true, false]);
      expect(feed.epochs).toEqual([]);
    });

    it('does not carry out after a freeze what expired during it', async () => {
      const { events } = await open();
      await appendMany(events, 'm1', 'c', 1);
      const position = await events.position('m1');
      const expires = (await events.time()) + 500;
      redis.freeze();
      await expect(events.append('m1', position, { ...commitOf('late', [timeAdded(1)]), expires })).rejects.toMatchObject({ name: 'StoreUnavailable' });
      await until('the command to expire', 5_000, () => Date.now() > expires);
      redis.thaw();
      await until('Redis to be back', 5_000, async () => await events.ping().then(() => true, () => false));
      expectWholeChain(await readAll(events, 'm1'), 1);
      expect((await events.append('m1', position, { ...commitOf('late', [timeAdded(1)]), expires })).status).toBe('expired');
    });

    it('works on after SCRIPT FLUSH', async () => {
      const { events } = await open();
      await appendMany(events, 'm1', 'a', 2);
      await redis.command('SCRIPT', 'FLUSH');
      await appendMany(events, 'm1', 'b', 2);
      expectWholeChain(await readAll(events, 'm1'), 4);
    });

    it('is not misled by what is published: nonsense, repeated, swapped, or never', async () => {
      const { events } = await open();
      const feed = recordFeed();
      await events.follow('m1', feed.listener);
      await appendMany(events, 'm1', 'c', 3);
      await until('three events', 5_000, () => feed.events.length === 3);
      const last = lastOf(feed.events);
      const message = (offset: number, epoch: number, hash: string) =>
        JSON.stringify([{ offset, epoch, hash, time: last.event.at, by: 'chair', commandId: 'x', schema: 1, fact: '{"type":"timeAdded","seconds":9}' }]);
      const wrongHash = 'f'.repeat(40);
      const nonsense = ['', 'nonsense', '[]', '[1]', '{}', 'null', '[{"offset":4}]', message(4, 1, wrongHash), message(3, 1, last.position.hash)];
      for (const text of [...nonsense, message(9, 1, wrongHash), message(4, 7, wrongHash), message(2, 1, wrongHash)]) {
        await redis.command('PUBLISH', keys.live, text);
      }
      await appendMany(events, 'm1', 'd', 2);
      await until('the next two', 5_000, () => feed.events.length >= 5);

      // A commit whose message never came: made by hand past the script, as the follower sees it.
      await redis.command('EVAL', `local h = redis.sha1hex(ARGV[1] .. '6' .. '1' .. ARGV[2])
        redis.call('XADD', KEYS[1], '6-0', 'epoch', 1, 'hash', h, 'time', 1, 'by', 'chair', 'command', 'silent', 'schema', 1, 'fact', ARGV[2])
        redis.call('HSET', KEYS[2], 'offset', 6, 'hash', h)`, '2', keys.log, keys.meta, (await events.position('m1')).hash, '{"type":"listClosed"}');
      await until('the silent one', 5_000, () => feed.events.length >= 6);
      expectWholeChain(feed.events, 6);
      expect(feed.events).toEqual(await readAll(events, 'm1'));
      expect([feed.troubles, feed.epochs]).toEqual([[], []]);
    });

    it('makes a deleted head again from the log, and refuses to go on over a deleted log', async () => {
      const { events } = await open();
      const position = await appendMany(events, 'm1', 'c', 3);
      await redis.command('DEL', keys.meta);
      const made = { ...position, epoch: 2 };
      expect(await events.position('m1')).toEqual(made);
      expect((await events.append('m1', made, commitOf('next', [timeAdded(1)]))).status).toBe('committed');
      expectWholeChain(await readAll(events, 'm1'), 4);

      const feed = recordFeed();
      await events.follow('m1', feed.listener);
      const head = await events.position('m1');
      await redis.command('DEL', keys.log);
      await expect(events.append('m1', head, commitOf('more', [timeAdded(1)]))).rejects.toMatchObject({ name: 'StoreUnavailable' });
      await until('the follower to say so', 5_000, () => feed.troubles.length === 1);
      expect(feed.events).toEqual([]);
    });

    it('is quiet about a durable Redis and warns about any other', async () => {
      await open();
      expect(warnings).toEqual([]);
      await redis.command('CONFIG', 'SET', 'appendfsync', 'everysec');
      await redis.command('CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru');
      await open();
      expect(warnings.length).toBe(2);
      expect(warnings[0]).toContain('appendfsync everysec');
      expect(warnings[1]).toContain('allkeys-lru');
      await redis.command('CONFIG', 'SET', 'appendfsync', 'always');
      await redis.command('CONFIG', 'SET', 'maxmemory-policy', 'noeviction');
    });

    it('waits for a replica where there is one', async () => {
      await redis.command('CONFIG', 'SET', 'repl-diskless-sync-delay', '0');
      const replica = await startRedisServer(['--replicaof', '127.0.0.1', String(redis.port)]);
      try {
        await until('the replica to be in step', 10_000, async () => /master_link_status:up/.test(String(await replica.command('INFO', 'replication'))));
        const [{ events }, other] = [await open(), await open()];
        const position = await appendMany(events, 'm1', 'c', 3);
        expect(await replica.command('XLEN', keys.log)).toBe(3);
        replica.freeze();
        const command = commitOf('alone', [timeAdded(1)]);
        await expect(events.append('m1', position, command)).rejects.toMatchObject({ name: 'StoreUnavailable' });
        // Also for the process that only hears that it is known: an ok must not come by a detour.
        await expect(other.events.append('m1', position, command)).rejects.toMatchObject({ name: 'StoreUnavailable' });
        replica.thaw();
        expect(await events.append('m1', position, command)).toMatchObject({ status: 'duplicate', position: { offset: 4 } });
        expectWholeChain(await readAll(events, 'm1'), 4);
      } finally {
        await replica.stop();
      }
    });
  });

  async function hash(key: string): Promise<Readonly<Record<string, string>>> {
    const fields = await redis.command('HGETALL', key);
    return Object.fromEntries(Object.entries(Object(fields)).map(([name, value]) => [name, String(value)]));
  }
});

describe('Opening a Redis store', () => {
  it('says unavailable when nothing answers', async () => {
    // Port 1 needs root and is nobody's.
    await expect(openStore({ redisUrl: 'redis://127.0.0.1:1', dataDir: '', warn: () => {} })).rejects.toMatchObject({ name: 'StoreUnavailable' });
  });
});
