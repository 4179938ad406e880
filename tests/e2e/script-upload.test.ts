/**
 * Texts and terms from real files in real browsers: two booths hand in a statement (Word, and an Arabic PDF), a third reads it;
 * a glossary with a broken line is read in, and its terms reach the others.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleMeetingId } from '../../server/sample/hrc37-panel.ts';
import type { ScriptText } from '../../shared/domain/meeting.ts';
import { must } from '../../shared/lib/assert.ts';
import { chromiumIsMissing, launchBrowser, type Visit, visit } from '../kit/browser.ts';
import { makeDocx, printPdf } from '../kit/files.ts';
import { type HttpStation, httpStation } from '../kit/http-station.ts';
import { type ServerProcess, startServerProcess } from '../kit/server-process.ts';

/** The Deputy Secretary-General: one English text is there from the start. */
const onFloor = 'e3';
const nextOne = 'e4';

const english = [
  'Check against delivery',
  'Mr. President, Excellencies, I thank you for giving me the floor on behalf of the Secretary-General of the United Nations.',
  'Resolution A/HRC/RES/37/24 asks 129 country teams to report on the recommendations of the universal periodic review.',
];
const arabic = [
  'السيد الرئيس، أشكركم على إعطائي الكلمة. إن القرار A/HRC/RES/37/24 الصادر في 23 آذار 2018 يمثل خطوة مهمة إلى الأمام.',
  'ونسبة 12,5 في المائة من الموارد تخصص لحقوق الإنسان في إطار خطة عام 2030 للتنمية المستدامة.',
];

describe.skipIf(chromiumIsMissing('texts and terms in the browser'))('texts and terms in the browser', () => {
  let browser: Browser;
  let server: ServerProcess;
  let desk: HttpStation;
  const visits: Visit[] = [];
  const open = async (label: string, options: Parameters<typeof visit>[2] = {}): Promise<Page> => {
    const opened = await visit(browser, must(server.links.get(label), label), options);
    visits.push(opened);
    await opened.page.locator('.page-main[data-fresh=true]').waitFor();
    return opened.page;
  };
  const textsOf = async (entryId: string): Promise<readonly ScriptText[]> => {
    const { entries } = await desk.meeting();
    return must(
      entries.find(({ id }) => id === entryId),
      entryId,
    ).script.texts;
  };

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startServerProcess()]);
    desk = httpStation(server.origin, sampleMeetingId, server.token('chair'));
    for (const entryId of ['e1', 'e2', onFloor]) await desk.give({ type: 'giveFloor', entryId });
  });
  afterAll(async () => {
    for (const { close } of visits) await close();
    await browser?.close();
    await server?.remove();
  });

  it('[UP16] A booth hands in a Word file, another an Arabic PDF; every booth reads both, word for word.', async () => {
    const french = await open('booth fr');
    const spanish = await open('booth es');
    const arabicBooth = await open('booth ar', { language: 'ar' });

    await french.keyboard.press('u');
    await chooseFile(french, { name: 'statement.docx', buffer: makeDocx(english) });
    await french.getByText('3 paragraphs').waitFor();
    expect(await french.getByLabel('What page 1 says').inputValue()).toBe('checkAgainstDelivery');
    await french.getByText('Version 2 will replace version 1 (English)').waitFor();
    expect(await violations(french)).toEqual([]);
    await french.keyboard.press('Control+Enter');
    await french.locator('dialog').waitFor({ state: 'detached' });
    await spanish.locator('.booth-paragraph-text', { hasText: 'asks 129 country teams' }).waitFor();
    expect((await textsOf(onFloor)).map(summary)).toEqual([['en', 2, 'checkAgainstDelivery', english]]);

    await arabicBooth.keyboard.press('u');
    const pdf = await printPdf(browser, {
      language: 'ar',
      body: arabic.map((paragraph) => `<p>${paragraph}</p>`).join(''),
      font: 'Noto Naskh Arabic',
    });
    await chooseFile(arabicBooth, { name: 'بيان.pdf', buffer: pdf });
    // The entry speaks English, the text does not: the hint says so, and one button takes the other language.
    await arabicBooth.locator('.upload-hint').getByRole('button').click();
    await arabicBooth.locator('.upload-hint').waitFor({ state: 'detached' });
    expect(await violations(arabicBooth)).toEqual([]);
    await arabicBooth.keyboard.press('Control+Enter');
    await arabicBooth.locator('dialog').waitFor({ state: 'detached' });
    await spanish.getByRole('button', { name: 'Text in Arabic' }).click();
    const read = spanish.locator('.booth-paragraph-text p');
    await read.filter({ hasText: 'السيد الرئيس' }).waitFor();
    expect(await read.allTextContents()).toEqual(arabic);
    expect((await textsOf(onFloor)).map(summary)).toEqual([
      ['en', 2, 'checkAgainstDelivery', english],
      ['ar', 1, null, arabic],
    ]);
  });

  it('[UP17] The same file again is refused in words, a text may be announced, and a file that cannot be read says why.', async () => {
    const french = await open('booth fr');
    await french.keyboard.press('u');
    await chooseFile(french, { name: 'statement.docx', buffer: makeDocx(english) });
    await french.getByText('3 paragraphs').waitFor();
    await french.keyboard.press('Control+Enter');
    await french.locator('dialog').getByText('This text is already here as version 2').waitFor();

    await chooseFile(french, { name: 'picture.pdf', buffer: Buffer.from('this is no PDF\u0000') });
    await french.locator('dialog .file-state .notice').waitFor();
    expect(await french.locator('dialog .file-state').textContent()).toContain('picture.pdf');

    await french.getByLabel('Whose text').selectOption(nextOne);
    await french.getByLabel('What page 1 says').selectOption('expected');
    await french.getByRole('button', { name: 'Say that it is expected' }).click();
    await french.locator('dialog').waitFor({ state: 'detached' });
    const { entries } = await desk.meeting();
    expect(entries.find(({ id }) => id === nextOne)?.script.status).toBe('expected');
    expect((await textsOf(onFloor)).map(({ version }) => version)).toEqual([2, 1]);
  });

  it('[UP18] The chair’s assistant hands a text in from the list with the same dialog, by pasting it.', async () => {
    const chair = await open('chair');
    await chair.locator('tr[data-entry=e9]').click();
    await chair.getByRole('button', { name: /^Text/ }).click();
    await chair.locator('dialog textarea').fill('One.\n\nTwo.');
    await chair.getByText('2 paragraphs').waitFor();
    await chair.keyboard.press('Control+Enter');
    await chair.locator('dialog').waitFor({ state: 'detached' });
    expect((await textsOf('e9')).at(-1)?.paragraphs).toEqual(['One.', 'Two.']);
  });

  it('[UP19] A glossary with a broken line names that line; the others come in, and another booth finds them.', async () => {
    const russian = await open('booth ru');
    const french = await open('booth fr');
    await russian.keyboard.press('g');
    await russian.locator('tr[data-term]').first().waitFor();
    await french.keyboard.press('g');
    await french.getByRole('button', { name: 'Import', exact: true }).click();
    // More than a frame of the socket may hold.
    const many = Array.from({ length: 400 }, (_, index) => `"yy term of the team, no. ${index}","yy terme de l’équipe, nº ${index}",`);
    const lines = ['en,fr,ru', 'stocktaking,bilan,подведение итогов', '"broken,line', 'rapporteurship,mandat de rapporteur,', ...many];
    await chooseFile(french, { name: 'terms.csv', buffer: Buffer.from(lines.join('\n')) });
    await french.locator('dialog .file-findings', { hasText: 'Line 3:' }).waitFor();
    await french.getByText('new: 402').waitFor();
    expect(await violations(french)).toEqual([]);
    await french.getByRole('button', { name: 'Import 402 terms' }).click();
    await french.getByText('Imported: 402 terms').waitFor();
    await russian.getByRole('searchbox').fill('итогов');
    await russian.locator('tr[data-term]', { hasText: 'stocktaking' }).waitFor();
    expect(await violations(russian)).toEqual([]);
  });

  it('[UP19] A term is corrected in its row, removed and put back; Escape ends the editing, not the dialog.', async () => {
    const french = await open('booth fr');
    await french.keyboard.press('g');
    await french.getByRole('searchbox').fill('stocktaking');
    const row = french.locator('tr[data-term]', { hasText: 'stocktaking' });
    await row.getByRole('button', { name: 'Edit: bilan' }).click();
    await french.keyboard.press('Escape');
    await row.getByRole('button', { name: 'Edit: bilan' }).click();
    await french.getByRole('textbox', { name: 'French' }).fill('bilan; état des lieux');
    await french.keyboard.press('Enter');
    await row.getByText('état des lieux').waitFor();
    await row.getByRole('button', { name: 'Remove: bilan' }).click();
    await french.getByText('Removed: bilan').waitFor();
    await french.getByRole('button', { name: 'Put back' }).click();
    await row.getByText('état des lieux').waitFor();
    const terms = (await desk.meeting()).glossary.filter(({ forms }) => forms.en?.[0] === 'stocktaking');
    expect(terms.map(({ forms }) => forms)).toEqual([{ en: ['stocktaking'], fr: ['bilan', 'état des lieux'], ru: ['подведение итогов'] }]);
  });

  it('[UP20] Of almost 3,000 terms only those in sight are drawn, and the last one is a key away.', async () => {
    const room = 2_500;
    const terms = Array.from({ length: room }, (_, index) => ({ forms: { en: [`zz term ${index}`], fr: [`zz terme ${index}`] } }));
    await desk.give({ type: 'importTerms', terms });
    const french = await open('booth fr');
    await french.keyboard.press('g');
    const rows = french.locator('tr[data-term]');
    await rows.first().waitFor();
    expect(await rows.count()).toBeLessThan(60);
    await french.locator('.term-scroll').focus();
    await french.keyboard.press('End');
    await rows.filter({ hasText: `zz terme ${room - 1}` }).waitFor();
    expect(await rows.count()).toBeLessThan(60);
    await french.getByRole('searchbox').fill(`terme ${room - 7}`);
    await rows.nth(1).waitFor({ state: 'detached' });
    expect(await rows.allTextContents()).toEqual([expect.stringContaining(`zz terme ${room - 7}`)]);
    await french.getByRole('searchbox').fill('zz terme');
    await rows.filter({ hasText: /^zz terme 0/ }).waitFor();
    for (const { errors, strangers } of visits) expect({ errors: errors.filter(isOurs), strangers }).toEqual({ errors: [], strangers: [] });
  });
});

async function chooseFile(page: Page, file: { readonly name: string; readonly buffer: Uint8Array }): Promise<void> {
  await page
    .locator('dialog .file-drop input')
    .setInputFiles({ name: file.name, mimeType: 'application/octet-stream', buffer: Buffer.from(file.buffer) });
}

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).include('dialog').analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

function summary({ language, version, handling, paragraphs }: ScriptText) {
  return [language, version, handling, paragraphs] as const;
}

/** The browser notes every answer that is a refusal; those are asked for here. */
function isOurs(error: string): boolean {
  return !error.includes('the server responded with a status of 4');
}
