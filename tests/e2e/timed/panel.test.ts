/**
 * The panel in real browsers: chair, two booths, webcast desk and seven output pages walk the late changes (a), (b) and (f),
 * once on the embedded store, once on Redis with the pages split between two server processes.
 */
import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleMeetingId } from '../../../server/sample/hrc37-panel.ts';
import type { OutputLanguage } from '../../../shared/domain/meeting.ts';
import { must } from '../../../shared/lib/assert.ts';
import { officialLanguages } from '../../../shared/reference/languages.ts';
import { chromiumIsMissing, launchBrowser, type Visit, visit } from '../../kit/browser.ts';
import { type HttpStation, httpStation } from '../../kit/http-station.ts';
import { type PrivateRedis, redisIsMissing, startRedisServer } from '../../kit/redis-server.ts';
import { type ServerProcess, startServerProcess } from '../../kit/server-process.ts';
import { until } from '../../kit/until.ts';

/** The promise: within a second everyone sees the same truth. */
const withinASecond = { timeout: 1_000 };
const outputs: readonly OutputLanguage[] = [...officialLanguages, 'floor'];
const [steinerAndPiper, minister] = ['e6', 'e8'];

describe.skipIf(chromiumIsMissing('panel in the browser'))('the panel in the browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it('[UI1] [UI2] [UI3] walks (a), (b) and (f) on the embedded store', async () => {
    const server = await startServerProcess();
    try {
      await walk(browser, server, server);
    } finally {
      await server.remove();
    }
  });

  it.skipIf(redisIsMissing('panel on Redis'))('[UI4] walks the same on Redis, the pages split between two server processes', async () => {
    const redis: PrivateRedis = await startRedisServer([]);
    const env = { REDIS_URL: redis.url, ADMIN_TOKEN: 'a-token-for-both-processes-of-this-test' };
    const servers: ServerProcess[] = [];
    try {
      servers.push(await startServerProcess({ env }));
      servers.push(await startServerProcess({ env }));
      const [one, other] = servers;
      await walk(browser, must(one, 'a server'), must(other, 'another server'));
    } finally {
      for (const server of servers) await server.remove();
      await redis.stop();
    }
  });
});

async function walk(browser: Browser, one: ServerProcess, other: ServerProcess): Promise<void> {
  const chairDesk = httpStation(one.origin, sampleMeetingId, one.token('chair'));
  for (const entryId of ['e1', 'e2', 'e3', 'e4', 'e5']) await chairDesk.give({ type: 'giveFloor', entryId });

  const held: Held = { hold: false, release: () => {} };
  const visits: Visit[] = [];
  const open = async (server: ServerProcess, label: string, options: Parameters<typeof visit>[2] = {}): Promise<Page> => {
    const opened = await visit(browser, linkOn(server, one, label), options);
    visits.push(opened);
    return opened.page;
  };
  try {
    const chair = await open(one, 'chair');
    const french = await open(other, 'booth fr');
    const arabic = await open(one, 'booth ar', { language: 'ar' });
    const webcast = await open(other, 'webcast', { prepare: (page) => holdEvents(page, held) });
    const pages = new Map<OutputLanguage, Page>();
    for (const [index, language] of outputs.entries()) {
      const path = `/output/${sampleMeetingId}/program/${language}`;
      pages.set(language, await open(index % 2 === 0 ? one : other, 'output pages', { path }));
    }
    await videoFails(chair, french, arabic);
    await nameIsCorrectedAfterArming(chairDesk, webcast, held);
    await airs(chairDesk, webcast, pages);
    await languageChangesInMidStatement(chair, french, arabic);
    await changeOfSpeakerClears(chairDesk, pages);
    for (const { errors, strangers } of visits) expect({ errors: errors.filter(isOurs), strangers }).toEqual({ errors: [], strangers: [] });
  } finally {
    for (const { close } of visits) await close();
  }
}

/** (a) by keyboard alone: the row is selected with the arrows, V says that the video failed, Enter says Seen. */
async function videoFails(chair: Page, french: Page, arabic: Page): Promise<void> {
  await chair.locator(`tr[data-entry=${steinerAndPiper}]`).waitFor();
  await french.locator('.booth-change').waitFor();
  await arabic.locator('.booth-change').waitFor();
  for (let step = 0; step < 60; step += 1) {
    if ((await chair.locator(`tr[data-entry=${steinerAndPiper}]`).getAttribute('aria-selected')) === 'true') break;
    await chair.keyboard.press('ArrowDown');
  }
  await chair.keyboard.press('v');
  await Promise.all([french, arabic].map((booth) => booth.locator('.booth-change', { hasText: 'Robert Piper' }).waitFor(withinASecond)));
  await french.keyboard.press('Enter');
  await chair.locator('.chair-reader', { hasText: 'French booth' }).filter({ hasText: 'seen' }).waitFor(withinASecond);
  await arabic.keyboard.press('Enter');
  await chair.locator('.chair-reader', { hasText: 'Arabic booth' }).filter({ hasText: 'seen' }).waitFor(withinASecond);
}

/** (f): the take crosses with the correction, so the desk's page cannot know yet; the server refuses, and the page says why. */
async function nameIsCorrectedAfterArming(chair: HttpStation, webcast: Page, held: Held): Promise<void> {
  await chair.give({ type: 'giveFloor', entryId: minister });
  await webcast.locator(`tr[data-entry=${minister}][data-place=floor]`).waitFor(withinASecond);
  await chair.give({ type: 'verifyName', entryId: minister, language: 'ar', text: 'ماريا فرناندا إسبينوزا غارسيس' });
  await webcast.keyboard.press('f');
  await webcast.getByRole('button', { name: /^Take: María/ }).waitFor(withinASecond);
  await until(
    'the take is free',
    2_000,
    async () => (await webcast.getByRole('button', { name: /^Take/ }).getAttribute('aria-disabled')) !== 'true',
  );
  held.hold = true;
  await chair.give({ type: 'verifyName', entryId: minister, language: 'ar', text: 'ماريا فرناندا إسبينوسا غارسيس' });
  await webcast.keyboard.press('Space');
  await webcast.getByText('The entry changed after its caption was armed').first().waitFor(withinASecond);
  expect((await chair.meeting()).captions.onAir).toBeNull();
  held.hold = false;
  held.release();
  await webcast.locator('.lock', { hasText: 'Take is locked' }).waitFor(withinASecond);
}

async function airs(chair: HttpStation, webcast: Page, pages: ReadonlyMap<OutputLanguage, Page>): Promise<void> {
  for (const page of pages.values()) expect(await page.locator('[data-testid=lower-third]').count()).toBe(0);
  await webcast.keyboard.press('r');
  await until(
    'the take is free again',
    2_000,
    async () => (await webcast.getByRole('button', { name: /^Take/ }).getAttribute('aria-disabled')) !== 'true',
  );
  await webcast.keyboard.press('Space');
  await until('the cue is on air', 2_000, async () => (await chair.meeting()).captions.onAir !== null);
  const cue = must((await chair.meeting()).captions.onAir, 'a cue on air').cue;
  for (const [language, page] of pages) {
    const line = must(cue.lines[language], `a line for ${language}`);
    await page.locator(`[data-testid=lower-third][data-cue-hash="${cue.hash}"]`).waitFor(withinASecond);
    expect(await page.locator('[data-line=name]').textContent(), language).toBe(line.name);
    expect(await page.locator('[data-line=function]').textContent(), language).toBe(line.function);
    expect(await page.locator('[data-line=name]').getAttribute('dir'), language).toBe(line.direction);
  }
  expect(must(cue.lines.ar, 'an Arabic line').name).toBe('ماريا فرناندا إسبينوسا غارسيس');
}

/** (b): one key at the chair's desk, 3 for English. */
async function languageChangesInMidStatement(chair: Page, french: Page, arabic: Page): Promise<void> {
  await chair.keyboard.press('3');
  await french.locator('.booth-change', { hasText: 'English' }).waitFor(withinASecond);
  await arabic.locator('.booth-change', { hasText: 'الإنكليزية' }).waitFor(withinASecond);
}

async function changeOfSpeakerClears(chair: HttpStation, pages: ReadonlyMap<OutputLanguage, Page>): Promise<void> {
  await chair.give({ type: 'giveFloor', entryId: 'e9' });
  for (const page of pages.values()) await page.locator('[data-testid=lower-third]').waitFor({ state: 'detached', timeout: 1_000 });
}

interface Held {
  hold: boolean;
  release: () => void;
}

/** Lets the test keep events from a page for a moment, as a slow network would; outcomes pass. */
async function holdEvents(page: Page, held: Held): Promise<void> {
  await page.routeWebSocket(/\/live/, (route: WebSocketRoute) => {
    const server = route.connectToServer();
    const kept: (string | Buffer)[] = [];
    held.release = () => {
      for (const frame of kept.splice(0)) route.send(frame);
    };
    server.onMessage((frame) => {
      const kind: { k: string } = JSON.parse(String(frame));
      if (held.hold && (kind.k === 'event' || kind.k === 'beacon')) kept.push(frame);
      else route.send(frame);
    });
  });
}

/** The links that the first process printed, on the server that is meant: tokens are the same in both. */
function linkOn(server: ServerProcess, printer: ServerProcess, label: string): string {
  return `${server.origin}/join/${printer.token(label)}`;
}

/** A refused connection while a server starts is the browser's own message. */
function isOurs(error: string): boolean {
  return !error.includes('net::ERR_');
}
