/** Two interpreters of one booth, each with a tablet: the microphone goes from one to the other with a glance, or in two hands at once. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../../shared/lib/assert.ts';
import { chromiumIsMissing, launchBrowser, type Visit, visit } from '../kit/browser.ts';
import { type ServerProcess, startServerProcess } from '../kit/server-process.ts';
import { until } from '../kit/until.ts';

describe.skipIf(chromiumIsMissing('handover'))('two tablets of one booth', () => {
  let browser: Browser;
  let server: ServerProcess;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startServerProcess()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  /** Each in a context of its own, with a link of its own. */
  async function tablets(booth: string, frames: string[] = []): Promise<readonly [Visit, Visit]> {
    const prepare = async (page: Page): Promise<void> => {
      page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));
    };
    const open = () => visit(browser, must(server.links.get(`booth ${booth}`), 'a link'), { prepare });
    const both = [await open(), await open()] as const;
    for (const { page } of both) await page.locator('main[data-fresh=true]').waitFor({ timeout: 10_000 });
    return both;
  }

  async function choose(page: Page, words: string): Promise<void> {
    await page.keyboard.press('F8');
    await page.locator('.booth-chooser').getByRole('button', { name: words }).click();
    await page.locator('.booth-chooser').waitFor({ state: 'detached' });
  }

  async function bothShow(pages: readonly Page[], interpreter: string): Promise<void> {
    for (const page of pages) await page.locator('.at-microphone strong bdi', { hasText: interpreter }).waitFor({ timeout: 2_000 });
  }

  it('[TU16] pass the microphone on with a sign and one key each, both show it, and nothing in the bar moves for it.', async () => {
    const [one, two] = await tablets('fr');
    const pages = [one.page, two.page];
    await choose(one.page, 'F1 takes over now');
    await bothShow(pages, 'F1');
    const before = await Promise.all(pages.map(places));

    await choose(two.page, 'F2 is ready');
    for (const page of pages) {
      await page.locator('.at-microphone-sign .chip', { hasText: 'F2 is ready' }).waitFor({ timeout: 2_000 });
      expect(await page.locator('.at-microphone [role=status]').first().textContent()).toBe('F2 is ready');
    }
    await choose(two.page, 'Withdraw the sign');
    for (const page of pages) await page.locator('.at-microphone-sign .chip').waitFor({ state: 'detached', timeout: 2_000 });
    await choose(one.page, 'F1 asks to be relieved');
    for (const page of pages) await page.locator('.at-microphone-sign .chip', { hasText: 'F1 asks to be relieved' }).waitFor();
    expect(await Promise.all(pages.map(places))).toEqual(before);

    // Enter takes the first answer: the next one takes over.
    await two.page.keyboard.press('F8');
    await two.page.keyboard.press('Enter');
    await bothShow(pages, 'F2');
    for (const page of pages) expect(await page.locator('.at-microphone-sign .chip').count()).toBe(0);
    expect(await Promise.all(pages.map(places))).toEqual(before);
    for (const { errors, close } of [one, two]) {
      expect(errors).toEqual([]);
      await close();
    }
  });

  it('[TU17] Of two boothmates who take it at once one has it, and the other is told who, on a page that shows the same.', async () => {
    const [one, two] = await tablets('ar');
    const pages = [one.page, two.page];
    await choose(one.page, 'A1 takes over now');
    await bothShow(pages, 'A1');
    // Both boxes are open and both hands are on the key before either is pressed.
    for (const page of pages) await page.keyboard.press('F8');
    for (const page of pages) await page.locator('.booth-chooser').waitFor();
    await Promise.all([one.page.keyboard.press('1'), two.page.keyboard.press('2')]);

    const notices = () => Promise.all(pages.map((page) => page.locator('.notices .notice-title').allTextContents()));
    await until('one refusal', 3_000, async () => (await notices()).flat().length === 1);
    const shown = await Promise.all(pages.map((page) => page.locator('.at-microphone strong bdi').textContent()));
    expect(shown[0]).toBe(shown[1]);
    expect(['A2', 'A3']).toContain(shown[0]);
    expect((await notices()).flat()).toEqual([`${shown[0]} has taken the microphone meanwhile`]);
    const loser = (await notices()).findIndex((titles) => titles.length > 0);
    expect(loser).toBe(shown[0] === 'A2' ? 1 : 0);
    for (const { close } of [one, two]) await close();
  });

  it('[TU18] Both who press the same get what they wanted, without a word, and an open box keeps the answers it had.', async () => {
    const frames: string[] = [];
    const [one, two] = await tablets('en', frames);
    const pages = [one.page, two.page];
    await choose(one.page, 'E1 takes over now');
    await bothShow(pages, 'E1');
    await two.page.keyboard.press('F8');
    await two.page.locator('.booth-chooser').waitFor();
    await choose(one.page, 'E2 takes over now');
    await bothShow(pages, 'E2');
    // The same key as before: E2, and not the one who has just left the microphone.
    await two.page.keyboard.press('1');
    await until('the outcome', 3_000, () => frames.some((frame) => frame.includes('"alreadyAtMicrophone"')));
    await two.page.locator('[data-action="booth.handOver"]:not([aria-busy])').waitFor();
    await bothShow(pages, 'E2');
    for (const page of pages) expect(await page.locator('.notices .notice').count()).toBe(0);
    for (const { close } of [one, two]) await close();
  });
});

/** Where the bar has what one reads and presses, in px; not the figures that tick. */
async function places(page: Page): Promise<unknown> {
  const boxes = ['.at-microphone > .chip', '[data-action=keys]', '.top-bar h1', '.booth-floor', '[data-action="booth.handOver"]'];
  return Promise.all(boxes.map((selector) => page.locator(selector).first().boundingBox()));
}
