/** Booths without a channel, signals and the one-line view in real browsers: captions and signs beside the six booths of the panel. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleMeetingId } from '../../server/sample/hrc37-panel.ts';
import { lengthOf } from '../../shared/lib/text.ts';
import { chromiumIsMissing, launchBrowser, type Visit, visit } from '../kit/browser.ts';
import { type HttpStation, httpStation } from '../kit/http-station.ts';
import { type ServerProcess, startServerProcess } from '../kit/server-process.ts';
import { until } from '../kit/until.ts';

const withinASecond = { timeout: 1_000 };
/** Of the sample: the first speaks English, the eighth, a minister, Spanish. When they have spoken, the second is next. */
const opening = 'e1';
const minister = 'e8';
const next = 'e2';

describe.skipIf(chromiumIsMissing('silent booths'))('booths without a channel', () => {
  let browser: Browser;
  let server: ServerProcess;
  let chair: HttpStation;
  const visits: Visit[] = [];

  const open = async (label: string, options: Parameters<typeof visit>[2] = {}): Promise<Page> => {
    const opened = await visit(browser, server.links.get(label) ?? '', options);
    visits.push(opened);
    return opened.page;
  };
  const lineOf = (label: string, station: string): Promise<Page> => open(label, { path: `/m/${sampleMeetingId}/line/${station}` });

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startServerProcess()]);
    chair = httpStation(server.origin, sampleMeetingId, server.token('chair'));
    await chair.give({
      type: 'setTeam',
      booth: 'captions',
      interpreters: [
        { id: 'C1', a: ['en'], b: [], c: [] },
        { id: 'C2', a: ['en'], b: [], c: ['es'] },
      ],
    });
    await chair.give({ type: 'setTeam', booth: 'sign', interpreters: [{ id: 'I1', a: ['ils'], b: [], c: ['fr', 'en'] }] });
  });
  afterEach(async () => {
    const opened = visits.splice(0);
    for (const { close } of opened) await close();
    expect(opened.flatMap(({ errors, strangers }) => [...errors, ...strangers])).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  it('[BL11] The line page keeps its lines in place at five moments of the panel, each of at most 40 cells, and confirms a switch', async () => {
    const pages = {
      en: await lineOf('booth en', 'booth:en'),
      captions: await lineOf('booth captions', 'booth:captions'),
      chief: await lineOf('chief', 'chief'),
    };
    for (const page of Object.values(pages)) {
      await page.locator('.line').first().waitFor();
      await page.evaluate(() => {
        for (const line of document.querySelectorAll('.line')) line.setAttribute('data-first', '');
      });
    }
    const confirm = pages.en.getByRole('button', { name: 'Done' });
    const said: Record<string, Record<string, string>> = {};
    const moment = async (name: string, awaited: { readonly line: string; readonly text: string | RegExp }): Promise<void> => {
      for (const page of Object.values(pages)) await page.locator(`[data-line=${awaited.line}]`, { hasText: awaited.text }).waitFor();
      for (const [station, page] of Object.entries(pages)) {
        const lines = await page.locator('.line[data-first]').allTextContents();
        console.log(`${name}, ${station}:\n${lines.map((line) => `  |${line.padEnd(40)}|`).join('\n')}`);
        expect(lines).toHaveLength(station === 'captions' ? 8 : 9);
        for (const line of lines) expect(lengthOf(line), line).toBeLessThanOrEqual(40);
        said[`${name}, ${station}`] = Object.fromEntries(lines.map((line, index) => [index, line]));
      }
      expect(await confirm.getAttribute('aria-disabled')).toBe(name === 'switch' ? null : 'true');
    };

    await moment('before', { line: 'now', text: 'nobody' });
    await chair.give({ type: 'giveFloor', entryId: opening });
    await moment('first speaker', { line: 'now', text: 'en' });
    await chair.give({ type: 'giveFloor', entryId: minister });
    await pages.en.locator('[data-line=now]', { hasText: 'es' }).waitFor();
    await chair.give({ type: 'setFloorLanguage', language: 'en' });
    // Of all booths the line is full before it comes to the languages.
    await moment('switch', { line: 'switch', text: /es>en|^switched 0 of/ });
    await chair.give({ type: 'replaceSpeaker', entryId: next, speakers: [{ name: 'Robert Piper' }] });
    await confirm.press('Enter');
    await pages.en.locator('[data-line=switch]', { hasText: 'done es>en' }).waitFor(withinASecond);
    await moment('late change', { line: 'next', text: 'Piper' });
    await chair.give({
      type: 'raisePointOfOrder',
      entry: { persons: [{ kind: 'delegation', name: 'Egypt' }], rank: 'state', language: 'ar' },
    });
    await moment('point of order', { line: 'now', text: 'Egypt' });
    await chair.give({ type: 'endStatement' });
    expect(said['switch, en']?.[4]).toMatch(/^clear en, then /);
    expect(said['late change, captions']?.[3]).toBe('late M. Fernanda Espinosa Garcés > en +1');
  });

  it('[SB6] The captions page says what to listen to, follows a switch, owes late changes, and has no console, retour or alarm', async () => {
    const captions = await open('booth captions');
    const source = captions.locator('.booth-task-source');
    await source.filter({ hasText: 'FLOOR +' }).waitFor();
    await chair.give({ type: 'setFloorLanguage', language: 'es' });
    await source.filter({ hasText: 'EN −' }).waitFor(withinASecond);
    expect(
      await captions.locator('[data-action="booth.console"], [data-action="booth.confirmTask"], [data-action="booth.retour"]').count(),
    ).toBe(0);

    const change = captions.locator('.booth-change[data-filled]');
    await change.waitFor();
    await until('all changes seen by the captioners', 5_000, async () => {
      await captions.keyboard.press('Enter');
      return (await change.count()) === 0;
    });
    const replaced = (await chair.meeting()).changes.find(({ kind }) => kind === 'replaced');
    expect(replaced?.mustSee).toContain('booth:captions');
    expect(Object.keys(replaced?.seen ?? {})).toContain('booth:captions');

    await captions.keyboard.press('F8');
    await captions.locator('[data-action="booth.choice2"]', { hasText: 'C2 takes over now' }).press('Enter');
    await captions
      .locator('.at-microphone', { hasText: 'At work' })
      .and(captions.locator('.at-microphone', { hasText: 'C2' }))
      .waitFor(withinASecond);
    // C2 understands Spanish.
    await source.filter({ hasText: 'FLOOR +' }).waitFor(withinASecond);
    expect((await chair.meeting()).booths.captions.onMic?.interpreter).toBe('C2');
  });

  it('[SB7] The sign page reads in the language of who is at work, and takes relay from a channel that this person understands', async () => {
    await chair.give({ type: 'setFloorLanguage', language: 'ru' });
    const sign = await open('booth sign');
    await sign.locator('.booth-task-source', { hasText: /^(EN|FR) −$/ }).waitFor();
    await sign.locator('.top-bar', { hasText: 'International Sign' }).waitFor();
    expect(await sign.locator('.booth-floor .booth-speaker [lang=fr]').count()).toBeGreaterThan(0);
    expect(await sign.title()).toContain('International Sign');
  });

  it.each(['en', 'ar'])('[SB9] Both pages have no violation that axe finds: %s', async (language) => {
    for (const label of ['booth captions', 'booth sign']) {
      const page = await open(label, { language });
      await page.waitForLoadState('networkidle');
      const { violations, passes } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${label} ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
      expect(passes.length).toBeGreaterThan(0);
    }
  });

  it('[SG13] Requests to slow down from two booths light one lamp on the display, which names none and fades by itself', async () => {
    const [captions, sign, display] = [await open('booth captions'), await open('booth sign'), await open('display')];
    const lamp = display.locator('.display-lamp');
    await lamp.and(display.locator('[data-state=quiet]')).waitFor();
    await captions.locator('[data-action="booth.slowDown"]').waitFor();
    await captions.keyboard.press('F1');
    await sign.locator('[data-action="booth.slowDown"]').press('Enter');
    await lamp.and(display.locator('[data-state=slow]')).waitFor(withinASecond);
    await until('two requests, merged', 1_000, async () => (await chair.meeting()).slowDown?.count === 2);
    expect(await lamp.textContent()).not.toMatch(/caption|sign|booth/i);
    await lamp.and(display.locator('[data-state=quiet]')).waitFor({ timeout: 15_000 });
  });

  it('[SG14] A signal goes from sent to seen, being handled and done by one key of the chair or of the webcast desk, and the booth reads each', async () => {
    const [captions, sign, desk] = [await open('booth captions'), await open('booth sign'), await open('chair')];
    const key = (page: Page) => page.locator('[data-action="booth.needRelief"]');
    const first = desk.locator('.chair-signal').first();
    await desk.getByText('No signal waits for an answer').waitFor();
    await key(captions).filter({ hasText: 'Unwell' }).press('Enter');
    await first.filter({ hasText: 'Captions' }).waitFor(withinASecond);
    await desk.keyboard.press('k');
    await key(captions).filter({ hasText: 'seen' }).waitFor(withinASecond);
    await key(sign).press('Enter');
    await desk.locator('.chair-signal', { hasText: 'International Sign' }).waitFor(withinASecond);
    expect(await first.textContent()).toContain('Captions');

    const webcast = await open('webcast');
    await webcast.locator('.first-signal', { hasText: 'Captions' }).filter({ hasText: 'seen' }).waitFor();
    await desk.keyboard.press('k');
    await key(captions).filter({ hasText: 'being handled' }).waitFor(withinASecond);
    // The key answers what the page shows: it must have come there too.
    await webcast.locator('.first-signal', { hasText: 'being handled' }).waitFor(withinASecond);
    await webcast.keyboard.press('s');
    await key(captions).filter({ hasText: 'done' }).waitFor(withinASecond);
    await first.filter({ hasText: 'International Sign' }).waitFor(withinASecond);
    await desk.keyboard.press('k');
    await key(sign).filter({ hasText: 'seen' }).waitFor(withinASecond);
  });
});
