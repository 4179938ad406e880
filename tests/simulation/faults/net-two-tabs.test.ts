/** Fault 12: one station is open in two tabs. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleMeetingId } from '../../../server/sample/hrc37-panel.ts';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { type ServerProcess, startServerProcess } from '../../kit/server-process.ts';
import { connectStation } from '../../kit/station.ts';
import { areLive, comeIn, expectSound, isLive, labelOf } from './net-bench.ts';

describe('two tabs of one station', () => {
  let server: ServerProcess;
  beforeEach(async () => {
    server = await startServerProcess();
  });
  afterEach(() => server.remove());

  it('[FT12] are both live and equal; of two hands one counts, and one tab that closes leaves the other', async () => {
    const [one, other] = [comeIn(server, 'chair'), comeIn(server, 'chair')];
    const [boothOne, boothOther] = [comeIn(server, 'booth:fr'), comeIn(server, 'booth:fr')];
    await areLive(one, other, boothOne, boothOther);

    const entryId = waiting(one.view().meeting);
    const given = await Promise.all([one, other].map((tab) => tab.give({ type: 'giveFloor', entryId })));
    expect(given.map(({ status }) => status).toSorted()).toEqual(['ok', 'refused']);
    expect(given.find(({ status }) => status === 'refused')?.code).toBe('alreadySpeaking');

    await one.give({ type: 'withdrawEntry', entryId: waiting(one.view().meeting) });
    await boothOther.until('the late change', () => changeOf(boothOther.view().meeting) !== undefined);
    const changeId = changeOf(boothOther.view().meeting)?.id ?? '';
    const seen = await Promise.all([boothOne, boothOther].map((tab) => tab.give({ type: 'acknowledgeChange', changeId })));
    expect(seen.map(({ status, code }) => code ?? status).toSorted()).toEqual(['changeNotYours', 'ok']);

    boothOne.leave();
    await one.give({ type: 'closeList' });
    await boothOther.until('the next change', () => boothOther.view().meeting?.listOpen === false);
    expect([isLive(boothOther), boothOther.connections()]).toEqual([true, 1]);

    const log = await expectSound({ servers: [server], stations: [one, other, boothOther] });
    expect(log.filter(({ event }) => event.type === 'floorGiven')).toHaveLength(1);
    expect(log.filter(({ event }) => event.type === 'changeAcknowledged')).toHaveLength(1);
  });

  it('[FT12] that send one id twice carry it out once: both are told, and it stands in one place', async () => {
    const station = { origin: server.origin, meetingId: sampleMeetingId, token: server.token(labelOf('chair')) };
    const tabs = await Promise.all([connectStation(station), connectStation(station)]);
    const commandId = 'shared-by-two-tabs';
    const outcomes = await Promise.all(tabs.map((tab) => tab.send({ type: 'closeList' }, { commandId })));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['duplicate', 'ok']);
    expect(outcomes[0]?.position).toEqual(outcomes[1]?.position);
    await Promise.all(tabs.map((tab) => tab.close()));
    const log = await expectSound({ servers: [server], stations: [comeIn(server, 'chair')] });
    expect(log.filter((event) => event.commandId === commandId)).toHaveLength(1);
  });
});

function waiting(meeting: Meeting | null): string {
  return meeting?.entries.find(({ status }) => status === 'listed')?.id ?? '';
}

function changeOf(meeting: Meeting | null) {
  return meeting?.changes[0];
}
