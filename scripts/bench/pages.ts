/**
 * From a command accepted to eight open pages showing it, in real Chromium: chair, six booths and the webcast desk, forty
 * changes of speaker. The baseline is eight pages that do nothing but write one word when a bare socket tells them.
 */
import { createServer } from 'node:http';
import { type Browser, chromium, type Page } from 'playwright-core';
import { WebSocketServer } from 'ws';
import { must } from '../../shared/lib/assert.ts';
import { officialLanguages } from '../../shared/reference/languages.ts';
import { findMeeting, startPrivateServer, tokenOf } from '../rehearsal/host.ts';

export interface PagesFigures {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly shown: number;
}

const rounds = 39;
const betweenMs = 150;

/** Notes when `main` first shows each value of `data-floor-entry`, after the frame in which it was painted. */
function notePaints(): void {
  const paints: Record<string, number> = {};
  Object.assign(globalThis, { paints });
  new MutationObserver(() => {
    const entry = document.querySelector('main')?.dataset.floorEntry;
    if (entry === undefined || entry in paints) return;
    paints[entry] = 0;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        paints[entry] = Date.now();
      };
      channel.port2.postMessage('painted');
    });
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-floor-entry'] });
}

export async function rostrumPages(): Promise<PagesFigures> {
  const host = await startPrivateServer();
  const browser = await launch();
  try {
    const { id, links } = await findMeeting(host, () => {});
    const addresses = [links.chair, links.webcast, ...officialLanguages.map((language) => must(links.booths[language], language))];
    const pages = await openAll(browser, addresses, 'main[data-fresh=true]');
    const token = tokenOf(links.chair);
    return await measure(pages, async (round) => {
      const response = await fetch(`${host.origin}/api/meetings/${id}/commands`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ commandId: `pages-${round}-bench`, type: 'giveFloor', entryId: `e${round}` }),
      });
      const answer: { events: { event: { at: number } }[] } = await response.json();
      return must(answer.events[0], 'an event').event.at;
    });
  } finally {
    await browser.close();
    await host.stop();
  }
}

export async function barePages(): Promise<PagesFigures> {
  const html =
    '<!doctype html><title>bare</title><main></main><script>new WebSocket(location.href.replace("http","ws")).onmessage=({data})=>{document.querySelector("main").dataset.floorEntry=data;document.querySelector("main").textContent=data}</script>';
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html));
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const browser = await launch();
  try {
    const pages = await openAll(
      browser,
      Array.from({ length: 8 }, () => `http://127.0.0.1:${port}/`),
      'main',
    );
    return await measure(pages, async (round) => {
      const at = Date.now();
      for (const socket of sockets.clients) socket.send(`e${round}`);
      return at;
    });
  } finally {
    await browser.close();
    sockets.close();
    server.closeAllConnections();
    server.close();
  }
}

function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.ROSTRUM_CHROMIUM ?? '/usr/bin/chromium' });
}

async function openAll(browser: Browser, addresses: readonly string[], ready: string): Promise<readonly Page[]> {
  return Promise.all(
    addresses.map(async (address) => {
      const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
      await page.addInitScript(notePaints);
      await page.goto(address);
      await page.locator(ready).waitFor({ state: 'attached' });
      return page;
    }),
  );
}

/** `change` resolves with the instant at which the change was accepted. */
async function measure(pages: readonly Page[], change: (round: number) => Promise<number>): Promise<PagesFigures> {
  const accepted: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    accepted.push(await change(round));
    await new Promise((resolve) => setTimeout(resolve, betweenMs));
  }
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const seen = await Promise.all(
    pages.map((page) => page.evaluate(() => (globalThis as { paints?: Record<string, number> }).paints ?? {})),
  );
  const late = seen.flatMap((paints) =>
    accepted.flatMap((at, index) => (paints[`e${index + 1}`] ? [(paints[`e${index + 1}`] ?? 0) - at] : [])),
  );
  const sorted = late.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50Ms: at(0.5), p99Ms: at(0.99), shown: sorted.length / (rounds * pages.length) };
}
