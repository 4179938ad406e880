/** kill -9 of the server: pages say not live, outputs show nothing, and everything comes back by itself with nothing lost. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleMeetingId } from '../../server/sample/hrc37-panel.ts';
import { chromiumIsMissing, launchBrowser, visit } from '../kit/browser.ts';
import { httpStation } from '../kit/http-station.ts';
import { startServerProcess } from '../kit/server-process.ts';
import { until } from '../kit/until.ts';

const repository = join(import.meta.dirname, '../..');

describe('kill -9 of the server', () => {
  it('[RT1] loses no acknowledged command of a rehearsal that goes on after the restarts', async () => {
    const server = await startServerProcess();
    try {
      const rehearsal = spawn(process.execPath, ['--import', 'tsx', 'scripts/rehearse.ts', '--speed', '400', '--url', server.origin], {
        cwd: repository,
        env: { ...process.env, DATA_DIR: server.dataDir, ADMIN_TOKEN: '' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let output = '';
      rehearsal.stdout.on('data', (text: Buffer) => (output += text.toString()));
      rehearsal.stderr.on('data', (text: Buffer) => (output += text.toString()));
      const ended = once(rehearsal, 'exit');
      for (const marker of [' 3 Amina Mohammed', '10 European Union', '30 ']) {
        await until(`the rehearsal at ${marker}`, 60_000, () => output.includes(`\n${marker}`));
        await server.kill9();
        await server.restart();
      }
      const [code] = await ended;
      expect(output).toMatch(/lost: 0$/m);
      expect(output).toMatch(/all of them meant: yes/);
      expect(Number(/Commands sent (\d+)/.exec(output)?.[1])).toBeGreaterThan(200);
      expect(code, output).toBe(0);
    } finally {
      await server.remove();
    }
  });
});

describe.skipIf(chromiumIsMissing('kill -9 in the browser'))('kill -9 of the server, seen in pages', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it('[RT2] [RT3] shows not live, an empty output, and both back by themselves', async () => {
    const server = await startServerProcess();
    const chair = httpStation(server.origin, sampleMeetingId, server.token('chair'));
    const desk = httpStation(server.origin, sampleMeetingId, server.token('webcast'));
    await chair.give({ type: 'giveFloor', entryId: 'e2' });
    await desk.give({ type: 'armCaption', entryId: 'e2' });
    const cue = (await desk.meeting()).captions.armed;
    await desk.give({ type: 'takeCaption', cueId: cue?.id ?? '', cueHash: cue?.hash ?? '' });
    const output = await visit(browser, server.links.get('output pages') ?? '', { path: `/output/${sampleMeetingId}/program/en` });
    const booth = await visit(browser, server.links.get('booth es') ?? '');
    try {
      const lowerThird = output.page.locator('[data-testid=lower-third]');
      await lowerThird.waitFor({ timeout: 5_000 });
      await booth.page.locator('main[data-fresh=true]').waitFor({ timeout: 5_000 });
      await server.kill9();
      await lowerThird.waitFor({ state: 'detached', timeout: 3_000 });
      await booth.page.locator('main[data-fresh=false]').waitFor({ timeout: 3_000 });
      await booth.page
        .getByText(/Not live/)
        .first()
        .waitFor({ timeout: 1_000 });
      await output.page.reload().catch(() => undefined);
      expect(await lowerThird.count()).toBe(0);
      await server.restart();
      await booth.page.locator('main[data-fresh=true]').waitFor({ timeout: 10_000 });
      await output.page.goto(`${server.origin}/output/${sampleMeetingId}/program/en`);
      await lowerThird.waitFor({ timeout: 10_000 });
      expect(await output.page.locator('[data-line=name]').textContent()).toBe('Miroslav Lajčák');
    } finally {
      await output.close();
      await booth.close();
      await server.remove();
    }
  });
});
