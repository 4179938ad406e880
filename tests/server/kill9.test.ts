/** The real process, killed while commands run. What it acknowledged is in its log. */
import { afterEach, describe, expect, it } from 'vitest';
import { sampleMeetingId } from '../../server/sample/hrc37-panel.ts';
import { startServerProcess, type ServerProcess } from '../kit/server-process.ts';
import { connectStation, type StationClient } from '../kit/station.ts';

interface Logged {
  readonly position: { readonly offset: number; readonly hash: string };
  readonly commandId: string;
}

let server: ServerProcess;
afterEach(() => server.remove());

function connect(label: string): Promise<StationClient> {
  return connectStation({ origin: server.origin, meetingId: sampleMeetingId, token: server.token(label) });
}

async function wholeLog(): Promise<readonly Logged[]> {
  const address = `${server.origin}/api/meetings/${sampleMeetingId}/events?limit=5000`;
  const response = await fetch(address, { headers: { Authorization: `Bearer ${server.token('chair')}` } });
  return ((await response.json()) as { events: Logged[] }).events;
}

/** Sends until the connection breaks; resolves with the ids that were acknowledged. */
async function sendUntilCut(client: StationClient, prefix: string, onAcknowledged: (count: number) => void): Promise<readonly string[]> {
  const acknowledged: string[] = [];
  const workers = [0, 1, 2, 3].map(async (worker) => {
    for (let index = 0; ; index += 1) {
      const commandId = `${prefix}-${worker}-${index}`;
      try {
        const outcome = await client.send(
          { type: 'setTeam', booth: 'fr', interpreters: [{ id: commandId, a: ['fr'], b: [], c: [] }] },
          { commandId },
        );
        if (outcome.status === 'ok') onAcknowledged(acknowledged.push(commandId));
        // Over the quota of one socket: wait for the next beacon before going on.
        else if (outcome.status === 'busy') await nextBeacon(client);
      } catch {
        return;
      }
    }
  });
  await Promise.all(workers);
  return acknowledged;
}

async function nextBeacon(client: StationClient): Promise<void> {
  const seen = client.frames().filter(({ k }) => k === 'beacon').length;
  const cut = client.closed.then(() => Promise.reject(new Error('cut')));
  await Promise.race([cut, client.until('a beacon', () => client.frames().filter(({ k }) => k === 'beacon').length > seen)]);
}

describe('a server that is killed with -9', () => {
  it('loses no acknowledged command, in five rounds, and its links still work', async () => {
    server = await startServerProcess();
    const links = new Map(server.links);
    const acknowledged: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      const client = await connect('booth fr');
      acknowledged.push(...(await sendUntilCut(client, `round-${round}`, (count) => void (count === 25 + round && server.kill9()))));
      await server.restart();
      expect(server.links).toEqual(links);
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(125);
    const log = await wholeLog();
    const logged = log.map(({ commandId }) => commandId);
    expect(acknowledged.filter((commandId) => !logged.includes(commandId))).toEqual([]);
    expect(new Set(logged).size).toBe(logged.length);
    expect(log.map(({ position }) => position.offset)).toEqual(log.map((_, index) => index + 1));
  }, 60_000);

  it('answers a command whose outcome was lost with its outcome after the restart, and stations resume', async () => {
    server = await startServerProcess();
    const before = await connect('booth fr');
    const team = { type: 'setTeam', booth: 'fr', interpreters: [{ id: 'F9', a: ['fr'], b: [], c: ['en'] }] } as const;
    await before.send(team, { commandId: 'outcome-lost' });
    await before.until('the team', () => before.meeting().booths.fr.interpreters[0]?.id === 'F9');
    const held = { position: before.position() ?? { epoch: 0, offset: 0, hash: '' }, meeting: before.meeting() };
    await server.kill9();
    await server.restart();
    const token = server.token('booth fr');
    const after = await connectStation({ origin: server.origin, meetingId: sampleMeetingId, token, hello: held });
    const recovery = after.frames().filter(({ k }) => k !== 'presence' && k !== 'beacon');
    expect(recovery.map(({ k }) => k)).toEqual(['welcome', 'live']);
    expect(await after.send(team, { commandId: 'outcome-lost' })).toMatchObject({ status: 'duplicate', position: held.position });
  }, 60_000);

  it('[RT22] ends within three seconds and with status 0 on SIGTERM, saying goodbye', async () => {
    server = await startServerProcess();
    const client = await connect('chair');
    const started = performance.now();
    const status = await server.stop();
    expect(status).toBe(0);
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(await client.closed).toBe(4000);
  }, 60_000);

  it('[RT23] says in one line which variable keeps it from starting', async () => {
    server = await startServerProcess();
    await expect(startServerProcess({ env: { LOG_LEVEL: 'loud' } })).rejects.toThrow(/Rostrum cannot start\. LOG_LEVEL: expected one of/);
  }, 60_000);
});
