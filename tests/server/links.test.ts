import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samplePlan, sampleMeetingId } from '../../server/sample/hrc37-panel.ts';
import { connectStation, HandshakeRefused } from '../kit/station.ts';
import { problemOf, type RunningTestServer, sample, startTestServer } from './running-server.ts';

let server: RunningTestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

interface Made {
  readonly meetingId: string;
  readonly links: Readonly<Record<string, string>> & { readonly booths: Readonly<Record<string, string>> };
}

function tokenIn(link: string | undefined): string {
  return link?.split('/join/')[1] ?? '';
}

describe('setting up a meeting', () => {
  it('gives it a readable id and a working link per station', async () => {
    const response = await server.post('admin', '/api/meetings', { plan: samplePlan });
    expect(response.status).toBe(201);
    const { meetingId, links } = (await response.json()) as Made;
    expect(meetingId).toBe('human-rights-mainstreaming-hrc-37-2018-02-26');
    expect(Object.keys(links.booths).toSorted()).toEqual(['ar', 'captions', 'en', 'es', 'fr', 'ru', 'sign', 'zh']);
    const all = ['chair', 'chief', 'webcast', 'display', 'output', 'viewer']
      .map((station) => links[station])
      .concat(Object.values(links.booths));
    for (const link of all) {
      const asStation = { Authorization: `Bearer ${tokenIn(link)}` };
      expect((await server.get(null, `/api/meetings/${meetingId}`, asStation)).status).toBe(200);
    }
  });

  it('gives a second meeting of the same name an id of its own', async () => {
    const { meetingId } = (await (await server.post('admin', '/api/meetings', { plan: samplePlan })).json()) as Made;
    expect(meetingId).toMatch(/^human-rights-mainstreaming-hrc-37-2018-02-26-[0-9a-f]{8}$/);
  });

  it('makes an id also from a title in another writing', async () => {
    const plan = { ...samplePlan, shortTitle: '人权理事会' };
    const { meetingId } = (await (await server.post('admin', '/api/meetings', { plan })).json()) as Made;
    expect(meetingId).toMatch(/^[a-z0-9-]{1,64}$/);
  });

  it('says where a plan is wrong and stores nothing', async () => {
    const before = await (await server.get(null, '/api/meetings')).json();
    const plan = { ...samplePlan, timeZone: 'Mars/Olympus' };
    const response = await server.post('admin', '/api/meetings', { plan });
    expect([response.status, (await problemOf(response)).code]).toEqual([422, 'timeZoneUnknown']);
    expect(await (await server.get(null, '/api/meetings')).json()).toEqual(before);
  });

  it('shows in the public list with title, date and status only', async () => {
    const { meetings } = (await (await server.get(null, '/api/meetings')).json()) as { meetings: object[] };
    expect(meetings).toContainEqual({ id: sampleMeetingId, title: samplePlan.title, date: '2018-02-26', status: 'planned' });
    expect(meetings.every((meeting) => Object.keys(meeting).length === 4)).toBe(true);
  });
});

describe('replacing a link', () => {
  it('[RT19] ends the sessions of the old one within a second, sockets included, and leaves the others alone', async () => {
    const plan = { ...samplePlan, shortTitle: 'Rotation' };
    const { meetingId, links } = (await (await server.post('admin', '/api/meetings', { plan })).json()) as Made;
    const old = tokenIn(links.chair);
    const chair = await connectStation({ origin: server.origin, meetingId, token: old });
    const webcast = await connectStation({ origin: server.origin, meetingId, token: tokenIn(links.webcast) });

    const started = performance.now();
    const response = await server.post('admin', `/api/meetings/${meetingId}/links/chair/rotate`, {});
    const { station, link } = (await response.json()) as { station: string; link: string };
    expect(station).toBe('chair');
    expect(await chair.closed).toBe(4101);
    expect(performance.now() - started).toBeLessThan(1_000);

    const asOld = { Authorization: `Bearer ${old}` };
    expect((await server.get(null, `/api/meetings/${meetingId}`, asOld)).status).toBe(401);
    expect((await server.get(null, `/join/${old}`)).status).toBe(404);
    await expect(connectStation({ origin: server.origin, meetingId, token: old })).rejects.toEqual(new HandshakeRefused(401));
    const renewed = await connectStation({ origin: server.origin, meetingId, token: tokenIn(link) });
    expect(renewed.welcome.station).toBe('chair');
    expect(webcast.isLive()).toBe(true);

    const shown = (await (await server.get('admin', `/api/meetings/${meetingId}/links`)).json()) as Made;
    expect(shown.links.chair).toBe(link);
    await Promise.all([renewed.close(), webcast.close()]);
  });

  it('refuses to replace the link of the admin, who has none per meeting', async () => {
    expect((await server.post('admin', `${sample}/links/admin/rotate`, {})).status).toBe(404);
  });
});
