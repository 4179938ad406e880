/** The shared clock: countdowns in two browsers show the same second at the same time. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleMeetingId } from '../../../server/sample/hrc37-panel.ts';
import { chromiumIsMissing, launchBrowser, visit } from '../../kit/browser.ts';
import { httpStation } from '../../kit/http-station.ts';
import { startServerProcess } from '../../kit/server-process.ts';

describe.skipIf(chromiumIsMissing('shared clock'))('the speaker’s clock in two browsers', () => {
  let browsers: readonly Browser[] = [];
  beforeAll(async () => {
    browsers = await Promise.all([launchBrowser(), launchBrowser()]);
  });
  afterAll(() => Promise.all(browsers.map((browser) => browser.close())));

  it('[UI6] differs by less than 100 ms, also where a computer’s clock is an hour wrong', async () => {
    const server = await startServerProcess();
    const chair = httpStation(server.origin, sampleMeetingId, server.token('chair'));
    await chair.give({ type: 'giveFloor', entryId: 'e1' });
    const [one, other] = browsers;
    if (one === undefined || other === undefined) throw new Error('Expected two browsers');
    const chairPage = await visit(one, server.links.get('chair') ?? '');
    const boothPage = await visit(other, server.links.get('booth ru') ?? '', {
      prepare: async (page) => {
        await page.addInitScript(wrongClock);
      },
    });
    try {
      const times = await Promise.all([chairPage.page, boothPage.page].map((page) => whenSecondsChange(page, 7)));
      const [inOne, inOther] = times;
      const differences = [...(inOne ?? [])].flatMap(([second, at]) => {
        const there = inOther?.get(second);
        return there === undefined ? [] : [Math.abs(at - there)];
      });
      expect(differences.length).toBeGreaterThanOrEqual(5);
      // The middle one: a browser that this machine holds up for a moment is late once, a wrong clock is wrong each second.
      expect(differences.toSorted((a, b) => a - b)[Math.floor(differences.length / 2)]).toBeLessThan(100);
    } finally {
      await chairPage.close();
      await boothPage.close();
      await server.remove();
    }
  });
});

/** Real time is kept aside for the test; what the page asks for is an hour ahead. */
function wrongClock(): void {
  const real = Date.now.bind(Date);
  Object.assign(globalThis, { realNow: real });
  Date.now = () => real() + 3_600_000;
}

/** Real time (ms, this machine's) at which the countdown began to show each of so many seconds. */
async function whenSecondsChange(page: Page, count: number): Promise<ReadonlyMap<string, number>> {
  await page.locator('[role=timer]').first().waitFor();
  const seen = await page.evaluate(
    (wanted) =>
      new Promise<[string, number][]>((resolve) => {
        const now = (): number =>
          'realNow' in globalThis ? ((globalThis as { realNow?: () => number }).realNow?.() ?? Date.now()) : Date.now();
        const timer = document.querySelector('[role=timer]');
        const changes: [string, number][] = [];
        let last = timer?.textContent ?? '';
        new MutationObserver(() => {
          const text = document.querySelector('[role=timer]')?.textContent ?? '';
          if (text === last) return;
          last = text;
          changes.push([text, now()]);
          if (changes.length >= wanted) resolve(changes);
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    count,
  );
  return new Map(seen);
}
