import { connect } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAdmission } from '../../server/ws/admission.ts';
import { sampleMeetingId } from '../../server/sample/hrc37-panel.ts';
import { HandshakeRefused, type StationSettings } from '../kit/station.ts';
import { type RunningTestServer, startTestServer } from './running-server.ts';

let server: RunningTestServer;
beforeAll(async () => {
  server = await startTestServer({ publicOrigin: 'https://rostrum.example.org' });
});
afterAll(() => server.close());

async function statusOf(settings: Partial<StationSettings>): Promise<number> {
  try {
    const client = await server.connect('chair', settings);
    await client.close();
    return 101;
  } catch (error) {
    if (error instanceof HandshakeRefused) return error.status;
    throw error;
  }
}

const cookie = () => ({ Cookie: `rostrum_${sampleMeetingId}_chair=${server.token('chair')}` });

describe('the handshake', () => {
  it('lets a program in with its token and without an Origin', async () => {
    expect(await statusOf({})).toBe(101);
  });

  it('lets a page of ours in with its cookie, under either address', async () => {
    expect(await statusOf({ token: '', headers: { ...cookie(), Origin: server.origin } })).toBe(101);
    expect(await statusOf({ token: '', headers: { ...cookie(), Origin: 'https://rostrum.example.org' } })).toBe(101);
  });

  it.each(['https://evil.example', 'null', 'http://127.0.0.1', 'https://rostrum.example.org.evil.example', ''])(
    'refuses the origin "%s" although the cookie is right',
    async (origin) => {
      expect(await statusOf({ token: '', headers: { ...cookie(), Origin: origin } })).toBe(403);
    },
  );

  it('refuses a cookie without an Origin: browsers always send one', async () => {
    expect(await statusOf({ token: '', headers: cookie() })).toBe(403);
  });

  it('refuses a program of another site’s page even with a token', async () => {
    expect(await statusOf({ headers: { Origin: 'https://evil.example' } })).toBe(403);
  });

  it('[RT14] answers 401 without a session, 404 for an unknown meeting, 403 for another meeting’s link', async () => {
    expect(await statusOf({ token: 'x'.repeat(43) })).toBe(401);
    expect(await statusOf({ token: server.adminToken, meetingId: 'nowhere' })).toBe(404);
    expect(await statusOf({ meetingId: 'nowhere' })).toBe(403);
  });

  it('[RT14] answers 426 to another version and names the one that is spoken', async () => {
    expect(await statusOf({ protocol: 'rostrum.v999' })).toBe(426);
    const raw = await rawHandshake(['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Protocol: rostrum.v4']);
    expect(raw).toMatch(/^HTTP\/1\.1 426 /);
    expect(raw).toContain('Sec-WebSocket-Protocol: rostrum.v3, rostrum.v2, rostrum.v1\r\n');
  });

  it('answers 400 to an upgrade to anything else', async () => {
    expect(await rawHandshake(['Upgrade: h2c', 'Connection: Upgrade'])).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('survives a client that is gone before it was answered', async () => {
    for (let index = 0; index < 20; index += 1) {
      const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
      await once(socket, 'connect');
      socket.write(requestText(['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Protocol: rostrum.v1']));
      socket.resetAndDestroy();
    }
    expect(await statusOf({})).toBe(101);
  });
});

describe('admission', () => {
  it('keeps the last places for stations and gives places back once', () => {
    const places = createAdmission({ sockets: 3, keptForStations: 1, perAddress: 9 });
    const first = places.enter('a', 'watches');
    places.enter('a', 'watches');
    expect(places.enter('a', 'watches')).toBe('full');
    expect(places.enter('a', 'works')).toHaveProperty('release');
    expect(places.enter('a', 'works')).toBe('full');
    if (typeof first === 'string') throw new Error('Expected a place');
    first.release();
    first.release();
    expect(places.enter('a', 'works')).toHaveProperty('release');
    expect(places.enter('a', 'works')).toBe('full');
  });

  it('[RT43] lets stations in from an address that displays have filled', () => {
    const places = createAdmission({ sockets: 100, keptForStations: 1, perAddress: 2 });
    for (const _ of [1, 2]) expect(places.enter('10.0.0.1', 'watches')).toHaveProperty('release');
    expect(places.enter('10.0.0.1', 'watches')).toBe('tooManyFromThere');
    expect(places.enter('10.0.0.1', 'works')).toHaveProperty('release');
    expect(places.enter('10.0.0.1', 'works')).toBe('tooManyFromThere');
  });

  it('limits one address, but not this machine', () => {
    const places = createAdmission({ sockets: 100, keptForStations: 0, perAddress: 1 });
    expect(places.enter('10.0.0.1', 'works')).toHaveProperty('release');
    expect(places.enter('10.0.0.1', 'works')).toBe('tooManyFromThere');
    expect(places.enter('10.0.0.2', 'works')).toHaveProperty('release');
    for (const local of ['127.0.0.1', '127.0.0.1', '::1', '::1', '::ffff:127.0.0.1', '::ffff:127.0.0.1']) {
      expect(places.enter(local, 'works')).toHaveProperty('release');
    }
  });
});

function requestText(headers: readonly string[]): string {
  const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n';
  const authorization = `Authorization: Bearer ${server.token('chair')}\r\n`;
  const path = `/api/meetings/${sampleMeetingId}/live`;
  return `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${authorization}${key}${headers.map((line) => `${line}\r\n`).join('')}\r\n`;
}

async function rawHandshake(headers: readonly string[]): Promise<string> {
  const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
  socket.write(requestText(headers));
  await once(socket, 'end');
  socket.destroy();
  return answer;
}
