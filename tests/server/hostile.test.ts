import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningTestServer, sample, startTestServer } from './running-server.ts';

let server: RunningTestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('a hostile client', () => {
  it.each([
    ['what is not JSON', '{'],
    ['unknown frames', '{"k":"dance"}'],
    ['a hello that is not one', '{"k":"hello","client":"short"}'],
    ['binary', Buffer.from('{"k":"time","a":1}')],
  ])('that sends %s is let off twice and closed the third time', async (_what, data) => {
    const client = await server.connect('viewer');
    client.sendRaw(data);
    client.sendRaw(data);
    client.sendRaw(JSON.stringify({ k: 'time', a: 1 }));
    await client.until('an answer after two mistakes', () => client.frames().some(({ k }) => k === 'time'));
    client.sendRaw(data);
    expect(await client.closed).toBe(4203);
  });

  it('is told when a command could not be read', async () => {
    const client = await server.connect('chair');
    client.sendRaw(JSON.stringify({ k: 'command', commandId: 'without-expiry', type: 'closeList' }));
    client.sendRaw(JSON.stringify({ k: 'command', commandId: 'odd-payload', expires: Date.now() + 1_000, type: 'closeList', extra: 1 }));
    await client.until('two outcomes', () => client.frames().filter(({ k }) => k === 'outcome').length === 2);
    for (const commandId of ['without-expiry', 'odd-payload']) {
      expect(client.frames()).toContainEqual({ k: 'outcome', commandId, status: 'refused', code: 'malformed' });
    }
    await client.close();
  });

  it.each([
    ['viewer', 16 * 1024],
    ['display', 1024],
  ] as const)('that sends more than its payload as %s is cut off', async (station, bytes) => {
    const client = await server.connect(station);
    client.sendRaw('x'.repeat(bytes + 1));
    expect(await client.closed).toBe(1009);
  });

  it('that says no hello within five seconds is closed', async () => {
    const client = await server.connect('viewer', { hello: 'none' });
    const opened = performance.now();
    expect(await client.closed).toBe(4203);
    expect(performance.now() - opened).toBeGreaterThan(4_000);
  }, 10_000);

  it('[RT15] is told when it gives too many commands, and closed when it goes on', async () => {
    const client = await server.connect('viewer');
    for (let index = 0; index < 45; index += 1) {
      client.sendRaw(JSON.stringify({ k: 'command', commandId: `flooding-${index}`, expires: Date.now() + 9_000, type: 'closeList' }));
    }
    await client.until('45 outcomes', () => client.frames().filter(({ k }) => k === 'outcome').length === 45);
    const limited = client.frames().filter((frame) => frame.k === 'outcome' && frame.code === 'rateLimited');
    expect(limited.length).toBeGreaterThan(0);
    for (let index = 0; index < 300; index += 1) client.sendRaw(JSON.stringify({ k: 'time', a: index }));
    expect(await client.closed).toBe(4029);
  });

  it('[RT15] leaves the others undisturbed', async () => {
    const chair = await server.connect('chair');
    expect(await chair.send({ type: 'closeList' })).toMatchObject({ status: 'ok' });
    expect((await server.get('chair', sample)).status).toBe(200);
    expect((await server.get(null, '/readyz')).status).toBe(200);
  });
});
