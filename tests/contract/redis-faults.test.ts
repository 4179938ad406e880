/** What happens when Redis is killed, frozen, replaced or tampered with. */
import { describe, expect, it } from 'vitest';
import { meetingKeys } from '../../server/store/redis-keys.ts';
import { redisIsMissing, startRedisServer } from '../kit/redis-server.ts';
import { until } from '../kit/until.ts';
import { useRedis } from './redis-bench.ts';
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

const keys = meetingKeys('m1');

describe.skipIf(redisIsMissing('Faults of the Redis store'))('The Redis store', () => {
  const { redis, open, hash, subscribers } = useRedis();

  it('[SR11] loses nothing acknowledged when Redis is killed under load; followers catch up in a new epoch before they are live', async () => {
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
    await redis().kill9();
    await writing;
    await until(
      'commands of the follower to fail',
      5_000,
      async () =>
        await two.events.ping().then(
          () => false,
          () => true,
        ),
    );
    // By the loss of the connection itself, not by the next look at the log.
    expect(feed.troubles).toEqual([true]);
    await expect(one.events.position('m1')).rejects.toMatchObject({ name: 'StoreUnavailable' });

    await redis().restart();
    await until('the follower to be back', 10_000, () => feed.troubles.length === 2);
    await until(
      'the writer to be back',
      10_000,
      async () =>
        await one.events.ping().then(
          () => true,
          () => false,
        ),
    );
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
    expect(await subscribers(keys.live)).toBe(1);
  });

  it('[SR15] tells a follower when commits it was told are gone', async () => {
    const { events } = await open();
    const feed = recordFeed();
    await appendMany(events, 'm1', 'c', 3);
    const saved = { meta: await hash(keys.meta), log: await readAll(events, 'm1') };
    await events.follow('m1', feed.listener);
    await appendMany(events, 'm1', 'lost', 2);
    await until('both events', 5_000, () => feed.events.length === 2);

    // What a replica looks like that took over without the last two.
    await redis().command(
      'EVAL',
      `redis.call('XDEL', KEYS[1], '4-0', '5-0')
      redis.call('HSET', KEYS[2], 'offset', 3, 'hash', ARGV[1], 'run_id', 'another')`,
      '2',
      keys.log,
      keys.meta,
      saved.meta.hash ?? '',
    );
    await until('the follower to be told', 5_000, () => feed.epochs.length === 1);
    expect(feed.epochs).toEqual([{ position: { ...lastOf(saved.log).position, epoch: 2 }, history: 'lost', toldBefore: 2 }]);
  });

  it('tells a follower at once when another history has grown as long as its own', async () => {
    const { events } = await open();
    const feed = recordFeed();
    await appendMany(events, 'm1', 'c', 3);
    await events.follow('m1', feed.listener);
    await redis().command('DEL', keys.log, keys.meta);
    await appendMany(events, 'm1', 'other', 5);
    await until('the follower to be told', 5_000, () => feed.epochs.length === 1);
    expect(lastOf(feed.epochs).history).toBe('lost');
    await appendAnyway(events, 'm1', 'next');
    await until('the next event', 5_000, () => feed.events.at(-1)?.commandId === 'next');
    const told = offsetsOf(feed.events);
    expect(told).toEqual(range(lastOf(feed.epochs).position.offset + 1, 6));
  });

  it('[SR13] says unavailable in about 2 s when Redis is frozen, hangs nowhere, and catches up after', async () => {
    const [one, two] = [await open(), await open()];
    const feed = recordFeed();
    await two.events.follow('m1', feed.listener);
    await appendMany(one.events, 'm1', 'c', 3);
    await until('three events', 5_000, () => feed.events.length === 3);
    const position = await one.events.position('m1');

    redis().freeze();
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

    redis().thaw();
    await until('the follower to be back', 5_000, () => feed.troubles.length === 2);
    await until(
      'the writer to be back',
      5_000,
      async () =>
        await one.events.ping().then(
          () => true,
          () => false,
        ),
    );
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
    redis().freeze();
    await expect(events.append('m1', position, { ...commitOf('late', [timeAdded(1)]), expires })).rejects.toMatchObject({
      name: 'StoreUnavailable',
    });
    await until('the command to expire', 5_000, () => Date.now() > expires);
    redis().thaw();
    await until(
      'Redis to be back',
      5_000,
      async () =>
        await events.ping().then(
          () => true,
          () => false,
        ),
    );
    expectWholeChain(await readAll(events, 'm1'), 1);
    expect((await events.append('m1', position, { ...commitOf('late', [timeAdded(1)]), expires })).status).toBe('expired');
  });

  it('[SR14] is not misled by what is published: nonsense, repeated, swapped, or never', async () => {
    const { events } = await open();
    const feed = recordFeed();
    await events.follow('m1', feed.listener);
    await appendMany(events, 'm1', 'c', 3);
    await until('three events', 5_000, () => feed.events.length === 3);
    const last = lastOf(feed.events);
    const message = (offset: number, epoch: number, hash: string) =>
      JSON.stringify([
        { offset, epoch, hash, time: last.event.at, by: 'chair', commandId: 'x', schema: 1, fact: '{"type":"timeAdded","seconds":9}' },
      ]);
    const wrongHash = 'f'.repeat(40);
    const nonsense = [
      '',
      'nonsense',
      '[]',
      '[1]',
      '{}',
      'null',
      '[{"offset":4}]',
      message(4, 1, wrongHash),
      message(3, 1, last.position.hash),
    ];
    for (const text of [...nonsense, message(9, 1, wrongHash), message(4, 7, wrongHash), message(2, 1, wrongHash)]) {
      await redis().command('PUBLISH', keys.live, text);
    }
    await appendMany(events, 'm1', 'd', 2);
    await until('the next two', 5_000, () => feed.events.length >= 5);

    // A commit whose message never came: made by hand past the script, as the follower sees it.
    await redis().command(
      'EVAL',
      `local h = redis.sha1hex(ARGV[1] .. '6' .. '1' .. ARGV[2])
      redis.call('XADD', KEYS[1], '6-0', 'epoch', 1, 'hash', h, 'time', 1, 'by', 'chair', 'command', 'silent', 'schema', 1, 'fact', ARGV[2])
      redis.call('HSET', KEYS[2], 'offset', 6, 'hash', h)`,
      '2',
      keys.log,
      keys.meta,
      (await events.position('m1')).hash,
      '{"type":"listClosed"}',
    );
    await until('the silent one', 5_000, () => feed.events.length >= 6);
    expectWholeChain(feed.events, 6);
    expect(feed.events).toEqual(await readAll(events, 'm1'));
    expect([feed.troubles, feed.epochs]).toEqual([[], []]);
  });

  it('makes a deleted head again from the log, and refuses to go on over a deleted log', async () => {
    const { events } = await open();
    const position = await appendMany(events, 'm1', 'c', 3);
    await redis().command('DEL', keys.meta);
    const made = { ...position, epoch: 2 };
    expect(await events.position('m1')).toEqual(made);
    expect((await events.append('m1', made, commitOf('next', [timeAdded(1)]))).status).toBe('committed');
    expectWholeChain(await readAll(events, 'm1'), 4);

    const feed = recordFeed();
    await events.follow('m1', feed.listener);
    const head = await events.position('m1');
    await redis().command('DEL', keys.log);
    await expect(events.append('m1', head, commitOf('more', [timeAdded(1)]))).rejects.toMatchObject({ name: 'StoreUnavailable' });
    await until('the follower to say so', 5_000, () => feed.troubles.length === 1);
    expect(feed.events).toEqual([]);
  });

  it('waits for a replica where there is one', async () => {
    await redis().command('CONFIG', 'SET', 'repl-diskless-sync-delay', '0');
    const replica = await startRedisServer(['--replicaof', '127.0.0.1', String(redis().port)]);
    try {
      await until('the replica to be in step', 10_000, async () =>
        // Asked of the master: it counts a replica before it hears of it that it is in step, and waits for it in vain until then.
        /state=online/.test(String(await redis().command('INFO', 'replication'))),
      );
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
