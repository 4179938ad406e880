import { describe, expect, it } from 'vitest';
import { noPosition } from '../../server/store/event-store.ts';
import { openStore } from '../../server/store/open-store.ts';
import { meetingKeys, outcomeKey } from '../../server/store/redis-keys.ts';
import { redisIsMissing } from '../kit/redis-server.ts';
import { until } from '../kit/until.ts';
import { eventStoreContract } from './event-store-contract.ts';
import { useRedis } from './redis-bench.ts';
import { appendMany, commitOf, expectWholeChain, range, readAll, recordFeed, timeAdded } from './store-fixtures.ts';

const keys = meetingKeys('m1');

describe.skipIf(redisIsMissing('The Redis store'))('The Redis store', () => {
  const { redis, open, warnings, hash, subscribers } = useRedis();

  eventStoreContract(async () => ({ open, end: async () => {} }));

  it('[SR12] writes what other programs read, exactly, in place of what was there', async () => {
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
    expect(meta).toMatchObject({ epoch: '1', offset: '2', hash: position.hash, schema: '2' });
    expect(meta.run_id).toMatch(/^[0-9a-f]{40}$/);
    expect(await redis().command('XLEN', keys.log)).toBe(2);
    expect(JSON.stringify(await redis().command('XRANGE', keys.log, '2-0', '2-0'))).toContain(position.hash);
    const outcome: unknown = JSON.parse(String(await redis().command('GET', outcomeKey('m1', 'c2'))));
    expect(outcome).toMatchObject({ status: 'ok', epoch: 1, offset: 2, hash: position.hash, events: 1 });
    const ttl = Number(await redis().command('TTL', outcomeKey('m1', 'c2')));
    expect(ttl).toBeGreaterThan(86_000);
    expect(ttl).toBeLessThanOrEqual(86_400);
    expect(await redis().command('TTL', keys.meta)).toBe(-1);
    expect(await redis().command('TTL', keys.log)).toBe(-1);
  });

  it('[SR7] shows two processes the commits of each other in one order', async () => {
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

  it('keeps one subscription per topic until the last follower leaves', async () => {
    const { events } = await open();
    const unfollow = await Promise.all(range(1, 3).map(() => events.follow('m1', recordFeed().listener)));
    expect(await subscribers(keys.live)).toBe(1);
    await unfollow[0]?.();
    await unfollow[1]?.();
    expect(await subscribers(keys.live)).toBe(1);
    await unfollow[2]?.();
    expect(await subscribers(keys.live)).toBe(0);
  });

  it('works on after SCRIPT FLUSH', async () => {
    const { events } = await open();
    await appendMany(events, 'm1', 'a', 2);
    await redis().command('SCRIPT', 'FLUSH');
    await appendMany(events, 'm1', 'b', 2);
    expectWholeChain(await readAll(events, 'm1'), 4);
  });

  it('[SR16] is quiet about a durable Redis and warns about any other', async () => {
    await open();
    expect(warnings).toEqual([]);
    await redis().command('CONFIG', 'SET', 'appendfsync', 'everysec');
    await redis().command('CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru');
    await open();
    expect(warnings.length).toBe(2);
    expect(warnings[0]).toContain('appendfsync everysec');
    expect(warnings[1]).toContain('allkeys-lru');
    await redis().command('CONFIG', 'SET', 'appendfsync', 'always');
    await redis().command('CONFIG', 'SET', 'maxmemory-policy', 'noeviction');
  });
});

describe('Opening a Redis store', () => {
  it('says unavailable when nothing answers', async () => {
    // Port 1 needs root and is nobody's.
    await expect(openStore({ redisUrl: 'redis://127.0.0.1:1', dataDir: '', warn: () => {} })).rejects.toMatchObject({
      name: 'StoreUnavailable',
    });
  });
});
