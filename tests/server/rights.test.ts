import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayIssue } from '../../shared/domain/permissions.ts';
import { allStations, boothLanguage, type Station } from '../../shared/domain/stations.ts';
import type { CommandType } from '../../shared/domain/commands.ts';
import type { Language } from '../../shared/reference/languages.ts';
import { problemOf, type RunningTestServer, sample, startTestServer } from './running-server.ts';

let server: RunningTestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** One command of each office, each refused by the state so that asking changes nothing. */
const probes: readonly (Record<string, unknown> & { readonly type: CommandType })[] = [
  { type: 'endStatement' },
  { type: 'addTime', seconds: 10 },
  { type: 'resumeMeeting' },
  { type: 'acknowledgeChange', changeId: 'nobody' },
  { type: 'armCaption', entryId: 'nobody' },
  { type: 'clearCaption' },
  { type: 'setScriptPosition', entryId: 'nobody', paragraph: 0, mode: 'onScript' },
  { type: 'answerSignal', signalId: 'nobody', state: 'seen' },
];

/** Of the own booth: another one's is a matter of the domain, not of the door. Nobody works into a language that is no other. */
function retourOf(booth: Language) {
  return { type: 'announceRetour', booth, into: booth } as const;
}

describe('rights at the door', () => {
  it.each(allStations)('[RT18] gives %s exactly the commands of the table, and 403 for all others', async (station) => {
    for (const probe of [...probes, retourOf(boothLanguage(station) ?? 'ar')]) {
      const response = await server.command(station, probe);
      const { code } = await problemOf(response);
      if (mayIssue(station, probe.type)) expect([probe.type, code]).not.toContain('notYourStation');
      else expect([probe.type, response.status, code]).toEqual([probe.type, 403, 'notYourStation']);
    }
  });

  it.each(['', '/events', '/forecast', '/relay', '/links'])('answers 401 to nobody at %s, with a code and a sentence', async (path) => {
    const response = await server.get(null, `${sample}${path}`);
    expect(response.status).toBe(401);
    const body = await problemOf(response);
    expect(body).toMatchObject({ code: 'unauthorised', status: 401 });
    expect(body.detail).not.toBe('');
  });

  it('answers 401 to a token that was never given out, and to a command of nobody', async () => {
    const made = { Authorization: `Bearer ${'x'.repeat(43)}` };
    expect((await server.get(null, sample, made)).status).toBe(401);
    expect((await server.command(null, { type: 'endStatement' })).status).toBe(401);
  });

  it.each(allStations.filter((station) => station !== 'admin'))(
    'does not let %s set up meetings, see links or replace them',
    async (station) => {
      expect((await server.post(station, '/api/meetings', { plan: {} })).status).toBe(403);
      expect((await server.get(station, `${sample}/links`)).status).toBe(403);
      expect((await server.post(station, `${sample}/links/chair/rotate`, {})).status).toBe(403);
    },
  );

  it('[RT19] does not let a link into another meeting', async () => {
    const plan = { title: 'Another', date: '2026-11-24', startsAt: '10:00', endsAt: '11:00', timeZone: 'UTC', segments: [segment] };
    const made = await server.post('admin', '/api/meetings', { plan });
    const { meetingId } = (await made.json()) as { meetingId: string };
    for (const station of ['chair', 'display'] satisfies Station[]) {
      const response = await server.get(station, `/api/meetings/${meetingId}`);
      expect((await problemOf(response)).code).toBe('otherMeeting');
    }
    expect((await server.get('admin', `/api/meetings/${meetingId}`)).status).toBe(200);
  });

  it('shows relay plans, which name interpreters, to staff only', async () => {
    expect((await server.get('display', `${sample}/relay?floor=ru`)).status).toBe(403);
    expect((await server.get('booth:fr', `${sample}/relay?floor=ru`)).status).toBe(200);
  });
});

const segment = { title: 'All', part: 'floor', budgetSeconds: 600, entries: [] };
