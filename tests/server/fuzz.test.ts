import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandSchemas } from '../../shared/protocol/messages/command.ts';
import { type RunningTestServer, sample, startTestServer } from './running-server.ts';

let server: RunningTestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const types = Object.keys(commandSchemas);
const ids = fc.constantFrom('e1', 'e2', 'e3', 'p1', 's1', 'c1', 'cue1', '', '__proto__', 'x'.repeat(65));

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
    text: fc.string({ unit: 'binary' }),
    status: fc.constantFrom('received', 'expected', 'odd'),
    paragraph: fc.integer(),
    mode: fc.constantFrom('onScript', 'offScript', 'odd'),
    revision: fc.integer(),
    patch: fc.jsonValue(),
    entry: fc.jsonValue(),
  },
  { requiredKeys: ['type', 'commandId'] },
);

describe('bodies from anywhere', () => {
  it('[RT21] never make the server fail, whatever JSON they hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (body) => {
        const response = await server.post('admin', `${sample}/commands`, body);
        expect(response.status).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
  });

  it('never make the server fail when they look like commands', async () => {
    await fc.assert(
      fc.asyncProperty(commandLike, async (command) => {
        const response = await server.post('admin', `${sample}/commands`, command);
        expect(response.status).toBeLessThan(500);
      }),
      { numRuns: 150 },
    );
  });

  it('never make the server fail as plans', async () => {
    const plan = fc.record({ title: fc.string(), date: fc.string(), timeZone: fc.string(), segments: fc.jsonValue() });
    await fc.assert(
      fc.asyncProperty(plan, async (value) => {
        const response = await server.post('admin', '/api/meetings', { plan: value });
        expect(response.status).toBeLessThan(500);
      }),
      { numRuns: 40 },
    );
  });

  it('[RT21] never make the server fail as addresses', async () => {
    await fc.assert(
      fc.asyncProperty(fc.webPath(), fc.webQueryParameters(), async (path, query) => {
        const response = await server.get('admin', `/${path.replace(/^\/+/, '')}?${query}`);
        expect(response.status).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
  });

  it('leave a log that can still be read and folded', async () => {
    expect((await server.get('chair', `${sample}/events?limit=5000`)).status).toBe(200);
    expect((await server.get('chair', sample)).status).toBe(200);
  });
});
