/** Who guesses at tokens, and who comes under another name. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { clientAddressBehind, networkOf } from '../../server/lib/address.ts';
import { ownHostCheck } from '../../server/lib/own-host.ts';
import { sampleMeetingId, samplePlan } from '../../server/sample/hrc37-panel.ts';
import { getRequest, type RawAnswer, sendRaw } from '../kit/raw-http.ts';
import { type RunningTestServer, sample, startTestServer } from './running-server.ts';

/** Sources on this machine, so that every test has addresses nobody else has used. */
let lastAddress = 10;
function newAddress(): string {
  lastAddress += 1;
  return `127.0.0.${lastAddress}`;
}

const handshake = [
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Protocol: rostrum.v2',
];

/** Every way to show a token, for a meeting. */
const doors: Readonly<Record<string, (origin: string, meetingId: string, token: string) => string>> = {
  'a station link': (origin, _meetingId, token) => getRequest(origin, `/join/${token}`),
  'a bearer token': (origin, meetingId, token) => getRequest(origin, `/api/meetings/${meetingId}`, [`Authorization: Bearer ${token}`]),
  'a cookie': (origin, meetingId, token) =>
    getRequest(origin, `/api/meetings/${meetingId}`, [`Cookie: rostrum_${meetingId}_chair=${token}`]),
  'the links of a meeting': (origin, meetingId, token) =>
    getRequest(origin, `/api/meetings/${meetingId}/links`, [`Cookie: rostrum_admin=${token}`]),
  'a command': (origin, meetingId, token) =>
    `POST /api/meetings/${meetingId}/commands HTTP/1.1\r\nHost: ${new URL(origin).host}\r\nConnection: close\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}`,
  'the figures': (origin, _meetingId, token) =>
    getRequest(origin, '/metrics', [`Authorization: Bearer ${token}`, 'X-Forwarded-For: 10.0.0.1']),
  'a handshake': (origin, meetingId, token) =>
    getRequest(origin, `/api/meetings/${meetingId}/live`, [`Authorization: Bearer ${token}`, ...handshake]).replace(
      'Connection: close',
      'Connection: Upgrade',
    ),
  'a handshake with a cookie': (origin, meetingId, token) =>
    getRequest(origin, `/api/meetings/${meetingId}/live`, [
      `Origin: ${origin}`,
      `Cookie: rostrum_${meetingId}_chair=${token}`,
      ...handshake,
    ]).replace('Connection: close', 'Connection: Upgrade'),
};

const wrongToken = 'w'.repeat(43);

describe('wrong tokens', () => {
  let server: RunningTestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it.each(Object.keys(doors))(
    '[OP7] are answered 429 after thirty from one address, shown as %s, and the right one still works',
    async (name) => {
      const door = doors[name] ?? expect.fail();
      const from = newAddress();
      const show = (token: string) =>
        sendRaw(server.origin, { bytes: door(server.origin, sampleMeetingId, token), from, deadlineMs: 3_000 });
      const statuses: (number | null)[] = [];
      for (let guess = 0; guess < 40; guess += 1) statuses.push((await show(`${wrongToken}${guess}`)).status);
      const first = name === 'a station link' ? 404 : 401;
      expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => first));
      // One may have come back to the quota meanwhile.
      expect(statuses.slice(30).filter((status) => status === 429).length).toBeGreaterThanOrEqual(9);
      const limited = await show(wrongToken);
      expect(limited.status).toBe(429);
      expect(limited.text).toMatch(/^retry-after: 5\r$/im);

      // Of whoever sits behind the same address.
      const admin = await sendRaw(server.origin, {
        bytes: getRequest(server.origin, `${sample}/links`, [`Authorization: Bearer ${server.adminToken}`]),
        from,
      });
      expect(admin.status).toBe(200);
      const chair = await sendRaw(server.origin, { bytes: getRequest(server.origin, `/join/${server.token('chair')}`), from });
      expect(chair.status).toBe(303);
      // And those elsewhere are not punished for it.
      const elsewhere = await sendRaw(server.origin, { bytes: door(server.origin, sampleMeetingId, wrongToken), from: newAddress() });
      expect(elsewhere.status).toBe(first);
    },
  );

  it.each(Object.keys(doors))('[OP8] say nothing about which meetings there are: %s', async (name) => {
    const door = doors[name] ?? expect.fail();
    const from = newAddress();
    // Of an id as long as the real one, so that nothing but the answer could tell them apart.
    const nowhere = 'x'.repeat(sampleMeetingId.length);
    const answers: string[] = [];
    for (const meetingId of [sampleMeetingId, nowhere, 'NOT-AN-ID', '%00']) {
      const answer = await sendRaw(server.origin, { bytes: door(server.origin, meetingId, wrongToken), from });
      answers.push(answer.text.replace(/^date: .*\r\n/im, ''));
    }
    expect(answers[0]).toMatch(/^HTTP\/1\.1 40[14] /);
    expect(new Set(answers).size).toBe(1);
  });

  it('[OP8] of a station of another meeting say no more', async () => {
    const chair = [`Authorization: Bearer ${server.token('chair')}`];
    const ask = (path: string) => sendRaw(server.origin, { bytes: getRequest(server.origin, path, chair) });
    const other = await server.post('admin', '/api/meetings', { plan: samplePlan });
    const { meetingId } = (await other.json()) as { meetingId: string };
    const [there, nowhere] = [await ask(`/api/meetings/${meetingId}`), await ask('/api/meetings/nowhere-at-all')];
    expect(there.status).toBe(403);
    const body = ({ text }: RawAnswer) => text.slice(text.indexOf('\r\n\r\n'));
    expect(body(nowhere)).toBe(body(there));
  });
});

describe('behind a proxy', () => {
  let server: RunningTestServer;
  const proxy = newAddress();
  beforeAll(async () => {
    server = await startTestServer({ trustedProxies: [proxy] });
  });
  afterAll(() => server.close());

  async function show(from: string, client: string): Promise<number | null> {
    const bytes = getRequest(server.origin, `/join/${wrongToken}`, [`X-Forwarded-For: ${client}`]);
    return (await sendRaw(server.origin, { bytes, from })).status;
  }

  it('[OP12] counts clients by what the proxy says, which they cannot change', async () => {
    // What the client claims stands left of what the proxy adds.
    for (let guess = 0; guess < 32; guess += 1) await show(proxy, `203.0.113.${guess}, 198.51.100.1`);
    expect(await show(proxy, '198.51.100.1')).toBe(429);
    expect(await show(proxy, '198.51.100.2')).toBe(404);
  });

  it('[OP12] believes nobody else who claims to be one', async () => {
    const liar = newAddress();
    for (let guess = 0; guess < 32; guess += 1) await show(liar, `203.0.113.${guess}`);
    expect(await show(liar, '203.0.113.200')).toBe(429);
  });

  it('[OP12] looks past as many proxies as it knows', () => {
    const addressOf = clientAddressBehind(['10.0.0.1', '10.0.0.2', '::1']);
    expect(addressOf('::ffff:10.0.0.1', '1.2.3.4, 5.6.7.8, 10.0.0.2')).toBe('5.6.7.8');
    expect(addressOf('::1', ['1.2.3.4', '2001:db8::9'])).toBe('2001:db8::9');
    expect(addressOf('10.0.0.1', 'unknown')).toBe('10.0.0.1');
    expect(addressOf('10.0.0.1', undefined)).toBe('10.0.0.1');
    expect(addressOf('10.0.0.9', '1.2.3.4')).toBe('10.0.0.9');
  });
});

describe('an admin token that can be guessed', () => {
  let server: RunningTestServer;
  afterEach(() => server.close());

  it('[OP10] is not looked at from where too many were tried, until its owner has been there', async () => {
    server = await startTestServer({ adminToken: 'weak-admin-1' });
    const ask = (token: string, from: string) =>
      sendRaw(server.origin, { bytes: getRequest(server.origin, `${sample}/links`, [`Authorization: Bearer ${token}`]), from });
    const flood = async (from: string) => {
      for (let guess = 0; guess < 32; guess += 1) await ask(`weak-admin-${guess + 2}`, from);
    };
    const [attacker, owner] = [newAddress(), newAddress()];
    await flood(attacker);
    expect((await ask('weak-admin-1', attacker)).status).toBe(429);
    expect((await ask('weak-admin-1', owner)).status).toBe(200);
    await flood(owner);
    expect((await ask('weak-admin-1', owner)).status).toBe(200);
    // Links are no guesses at it: a page with a replaced one, asking again and again, must not keep the admin out.
    const room = newAddress();
    for (let asked = 0; asked < 40; asked += 1) await ask(wrongToken, room);
    expect((await ask('weak-admin-1', room)).status).toBe(200);
  });
});

describe('a server on loopback', () => {
  let server: RunningTestServer;
  beforeAll(async () => {
    server = await startTestServer({ publicOrigin: 'https://rostrum.example.org' });
  });
  afterAll(() => server.close());

  it.each([
    ['localhost', 200],
    ['localhost:8080', 200],
    ['127.0.0.1', 200],
    ['[::1]:4600', 200],
    ['rostrum.example.org', 200],
    ['ROSTRUM.example.org:8443', 200],
    ['evil.example', 421],
    ['evil.example:4600', 421],
    ['127.0.0.1.evil.example', 421],
    ['rostrum.example.org.evil.example', 421],
    ['192.168.1.20:4600', 421],
  ])('[OP9] asked as %s answers %i', async (host, status) => {
    const plain = `GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
    expect((await sendRaw(server.origin, { bytes: plain })).status).toBe(status);
    const upgrade = `GET ${sample}/live HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nOrigin: http://${host}\r\n${handshake.join('\r\n')}\r\n\r\n`;
    expect((await sendRaw(server.origin, { bytes: upgrade })).status).toBe(status === 200 ? 401 : 421);
  });

  it('[OP9] asks for no name when others may reach it', () => {
    expect(ownHostCheck('0.0.0.0', null)('anything.example')).toBe(true);
    expect(ownHostCheck('10.1.2.3', null)('anything.example')).toBe(true);
    for (const bound of ['127.0.0.1', 'localhost', '::1', '127.0.0.2']) expect(ownHostCheck(bound, null)('evil.example')).toBe(false);
  });
});

describe('the network of an address', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0db8:0000:0000:ffff::', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['', ''],
  ])('[OP7] of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
