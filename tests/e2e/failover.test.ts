/** The master of Redis dies and a replica takes over by Sentinel: what the people at the pages see, and that nothing is lost. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleMeetingId } from '../../server/sample/hrc37-panel.ts';
import { chromiumIsMissing, launchBrowser, visit } from '../kit/browser.ts';
import { httpStation } from '../kit/http-station.ts';
import { type SentinelSet, startSentinelSet } from '../kit/redis-sentinel.ts';
import { redisIsMissing } from '../kit/redis-server.ts';
import { type ServerProcess, startServerProcess } from '../kit/server-process.ts';

const skipped = [chromiumIsMissing('Failover in the browser'), redisIsMissing('Failover in the browser')].some(Boolean);

describe.skipIf(skipped)('a failover by Sentinel, seen in pages', () => {
  let browser: Browser;
  let set: SentinelSet;
  let server: ServerProcess;
  beforeAll(async () => {
    [browser, set] = await Promise.all([launchBrowser(), startSentinelSet()]);
    server = await startServerProcess({ env: { REDIS_URL: set.url } });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.remove();
    await set?.stop();
  });

  it('[UI12] is "not live" and an empty output for some seconds, then everything as it was, and the next command counts', async () => {
    const chair = httpStation(server.origin, sampleMeetingId, server.token('chair'));
    const desk = httpStation(server.origin, sampleMeetingId, server.token('webcast'));
    await chair.give({ type: 'giveFloor', entryId: 'e2' });
    await desk.give({ type: 'armCaption', entryId: 'e2' });
    const cue = (await desk.meeting()).captions.armed;
    await desk.give({ type: 'takeCaption', cueId: cue?.id ?? '', cueHash: cue?.hash ?? '' });

    const booth = await visit(browser, server.links.get('booth fr') ?? '');
    const output = await visit(browser, server.links.get('output pages') ?? '', { path: `/output/${sampleMeetingId}/program/en` });
    try {
      const lowerThird = output.page.locator('[data-testid=lower-third]');
      await lowerThird.waitFor({ timeout: 10_000 });
      await booth.page.locator('main[data-fresh=true]').waitFor({ timeout: 10_000 });

      await set.killMaster();
      await Promise.all([
        booth.page.locator('main[data-fresh=false]').waitFor({ timeout: 4_000 }),
        lowerThird.waitFor({ state: 'detached', timeout: 4_000 }),
      ]);
      await booth.page
        .getByText(/Not live/)
        .first()
        .waitFor({ timeout: 1_000 });

      await booth.page.locator('main[data-fresh=true]').waitFor({ timeout: 15_000 });
      await lowerThird.waitFor({ timeout: 5_000 });
      expect(await output.page.locator('[data-line=name]').textContent()).toBe('Miroslav Lajčák');
      await booth.page.getByText('Miroslav Lajčák').first().waitFor({ timeout: 1_000 });
      await chair.give({ type: 'endStatement' });
      await lowerThird.waitFor({ state: 'detached', timeout: 2_000 });
      expect([...booth.errors, ...output.errors]).toEqual([]);
    } finally {
      await booth.close();
      await output.close();
    }
  });
});
