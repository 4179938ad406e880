/** axe on every page, in English and in Arabic, in the middle of the panel. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleMeetingId } from '../../server/sample/hrc37-panel.ts';
import { chromiumIsMissing, launchBrowser, visit } from '../kit/browser.ts';
import { httpStation } from '../kit/http-station.ts';
import { type ServerProcess, startServerProcess } from '../kit/server-process.ts';

const pages: readonly { readonly name: string; readonly link: string; readonly path?: string }[] = [
  { name: 'home', link: 'admin' },
  { name: 'chair', link: 'chair' },
  { name: 'booth', link: 'booth fr' },
  { name: 'webcast', link: 'webcast' },
  { name: 'display', link: 'display' },
  { name: 'output', link: 'output pages' },
  { name: 'teams', link: 'chief' },
  { name: 'line', link: 'booth fr', path: `/m/${sampleMeetingId}/line/booth:fr` },
  { name: 'not found', link: 'chair', path: '/nothing/here' },
];

describe.skipIf(chromiumIsMissing('accessibility'))('every page', () => {
  let browser: Browser;
  let server: ServerProcess;

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startServerProcess()]);
    const chair = httpStation(server.origin, sampleMeetingId, server.token('chair'));
    const webcast = httpStation(server.origin, sampleMeetingId, server.token('webcast'));
    for (const entryId of ['e1', 'e2', 'e3']) await chair.give({ type: 'giveFloor', entryId });
    await chair.give({ type: 'replaceSpeaker', entryId: 'e6', speakers: [{ name: 'Robert Piper', delivery: 'room' }] });
    await chair.give({ type: 'giveFloor', entryId: 'e4' });
    await webcast.give({ type: 'armCaption', entryId: 'e4' });
    await webcast.give({ type: 'takeCaption', ...(await armedCue(webcast)) });
    await webcast.give({ type: 'armCaption', entryId: 'e5' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  for (const language of ['en', 'ar']) {
    it.each(pages)(`[UI5] has no violation that axe finds: $name, ${language}`, async ({ link, path }) => {
      const { page, close, strangers } = await visit(browser, server.links.get(link) ?? '', {
        language,
        ...(path === undefined ? {} : { path }),
      });
      await page.waitForLoadState('networkidle');
      const { violations, passes } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
      expect(passes.length).toBeGreaterThan(0);
      expect(strangers).toEqual([]);
      await close();
    });
  }
});

async function armedCue(station: ReturnType<typeof httpStation>): Promise<{ cueId: string; cueHash: string }> {
  const cue = (await station.meeting()).captions.armed;
  if (cue === null) throw new Error('Expected an armed cue');
  return { cueId: cue.id, cueHash: cue.hash };
}
