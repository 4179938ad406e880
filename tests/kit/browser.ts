/** Real Chromium for tests: one browser per suite, a context of its own for each station. */
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const usualPath = '/usr/bin/chromium';

export function findChromium(): string | null {
  const named = process.env.ROSTRUM_CHROMIUM;
  if (named !== undefined && named !== '') return named;
  return existsSync(usualPath) ? usualPath : null;
}

/** For suites that need it: says why they do not run, and with `CI=true` does not let that pass. */
export function chromiumIsMissing(suite: string): boolean {
  if (findChromium() !== null) return false;
  const reason = `${suite}: no Chromium found (set ROSTRUM_CHROMIUM, or install it: apt-get install chromium)`;
  if (process.env.CI === 'true') throw new Error(reason);
  console.warn(`SKIPPED ${reason}`);
  return true;
}

export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium found');
  return chromium.launch({ executablePath, args: ['--disable-quic', '--disable-background-networking', '--no-first-run'] });
}

export interface Visit {
  readonly page: Page;
  /** Addresses asked for that are not the page's own origin: must stay empty. */
  readonly strangers: readonly string[];
  /** Uncaught errors and messages of the console at level error. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** Opens a station link in a fresh context; then `path` on the same server, if given. */
export async function visit(
  browser: Browser,
  link: string,
  options: { readonly path?: string; readonly language?: string; readonly prepare?: (page: Page) => Promise<void> } = {},
): Promise<Visit> {
  const { path, language = 'en', prepare } = options;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: language, colorScheme: 'dark' });
  const page = await context.newPage();
  const origin = new URL(link).origin;
  const strangers: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) strangers.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await prepare?.(page);
  await page.goto(link);
  const here = new URL(path ?? page.url(), origin);
  here.searchParams.set('lang', language);
  if (here.href !== page.url()) await page.goto(here.href);
  return { page, strangers, errors, close: () => context.close() };
}
