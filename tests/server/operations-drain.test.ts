/** The real process, told to stop while it is working. */
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { sampleMeetingId } from '../../server/sample/hrc37-panel.ts';
import type { OutcomeFrame } from '../../shared/protocol/down.ts';
import { getRequest, sendRaw } from '../kit/raw-http.ts';
import { redisIsMissing, startRedisServer } from '../kit/redis-server.ts';
import { type ServerProcess, startServerProcess } from '../kit/server-process.ts';
import { connectStation, type StationClient } from '../kit/station.ts';
import { until } from '../kit/until.ts';

let server: ServerProcess;
afterEach(() => server.remove());

const commandsPath = `/api/meetings/${sampleMeetingId}/commands`;

function join(label: string): Promise<StationClient> {
  return connectStation({ origin: server.origin, meetingId: sampleMeetingId, token: server.token(label) });
}

async function loggedIds(): Promise<readonly string[]> {
  const address = `${server.origin}/api/meetings/${sampleMeetingId}/events?limit=5000`;
  const response = await fetch(address, { headers: { Authorization: `Bearer ${server.token('chair')}` } });
  const { events } = (await response.json()) as { events: { commandId: string }[] };
  return events.map(({ commandId }) => commandId);
}

/** A socket that keeps the goodbye waiting for its second: it never answers the close. */
async function deafSocket(): Promise<Socket> {
  const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
  const headers = [
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Protocol: rostrum.v2',
    `Authorization: Bearer ${server.token('viewer')}`,
  ];
  let heard = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    heard += text;
  });
  socket.on('error', () => undefined);
  socket.write(
    getRequest(server.origin, `/api/meetings/${sampleMeetingId}/live`, headers).replace('Connection: close', 'Connection: Upgrade'),
  );
  await until('the welcome', 5_000, () => heard.includes('"welcome"'));
  return socket;
}

describe('a server that is told to stop', () => {
  it('[OP4] says so at /readyz at once, and answers the request that was on its way', async () => {
    server = await startServerProcess();
    const deaf = await deafSocket();
    const body = JSON.stringify({ commandId: 'half-way-when-told-to-stop', type: 'closeList' });
    let sendRest = () => {};
    const rest = new Promise<void>((resolve) => {
      sendRest = resolve;
    });
    const answered = new Promise<{ status: number; connection: string }>((resolve, reject) => {
      const half = request(`${server.origin}${commandsPath}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${server.token('chair')}`, 'Content-Type': 'application/json', 'Content-Length': body.length },
      });
      half.on('response', (response) => {
        response.resume();
        resolve({ status: response.statusCode ?? 0, connection: response.headers.connection ?? '' });
      });
      half.on('error', reject);
      half.write(body.slice(0, 10));
      void rest.then(() => half.end(body.slice(10)));
    });
    expect((await sendRaw(server.origin, { bytes: getRequest(server.origin, '/readyz') })).status).toBe(200);

    const started = performance.now();
    const stopping = server.stop();
    await until('/readyz to say no', 1_000, async () => {
      const answer = await sendRaw(server.origin, { bytes: getRequest(server.origin, '/readyz') });
      if (answer.status !== 503) return false;
      expect(answer.text).toContain('"code":"draining"');
      expect(answer.text).toMatch(/^retry-after: 1\r$/im);
      return true;
    });
    sendRest();
    expect(await answered).toEqual({ status: 200, connection: 'close' });
    expect(await stopping).toBe(0);
    expect(performance.now() - started).toBeLessThan(3_000);
    deaf.destroy();

    await server.restart();
    expect(await loggedIds()).toContain('half-way-when-told-to-stop');
  }, 60_000);

  it.skipIf(redisIsMissing('drain with Redis'))(
    '[OP4] answers the command that is being decided before it says goodbye',
    async () => {
      const redis = await startRedisServer([]);
      try {
        server = await startServerProcess({ env: { REDIS_URL: redis.url } });
        const chair = await join('chair');
        redis.freeze();
        const outcome = chair.send({ type: 'closeList' });
        // Answered in order, so the command is in the server's hands.
        chair.sendRaw(JSON.stringify({ k: 'time', a: 1 }));
        await chair.until('the time', () => chair.frames().some(({ k }) => k === 'time'));
        const stopping = server.stop();
        await until('the drain', 2_000, async () =>
          (await sendRaw(server.origin, { bytes: getRequest(server.origin, '/readyz') })).text.includes('"draining"'),
        );
        redis.thaw();
        expect(await outcome).toMatchObject({ status: 'ok' });
        expect(await chair.closed).toBe(4000);
        expect(chair.frames().at(-1)).toMatchObject({ k: 'bye', code: 4000 });
        expect(await stopping).toBe(0);
      } finally {
        redis.thaw();
        await redis.stop();
      }
    },
    60_000,
  );

  it('[OP4] leaves no command unanswered without a close, and loses none that it acknowledged', async () => {
    server = await startServerProcess();
    const booths = await Promise.all(['booth fr', 'booth en', 'booth es', 'booth ru'].map(join));
    const outcomes = new Map<string, OutcomeFrame['status'] | 'closed'>();
    const sent: string[] = [];
    const languages = ['fr', 'en', 'es', 'ru'] as const;
    const send = async (index: number, round: number) => {
      const booth = languages[index] ?? 'fr';
      const commandId = `in-flight-${booth}-${round}`;
      sent.push(commandId);
      const team = { type: 'setTeam', booth, interpreters: [{ id: commandId, a: [booth], b: [], c: [] }] } as const;
      const outcome = await booths[index]?.send(team, { commandId }).catch(() => null);
      outcomes.set(commandId, outcome?.status ?? 'closed');
    };
    // All of the burst at once: most of it is in the queue when the signal comes.
    const settled = booths.flatMap((_, index) => Array.from({ length: 40 }, (_none, round) => send(index, round)));
    await until('some answers', 5_000, () => outcomes.size >= 10);
    expect(await server.stop()).toBe(0);
    await Promise.all(settled);
    expect(await Promise.all(booths.map((booth) => booth.closed))).toEqual([4000, 4000, 4000, 4000]);
    for (const booth of booths) expect(booth.frames().at(-1)).toMatchObject({ k: 'bye', code: 4000 });
    expect(outcomes.size).toBe(sent.length);
    const acknowledged = sent.filter((id) => outcomes.get(id) === 'ok');
    // What was taken in before the signal is answered, and not only cut.
    expect(acknowledged.length).toBeGreaterThan(10);

    await server.restart();
    const logged = await loggedIds();
    expect(acknowledged.filter((id) => !logged.includes(id))).toEqual([]);
    expect(new Set(logged).size).toBe(logged.length);
  }, 60_000);
});
