/** Fault 10, on the side of the browser: somebody sets the clock of the computer on which a page is open. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { chromiumIsMissing, launchBrowser, visit } from '../../kit/browser.ts';
import { startServerProcess } from '../../kit/server-process.ts';
import { until } from '../../kit/until.ts';
import { areLive, comeIn, expectSound } from '../../simulation/faults/net-bench.ts';

const hourMs = 3_600_000;
/** Where the clock stands, against the right time, and which key of the chair changes the language of the floor then. */
const steps = [
  { ahead: hourMs, key: '3', language: 'en' },
  { ahead: -hourMs, key: '4', language: 'fr' },
  { ahead: 0, key: '5', language: 'ru' },
] as const;
/** A leap ahead looks like sleep: one new connection each, and nothing on the way back. */
const leaps = 2;

describe.skipIf(chromiumIsMissing('clock steps'))('a computer whose clock is set by an hour', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it('[FT10] shows the same countdown as the others, is obeyed, and does not connect over and over', async () => {
    const server = await startServerProcess();
    onTestFinished(() => server.remove());
    const chair = comeIn(server, 'chair');
    await areLive(chair);
    await chair.give({ type: 'giveFloor', entryId: 'e8' });
    let sockets = 0;
    const right = await visit(browser, server.links.get('booth ru') ?? '');
    const wrong = await visit(browser, server.links.get('chair') ?? '', {
      prepare: async (page) => {
        await page.addInitScript(settableClock);
        page.on('websocket', () => (sockets += 1));
      },
    });
    const pages = [right.page, wrong.page];
    for (const page of pages) await page.locator('main[data-fresh=true] [role=timer]').first().waitFor({ timeout: 5_000 });

    sockets = 0;
    for (const { ahead, key, language } of steps) {
      await wrong.page.evaluate((ms) => Object.assign(globalThis, { clockAhead: ms }), ahead);
      const setAt = performance.now();
      // It looks ten times a second, and a station comes back within 250 ms.
      await until('the page to have noticed', 2_000, () => performance.now() - setAt > 1_000);
      await wrong.page.locator('main[data-fresh=true]').waitFor({ timeout: 3_000 });
      for (let look = 0; look < 5; look += 1) {
        const [one = 0, other = 0] = await Promise.all(pages.map(secondsShown));
        expect(Math.abs(one - other), `${one} and ${other}`).toBeLessThanOrEqual(1);
      }
      await wrong.page.keyboard.press(key);
      await chair.until('the command to be carried out', () => chair.view().meeting?.floor?.language === language, 2_000);
    }
    expect(sockets).toBeLessThanOrEqual(leaps);
    expect(wrong.errors).toEqual([]);
    await Promise.all([right.close(), wrong.close()]);
    await expectSound({ servers: [server], stations: [chair] });
  });
});

function settableClock(): void {
  const real = Date.now.bind(Date);
  Object.assign(globalThis, { clockAhead: 0 });
  Date.now = () => real() + (globalThis as unknown as { clockAhead: number }).clockAhead;
}

async function secondsShown(page: Page): Promise<number> {
  const text = (await page.locator('[role=timer]').first().textContent()) ?? '';
  const [, sign, minutes, seconds] = /([-−]?)(\d+):(\d\d)/.exec(text) ?? [];
  if (minutes === undefined) throw new Error(`Expected a countdown, got ${text}`);
  return (sign === '' ? 1 : -1) * (Number(minutes) * 60 + Number(seconds));
}
