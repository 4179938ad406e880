/** Fault 13 as the person at the webcast desk sees it. Seven seconds stand for thirty: a take lives five. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { sampleMeetingId } from '../../../server/sample/hrc37-panel.ts';
import { chromiumIsMissing, launchBrowser, visit } from '../../kit/browser.ts';
import { startFaultProxy } from '../../kit/fault-proxy.ts';
import { startServerProcess } from '../../kit/server-process.ts';
import { until } from '../../kit/until.ts';
import { areLive, comeIn, expectSound } from '../../simulation/faults/net-bench.ts';

const awayMs = 7_000;

describe.skipIf(chromiumIsMissing('take without network'))('Take, pressed when the network has just gone', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it('[FT13] does not air, and the person is told that it came too late', async () => {
    const server = await startServerProcess();
    const proxy = await startFaultProxy({ port: Number(new URL(server.origin).port) });
    onTestFinished(() => server.remove());
    const [chair, desk] = [comeIn(server, 'chair'), comeIn(server, 'webcast', { languages: ['en'] })];
    await areLive(chair, desk);
    await chair.give({ type: 'giveFloor', entryId: 'e2' });
    await desk.give({ type: 'armCaption', entryId: 'e2' });
    const [atDesk, output] = await Promise.all([
      visit(browser, (server.links.get('webcast') ?? '').replace(server.origin, proxy.url('http'))),
      visit(browser, server.links.get('output pages') ?? '', { path: `/output/${sampleMeetingId}/program/en` }),
    ]);
    const take = atDesk.page.getByRole('button', { name: /^Take/ });
    await until('the take to be free', 5_000, async () => (await take.getAttribute('aria-disabled')) !== 'true');

    proxy.freeze();
    await atDesk.page.keyboard.press('Space');
    const pressedAt = performance.now();
    await atDesk.page.locator('main[data-fresh=false]').waitFor({ timeout: 4_000 });
    await until('the network to have been away', awayMs + 1_000, () => performance.now() - pressedAt > awayMs);
    proxy.pass();

    await atDesk.page.getByText('It came too late and was not carried out').first().waitFor({ timeout: 5_000 });
    await atDesk.page.locator('main[data-fresh=true]').waitFor({ timeout: 5_000 });
    expect(await output.page.locator('[data-line=name]').count()).toBe(0);
    expect(desk.air()).toEqual([]);
    await Promise.all([atDesk.close(), output.close()]);
    await proxy.close();
    const log = await expectSound({ servers: [server], stations: [chair, desk] });
    expect(log.filter(({ event }) => event.type === 'captionTaken')).toEqual([]);
  });
});
