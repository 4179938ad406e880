/** Fault 15: a laptop sleeps with a page open, and wakes when the meeting has gone on. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sampleMeetingId } from '../../../server/sample/hrc37-panel.ts';
import { chromiumIsMissing, launchBrowser, type Visit, visit } from '../../kit/browser.ts';
import type { LiveStation } from '../../kit/live-station.ts';
import { type ServerProcess, startServerProcess } from '../../kit/server-process.ts';
import { until } from '../../kit/until.ts';
import { areLive, comeIn, expectSound } from '../../simulation/faults/net-bench.ts';
import { type PaintedFrame, type RecorderOptions, recordFrames } from './painted-frames.ts';

/** Five seconds for the sixty of the story: twice as long as any silence that a page may not notice. */
const sleepMs = 5_000;
const before = 'Miroslav Lajčák';
/** On a booth's page who speaks now; an output page is empty again. */
const showsNow = 'main[data-fresh=true] .booth-floor-name:has-text("Amina Mohammed"), .output-page:not(:has([data-line=name]))';

describe.skipIf(chromiumIsMissing('sleep'))('pages on a laptop that slept', () => {
  let browser: Browser;
  let server: ServerProcess;
  const visits: Visit[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    server = await startServerProcess();
  });
  afterEach(() => server.remove());
  afterAll(() => browser?.close());

  it('[FT15] paint nothing old as live, not even in their first frame, whether their clock went on or stood still', async () => {
    const [chair, desk] = [comeIn(server, 'chair'), comeIn(server, 'webcast')];
    await areLive(chair, desk);
    await chair.give({ type: 'giveFloor', entryId: 'e2' });
    await putOnAir(desk, 'e2');
    const pages = await Promise.all([openBooth(false), openBooth(true), openOutput(false), openOutput(true)]);
    for (const page of pages) await page.mouse.move(200, 200);

    const wake = await sleep(browser);
    const asleepSince = performance.now();
    await chair.give({ type: 'giveFloor', entryId: 'e3' });
    await until('the sleep to be over', sleepMs + 1_000, () => performance.now() - asleepSince > sleepMs);
    // Who opens a laptop touches it, and what is touched is painted: these wait until the page can hear them.
    const touches = pages.map((page) => page.mouse.move(300, 300));
    wake();
    await Promise.all(touches);

    for (const page of pages) await page.locator(showsNow).first().waitFor({ timeout: 5_000 });
    for (const page of pages) {
      const frames = await framesAfterSleep(page);
      expect(frames.filter(({ fresh, name }) => fresh !== false && name === before)).toEqual([]);
    }
    for (const { close } of visits) await close();
    await expectSound({ servers: [server], stations: [chair, desk] });
  });

  async function openBooth(clockStops: boolean): Promise<Page> {
    const page = await open('booth fr', { name: '.booth-floor-name', clockStops });
    await page.locator('main[data-fresh=true] .booth-floor-name', { hasText: before }).waitFor({ timeout: 5_000 });
    return page;
  }

  async function openOutput(clockStops: boolean): Promise<Page> {
    const page = await open('output pages', { name: '[data-line=name]', clockStops }, `/output/${sampleMeetingId}/program/en`);
    await page.locator('[data-line=name]', { hasText: before }).waitFor({ timeout: 5_000 });
    return page;
  }

  async function open(label: string, recorder: RecorderOptions, path?: string): Promise<Page> {
    const opened = await visit(browser, server.links.get(label) ?? '', {
      ...(path === undefined ? {} : { path }),
      prepare: async (page) => {
        await page.addInitScript(recordFrames, recorder);
      },
    });
    visits.push(opened);
    return opened.page;
  }
});

async function putOnAir(desk: LiveStation, entryId: string): Promise<void> {
  expect(await desk.give({ type: 'armCaption', entryId })).toMatchObject({ status: 'ok' });
  const armed = () => desk.view().meeting?.captions.armed;
  await desk.until('the cue', () => armed() !== null);
  expect(await desk.give({ type: 'takeCaption', cueId: armed()?.id ?? '', cueHash: armed()?.hash ?? '' })).toMatchObject({ status: 'ok' });
}

/** Stops every process that runs a page, as a sleeping machine does; returns what lets them go on. */
async function sleep(browser: Browser): Promise<() => void> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  expect(pages.length).toBeGreaterThan(0);
  for (const id of pages) process.kill(id, 'SIGSTOP');
  return () => {
    for (const id of pages) process.kill(id, 'SIGCONT');
  };
}

async function framesAfterSleep(page: Page): Promise<readonly PaintedFrame[]> {
  const frames = await page.evaluate(() => (globalThis as unknown as { paintedFrames: PaintedFrame[] }).paintedFrames);
  const first = frames.findLastIndex(({ gapMs }) => gapMs > sleepMs - 1_000);
  expect(first).toBeGreaterThan(0);
  return frames.slice(first);
}
