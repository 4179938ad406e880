import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageRoutes } from '../../server/http/page-routes.ts';
import { readStaticFiles } from '../../server/http/static-files.ts';
import { sampleMeetingId } from '../../server/sample/hrc37-panel.ts';
import { allStations, type Station } from '../../shared/domain/stations.ts';
import { makeTempDir } from '../kit/temp-dir.ts';
import { problemOf, type RunningTestServer, sample, startTestServer } from './running-server.ts';

let server: RunningTestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function cookieOf(station: Station): Promise<string> {
  const response = await server.get(null, `/join/${server.token(station)}`);
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

const pages: Readonly<Record<string, string>> = {
  admin: '/',
  chair: `/m/${sampleMeetingId}/chair`,
  chief: `/m/${sampleMeetingId}/teams`,
  'booth:fr': `/m/${sampleMeetingId}/booth/fr`,
  webcast: `/m/${sampleMeetingId}/webcast`,
  display: `/m/${sampleMeetingId}/display`,
  output: `/output/${sampleMeetingId}/program/en`,
  viewer: `/m/${sampleMeetingId}/line/viewer`,
};

describe('a station link', () => {
  it.each(allStations)('opens a session of its own for %s that no script can read and no other site can use', async (station) => {
    const response = await server.get(null, `/join/${server.token(station)}`);
    expect(response.status).toBe(303);
    expect(response.headers.get('set-cookie')).toMatch(/^rostrum_[a-z0-9_-]+=[A-Za-z0-9_-]+; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(response.headers.get('location')).toBe(pages[station] ?? `/m/${sampleMeetingId}/booth/${station.slice(6)}`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('marks the cookie Secure when the public address is https', async () => {
    const behindProxy = await startTestServer({ publicOrigin: 'https://rostrum.example.org' });
    try {
      const response = await behindProxy.get(null, `/join/${behindProxy.token('chair')}`);
      expect(response.headers.get('set-cookie')).toContain('; Secure');
    } finally {
      await behindProxy.close();
    }
  });

  it('lets one browser hold several stations, each page naming its own', async () => {
    const cookies = [await cookieOf('chair'), await cookieOf('display'), await cookieOf('booth:fr')].join('; ');
    const asDisplay = await server.get(null, `${sample}?station=display`, { Cookie: cookies });
    const asBooth = await server.get(null, `${sample}?station=booth:fr`, { Cookie: cookies });
    const interpreters = async (response: Response) =>
      ((await response.json()) as { meeting: { booths: { fr: { interpreters: unknown[] } } } }).meeting.booths.fr.interpreters.length;
    expect(await interpreters(asDisplay)).toBe(0);
    expect(await interpreters(asBooth)).toBeGreaterThan(0);
    expect((await server.get(null, `${sample}?station=webcast`, { Cookie: cookies })).status).toBe(401);
  });

  it('takes a command with a cookie from our own page and refuses it from another', async () => {
    const body = { commandId: 'from-a-page', type: 'closeList' };
    const cookie = await cookieOf('chair');
    const foreign = await server.post(null, `${sample}/commands`, body, { Cookie: cookie, Origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
    const own = await server.post(null, `${sample}/commands`, body, { Cookie: cookie, Origin: server.origin });
    expect(await own.json()).toMatchObject({ status: 'ok', events: [{ event: { type: 'listClosed', by: 'chair' } }] });
  });

  it('is a problem page when it is wrong, and too many wrong ones are slowed down', async () => {
    const guess = () => server.get(null, `/join/${'g'.repeat(43)}`);
    expect((await problemOf(await guess())).code).toBe('linkUnknown');
    const more = await Promise.all(Array.from({ length: 40 }, guess));
    expect(more.map((response) => response.status)).toContain(429);
    expect((await server.get(null, `/join/${server.token('chair')}`)).status).toBe(303);
  });
});

describe('every answer', () => {
  it('forbids scripts, frames and connections of others', async () => {
    for (const path of ['/', '/api/meetings', '/healthz', '/nowhere', `/join/${'g'.repeat(43)}`]) {
      const { headers } = await server.get(null, path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'; script-src 'self';");
      expect(policy).toContain("frame-ancestors 'self'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    }
  });
});

describe('pages', () => {
  const folder = makeTempDir();
  mkdirSync(join(folder.path, 'client/assets'), { recursive: true });
  writeFileSync(join(folder.path, 'secret.txt'), 'secret');
  writeFileSync(join(folder.path, 'client/index.html'), '<p>stations</p>');
  writeFileSync(join(folder.path, 'client/output.html'), '<p>output</p>');
  writeFileSync(join(folder.path, 'client/assets/app-12ab.js'), 'export {}');
  const app = pageRoutes(readStaticFiles(join(folder.path, 'client')));
  afterAll(() => folder.remove());

  it('come from two files and are never kept by the browser', async () => {
    for (const path of ['/', '/m/x/chair', '/m/x/booth/fr']) {
      const response = await app.request(path);
      expect(await response.text()).toBe('<p>stations</p>');
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
    expect(await (await app.request('/output/x/program/ar')).text()).toBe('<p>output</p>');
  });

  it('have assets that are kept for ever', async () => {
    const response = await app.request('/assets/app-12ab.js');
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it.each(['/../secret.txt', '/assets/../../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/assets', '/assets/', '/nothing.js'])(
    'do not reach %s',
    async (path) => {
      const response = await app.request(path);
      expect(response.status).toBe(404);
      expect(await response.text()).not.toContain('secret');
    },
  );
});
