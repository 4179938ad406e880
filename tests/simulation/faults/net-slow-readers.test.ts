/** Fault 7: ten per cent of a thousand clients stop reading. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleMeetingId } from '../../../server/sample/hrc37-panel.ts';
import { meetingAsSeenBy } from '../../../shared/domain/permissions.ts';
import type { Station } from '../../../shared/domain/stations.ts';
import { must } from '../../../shared/lib/assert.ts';
import { closeCodes } from '../../../shared/protocol/close-codes.ts';
import { limits } from '../../../shared/protocol/limits.ts';
import { type ServerProcess, startServerProcess } from '../../kit/server-process.ts';
import { stateName } from '../../kit/state-name.ts';
import { until } from '../../kit/until.ts';
import { type Crowd, type GroupOrder, startCrowd } from './crowd.ts';
import { comeIn, expectSound, labelOf, openConnections, residentBytes } from './net-bench.ts';

/** 200 kB each: some 20 fill what the network of this machine holds for one socket, about 4 MB. */
const untilLagging = 26;
const more = 6;
/** The server looks once a second, and cuts 2 s later who does not answer the close; the rest is for a busy machine. */
const slackMs = 5_000;
/** Measured: 5 MB. A server that keeps what nobody reads would hold a copy of 10 MB for each of the hundred. */
const mostGrowthBytes = 64 * 1024 * 1024;

describe('a thousand clients of which a hundred stop reading', () => {
  let server: ServerProcess;
  let readers: Crowd;
  let stalled: Crowd;
  let paused: Crowd;
  beforeEach(async () => {
    [server, readers, stalled, paused] = await Promise.all([startServerProcess(), startCrowd(), startCrowd(), startCrowd()]);
  });
  afterEach(() => Promise.all([server.remove(), readers.stop(), stalled.stop(), paused.stop()]));

  it('[FT7] are all served: the hundred are closed on time or brought up to date, the others miss nothing', async () => {
    const desk = comeIn(server, 'chair');
    await Promise.all([
      readers.join(group('booth:ru', 20)).then(() => readers.join(group('display', 879))),
      stalled.join(group('booth:fr', 90)),
      paused.join(group('booth:es', 10)),
    ]);
    expect(openConnections(server)).toBe(1_000);
    const before = residentBytes(server.pid());
    const entryId = desk.view().meeting?.entries[1]?.id ?? '';

    const frozenAt = performance.now();
    stalled.freeze();
    paused.freeze();
    await setLongScripts(server, entryId, untilLagging);
    paused.thaw();
    await until('the ten to be live again', 5_000, async () => (await paused.report('booth:es')).liveFrames > 10);
    await setLongScripts(server, entryId, more);
    expect(await desk.give({ type: 'closeList' })).toMatchObject({ status: 'ok' });

    await until('some of the ninety to be closed', limits.laggingMs.station + slackMs, () => openConnections(server) < 960);
    expect(performance.now() - frozenAt).toBeGreaterThan(limits.laggingMs.station);
    await until('all of the ninety to be closed', slackMs, () => openConnections(server) <= 910);
    expect(residentBytes(server.pid()) - before).toBeLessThan(mostGrowthBytes);

    stalled.thaw();
    await until('the ninety to be live again', 10_000, async () => (await stalled.report('booth:fr')).liveSince.length === 90);
    const [stations, displays, back, inTime] = await Promise.all([
      readers.report('booth:ru'),
      readers.report('display'),
      stalled.report('booth:fr'),
      paused.report('booth:es'),
    ]);
    expect([stations.liveSince.length, displays.liveSince.length, inTime.liveSince.length]).toEqual([20, 879, 10]);
    expect([stations.losses, displays.losses, stations.liveFrames, displays.liveFrames]).toEqual([0, 0, 20, 879]);
    expect(back.closeCodes.length).toBeGreaterThanOrEqual(90);
    // The goodbye itself is lost with the connection, which is cut when it is not read either.
    expect(back.closeCodes.filter((code) => code !== closeCodes.slow.code && code !== 1006)).toEqual([]);
    expect(inTime.closeCodes).not.toContain(closeCodes.slow.code);

    // The picture of the desk is held against the log below, and all others against it.
    const meeting = must(desk.view().meeting, 'the picture of the desk');
    const states = await Promise.all([readers.states('booth:ru'), stalled.states('booth:fr'), paused.states('booth:es')]);
    for (const each of states) expect(each).toEqual([stateName(meeting)]);
    expect(await readers.states('display')).toEqual([stateName(meetingAsSeenBy('public', meeting))]);
    await Promise.all([readers.stop(), stalled.stop(), paused.stop()]);
    await expectSound({ servers: [server], stations: [desk] });
  });

  function group(station: Station, count: number): GroupOrder {
    return { group: station, station, token: server.token(labelOf(station)), origin: server.origin, count };
  }
});

async function setLongScripts(server: ServerProcess, entryId: string, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const text = `${index} ${'word '.repeat(40_000)}`;
    const answer = await fetch(`${server.origin}/api/meetings/${sampleMeetingId}/commands`, {
      method: 'POST',
      // Connections are counted here: none is to be kept for later.
      headers: { authorization: `Bearer ${server.token('chair')}`, 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({ commandId: randomUUID(), type: 'setScript', entryId, language: 'en', text, status: 'received' }),
    });
    expect(await answer.json()).toMatchObject({ status: 'ok' });
  }
}
