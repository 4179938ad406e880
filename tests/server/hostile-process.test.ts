/** Clients that mean harm, against the real process, while others work in the same meeting. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleMeetingId } from '../../server/sample/hrc37-panel.ts';
import type { OutcomeFrame } from '../../shared/protocol/down.ts';
import { openRawSocket, type RawSocket } from '../kit/raw-socket.ts';
import { type ServerProcess, startServerProcess } from '../kit/server-process.ts';
import { connectStation, HandshakeRefused, type StationClient } from '../kit/station.ts';

let server: ServerProcess;
let others: readonly StationClient[];
let outcomes: OutcomeFrame['status'][];
let memoryBefore: number;

beforeAll(async () => {
  server = await startServerProcess();
  others = await Promise.all(['chair', 'booth fr', 'display', 'output pages'].map(join));
  outcomes = [];
  // One round before the measure, so that it does not hold what is compiled and filled once.
  await Promise.all(Array.from({ length: 20 }, () => attack(({ send }) => send({ opcode: 1, payload: '{' }))));
  memoryBefore = await residentBytes();
});
afterAll(() => server.remove());

function join(label: string): Promise<StationClient> {
  return connectStation({ origin: server.origin, meetingId: sampleMeetingId, token: server.token(label) });
}

function openHostile(link = 'viewer'): Promise<RawSocket> {
  return openRawSocket(server.origin, sampleMeetingId, server.token(link));
}

/** Resolves with the code it was closed with. `act` is repeated until then. */
async function attack(act: (socket: RawSocket) => void): Promise<number | null> {
  const socket = await openHostile();
  act(socket);
  const again = setInterval(() => socket.isOpen() && act(socket), 1);
  try {
    return await socket.closed;
  } finally {
    clearInterval(again);
    socket.destroy();
  }
}

/** As the operator sees it. */
async function residentBytes(): Promise<number> {
  const text = await (await fetch(`${server.origin}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\d+)/m.exec(text)?.[1]);
}

async function workOn(): Promise<void> {
  const [chair] = others;
  const type = outcomes.length % 2 === 0 ? 'closeList' : 'openList';
  outcomes.push((await (chair ?? expect.fail()).send({ type })).status);
}

const hello = `{"k":"hello","client":"${'a'.repeat(32)}"}`;
const invalidUtf8 = Buffer.from([0x7b, 0xc3, 0x28, 0x7d]);

const attacks: readonly (readonly [what: string, code: number, act: (socket: RawSocket) => void])[] = [
  ['a message that is too big', 1009, ({ send }) => send({ opcode: 1, payload: 'x'.repeat(16 * 1024 + 1) })],
  ['a frame that says it will be 4 EiB long', 1009, ({ send }) => send({ opcode: 1, payload: 'x', claimedLength: 1n << 62n })],
  ['a frame that says it will be 4 GiB long', 1009, ({ send }) => send({ opcode: 1, payload: 'x', claimedLength: 1n << 32n })],
  ['binary frames', 4203, ({ send }) => send({ opcode: 2, payload: hello })],
  ['JSON as deep as it goes', 4203, ({ send }) => send({ opcode: 1, payload: '['.repeat(16_000) })],
  ['UTF-8 that is none', 1007, ({ send }) => send({ opcode: 1, payload: invalidUtf8 })],
  ['frames without a mask', 1002, ({ send }) => send({ opcode: 1, payload: hello, masked: false })],
  ['a reserved bit', 1002, ({ send }) => send({ opcode: 1, payload: hello, reserved: 2 })],
  ['a compressed frame, which was not agreed on', 1002, ({ send }) => send({ opcode: 1, payload: hello, reserved: 4 })],
  ['an opcode that does not exist', 1002, ({ send }) => send({ opcode: 3 })],
  ['a continuation of nothing', 1002, ({ send }) => send({ opcode: 0, payload: 'x' })],
  ['a ping in fragments', 1002, ({ send }) => send({ opcode: 9, final: false })],
  ['a ping that is too long', 1002, ({ send }) => send({ opcode: 9, payload: 'x'.repeat(126) })],
  ['a close frame that says half a code', 1002, ({ send }) => send({ opcode: 8, payload: 'x' })],
];

const floods: readonly (readonly [what: string, act: (socket: RawSocket) => void])[] = [
  ['a flood of pings', ({ send }) => repeat(50, () => send({ opcode: 9, payload: 'x'.repeat(125) }))],
  ['a flood of pongs', ({ send }) => repeat(50, () => send({ opcode: 10 }))],
  ['a flood of greetings', ({ send }) => repeat(50, () => send({ opcode: 1, payload: hello }))],
  ['a flood of probes of the clock', ({ send }) => repeat(50, () => send({ opcode: 1, payload: '{"k":"time","a":1}' }))],
];

describe('a hostile client', () => {
  it.each(attacks)('[FT17] with %s is closed with %i', async (_what, code, act) => {
    const codes = Promise.all(Array.from({ length: 10 }, () => attack(act)));
    await workOn();
    expect(new Set(await codes)).toEqual(new Set([code]));
  });

  it.each(floods)('[FT17] with %s is closed with 4029, or cut off', async (_what, act) => {
    const codes = Promise.all(Array.from({ length: 10 }, () => attack(act)));
    await workOn();
    // The reset of a connection that is written to after its end may overtake the close frame.
    expect((await codes).filter((code) => code !== null && code !== 4029)).toEqual([]);
  });

  it.each([
    ['with one byte each', 1008, 'x'],
    ['that are empty', 1008, ''],
    ['of a thousand bytes', 1009, 'x'.repeat(1_200)],
  ])('[FT17] with a message of never-ending fragments %s is closed with %i', async (_what, code, payload) => {
    let begun = false;
    const fragments = attack(({ send }) => {
      if (!begun) send({ opcode: 1, payload: '{', final: false });
      begun = true;
      repeat(4, () => send({ opcode: 0, payload, final: false }));
    });
    await workOn();
    expect(await fragments).toBe(code);
  });

  it('[FT17] that says nothing, or half a frame and nothing more, is closed in its time', async () => {
    const silent = [await openHostile(), await openHostile()];
    silent[1]?.write(Buffer.from([0x81, 0xff, 0, 0, 0]));
    // Greeted and live, it has until the pings stay unanswered.
    const greeted = await openHostile('booth fr');
    greeted.send({ opcode: 1, payload: hello });
    greeted.write(Buffer.from([0x81, 0xfe, 0x10]));
    await workOn();
    expect(await Promise.all(silent.map(({ closed }) => closed))).toEqual([4203, 4203]);
    await workOn();
    expect(await greeted.closed).toBe(4002);
    // None of them answers the close.
    await Promise.all([...silent, greeted].map(({ gone }) => gone));
  }, 40_000);

  it('[FT17] of another site, or with a link that was replaced, does not come in', async () => {
    const station = { origin: server.origin, meetingId: sampleMeetingId, token: '' };
    const cookie = `rostrum_${sampleMeetingId}_webcast=${server.token('webcast')}`;
    const origins: readonly Readonly<Record<string, string>>[] = [{ Origin: 'https://evil.example' }, { Origin: 'null' }, {}];
    for (const origin of origins) {
      const headers = { Cookie: cookie, ...origin };
      await expect(connectStation({ ...station, headers })).rejects.toEqual(new HandshakeRefused(403));
    }
    const webcast = await join('webcast');
    const rotate = `${server.origin}/api/meetings/${sampleMeetingId}/links/webcast/rotate`;
    const admin = { Authorization: `Bearer ${server.token('admin')}` };
    expect((await fetch(rotate, { method: 'POST', headers: admin })).status).toBe(200);
    expect(await webcast.closed).toBe(4101);
    await expect(join('webcast')).rejects.toEqual(new HandshakeRefused(401));
    await expect(connectStation({ ...station, headers: { Cookie: cookie, Origin: server.origin } })).rejects.toEqual(
      new HandshakeRefused(401),
    );
    await workOn();
  });

  it('[FT17][RT47] leaves the others live without a gap, and the memory of the server where it was', async () => {
    await workOn();
    expect(outcomes.length).toBeGreaterThan(20);
    expect(new Set(outcomes)).toEqual(new Set(['ok']));
    const offset = 1 + outcomes.length;
    for (const other of others) {
      await other.until('the last event', () => other.position()?.offset === offset);
      expect(other.isLive()).toBe(true);
      expect(other.gaps()).toEqual([]);
      // Never interrupted: one recovery, at the start.
      expect(other.frames().filter(({ k }) => k === 'live')).toHaveLength(1);
    }
    // 200 attacks kept nothing. The rest is what a garbage collector has not given back yet.
    expect((await residentBytes()) - memoryBefore).toBeLessThan(64 * 1024 * 1024);
    expect(server.log()).toBe('');
  });
});

function repeat(times: number, act: () => void): void {
  for (let index = 0; index < times; index += 1) act();
}
