import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPrometheus } from '../../server/http/prometheus.ts';
import { redisIsMissing, startRedisServer } from '../kit/redis-server.ts';
import { until } from '../kit/until.ts';
import { problemOf, type RunningTestServer, startTestServer } from './running-server.ts';

let server: RunningTestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function scrape(from: RunningTestServer = server): Promise<string> {
  const response = await from.get(null, '/metrics');
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  return response.text();
}

/** Of one line, named as Prometheus names it, labels included. */
function valueIn(text: string, series: string): number | null {
  const line = text.split('\n').find((each) => each.startsWith(`${series} `));
  return line === undefined ? null : Number(line.slice(series.length + 1));
}

describe('/metrics', () => {
  it('[OP1] is for this machine and for the admin; what a proxy brings is not from this machine', async () => {
    expect((await server.get(null, '/metrics')).status).toBe(200);
    for (const header of ['X-Forwarded-For', 'Forwarded', 'X-Real-IP', 'Via']) {
      const forwarded = { [header]: 'for=127.0.0.1' };
      expect((await server.get(null, '/metrics', forwarded)).status).toBe(401);
      expect((await problemOf(await server.get('chair', '/metrics', forwarded))).code).toBe('notYourStation');
      expect((await server.get('admin', '/metrics', forwarded)).status).toBe(200);
    }
  });

  it('[OP2] counts each command by type and outcome, and times commit and fan-out', async () => {
    const chair = await server.connect('chair');
    const before = await scrape();
    expect(await chair.send({ type: 'closeList' }, { commandId: 'metered-once' })).toMatchObject({ status: 'ok' });
    expect(await chair.send({ type: 'closeList' }, { commandId: 'metered-once' })).toMatchObject({ status: 'duplicate' });
    expect(await chair.send({ type: 'endStatement' })).toMatchObject({ status: 'refused' });
    expect(await chair.send({ type: 'openList' }, { expires: 1 })).toMatchObject({ status: 'expired' });
    const after = await scrape();
    const rise = (series: string) => (valueIn(after, series) ?? 0) - (valueIn(before, series) ?? 0);
    expect(rise('rostrum_commands_total{type="closeList",outcome="ok"}')).toBe(1);
    expect(rise('rostrum_commands_total{type="closeList",outcome="duplicate"}')).toBe(1);
    expect(rise('rostrum_commands_total{type="endStatement",outcome="refused"}')).toBe(1);
    expect(rise('rostrum_commands_total{type="openList",outcome="expired"}')).toBe(1);
    expect(rise('rostrum_commit_duration_seconds_count{result="committed"}')).toBe(1);
    expect(rise('rostrum_fan_out_duration_seconds_count')).toBe(1);
    expect(rise('rostrum_fan_out_duration_seconds_sum')).toBeLessThan(5);
    expect(valueIn(after, 'rostrum_open_meetings')).toBe(1);
    await chair.close();
  });

  it('[OP2] tells who is connected, what was refused and whether the store answers', async () => {
    const before = await scrape();
    const open = await Promise.all([
      server.connect('chair'),
      server.connect('output'),
      server.connect('display'),
      server.connect('display'),
    ]);
    await expect(server.connect('chair', { token: 'w'.repeat(43) })).rejects.toThrow('401');
    const text = await scrape();
    for (const [audience, count] of [
      ['station', 1],
      ['output', 1],
      ['display', 2],
    ] as const) {
      expect(valueIn(text, `rostrum_connections{audience="${audience}"}`)).toBe(count);
    }
    const refused = 'rostrum_handshakes_refused_total{reason="noSession"}';
    expect((valueIn(text, refused) ?? 0) - (valueIn(before, refused) ?? 0)).toBe(1);
    expect(valueIn(text, 'rostrum_store_up')).toBe(1);
    expect(valueIn(text, 'rostrum_lag_events')).toBe(0);
    expect(valueIn(text, 'rostrum_meetings_not_live')).toBe(0);
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d/m);
    await Promise.all(open.map((client) => client.close()));
  });

  it('[OP2] gives every figure a help text and a unit in its name, and no client can add a label', async () => {
    const odd = await server.connect('viewer');
    odd.sendRaw(JSON.stringify({ k: 'command', commandId: 'odd-command-id', expires: Date.now() + 5_000, type: 'no"such{type}' }));
    await odd.until('an outcome', () => odd.frames().some(({ k }) => k === 'outcome'));
    await odd.close();
    await server.command('chair', { type: 'neverHeardOf' });
    const text = await scrape();
    const ours = [...text.matchAll(/^# TYPE (rostrum_\w+) (\w+)$/gm)].map(([, name = '', type = '']) => ({ name, type }));
    expect(ours.length).toBeGreaterThanOrEqual(16);
    for (const { name, type } of ours) {
      expect(text).toMatch(new RegExp(`^# HELP ${name} \\S.{8,}$`, 'm'));
      if (type === 'counter') expect(name).toMatch(/_total$/);
      if (type === 'histogram') expect(name).toMatch(/_seconds$/);
    }
    expect(text).not.toMatch(/neverHeardOf|such\{type/);
  });

  it('[OP2] has no more labels for close codes than there are codes that mean something', async () => {
    const prometheus = createPrometheus('0.0.0');
    const closed = Object.fromEntries(Array.from({ length: 900 }, (_, index) => [String(3_000 + index), 1]));
    const sockets = { stations: 0, outputs: 0, displays: 0, queuedBytes: 0, lagging: 0, refused: {}, closed: { ...closed, 4008: 2 } };
    const readings = { storeUp: true, openMeetings: 0, meetingsNotLive: 0, lagEvents: null, lagSeconds: 0, sockets };
    for (let scraped = 0; scraped < 2; scraped += 1) {
      const text = await prometheus.text(readings);
      expect(text.match(/^rostrum_connections_closed_total\{/gm)).toHaveLength(2);
      expect(valueIn(text, 'rostrum_connections_closed_total{code="4008"}')).toBe(2);
      expect(valueIn(text, 'rostrum_connections_closed_total{code="other"}')).toBe(900);
      expect(valueIn(text, 'rostrum_lag_events')).toBeNull();
    }
  });
});

describe.skipIf(redisIsMissing('metrics with Redis'))('/metrics with Redis', () => {
  it('[OP2] says that the store is away, for how long, and that it is back', async () => {
    const redis = await startRedisServer([]);
    const onRedis = await startTestServer({ redisUrl: redis.url });
    try {
      const chair = await onRedis.connect('chair');
      await redis.kill9();
      await chair.until('stale', () => !chair.isLive());
      await until('the store to be told as away', 5_000, async () => valueIn(await scrape(onRedis), 'rostrum_store_up') === 0);
      const away = await scrape(onRedis);
      expect(valueIn(away, 'rostrum_meetings_not_live')).toBe(1);
      expect(valueIn(away, 'rostrum_lag_seconds')).toBeGreaterThan(0);
      expect(valueIn(away, 'rostrum_lag_events')).toBeNull();
      await redis.restart();
      await until('the store to be told as back', 10_000, async () => valueIn(await scrape(onRedis), 'rostrum_lag_seconds') === 0);
      expect(valueIn(await scrape(onRedis), 'rostrum_store_up')).toBe(1);
      await chair.close();
    } finally {
      await onRedis.close();
      await redis.stop();
    }
  });

  it('[OP2] counts the events whose message was lost', async () => {
    const redis = await startRedisServer([]);
    const [one, two] = [await startTestServer({ redisUrl: redis.url }), await startTestServer({ redisUrl: redis.url })];
    try {
      const [chair, other] = [await one.connect('chair'), await two.connect('chair')];
      const offset = other.position()?.offset ?? 0;
      // Cuts every subscription: what is published until they are back is lost.
      await redis.command('CLIENT', 'KILL', 'TYPE', 'pubsub');
      await chair.send({ type: 'closeList' });
      await other.until('the event', () => (other.position()?.offset ?? 0) > offset);
      const refilled = [await scrape(one), await scrape(two)].map((text) => valueIn(text, 'rostrum_gap_events_refilled_total') ?? 0);
      expect(Math.max(...refilled)).toBeGreaterThan(0);
      await Promise.all([chair.close(), other.close()]);
    } finally {
      await Promise.all([one.close(), two.close()]);
      await redis.stop();
    }
  });
});
