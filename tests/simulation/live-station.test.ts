/** The witness must see what a person would: a simulation that looks away finds nothing. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleMeetingId } from '../../server/sample/hrc37-panel.ts';
import type { Person } from '../../shared/domain/meeting.ts';
import type { Station } from '../../shared/domain/stations.ts';
import { type FaultProxy, startFaultProxy } from '../kit/fault-proxy.ts';
import { type LiveStation, startLiveStation } from '../kit/live-station.ts';
import { until } from '../kit/until.ts';
import { type RunningTestServer, startTestServer } from '../server/running-server.ts';

describe('a live station with its witness', () => {
  let server: RunningTestServer;
  let proxy: FaultProxy;
  let stations: LiveStation[];
  beforeEach(async () => {
    server = await startTestServer();
    proxy = await startFaultProxy({ port: Number(new URL(server.origin).port) });
    stations = [];
  });
  afterEach(async () => {
    for (const station of stations) station.leave();
    await proxy.close();
    await server.close();
  });

  async function join(station: Station): Promise<LiveStation> {
    const joined = startLiveStation({
      meetingId: sampleMeetingId,
      station,
      token: server.token(station),
      origin: () => proxy.url('http'),
      languages: station === 'output' ? ['en'] : [],
    });
    stations.push(joined);
    await joined.until('live', () => joined.view().status === 'live');
    return joined;
  }

  /** The first whose names are in order gets the floor and the lower third. */
  async function putOnAir(chair: LiveStation, webcast: LiveStation): Promise<string> {
    const meeting = chair.view().meeting;
    const isVerified = ({ captions }: Person): boolean =>
      meeting?.captions.required.every((language) => captions[language]?.verified) ?? false;
    const entryId = meeting?.entries.find(({ status, persons }) => status === 'listed' && persons.every(isVerified))?.id ?? '';
    expect(await chair.give({ type: 'giveFloor', entryId })).toMatchObject({ status: 'ok' });
    await webcast.give({ type: 'armCaption', entryId });
    await webcast.until('the cue', () => webcast.view().meeting?.captions.armed?.entryId === entryId);
    const cue = webcast.view().meeting?.captions.armed;
    expect(await webcast.give({ type: 'takeCaption', cueId: cue?.id ?? '', cueHash: cue?.hash ?? '' })).toMatchObject({ status: 'ok' });
    return cue?.hash ?? '';
  }

  it('writes down every state it shows, what is on the output, and each command with its outcome', async () => {
    const [chair, webcast, output] = [await join('chair'), await join('webcast'), await join('output')];
    const hash = await putOnAir(chair, webcast);
    await output.until('the name', () => output.air().length > 0);
    expect(output.air()).toMatchObject([{ cueHash: hash, language: 'en', seq: 1, until: null }]);
    await chair.give({ type: 'endStatement' });
    await output.until('an empty screen', () => output.air()[0]?.until !== null);
    expect(await chair.give({ type: 'endStatement' })).toMatchObject({ status: 'refused', code: 'nobodySpeaking' });
    expect(chair.commands()).toMatchObject([
      { type: 'giveFloor', outcome: 'ok' },
      { type: 'endStatement', outcome: 'ok' },
      { type: 'endStatement', outcome: 'refused', code: 'nobodySpeaking', told: ['refused'] },
    ]);
    expect(new Set(chair.live().map(({ state }) => state)).size).toBeGreaterThanOrEqual(5);
    expect(webcast.live().at(-1)?.state).toBe(chair.live().at(-1)?.state);
    expect(output.live().at(-1)?.state).not.toBe(chair.live().at(-1)?.state);
  });

  it('shows nothing as live while it is cut off, blanks its outputs, and comes back by itself', async () => {
    const [chair, webcast, output] = [await join('chair'), await join('webcast'), await join('output')];
    await putOnAir(chair, webcast);
    await output.until('the name', () => output.air().length > 0);
    proxy.freeze();
    await output.until('an empty screen', () => output.air().at(-1)?.until !== null, 5_000);
    expect(output.live().at(-1)?.until).not.toBeNull();
    proxy.pass();
    await output.until('the name again', () => output.air().at(-1)?.until === null, 8_000);
    expect(output.connections()).toBeGreaterThan(1);
  });

  it('knows after a reload what became of a command that the page before had given', async () => {
    const chair = await join('chair');
    proxy.freeze('down');
    void chair.give({ type: 'closeList' });
    await until('the server has it', 5_000, async () => {
      const { events } = (await (await server.get('chair', `/api/meetings/${sampleMeetingId}/events`)).json()) as { events: unknown[] };
      return events.length > 1;
    });
    chair.reload();
    expect(chair.commands()).toMatchObject([{ type: 'closeList', outcome: null }]);
    proxy.pass();
    await chair.until('the outcome', () => chair.commands()[0]?.outcome !== null);
    expect(chair.commands()).toMatchObject([{ outcome: 'duplicate', told: ['duplicate'] }]);
  });

  it('[SM8] gives up a connection over which beacons come and no answers: the way to the server is dead', async () => {
    const chair = await join('chair');
    proxy.drop('up');
    proxy.pass();
    const outcome = chair.give({ type: 'closeList' });
    expect(await outcome).toMatchObject({ status: expect.stringMatching(/^(ok|duplicate)$/) });
    expect(chair.connections()).toBe(2);
  }, 15_000);
});
