/**
 * Durable commits a second of one Redis (AOF always) and what a meeting takes in it. Thirty meetings at once, each waiting
 * for its commit before the next. The baseline is the least that could do it: one script with a stream entry and a message.
 */
import { createClient } from 'redis';
import { samplePlan } from '../../server/sample/hrc37-panel.ts';
import { type EventStore, noPosition, type Position } from '../../server/store/event-store.ts';
import { openStore } from '../../server/store/open-store.ts';
import type { Fact } from '../../shared/domain/events.ts';
import type { Bench, BenchOrder, BenchRun } from './bench.ts';
import type { Figures } from './figures.ts';
import { type BenchRedis, startRedis } from './redis.ts';

const meetings = 30;
const longMeeting = 5_000;
const fact: Fact = { type: 'timeAdded', seconds: 30 };

export const commits: Bench = {
  about: 'durable commits of 30 meetings at once (Redis, AOF always); baseline: one script with XADD and PUBLISH',
  clients: meetings,
  ratios: { commits: 'commitsPerSecond' },
  async run(order): Promise<BenchRun> {
    return { baseline: await withRedis((redis) => bare(redis, order)), rostrum: await withRedis((redis) => rostrum(redis, order)) };
  },
};

async function withRedis(work: (redis: BenchRedis) => Promise<Figures>): Promise<Figures> {
  const redis = await startRedis();
  try {
    return await work(redis);
  } finally {
    await redis.stop();
  }
}

const script = "redis.call('XADD', KEYS[1], '*', 'e', ARGV[1]) redis.call('PUBLISH', KEYS[2], ARGV[1]) return 1";

async function bare(redis: BenchRedis, order: BenchOrder): Promise<Figures> {
  const client = await createClient({ url: redis.url }).connect();
  const stored = JSON.stringify({ ...fact, at: Date.now(), by: 'chair' });
  try {
    return await perSecond(order, (meeting) =>
      client.eval(script, { keys: [`{m:${meeting}}:log`, `{m:${meeting}}:live`], arguments: [stored] }),
    );
  } finally {
    client.destroy();
  }
}

async function rostrum(redis: BenchRedis, order: BenchOrder): Promise<Figures> {
  const store = await openStore({ redisUrl: redis.url, dataDir: '', warn: () => undefined });
  const client = await createClient({ url: redis.url }).connect();
  try {
    const at = new Map<string, Position>();
    for (let number = 0; number < meetings; number += 1) await plan(store.events, `m${number}`, at);
    const measured = await perSecond(order, (meeting) => append(store.events, meeting, [fact], at));
    const before = await usedBytes(client);
    await plan(store.events, 'long', at);
    for (let written = 1; written < longMeeting; written += 1) await append(store.events, 'long', [fact], at);
    return { ...measured, kbPerMeeting: (await usedBytes(client)) / 1_024 - before / 1_024 };
  } finally {
    client.destroy();
    await store.events.close();
  }
}

async function perSecond({ seconds }: BenchOrder, commit: (meeting: string) => Promise<unknown>): Promise<Figures> {
  const until = performance.now() + seconds * 1_000;
  let done = 0;
  const keepOn = async (meeting: string): Promise<void> => {
    while (performance.now() < until) {
      await commit(meeting);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: meetings }, (_, number) => keepOn(`m${number}`)));
  return { commitsPerSecond: done / seconds };
}

async function plan(events: EventStore, meeting: string, at: Map<string, Position>): Promise<void> {
  await append(events, meeting, [{ type: 'meetingPlanned', meetingId: meeting, plan: samplePlan }], at);
}

let ids = 0;

async function append(events: EventStore, meeting: string, facts: readonly Fact[], at: Map<string, Position>): Promise<void> {
  ids += 1;
  const commit = {
    commandId: `bench-commit-${ids}`,
    by: 'chair',
    expires: null,
    facts,
    now: { speaker: 'e1', offset: '@offset' },
  } as const;
  const result = await events.append(meeting, at.get(meeting) ?? noPosition, commit);
  if (result.status !== 'committed') throw new Error(`Expected a commit, got ${result.status}`);
  at.set(meeting, result.position);
}

async function usedBytes(client: { info(section: string): Promise<string> }): Promise<number> {
  const used = /^used_memory:(\d+)/m.exec(await client.info('memory'));
  return Number(used?.[1]);
}
