/**
 * Bodies, headers and addresses that no client of ours would send. `ROSTRUM_FUZZ_RUNS` says how many in all; the soak takes
 * 10,000, the usual run what fits in a few seconds.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandSchemas } from '../../shared/protocol/messages/command.ts';
import type { Station } from '../../shared/domain/stations.ts';
import { samplePlan } from '../../server/sample/hrc37-panel.ts';
import { sendRaw } from '../kit/raw-http.ts';
import { type RunningTestServer, sample, startTestServer } from './running-server.ts';

const runs = Number(process.env.ROSTRUM_FUZZ_RUNS ?? 4_000);
const timeoutMs = 30_000 + runs * 20;

let server: RunningTestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** The quota of commands is per session, so many sessions come further than one. */
const senders: readonly Station[] = [
  'admin',
  'chair',
  'webcast',
  'viewer',
  'display',
  'booth:en',
  'booth:fr',
  'booth:es',
  'booth:ru',
  'booth:ar',
  'booth:zh',
];
const station = fc.constantFrom(...senders);
const types = Object.keys(commandSchemas);
const ids = fc.constantFrom('e1', 'e2', 'e3', 'p1', 's1', 'c1', 'cue1', '', '__proto__', 'constructor', 'x'.repeat(65));
const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constant('\ud800'), fc.constant('\u202e<b>'), fc.constant('\0'));

/** Near enough to real commands to come past the parser often. */
const commandLike = fc.record(
  {
    type: fc.constantFrom(...types),
    commandId: fc.stringMatching(/^[a-z0-9]{8,20}$/),
    expires: fc.oneof(fc.double(), fc.constant(Number.MAX_SAFE_INTEGER)),
    entryId: ids,
    withId: ids,
    beforeId: ids,
    personId: ids,
    from: ids,
    changeId: ids,
    cueId: ids,
    cueHash: fc.string(),
    seconds: fc.oneof(fc.integer(), fc.double(), fc.constant(1e308)),
    language: fc.constantFrom('en', 'ar', 'xx', '', 'zz-ZZ'),
    booth: fc.constantFrom('en', 'fr', 'xx'),
    into: fc.constantFrom('en', 'fr', 'xx'),
    interpreter: fc.string(),
    text,
    status: fc.constantFrom('received', 'expected', 'odd'),
    paragraph: fc.integer(),
    mode: fc.constantFrom('onScript', 'offScript', 'odd'),
    revision: fc.integer(),
    patch: fc.jsonValue(),
    entry: fc.jsonValue(),
  },
  { requiredKeys: ['type', 'commandId'] },
);

/** A plan with some of its members replaced by anything. */
const planLike = fc.record(
  {
    title: fc.oneof(text, fc.constant(samplePlan.title)),
    date: fc.constantFrom('2026-02-30', '2026-03-01', '', '9999-99-99', '0000-00-00'),
    timeZone: fc.constantFrom('Europe/Geneva', 'Europe/Zurich', '', '__proto__'),
    segments: fc.oneof(fc.jsonValue(), fc.constant(samplePlan.segments)),
    participants: fc.jsonValue(),
    languages: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

/** What would tell a stranger how the server is built. */
const leak = /\bat [\w.<>]+ \(|\.(ts|mjs|js):\d+|node_modules|node:internal|file:\/\/|\/server\/|Error: |ZodError/;
const repository = process.cwd();

async function judge(response: Response): Promise<number> {
  const body = await response.text();
  expect(response.status).toBeLessThan(500);
  if (response.status >= 400) {
    expect(body).not.toMatch(leak);
    expect(body).not.toContain(repository);
  }
  return response.status;
}

interface Head {
  readonly offset: number;
  readonly hash: string;
}

/** The chained hash stands for the whole state: it is folded from nothing but the log. */
async function head(): Promise<Head> {
  const response = await server.get('viewer', `${sample}/events?after=1000000&limit=1`);
  return ((await response.json()) as { position: Head }).position;
}

async function meetingCount(): Promise<number> {
  return ((await (await server.get(null, '/api/meetings')).json()) as { meetings: unknown[] }).meetings.length;
}

function property(share: number): { numRuns: number } {
  return { numRuns: Math.ceil(runs * share) };
}

describe('what comes from anywhere', () => {
  const counts = { asked: 0, refused: 0, tooMany: 0 };

  /** Nothing that is refused changes anything. */
  async function refusedChangesNothing(ask: () => Promise<Response>): Promise<void> {
    const before = await head();
    const status = await judge(await ask());
    counts.asked += 1;
    if (status === 429) counts.tooMany += 1;
    if (status < 300) return;
    counts.refused += 1;
    expect(await head()).toEqual(before);
  }

  it(
    '[RT21][RT44] as JSON of any shape is refused, leaks nothing and changes nothing',
    async () => {
      const body = fc.oneof(
        fc.json(),
        fc.json().map((json) => json.slice(1)),
        text,
        fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('latin1')),
      );
      const run = fc.asyncProperty(body, station, (json, by) => refusedChangesNothing(() => server.post(by, `${sample}/commands`, json)));
      await fc.assert(run, property(0.2));
    },
    timeoutMs,
  );

  it(
    '[RT44] as almost a command is refused or carried out, and a refusal changes nothing',
    async () => {
      const run = fc.asyncProperty(commandLike, station, (command, by) =>
        refusedChangesNothing(() => server.post(by, `${sample}/commands`, command)),
      );
      await fc.assert(run, property(0.35));
    },
    timeoutMs,
  );

  it(
    '[RT44] as almost a plan makes a meeting or none, and never touches another',
    async () => {
      const before = await head();
      const run = fc.asyncProperty(planLike, fc.constantFrom<Station>('admin', 'chair'), async (plan, by) => {
        const meetings = await meetingCount();
        const status = await judge(await server.post(by, '/api/meetings', { plan }));
        counts.asked += 1;
        expect(await meetingCount()).toBe(status === 201 ? meetings + 1 : meetings);
      });
      await fc.assert(run, property(0.05));
      expect(await head()).toEqual(before);
    },
    timeoutMs,
  );

  it(
    '[RT21][RT44] as an address, with any query and any method, finds something or nothing',
    async () => {
      const before = await head();
      const segment = fc.oneof(
        fc.webSegment(),
        fc.constantFrom('..', '%2e%2e', '%00', '%ff', 'api', 'meetings', sample.slice(1), 'events', 'join', 'live', '__proto__'),
      );
      const path = fc.array(segment, { maxLength: 6 }).map((segments) => `/${segments.join('/')}`);
      const run = fc.asyncProperty(
        path,
        fc.webQueryParameters(),
        fc.constantFrom('GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'),
        async (address, query, method) => {
          counts.asked += 1;
          // The admin may delete a meeting, which is no fault; everything else is asked with all rights.
          const token = method === 'DELETE' ? server.token('chair') : server.adminToken;
          const headers = { Authorization: `Bearer ${token}` };
          await judge(await fetch(`${server.origin}${address.replace(/^\/+/, '/')}?${query}`, { method, headers, redirect: 'manual' }));
        },
      );
      await fc.assert(run, property(0.2));
      expect(await head()).toEqual(before);
    },
    timeoutMs,
  );

  it(
    '[RT44] as bytes in the place of a request gets an answer without a fault, or none',
    async () => {
      const before = await head();
      const bytes = fc.uint8Array({ maxLength: 200 });
      const request = fc.oneof(
        bytes,
        bytes.map((target) =>
          Buffer.concat([Buffer.from('GET /'), target, Buffer.from(` HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)]),
        ),
        bytes.map((value) =>
          Buffer.concat([
            Buffer.from(`GET ${sample} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: `),
            value,
            Buffer.from('\r\n\r\n'),
          ]),
        ),
        bytes.map((value) =>
          Buffer.concat([
            Buffer.from(
              `GET ${sample}/live HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Protocol: `,
            ),
            value,
            Buffer.from('\r\n\r\n'),
          ]),
        ),
      );
      const run = fc.asyncProperty(request, async (sent) => {
        counts.asked += 1;
        // What is no whole request is waited for; a moment is enough to see whether it is answered with a fault.
        const answer = await sendRaw(server.origin, { bytes: Buffer.concat([sent, Buffer.from('\r\n\r\n')]), deadlineMs: 60 });
        expect(answer.status ?? 0).toBeLessThan(500);
        expect(answer.text).not.toMatch(leak);
      });
      await fc.assert(run, property(0.2));
      expect(await head()).toEqual(before);
    },
    timeoutMs,
  );

  it('[RT44] was judged by the parser and the rules, and not only by the quota', () => {
    expect(counts.asked).toBeGreaterThanOrEqual(runs);
    expect(counts.refused).toBeGreaterThan(runs * 0.2);
    expect(counts.tooMany).toBeLessThan(counts.asked * 0.1);
    console.log(`${counts.asked} fuzzed requests, ${counts.refused} refused, ${counts.tooMany} over the quota`);
  });

  it('[RT44] leaves a log that can still be read and folded', async () => {
    expect((await server.get('chair', `${sample}/events?limit=5000`)).status).toBe(200);
    expect((await server.get('chair', sample)).status).toBe(200);
    expect((await server.get(null, '/readyz')).status).toBe(200);
  });
});
