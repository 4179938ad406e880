/**
 * From a command accepted to eight open pages showing it, in real Chromium: chair, six booths and the webcast desk. Every
 * speaker of the list gets the floor, which changes most of every page, and goes on in another language, which changes
 * what the booths do. The baseline is eight pages that do nothing but write one word when a bare socket tells them.
 */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { type Browser, chromium, type Page } from 'playwright-core';
import { WebSocketServer } from 'ws';
import { samplePlan } from '../../server/sample/hrc37-panel.ts';
import { must } from '../../shared/lib/assert.ts';
import { officialLanguages } from '../../shared/reference/languages.ts';
import { PlainError } from '../child.mjs';
import type { Bench, BenchRun } from './bench.ts';
import type { Figures } from './figures.ts';
import { quantileOf } from './measure.ts';
import { command, makeMeeting, startRostrum } from './servers.ts';

export const pages: Bench = {
  about: 'from a command accepted to eight pages showing it, in Chromium; baseline: bare pages that write one word',
  clients: 8,
  ratios: { p50: 'p50Ms', p99: 'p99Ms', shown: 'shown' },
  async run(): Promise<BenchRun> {
    return { baseline: await barePages(), rostrum: await rostrumPages() };
  },
};

/** Speakers of the sample. Two changes each. */
const speakers = 39;
/** People do not change the speaker faster; pages that are hurried more are measured in a queue. */
const betweenMs = 700;

/**
 * Notes when `main` first shows each pair of entry and language, as soon as the main thread is through with the frame that
 * holds it. Rostrum writes inside a frame, so the next task comes after its painting; the bare page writes before one.
 */
function notePaints(writesInFrame: boolean): void {
  const paints: Record<string, number> = {};
  Object.assign(globalThis, { paints });
  // One function without a name: tsx would call a helper for names that the page does not have.
  new MutationObserver(() => {
    const { floorEntry, floorLanguage } = document.querySelector('main')?.dataset ?? {};
    const shown = `${floorEntry} ${floorLanguage}`;
    if (floorEntry === undefined || shown in paints) return;
    paints[shown] = 0;
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      paints[shown] = Date.now();
    };
    if (writesInFrame) channel.port2.postMessage('painted');
    else requestAnimationFrame(() => channel.port2.postMessage('painted'));
  }).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-floor-entry', 'data-floor-language'],
  });
}

async function rostrumPages(): Promise<Figures> {
  const server = await startRostrum(null);
  const browser = await launch();
  try {
    const meeting = await makeMeeting(server, samplePlan);
    const stations = ['chair', 'webcast', ...officialLanguages.map((language) => `booth:${language}`)];
    const addresses = stations.map((station) => must(meeting.links[station], station));
    const open = await openAll(browser, addresses, 'main[data-fresh=true]', true);
    return await measured(open, async (entryId, language) => {
      const payload = language === null ? { type: 'giveFloor', entryId } : { type: 'setFloorLanguage', language };
      const answer = await command(server.origin, meeting, payload);
      const events = answer.events as readonly { readonly event: { readonly at: number; readonly language?: string } }[];
      const event = must(events.find(({ event: { language: named } }) => named !== undefined)?.event, 'an event with a language');
      return { at: event.at, shown: `${entryId} ${event.language}` };
    });
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function barePages(): Promise<Figures> {
  const html =
    '<!doctype html><title>bare</title><main></main><script>new WebSocket(location.href.replace("http","ws")).onmessage=({data})=>{const m=document.querySelector("main"),[e,l]=data.split(" ");m.dataset.floorLanguage=l;m.dataset.floorEntry=e;m.textContent=data}</script>';
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html));
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const browser = await launch();
  try {
    const open = await openAll(
      browser,
      Array.from({ length: 8 }, () => `http://127.0.0.1:${port}/`),
      'main',
      false,
    );
    return await measured(open, async (entryId, language) => {
      const shown = `${entryId} ${language ?? 'first'}`;
      const at = Date.now();
      for (const socket of sockets.clients) socket.send(shown);
      return { at, shown };
    });
  } finally {
    await browser.close();
    sockets.close();
    server.closeAllConnections();
    server.close();
  }
}

function launch(): Promise<Browser> {
  const executablePath = process.env.ROSTRUM_CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) throw new PlainError('This bench needs Chromium (apt-get install chromium, or set ROSTRUM_CHROMIUM).');
  return chromium.launch({ executablePath });
}

async function openAll(browser: Browser, addresses: readonly string[], ready: string, writesInFrame: boolean): Promise<readonly Page[]> {
  return Promise.all(
    addresses.map(async (address) => {
      const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
      await page.addInitScript(notePaints, writesInFrame);
      await page.goto(address);
      await page.locator(ready).waitFor({ state: 'attached' });
      return page;
    }),
  );
}

/** When a change was accepted, and what `main` then says. */
interface Accepted {
  readonly at: number;
  readonly shown: string;
}

/** `language` null: the entry gets the floor; else who has it goes on in that language. */
type Change = (entryId: string, language: string | null) => Promise<Accepted>;

async function measured(open: readonly Page[], change: Change): Promise<Figures> {
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  // Open pages, that is, not opening ones: fonts and lazy parts have come.
  await pause(5_000);
  const bySpeaker: Accepted[] = [];
  const byLanguage: Accepted[] = [];
  for (let speaker = 1; speaker <= speakers; speaker += 1) {
    bySpeaker.push(await change(`e${speaker}`, null));
    await pause(betweenMs);
    // A language that nobody on the list begins in, so that it is always a change.
    byLanguage.push(await change(`e${speaker}`, 'pt'));
    await pause(betweenMs);
  }
  await pause(1_000);
  const seen = await Promise.all(open.map((page) => page.evaluate(() => (globalThis as { paints?: Record<string, number> }).paints ?? {})));
  const delays = (accepted: readonly Accepted[]): readonly number[] =>
    seen
      .flatMap((paints) => accepted.flatMap(({ at, shown }) => (paints[shown] ? [(paints[shown] ?? 0) - at] : [])))
      .toSorted((a, b) => a - b);
  const all = delays([...bySpeaker, ...byLanguage]);
  return {
    p50Ms: quantileOf(all, 0.5),
    p99Ms: quantileOf(all, 0.99),
    speakerP99Ms: quantileOf(delays(bySpeaker), 0.99),
    languageP99Ms: quantileOf(delays(byLanguage), 0.99),
    shown: all.length / (2 * speakers * open.length),
  };
}
