/**
 * `npm run shots [-- --all DIR]`: screenshots of every station from the running program, in the middle of the sample panel.
 * Without arguments the pictures of the README (docs/shots, English, dark, 1440 x 900); `--all DIR` every page in English and
 * Arabic at two sizes, to be looked at.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Command } from '../shared/domain/commands.ts';
import type { Meeting } from '../shared/domain/meeting.ts';
import { must } from '../shared/lib/assert.ts';
import { officialLanguages } from '../shared/reference/languages.ts';
import { findMeeting, type Host, startPrivateServer, tokenOf } from './rehearsal/host.ts';

interface Shot {
  readonly name: string;
  readonly link: string;
  /** Where to go after joining; default: where the link leads. */
  readonly path?: string;
}

const { values } = parseArgs({ options: { all: { type: 'string' } } });
const host = await startPrivateServer();
const { id: meetingId, links } = await findMeeting(host, console.log);
const tokens = { chair: tokenOf(links.chair), webcast: tokenOf(links.webcast), fr: tokenOf(must(links.booths.fr, 'a link for fr')) };
await playUntilTheMinister();

/** Entries of the sample are numbered in the order of its list: e6 is Steiner and Piper, e8 the Minister. */
const readmeNames = ['chair', 'booth-fr', 'teams', 'webcast', 'display', 'output-en', 'home', 'line-booth-fr'];
const browser = await chromium.launch({ executablePath: process.env.ROSTRUM_CHROMIUM ?? '/usr/bin/chromium' });
const shots: readonly Shot[] = [
  { name: 'chair', link: links.chair },
  { name: 'booth-fr', link: must(links.booths.fr, 'a link for fr') },
  { name: 'booth-captions', link: must(links.booths.captions, 'a link for captions') },
  { name: 'teams', link: must(links.chief, 'a link for the chief interpreter') },
  { name: 'webcast', link: links.webcast },
  { name: 'display', link: links.display },
  { name: 'output-en', link: links.output, path: `/output/${meetingId}/program/en` },
  { name: 'output-ar', link: links.output, path: `/output/${meetingId}/program/ar` },
  { name: 'home', link: `${host.origin}/join/${host.adminToken}` },
  { name: 'line-booth-fr', link: must(links.booths.fr, 'a link for fr'), path: `/m/${meetingId}/line/booth:fr` },
];

try {
  if (values.all === undefined) await shootAll('docs/shots', { languages: ['en'], sizes: [[1440, 900]], names: readmeNames });
  else
    await shootAll(values.all, {
      languages: ['en', 'ar'],
      sizes: [
        [1440, 900],
        [1280, 720],
      ],
      names: shots.map(({ name }) => name),
    });
} finally {
  await browser.close();
  await host.stop();
}

async function shootAll(
  folder: string,
  what: {
    readonly languages: readonly string[];
    readonly sizes: readonly (readonly [number, number])[];
    readonly names: readonly string[];
  },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const language of what.languages) {
    for (const [width, height] of what.sizes) {
      for (const shot of shots.filter(({ name }) => what.names.includes(name))) {
        const only = what.languages.length === 1 && what.sizes.length === 1;
        const file = join(folder, `${shot.name}${only ? '' : `-${language}-${width}`}.png`);
        await shoot(browser, shot, { language, width, height, file });
        console.log(file);
      }
    }
  }
}

async function shoot(
  on: Browser,
  shot: Shot,
  { language, width, height, file }: { readonly language: string; readonly width: number; readonly height: number; readonly file: string },
): Promise<void> {
  const context = await on.newContext({ viewport: { width, height }, locale: language, colorScheme: 'dark' });
  const page = await context.newPage();
  await page.goto(shot.link);
  const here = new URL(page.url());
  if (shot.path !== undefined) here.pathname = shot.path;
  here.searchParams.set('lang', language);
  await page.goto(here.href);
  await settled(page);
  await page.screenshot({ path: file });
  await context.close();
}

/** Live, fonts loaded, and nothing drawn for a moment. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.waitForTimeout(1_500);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** The Minister of Ecuador speaks Spanish, her caption is on air, the video of Steiner has failed, one booth has seen it. */
async function playUntilTheMinister(): Promise<void> {
  for (const entryId of ['e1', 'e2', 'e3', 'e4', 'e5', 'e7']) await give(tokens.chair, { type: 'giveFloor', entryId });
  const minister = must(
    (await meeting(host)).entries.find(({ id }) => id === 'e8'),
    'the Minister',
  );
  const arabicName = must(minister.persons[0]?.captions.ar, 'her name in Arabic').name;
  await give(tokens.webcast, { type: 'verifyName', entryId: 'e8', language: 'ar', text: arabicName });
  for (const language of officialLanguages) {
    const interpreter = must((await meeting(host)).booths[language].interpreters.at(-1), `an interpreter for ${language}`).id;
    await give(tokenOf(must(links.booths[language], language)), { type: 'takeMicrophone', booth: language, interpreter });
  }
  await give(tokens.chair, { type: 'giveFloor', entryId: 'e8' });
  await give(tokens.webcast, { type: 'armCaption', entryId: 'e8' });
  const cue = must((await meeting(host)).captions.armed, 'an armed cue');
  await give(tokens.webcast, { type: 'takeCaption', cueId: cue.id, cueHash: cue.hash });
  await give(tokens.chair, { type: 'replaceSpeaker', entryId: 'e6', speakers: [{ name: 'Robert Piper', delivery: 'room' }] });
  const change = must((await meeting(host)).changes.at(-1), 'a late change');
  for (const language of ['ar', 'en', 'ru']) {
    await give(tokenOf(must(links.booths[language], language)), { type: 'acknowledgeChange', changeId: change.id });
  }
  await give(tokens.webcast, { type: 'armCaption', entryId: 'e6' });
  await give(tokens.fr, { type: 'setScriptPosition', entryId: 'e8', paragraph: 1, mode: 'onScript' });
  await give(tokens.fr, { type: 'requestSlowDown' });
}

async function give(token: string, command: Command): Promise<void> {
  const response = await fetch(`${host.origin}/api/meetings/${meetingId}/commands`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ commandId: `shots-${crypto.randomUUID()}`, ...command }),
  });
  if (!response.ok) throw new Error(`${command.type}: ${response.status} ${await response.text()}`);
}

async function meeting(on: Host): Promise<Meeting> {
  const response = await fetch(`${on.origin}/api/meetings/${meetingId}`, { headers: { authorization: `Bearer ${tokens.chair}` } });
  return ((await response.json()) as { meeting: Meeting }).meeting;
}
