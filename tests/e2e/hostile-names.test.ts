/** Names from outside are text, whatever they look like: refused with a reason, or shown as they are and never run. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleMeetingId } from '../../server/sample/hrc37-panel.ts';
import { must } from '../../shared/lib/assert.ts';
import { officialLanguages } from '../../shared/reference/languages.ts';
import { chromiumIsMissing, launchBrowser, visit } from '../kit/browser.ts';
import { httpStation } from '../kit/http-station.ts';
import { type ServerProcess, startServerProcess } from '../kit/server-process.ts';

/** Shown as written: nothing in it is wrong in a name, it only must not be taken for anything else. */
const shown = `"' onerror="window.pwned=1" \${window.pwned=2} {{window.pwned=3}} &lt;img&gt; \\ javascript:window.pwned=4 مرحبا 12`;

describe.skipIf(chromiumIsMissing('hostile names'))('a hostile name', () => {
  let browser: Browser;
  let server: ServerProcess;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startServerProcess()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  it('[UI7] runs on no page, and airs as it was written', async () => {
    const chair = httpStation(server.origin, sampleMeetingId, server.token('chair'));
    const desk = httpStation(server.origin, sampleMeetingId, server.token('webcast'));
    const before = (await chair.meeting()).entries.length;
    for (const name of ['<script>window.pwned=1</script>', '<img src=x onerror=alert(1)>', 'x'.repeat(300), ' \u0000\u202E ']) {
      const { status, body } = await chair.tryGive({
        type: 'insertEntry',
        beforeId: 'e2',
        entry: { persons: [{ name }], rank: 'state', language: 'en' },
      });
      expect(status, name).toBe(422);
      expect(String(body.detail).length, name).toBeGreaterThan(10);
    }
    expect((await chair.meeting()).entries).toHaveLength(before);

    const hidden = `\u202E${shown}\u2066`;
    await chair.give({
      type: 'insertEntry',
      beforeId: 'e1',
      entry: { persons: [{ name: hidden, function: shown }], rank: 'state', language: 'en' },
    });
    const entry = must((await chair.meeting()).entries[0], 'the entry');
    expect(entry.persons[0]?.name).toBe(shown);
    for (const language of officialLanguages)
      await desk.give({ type: 'verifyName', entryId: entry.id, language, text: shown, function: shown });
    await chair.give({ type: 'giveFloor', entryId: entry.id });
    await desk.give({ type: 'armCaption', entryId: entry.id });
    const cue = must((await desk.meeting()).captions.armed, 'an armed cue');
    await desk.give({ type: 'takeCaption', cueId: cue.id, cueHash: cue.hash });

    for (const [label, path, place] of [
      ['chair', undefined, 'main'],
      ['booth ar', undefined, 'main'],
      ['webcast', undefined, 'main'],
      ['display', undefined, 'main'],
      ['booth fr', `/m/${sampleMeetingId}/line/booth:fr`, 'body'],
      ['output pages', `/output/${sampleMeetingId}/program/ar`, '[data-line=name]'],
    ] as const) {
      const { page, close } = await visit(browser, must(server.links.get(label), label), path === undefined ? {} : { path });
      const dialogs: string[] = [];
      page.on('dialog', (dialog) => dialogs.push(dialog.message()));
      await page
        .locator(place, { hasText: label === 'booth fr' ? 'now' : shown })
        .first()
        .waitFor({ timeout: 10_000 });
      expect(await page.evaluate(() => 'pwned' in globalThis), label).toBe(false);
      expect(dialogs, label).toEqual([]);
      if (label === 'output pages') expect(await page.locator(place).textContent()).toBe(shown);
      await close();
    }
  });
});
