import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getRequest, sendRaw } from '../kit/raw-http.ts';
import { problemOf, type RunningTestServer, sample, startTestServer } from './running-server.ts';

let server: RunningTestServer;
let entryIds: readonly string[];
beforeAll(async () => {
  server = await startTestServer();
  const { meeting } = (await (await server.get('chair', sample)).json()) as { meeting: { entries: { id: string }[] } };
  entryIds = meeting.entries.map(({ id }) => id);
});
afterAll(() => server.close());

async function codeOf(response: Response): Promise<readonly [number, string]> {
  const body = await problemOf(response);
  expect(body.status).toBe(response.status);
  expect(body.type).toBe(`urn:rostrum:problem:${body.code}`);
  expect(body.title).not.toBe('');
  expect(body.detail).not.toBe('');
  return [response.status, body.code];
}

describe('problems', () => {
  it.each([
    ['not JSON', '{"commandId":'],
    ['no commandId', '{"type":"endStatement"}'],
    ['an unknown command', '{"commandId":"abcdefgh","type":"dance"}'],
    ['a member that does not belong there', '{"commandId":"abcdefgh","type":"endStatement","extra":1}'],
    ['a wrong type of value', '{"commandId":"abcdefgh","type":"addTime","seconds":"ten"}'],
    ['an array', '[]'],
    ['nothing', ''],
  ])('400 for %s', async (_what, body) => {
    expect(await codeOf(await server.post('chair', `${sample}/commands`, body))).toEqual([400, 'malformed']);
  });

  it('400 for bytes that are not UTF-8', async () => {
    const response = await fetch(`${server.origin}${sample}/commands`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${server.token('chair')}`, 'Content-Type': 'application/json' },
      body: new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]),
    });
    expect(await codeOf(response)).toEqual([400, 'malformed']);
  });

  it('400 for query values that make no sense', async () => {
    expect(await codeOf(await server.get('chair', `${sample}/events?after=-1`))).toEqual([400, 'malformed']);
    expect(await codeOf(await server.get('chair', `${sample}/relay?floor=<b>`))).toEqual([400, 'malformed']);
  });

  it('401 without a link', async () => {
    expect(await codeOf(await server.get(null, sample))).toEqual([401, 'unauthorised']);
  });

  it('403 for what is not this station’s, and for a page of another site', async () => {
    expect(await codeOf(await server.command('viewer', { type: 'endStatement' }))).toEqual([403, 'notYourStation']);
    const foreign = { Origin: 'https://evil.example' };
    expect(await codeOf(await server.post('chair', `${sample}/commands`, {}, foreign))).toEqual([403, 'crossSite']);
  });

  it('404 for what does not exist', async () => {
    expect(await codeOf(await server.get('admin', '/api/meetings/nowhere'))).toEqual([404, 'meetingUnknown']);
    expect(await codeOf(await server.get('admin', '/api/meetings/..%2f..'))).toEqual([404, 'meetingUnknown']);
    expect(await codeOf(await server.get(null, '/api/nothing'))).toEqual([404, 'notFound']);
    expect(await codeOf(await server.command('chair', { type: 'giveFloor', entryId: 'nobody' }))).toEqual([404, 'entryUnknown']);
    expect(await codeOf(await server.post('admin', `${sample}/links/booth:xx/rotate`, {}))).toEqual([404, 'stationUnknown']);
  });

  it('409 when the state says no', async () => {
    expect(await codeOf(await server.command('chair', { type: 'endStatement' }))).toEqual([409, 'nobodySpeaking']);
  });

  it('410 when the command has expired', async () => {
    const response = await server.command('chair', { type: 'closeList' }, { expires: Date.now() - 1_000 });
    expect(await codeOf(response)).toEqual([410, 'expired']);
  });

  it('[RT48] the same answer for every copy of a command: refused stays refused, and too late stays too late', async () => {
    const refused = { commandId: 'copy-of-a-refused-one', expires: Date.now() + 60_000 };
    expect(await codeOf(await server.command('chair', { type: 'endStatement' }, refused))).toEqual([409, 'nobodySpeaking']);
    const late = { ...refused, expires: Date.now() - 1_000 };
    expect(await codeOf(await server.command('chair', { type: 'endStatement' }, late))).toEqual([409, 'nobodySpeaking']);
    const expired = { commandId: 'copy-of-an-expired-one', expires: Date.now() - 1_000 };
    expect(await codeOf(await server.command('chair', { type: 'closeList' }, expired))).toEqual([410, 'expired']);
    const inTime = { ...expired, expires: Date.now() + 60_000 };
    expect(await codeOf(await server.command('chair', { type: 'closeList' }, inTime))).toEqual([410, 'expired']);
  });

  it('412 when what was named has changed', async () => {
    const command = { type: 'editEntry', entryId: entryIds[0], revision: 99, patch: { note: 'x' } };
    expect(await codeOf(await server.command('chair', command))).toEqual([412, 'entryChanged']);
  });

  it('413 for more than a mebibyte, with and without a length', async () => {
    const large = `{"commandId":"abcdefgh","type":"setScript","text":"${'x'.repeat(1024 * 1024)}"}`;
    expect(await codeOf(await server.post('chair', `${sample}/commands`, large))).toEqual([413, 'tooLarge']);
    const streamed = await fetch(`${server.origin}${sample}/commands`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${server.token('chair')}`, 'Content-Type': 'application/json' },
      body: new Blob([large]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(await codeOf(streamed)).toEqual([413, 'tooLarge']);
  });

  it('415 for anything that a form of another site could send', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const response = await server.post('chair', `${sample}/commands`, '{}', { 'Content-Type': type });
      expect(await codeOf(response)).toEqual([415, 'notJson']);
    }
  });

  it('422 for a value that can be read but not used', async () => {
    const persons = [{ name: 'Mr. <script>alert(1)</script>' }];
    const command = { type: 'insertEntry', entry: { persons, rank: 'state', language: 'en' } };
    expect(await codeOf(await server.command('chair', command))).toEqual([422, 'textMarkup']);
  });

  it('429 for more than a program can mean, and only for that session', async () => {
    // On one connection and without waiting: also a busy machine answers them faster than the quota fills up again.
    const body = JSON.stringify({ commandId: 'more-than-meant', type: 'endStatement' });
    const lines = ['Host: localhost', `Authorization: Bearer ${server.token('viewer')}`, 'Content-Type: application/json'];
    const one = `POST ${sample}/commands HTTP/1.1\r\n${lines.join('\r\n')}\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    const { text } = await sendRaw(server.origin, { bytes: one.repeat(1_000) + getRequest(server.origin, '/healthz'), deadlineMs: 20_000 });
    const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => status);
    expect(statuses).toHaveLength(1_001);
    expect(new Set(statuses)).toEqual(new Set(['403', '429', '200']));
    expect((await server.command('chair', { type: 'endStatement' })).status).toBe(409);
  });

  it('[RT20] changes nothing in the log by all of this', async () => {
    const { events } = (await (await server.get('chair', `${sample}/events`)).json()) as { events: { event: { type: string } }[] };
    expect(events.map(({ event }) => event.type)).toEqual(['meetingPlanned']);
  });
});
