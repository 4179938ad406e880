/** Fault 12 in a real browser: two tabs of one booth share cookies and the database of commands. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { chromiumIsMissing, launchBrowser, visit } from '../kit/browser.ts';
import { type FaultProxy, startFaultProxy } from '../kit/fault-proxy.ts';
import type { LoggedEvent } from '../kit/oracle.ts';
import { type ServerProcess, startServerProcess } from '../kit/server-process.ts';
import { until } from '../kit/until.ts';
import { areLive, comeIn, expectSound, logAt } from '../simulation/faults/net-bench.ts';

describe.skipIf(chromiumIsMissing('two tabs'))('two tabs of one booth', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it('[FT12] show the same, count "Seen" once, and the one that stays settles what the other left behind, once', async () => {
    const server = await startServerProcess();
    const proxy = await startFaultProxy({ port: Number(new URL(server.origin).port) });
    onTestFinished(() => server.remove());
    const chair = comeIn(server, 'chair');
    await areLive(chair);
    const [one, other] = await twoTabs(browser, server, proxy);
    for (const tab of [one, other]) await tab.locator('main[data-fresh=true]').waitFor({ timeout: 5_000 });

    await chair.give({ type: 'giveFloor', entryId: 'e1' });
    await chair.give({ type: 'withdrawEntry', entryId: 'e2' });
    for (const tab of [one, other]) await tab.locator('.booth-change[data-filled]').waitFor({ timeout: 2_000 });
    await Promise.all([one, other].map((tab) => tab.keyboard.press('Enter')));
    for (const tab of [one, other]) await tab.locator('.booth-change:not([data-filled])').waitFor({ timeout: 2_000 });
    expect(await countOf(server, 'changeAcknowledged')).toBe(1);

    // Pressed without network, then the tab is closed: the command may be on its way, or not.
    proxy.freeze();
    await one.keyboard.press('F2');
    await until('the command to be kept', 2_000, () => other.evaluate(keepsPending));
    await one.close();
    await other.locator('[data-notice=earlier]').waitFor({ timeout: 10_000 });
    proxy.pass();
    await other.locator('main[data-fresh=true]').waitFor({ timeout: 10_000 });
    await other.locator('[data-notice=earlier] button').waitFor({ timeout: 5_000 });
    expect(await countOf(server, 'signalRaised')).toBe(1);
    await other.context().close();
    await proxy.close();
    await expectSound({ servers: [server], stations: [chair] });
  });
});

async function twoTabs(browser: Browser, server: ServerProcess, proxy: FaultProxy): Promise<readonly [Page, Page]> {
  const link = (server.links.get('booth fr') ?? '').replace(server.origin, proxy.url('http'));
  const { page } = await visit(browser, link);
  const second = await page.context().newPage();
  await second.goto(page.url());
  return [page, second];
}

/** Runs in a page: whether the database of commands holds one without outcome. */
function keepsPending(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('rostrum.commands');
    opening.onerror = () => reject(new Error('Expected the database to open'));
    opening.onsuccess = () => {
      const rows = opening.result.transaction('commands').objectStore('commands').getAll();
      rows.onsuccess = () => {
        opening.result.close();
        resolve(rows.result.some(({ state }: { readonly state: string }) => state === 'pending'));
      };
    };
  });
}

async function countOf(server: ServerProcess, type: LoggedEvent['event']['type']): Promise<number> {
  return (await logAt(server)).filter(({ event }) => event.type === type).length;
}
