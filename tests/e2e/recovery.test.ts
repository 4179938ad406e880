/** Nothing is lost: what a page gave before a reload, before it was closed, and before the store failed over, as people see it. */
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sampleMeetingId } from '../../server/sample/hrc37-panel.ts';
import { meetingKeys } from '../../server/store/redis-keys.ts';
import { chromiumIsMissing, launchBrowser, type Visit, visit } from '../kit/browser.ts';
import { type HttpStation, httpStation } from '../kit/http-station.ts';
import { type PrivateRedis, redisIsMissing, startRedisServer } from '../kit/redis-server.ts';
import { type ServerProcess, startServerProcess } from '../kit/server-process.ts';
import { until } from '../kit/until.ts';

const keys = meetingKeys(sampleMeetingId);
const skipped = [chromiumIsMissing('Recovery in the browser'), redisIsMissing('Recovery in the browser')].some(Boolean);

describe.skipIf(skipped)('what was given, in the browser', () => {
  let browser: Browser;
  let redis: PrivateRedis;
  let server: ServerProcess;
  let chair: Visit;

  beforeAll(async () => {
    browser = await launchBrowser();
    return () => browser.close();
  });

  beforeEach(async () => {
    redis = await startRedisServer([]);
    server = await startServerProcess({ env: { REDIS_URL: redis.url } });
    chair = await visit(browser, link('chair'));
    await isLive(chair.page);
  });

  afterEach(async () => {
    await chair.close();
    await server.remove();
    await redis.stop();
  });

  function link(label: string): string {
    return server.links.get(label) ?? '';
  }

  function station(label: string): HttpStation {
    return httpStation(server.origin, sampleMeetingId, server.token(label));
  }

  /** Facts of one type in the log, with the commands that brought them. */
  async function committed(type: string): Promise<readonly string[]> {
    const rows = await redis.command('XRANGE', keys.log, '-', '+');
    if (!Array.isArray(rows)) throw new Error('Expected the entries of the log');
    return rows.flatMap(([, fields]: [string, string[]]) => {
      const fact: { type: string } = JSON.parse(fields[fields.indexOf('fact') + 1] ?? '');
      return fact.type === type ? [fields[fields.indexOf('command') + 1] ?? ''] : [];
    });
  }

  /** A replica took over that had only the first `offset` events. */
  async function loseAllAfter(offset: number): Promise<void> {
    await redis.command(
      'EVAL',
      `local last = redis.call('XRANGE', KEYS[1], ARGV[1] .. '-0', ARGV[1] .. '-0')[1][2]
      for index = 1, #last, 2 do
        if last[index] == 'hash' then redis.call('HSET', KEYS[2], 'offset', ARGV[1], 'hash', last[index + 1], 'run_id', 'another') end
      end
      for _, entry in ipairs(redis.call('XRANGE', KEYS[1], '(' .. ARGV[1] .. '-0', '+')) do redis.call('XDEL', KEYS[1], entry[1]) end
      redis.call('XSETID', KEYS[1], ARGV[1] .. '-0')`,
      '2',
      keys.log,
      keys.meta,
      String(offset),
    );
  }

  async function offset(): Promise<number> {
    return Number(await redis.command('HGET', keys.meta, 'offset'));
  }

  it('[RT24] [UI8] a command without answer survives a reload, is shown with what became of it, and is carried out once', async () => {
    const { page } = chair;
    redis.freeze();
    await page.locator('[data-action=closeList]').click();
    await page.locator('[data-action=closeList][aria-busy=true]').waitFor({ timeout: 1_000 });
    await kept(page, 1);
    await page.reload();
    const notice = page.locator('[data-notice=earlier]');
    await notice.getByText('waiting for its outcome').waitFor({ timeout: 5_000 });
    expect(await notice.textContent()).toContain('Close the list');
    redis.thaw();
    await notice.getByText('carried out').waitFor({ timeout: 15_000 });
    expect(await committed('listClosed')).toHaveLength(1);
    expect((await station('chair').meeting()).listOpen).toBe(false);
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    await notice.waitFor({ state: 'detached', timeout: 1_000 });
    await page.reload();
    await isLive(page);
    expect(await notice.count()).toBe(0);
  });

  it('[RT24] where a browser gives no locks, a command is taken up after a reload when its time is past, and never decided anew', async () => {
    const plain = await visit(browser, link('chair'), { prepare: async (page) => void (await page.addInitScript(withoutLocks)) });
    try {
      const { page } = plain;
      await isLive(page);
      redis.freeze();
      await page.locator('[data-action=giveFloorToNext]').click();
      await kept(page, 1);
      await page.reload();
      const notice = page.locator('[data-notice=earlier]');
      await notice.getByText('Vojislav Šuc').waitFor({ timeout: 15_000 });
      redis.thaw();
      await notice.getByText(/carried out$/).waitFor({ timeout: 15_000 });
      const given = (await notice.textContent())?.includes('not carried out') === false;
      expect(await committed('floorGiven')).toHaveLength(given ? 1 : 0);
    } finally {
      await plain.close();
    }
  });

  it('[RT24] where a browser keeps nothing, commands work all the same', async () => {
    const forgetful = await visit(browser, link('chair'), { prepare: async (page) => void (await page.addInitScript(withoutDatabase)) });
    try {
      await isLive(forgetful.page);
      await forgetful.page.locator('[data-action=closeList]').click();
      await until('the list to be closed', 5_000, async () => (await station('chair').meeting()).listOpen === false);
      expect(forgetful.errors).toEqual([]);
    } finally {
      await forgetful.close();
    }
  });

  it('[RT25] of two pages of one station each settles its own commands, and takes over those of the other when that is closed', async () => {
    const first = chair.page;
    const second = await first.context().newPage();
    await second.goto(first.url());
    await isLive(second);
    redis.freeze();
    await first.locator('[data-action=closeList]').click();
    await kept(first, 1);
    // The other page looks every 5 s for pages that are gone: it must have seen the row, and left it alone.
    await until(
      'the other page to wait for the first',
      10_000,
      async () => (await second.evaluate(async () => (await navigator.locks.query()).pending?.length ?? 0)) > 0,
    );
    const notice = second.locator('[data-notice=earlier]');
    expect(await notice.count()).toBe(0);
    await first.close();
    await notice.getByText('Close the list').waitFor({ timeout: 5_000 });
    redis.thaw();
    await notice.getByText('carried out').waitFor({ timeout: 15_000 });
    expect(await committed('listClosed')).toHaveLength(1);
  });

  it('[RT26] [UI9] commands that a failover lost are named to their sender, and come back by Redo as new ones', async () => {
    const { page } = chair;
    const before = await offset();
    await page.locator('[data-action=closeList]').click();
    await until('the list to be closed', 5_000, async () => (await station('chair').meeting()).listOpen === false);
    await station('booth fr').give({ type: 'raiseSignal', kind: 'noSound' });
    await page.locator('.chair-signal button').first().click();
    await until('the signal to be seen', 5_000, async () => (await station('chair').meeting()).signals.at(-1)?.state === 'seen');
    const [original] = await committed('listClosed');
    await loseAllAfter(before);
    const notice = page.getByRole('alert').filter({ hasText: 'These 2 commands were lost' });
    await notice.waitFor({ timeout: 10_000 });
    const rows = notice.locator('li');
    expect(await rows.allTextContents()).toEqual([expect.stringContaining('Close the list'), expect.stringContaining('Answer a signal')]);
    expect((await station('chair').meeting()).listOpen).toBe(true);

    // Also after a reload, until each was dealt with; by keyboard.
    await page.reload();
    await isLive(page);
    await page.getByRole('button', { name: 'Redo: Close the list' }).focus();
    await page.keyboard.press('Enter');
    await until('the list to be closed again', 5_000, async () => (await station('chair').meeting()).listOpen === false);
    const again = await committed('listClosed');
    expect([again.length, again[0] === original]).toEqual([1, false]);

    // The focus is on the next one. Its signal is gone with its history: what it was given for no longer holds.
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'No such signal' }).waitFor({ timeout: 5_000 });
    await page.locator('[data-notice=lost]').waitFor({ state: 'detached', timeout: 1_000 });
    expect(await committed('signalAnswered')).toEqual([]);
  });

  it('[UI10] an output page shows again what is on air in an older history of the store', async () => {
    const desk = station('webcast');
    await station('chair').give({ type: 'giveFloor', entryId: 'e2' });
    await take(desk, 'e2');
    const older = await offset();
    const output = await visit(browser, link('output pages'), { path: `/output/${sampleMeetingId}/program/en` });
    try {
      const name = output.page.locator('[data-testid=lower-third] [data-line=name]');
      await name.waitFor({ timeout: 5_000 });
      await desk.give({ type: 'clearCaption' });
      await name.waitFor({ state: 'detached', timeout: 5_000 });
      await loseAllAfter(older);
      await name.waitFor({ timeout: 10_000 });
      expect(await name.textContent()).toBe('Miroslav Lajčák');
    } finally {
      await output.close();
    }
  });

  it('[UI11] the chair sees which stations have no page open', async () => {
    const missing = chair.page.locator('.chair-presence [data-station]');
    const stations = (): Promise<readonly (string | null)[]> =>
      missing.evaluateAll((found) => found.map((each) => each.getAttribute('data-station')));
    const others = ['booth:ar', 'booth:zh', 'booth:en', 'booth:ru', 'booth:es', 'webcast', 'output'];
    await until('all to be missing', 5_000, async () => (await stations()).length === 8);
    const booth = await visit(browser, link('booth fr'));
    await until('the booth to be there', 5_000, async () => (await stations()).length === 7);
    expect((await stations()).toSorted()).toEqual(others.toSorted());
    await booth.close();
    await until('the booth to be gone', 5_000, async () => (await stations()).includes('booth:fr'));
  });

  it('[RT28] a page that slept is marked as not live before anything else on it moves', async () => {
    for (const label of ['booth fr', 'webcast', 'display']) {
      const sleeper = await visit(browser, link(label), {
        prepare: async (page) => void (await page.addInitScript(withWallClockThatCanJump)),
      });
      try {
        const { page } = sleeper;
        await page.locator('[data-fresh=true]').first().waitFor({ timeout: 10_000 });
        process.kill(server.pid(), 'SIGSTOP');
        const firstSeen = await page.evaluate(freshAtFirstChangeAfterSleep);
        expect([label, firstSeen]).toEqual([label, 'false']);
      } finally {
        process.kill(server.pid(), 'SIGCONT');
        await sleeper.close();
      }
    }
  });
});

/** As at an address without TLS. */
function withoutLocks(): void {
  Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined });
}

/** As in a private window of some browsers. */
function withoutDatabase(): void {
  IDBFactory.prototype.open = () => {
    throw new DOMException('Not here', 'SecurityError');
  };
}

/** What a computer shows that slept: the wall clock has gone on, the steady clock and the page have not. */
function withWallClockThatCanJump(): void {
  const wall = Date.now;
  Date.now = () => wall() + Number(document.documentElement?.dataset.slept ?? 0);
}

function freshAtFirstChangeAfterSleep(): Promise<string | undefined> {
  return new Promise((resolve) => {
    document.documentElement.dataset.slept = '60000';
    new MutationObserver(() => resolve(document.querySelector<HTMLElement>('[data-fresh]')?.dataset.fresh)).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });
}

async function isLive(page: Page): Promise<void> {
  await page.locator('main[data-fresh=true]').waitFor({ timeout: 10_000 });
}

/** As many rows are in the database of this browser. */
async function kept(page: Page, rows: number): Promise<void> {
  await until(`${rows} commands to be kept`, 5_000, async () => (await keptRows(page)) === rows);
}

function keptRows(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('rostrum.commands');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('commands').objectStore('commands').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}

async function take(desk: HttpStation, entryId: string): Promise<void> {
  await desk.give({ type: 'armCaption', entryId });
  const cue = (await desk.meeting()).captions.armed;
  await desk.give({ type: 'takeCaption', cueId: cue?.id ?? '', cueHash: cue?.hash ?? '' });
}
