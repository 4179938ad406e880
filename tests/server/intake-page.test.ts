import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readGlossary, readTeamSheet, readText } from '../../client/state/intake.ts';
import { sampleMeetingId } from '../../server/sample/hrc37-panel.ts';
import type { Station } from '../../shared/domain/stations.ts';
import { makeDocx, makeXlsx } from '../kit/files.ts';
import { type RunningTestServer, startTestServer } from './running-server.ts';

let server: RunningTestServer;
const nodeFetch = globalThis.fetch;
beforeAll(async () => {
  server = await startTestServer();
});
afterEach(() => {
  globalThis.fetch = nodeFetch;
});
afterAll(() => server.close());

/** What a browser adds to a request of a page: where the page came from, and the cookie of its station. */
function browse(station: Station, origin = server.origin): void {
  globalThis.fetch = (address, init) =>
    nodeFetch(new URL(String(address), origin), {
      ...init,
      headers: { ...Object.fromEntries(new Headers(init?.headers)), Authorization: `Bearer ${server.token(station)}` },
    });
}

function file(bytes: Uint8Array | string, name: string): File {
  return new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name);
}

const text = 'Mr. President, thank you for giving me the floor. We have come here to speak for those who have not been heard.';

describe('a page that gives a file', () => {
  it('[IN19] gets what the file says', async () => {
    browse('booth:fr');
    const read = await readText(sampleMeetingId, 'booth:fr', file(makeDocx([text]), 'été & <1>.docx'), 'fr');
    expect(read).toMatchObject({ ok: true, value: { paragraphs: [text], language: 'en', findings: [{ code: 'otherLanguage' }] } });
    const sheet = file(
      makeXlsx([
        ['booth', 'initials', 'a'],
        ['fr', 'AB', 'fr'],
      ]),
      'teams.xlsx',
    );
    expect(await readTeamSheet(sampleMeetingId, 'booth:fr', sheet)).toMatchObject({ ok: true, value: { teams: { fr: [{ id: 'AB' }] } } });
    const terms = await readGlossary(sampleMeetingId, 'booth:fr', file('en,fr\npeace,paix', 'g.csv'));
    expect(terms).toEqual({ ok: true, value: { terms: [{ forms: { en: ['peace'], fr: ['paix'] } }], findings: [] } });
  });

  it('[IN19] or why it was not read', async () => {
    browse('chair');
    const codes = [
      await readGlossary(sampleMeetingId, 'chair', file('nothing here', 'g.csv')),
      await readText(sampleMeetingId, 'chair', file(new Uint8Array([1, 2, 3, 0]), 'a.bin'), 'en'),
      await readText(sampleMeetingId, 'chair', file(new Uint8Array(20 * 1024 * 1024 + 1), 'a.pdf'), 'en'),
      await readText('nowhere', 'chair', file(text, 'a.txt'), 'en'),
    ];
    browse('viewer');
    codes.push(await readText(sampleMeetingId, 'viewer', file(text, 'a.txt'), 'en'));
    browse('chair', 'http://127.0.0.1:9');
    codes.push(await readText(sampleMeetingId, 'chair', file(text, 'a.txt'), 'en'));
    expect(codes.map((read) => (read.ok ? 'read' : read.refusal.code))).toEqual([
      'columnsMissing',
      'fileKindUnknown',
      'fileTooLarge',
      'notAllowed',
      'notAllowed',
      'unavailable',
    ]);
  });
});
