/** What the operator reads, and what nobody must be able to read there. */
import { afterEach, describe, expect, it } from 'vitest';
import { sampleMeetingId } from '../../server/sample/hrc37-panel.ts';
import { redisIsMissing, startRedisServer } from '../kit/redis-server.ts';
import { type ServerProcess, startServerProcess } from '../kit/server-process.ts';
import { connectStation } from '../kit/station.ts';
import { until } from '../kit/until.ts';

let server: ServerProcess;
afterEach(() => server.remove());

const sample = `/api/meetings/${sampleMeetingId}`;

function lines(): readonly Readonly<Record<string, unknown>>[] {
  return server
    .log()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

function messages(): readonly unknown[] {
  return lines().map(({ msg }) => msg);
}

describe('the log', () => {
  it('[OP3] at its most talkative holds no token, cookie, name, text or password', async () => {
    const secrets = [
      'Zebedee-Quartz',
      'Minister-of-Secrets',
      'the-text-of-the-script',
      'a-private-note',
      'reason-nobody-knows',
      'F-Interpreter-Name',
    ];
    server = await startServerProcess({ env: { LOG_LEVEL: 'trace', ADMIN_TOKEN: 'an-admin-token-to-be-kept' } });
    const tokens = [...server.links.values()].map((link) => link.slice(link.lastIndexOf('/') + 1));
    const chair = { Authorization: `Bearer ${server.token('chair')}`, 'Content-Type': 'application/json' };
    const give = (command: object) =>
      fetch(`${server.origin}${sample}/commands`, {
        method: 'POST',
        headers: chair,
        body: JSON.stringify({ commandId: crypto.randomUUID(), ...command }),
      });
    const { meeting } = (await (await fetch(`${server.origin}${sample}`, { headers: chair })).json()) as {
      meeting: { entries: { id: string }[] };
    };
    const entryId = meeting.entries[0]?.id;
    const person = { name: 'Zebedee-Quartz', function: 'Minister-of-Secrets' };
    const statuses = [
      await give({ type: 'insertEntry', entry: { persons: [person], rank: 'state', language: 'en', note: 'a-private-note' } }),
      await give({ type: 'setScript', entryId, language: 'en', text: 'the-text-of-the-script', status: 'received' }),
      await give({ type: 'moveEntry', entryId, beforeId: meeting.entries[2]?.id, reason: 'reason-nobody-knows' }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 200]);

    // Everything that goes wrong, each with something secret in it.
    await give({ type: 'insertEntry', entry: { persons: [{ name: 'Zebedee-Quartz', 'Minister-of-Secrets': 1 }] } });
    await give({ type: 'the-text-of-the-script' });
    await fetch(`${server.origin}${sample}/commands`, { method: 'POST', headers: chair, body: '{"text":"the-text-of-the-script' });
    await fetch(`${server.origin}/join/${server.token('chair')}`, { redirect: 'manual' });
    await fetch(`${server.origin}/join/wrong-but-private-token-1`);
    await fetch(`${server.origin}/the-text-of-the-script?reason-nobody-knows`);
    for (let guess = 0; guess < 40; guess += 1) {
      const cookie = `rostrum_${sampleMeetingId}_chair=wrong-but-private-token-${guess}; other=a-private-cookie`;
      await fetch(`${server.origin}${sample}`, { headers: { Cookie: cookie } });
    }
    const booth = await connectStation({ origin: server.origin, meetingId: sampleMeetingId, token: server.token('booth fr') });
    await booth.send({ type: 'setTeam', booth: 'fr', interpreters: [{ id: 'F-Interpreter-Name', a: ['fr'], b: [], c: [] }] });
    booth.sendRaw('{"k":"the-text-of-the-script');
    booth.sendRaw(Buffer.alloc(20_000, 'a-private-note'));
    expect(await booth.closed).toBe(1009);
    expect(await server.stop()).toBe(0);

    const log = server.log();
    expect(messages()).toEqual(
      expect.arrayContaining(['started', 'socket failed', 'too many wrong tokens from one address', 'stopping', 'draining']),
    );
    const never = [...secrets, ...tokens, 'an-admin-token-to-be-kept', 'wrong-but-private-token', 'a-private-cookie'];
    expect(never.filter((secret) => log.includes(secret))).toEqual([]);
  }, 60_000);

  it('[OP10] warns when the admin token is short', async () => {
    server = await startServerProcess({ env: { ADMIN_TOKEN: 'short-one' } });
    expect(lines()).toContainEqual(
      expect.objectContaining({ level: 40, msg: 'ADMIN_TOKEN has less than 16 characters: it can be guessed' }),
    );
    expect(server.log()).not.toContain('short-one');
  }, 60_000);
});

describe.skipIf(redisIsMissing('the log with Redis'))('the log with Redis', () => {
  it('[OP11] tells once that the store is away, that it is back, and of a new epoch, with ids only', async () => {
    const redis = await startRedisServer([]);
    try {
      server = await startServerProcess({ env: { REDIS_URL: redis.url } });
      const chair = await connectStation({ origin: server.origin, meetingId: sampleMeetingId, token: server.token('chair') });
      await redis.kill9();
      await until('the line', 10_000, () => messages().includes('store away'));
      await redis.restart();
      await until('the other line', 10_000, () => messages().includes('store back') && messages().includes('store began a new epoch'));
      const told = lines().filter(({ msg }) => /^store (away|back|began)/.test(String(msg)));
      expect(told.filter(({ msg }) => msg === 'store away')).toHaveLength(1);
      expect(told.find(({ msg }) => msg === 'store back')).toMatchObject({ meetingId: sampleMeetingId, ms: expect.any(Number) });
      expect(told.find(({ msg }) => msg === 'store began a new epoch')).toMatchObject({
        meetingId: sampleMeetingId,
        history: 'kept',
        epoch: 2,
      });
      await chair.close();
    } finally {
      await redis.stop();
    }
  }, 60_000);
});
