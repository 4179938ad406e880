import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyMeeting, fold } from '../../shared/domain/evolve.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { meetingAsSeenBy, rightsOf } from '../../shared/domain/permissions.ts';
import { allStations, audienceOf } from '../../shared/domain/stations.ts';
import type { Position } from '../../shared/protocol/position.ts';
import type { StationClient } from '../kit/station.ts';
import { type RunningTestServer, sample, startTestServer } from './running-server.ts';

let server: RunningTestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

async function serverState(): Promise<{ position: Position; meeting: Meeting }> {
  return (await (await server.get('chair', sample)).json()) as { position: Position; meeting: Meeting };
}

function kinds(client: StationClient): readonly string[] {
  return client
    .frames()
    .map(({ k }) => k)
    .filter((k) => k !== 'beacon' && k !== 'presence');
}

async function first(client: StationClient, kindOfEntry = 'listed'): Promise<string> {
  const entry = client.meeting().entries.find(({ status }) => status === kindOfEntry);
  if (entry === undefined) throw new Error('Expected an entry to be waiting');
  return entry.id;
}

describe('a station on the wire', () => {
  it('[RT5] is welcomed with its rights and limits, then gets a snapshot, then is live', async () => {
    const booth = await server.connect('booth:fr');
    expect(kinds(booth)).toEqual(['welcome', 'snapshot', 'live']);
    expect(booth.welcome).toMatchObject({ station: 'booth:fr', beaconMs: 1_000, limits: { maxPayloadBytes: 16_384 } });
    expect(booth.welcome.rights).toEqual(rightsOf('booth:fr'));
    expect(Math.abs(booth.welcome.time - Date.now())).toBeLessThan(1_000);
    const { position, meeting } = await serverState();
    expect(booth.position()).toEqual(position);
    expect(booth.meeting()).toEqual(meeting);
  });

  it('is told of a change that another station made over HTTP', async () => {
    const booth = await server.connect('booth:ar');
    const response = await server.command('chair', { type: 'giveFloor', entryId: await first(booth) }, { commandId: 'give-it-1' });
    expect(await response.json()).toMatchObject({ status: 'ok', events: [{ commandId: 'give-it-1', event: { type: 'floorGiven' } }] });
    await booth.until('the floor', () => booth.meeting().floor !== null);
    expect(booth.frames().findLast(({ k }) => k === 'event')).toMatchObject({ commandId: 'give-it-1', event: { by: 'chair' } });
  });

  it('[RT7] keeps every station’s fold equal to the fold of the log, whatever it may see', async () => {
    const clients = await Promise.all(allStations.map((station) => server.connect(station)));
    const chair = clients[1];
    if (chair === undefined) throw new Error('Expected a chair');
    const given = await chair.send({ type: 'giveFloor', entryId: await first(chair) });
    expect(given).toMatchObject({ status: 'ok' });
    await chair.send({ type: 'addTime', seconds: 30 });
    await chair.send({ type: 'setFloorLanguage', language: 'es' });
    await chair.send({ type: 'withdrawEntry', entryId: chair.meeting().entries.at(-1)?.id ?? '' });
    await chair.send({ type: 'endStatement' });
    const { position, meeting } = await serverState();

    for (const client of clients) {
      const audience = audienceOf(client.welcome.station);
      await client.until('the end of the statement', () => client.meeting().floor === null && client.meeting().startedAt !== null);
      expect(client.meeting()).toEqual(meetingAsSeenBy(audience, meeting));
      expect(client.gaps()).toEqual([]);
    }
    const { events } = (await (await server.get('admin', `${sample}/events`)).json()) as { events: { event: never }[] };
    expect(
      fold(
        emptyMeeting,
        events.map(({ event }) => event),
      ),
    ).toEqual(meeting);
    expect(position.offset).toBe(events.length);
  });

  it('[RT6] gets what it missed when it comes back with its position', async () => {
    const chair = await server.connect('chair');
    const before = { position: chair.position() ?? never(), meeting: chair.meeting() };
    await chair.send({ type: 'closeList' });
    await chair.send({ type: 'openList' });
    const resumed = await server.connect('booth:es', { hello: before });
    expect(kinds(resumed)).toEqual(['welcome', 'event', 'event', 'live']);
    expect(resumed.meeting()).toEqual((await serverState()).meeting);
    await chair.send({ type: 'closeList' });
    await resumed.until('the next change', () => !resumed.meeting().listOpen);
    expect(resumed.gaps()).toEqual([]);
  });

  it('gets nothing but "live" when it missed nothing', async () => {
    const chair = await server.connect('chair');
    const again = await server.connect('chair', { hello: { position: chair.position() ?? never(), meeting: chair.meeting() } });
    expect(kinds(again)).toEqual(['welcome', 'live']);
  });

  it.each([
    ['another hash', (position: Position) => ({ ...position, hash: 'f'.repeat(64) })],
    ['another epoch', (position: Position) => ({ ...position, epoch: position.epoch + 1 })],
    ['an offset that is not there yet', (position: Position) => ({ ...position, offset: position.offset + 7 })],
    ['no history at all', () => ({ epoch: 0, offset: 0, hash: '' })],
  ])('gets a snapshot when its position names %s', async (_what, wrong) => {
    const chair = await server.connect('chair');
    const hello = { position: wrong(chair.position() ?? never()), meeting: chair.meeting() };
    const again = await server.connect('chair', { hello });
    expect(kinds(again)).toEqual(['welcome', 'snapshot', 'live']);
    expect(again.position()).toEqual(chair.position());
  });

  it('may say hello again on the same socket and is live again', async () => {
    const chair = await server.connect('chair');
    chair.hello();
    await chair.until('live again', () => chair.isLive());
    await chair.send({ type: 'closeList' });
    await chair.until('the change', () => !chair.meeting().listOpen);
    expect(kinds(chair).filter((k) => k === 'event')).toHaveLength(1);
  });

  it('hears a beacon with the position and the delivery counter', async () => {
    const chair = await server.connect('chair');
    await chair.until('a beacon', () => chair.frames().some(({ k }) => k === 'beacon'), 3_000);
    const live = chair.frames().find(({ k }) => k === 'live');
    expect(chair.frames().find(({ k }) => k === 'beacon')).toMatchObject({ ...live, k: 'beacon', time: expect.any(Number) });
  });

  it('[RT34] hears no beacon right after an event, which says the same, and is never left in silence', async () => {
    const chair = await server.connect('chair');
    const marks: { readonly k: string; readonly time: number; readonly heard: number }[] = [];
    const beacons = () => marks.filter(({ k }) => k === 'beacon').length;
    let looked = chair.frames().length;
    const look = () => {
      for (const frame of chair.frames().slice(looked)) {
        if (frame.k === 'event') marks.push({ k: 'event', time: frame.event.at, heard: performance.now() });
        if (frame.k === 'beacon') marks.push({ k: 'beacon', time: frame.time, heard: performance.now() });
      }
      looked = chair.frames().length;
      return beacons() >= 3;
    };
    const watching = chair.until('three beacons', look, 20_000);
    for (let index = 0; index < 25; index += 1) {
      await chair.send({ type: index % 2 === 0 ? 'closeList' : 'openList' });
      await new Promise((resolve) => setTimeout(resolve, 90));
    }
    await watching;
    for (const [index, { k, time, heard }] of marks.entries()) {
      const before = marks[index - 1];
      if (before === undefined) continue;
      // A quarter of a beacon, less what the two clocks may differ by.
      if (k === 'beacon' && before.k === 'event') expect(time - before.time).toBeGreaterThan(235);
      expect(heard - before.heard).toBeLessThan(2_500);
    }
    expect(marks.filter(({ k }) => k === 'event')).toHaveLength(25);
    expect(chair.gaps()).toEqual([]);
  });

  it('is answered a clock probe by the clock of the store', async () => {
    const chair = await server.connect('chair');
    chair.sendRaw(JSON.stringify({ k: 'time', a: 12.5 }));
    await chair.until('the answer', () => chair.frames().some(({ k }) => k === 'time'));
    const answer = chair.frames().find((frame) => frame.k === 'time');
    expect(answer?.a).toBe(12.5);
    expect(Math.abs((answer?.b ?? 0) - Date.now())).toBeLessThan(500);
    expect(answer?.c).toBeGreaterThanOrEqual(answer?.b ?? Number.NaN);
  });

  it('hears goodbye before the server stops', async () => {
    const chair = await server.connect('chair');
    const closing = server.close();
    expect(await chair.closed).toBe(4000);
    expect(chair.frames().at(-1)).toMatchObject({ k: 'bye', code: 4000 });
    await closing;
    server = await startTestServer();
  });
});

describe('a command', () => {
  it('[RT9] has one outcome however often it is sent, over either door', async () => {
    const chair = await server.connect('chair');
    const command = { type: 'giveFloor', entryId: await first(chair) } as const;
    const firstOutcome = await chair.send(command, { commandId: 'once-only' });
    expect(firstOutcome).toMatchObject({ status: 'ok' });
    // Decided again it would be refused: the speaker has the floor.
    expect(await chair.send(command, { commandId: 'once-only' })).toMatchObject({ status: 'duplicate', position: firstOutcome.position });
    const overHttp = await (await server.command('chair', command, { commandId: 'once-only' })).json();
    expect(overHttp).toMatchObject({ status: 'duplicate', position: firstOutcome.position, events: [{ event: { type: 'floorGiven' } }] });
    const { position } = await serverState();
    expect(position.offset).toBe(firstOutcome.position?.offset);
  });

  it('is carried out once when a hundred copies come at once', async () => {
    const copies = Array.from({ length: 100 }, () => server.command('chair', { type: 'closeList' }, { commandId: 'hundredfold' }));
    const bodies = await Promise.all((await Promise.all(copies)).map((response) => response.json() as Promise<{ status: string }>));
    const statuses = bodies.map(({ status }) => status);
    expect(statuses.filter((status) => status === 'ok')).toHaveLength(1);
    expect(statuses.filter((status) => status === 'duplicate')).toHaveLength(99);
    expect((await serverState()).position.offset).toBe(2);
  });

  it('[RT9] that two hands give at once is accepted once and refused once', async () => {
    const [one, other] = [await server.connect('chair'), await server.connect('admin')];
    const entryId = await first(one);
    const outcomes = await Promise.all([one, other].map((client) => client.send({ type: 'giveFloor', entryId })));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['ok', 'refused']);
    expect(outcomes.find(({ status }) => status === 'refused')).toMatchObject({ code: 'alreadySpeaking' });
  });

  it('[RT10] that comes too late expires and changes nothing', async () => {
    const chair = await server.connect('chair');
    const outcome = await chair.send({ type: 'closeList' }, { expires: Date.now() - 1_000 });
    expect(outcome).toMatchObject({ status: 'expired' });
    expect((await serverState()).position.offset).toBe(1);
  });

  it('[RT11] asking for slower speech never says which booth asked', async () => {
    const [booth, chair] = [await server.connect('booth:ru'), await server.connect('chair')];
    await server.command('chair', { type: 'giveFloor', entryId: await first(chair) });
    expect(await booth.send({ type: 'requestSlowDown' })).toMatchObject({ status: 'ok' });
    await chair.until('the lamp', () => chair.meeting().slowDown !== null);
    expect(chair.frames().findLast(({ k }) => k === 'event')).toMatchObject({ event: { type: 'slowDownRequested', by: 'booth' } });
    const told = chair.frames().filter(({ k }) => k === 'event' || k === 'outcome');
    expect(JSON.stringify(told)).not.toContain('booth:ru');
  });
});

function never(): never {
  throw new Error('Expected a position');
}
