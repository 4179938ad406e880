/** The team sheet in real browsers: the chief interpreter edits and imports teams, a booth sees at once what it has to do now. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleMeetingId } from '../../server/sample/hrc37-panel.ts';
import { chromiumIsMissing, launchBrowser, type Visit, visit } from '../kit/browser.ts';
import { type HttpStation, httpStation } from '../kit/http-station.ts';
import { type ServerProcess, startServerProcess } from '../kit/server-process.ts';
import { until } from '../kit/until.ts';

const withinASecond = { timeout: 1_000 };
/** Speaks Spanish, which only F2 of the French booth understands. */
const minister = 'e8';

describe.skipIf(chromiumIsMissing('team sheet'))('the team sheet', () => {
  let browser: Browser;
  let server: ServerProcess;
  let chair: HttpStation;
  const visits: Visit[] = [];

  const open = async (label: string, options: Parameters<typeof visit>[2] = {}): Promise<Page> => {
    const opened = await visit(browser, server.links.get(label) ?? '', options);
    visits.push(opened);
    return opened.page;
  };

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startServerProcess()]);
    chair = httpStation(server.origin, sampleMeetingId, server.token('chair'));
    await chair.give({ type: 'giveFloor', entryId: minister });
  });
  afterEach(async () => {
    const opened = visits.splice(0);
    for (const { close } of opened) await close();
    for (const { errors, strangers } of opened) expect({ errors: errors.filter(isOurs), strangers }).toEqual({ errors: [], strangers: [] });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.remove();
  });

  const team = async (booth: 'fr' | 'ru'): Promise<string> => {
    const { interpreters } = (await chair.meeting()).booths[booth];
    return interpreters.map(({ id, a, b, c }) => `${id} ${[a, b, c].map((codes) => codes.join(' ')).join('/')}`).join(', ');
  };

  it('[TM11] is edited by keyboard, shows what that covers before it is saved, and the booth sees it once it is', async () => {
    const french = await open('booth fr');
    const sheet = await open('chief');
    await french.locator('.booth-task', { hasText: 'FLOOR' }).waitFor();
    const spanish = sheet.locator('[data-floor=es] td[data-booth=fr]');
    await spanish.and(sheet.locator('[data-role=direct]')).waitFor();

    await sheet.locator('[data-booth=fr] [data-interpreter=F1] [data-language=fr]').focus();
    await sheet.keyboard.press('ArrowDown');
    await sheet.keyboard.press('ArrowRight');
    await sheet.keyboard.press('ArrowRight');
    expect(await sheet.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('F2, Spanish: C, passive language');
    await sheet.keyboard.press('Delete');
    await spanish.and(sheet.locator('[data-role=relay]')).waitFor(withinASecond);
    await sheet.locator('section[data-booth=fr]', { hasText: 'not saved' }).waitFor(withinASecond);
    expect(await team('fr')).toBe('F1 fr//en ru, F2 fr//en es');

    await sheet.keyboard.press('s');
    await french.locator('.booth-task', { hasText: 'EN' }).waitFor(withinASecond);
    expect(await team('fr')).toBe('F1 fr//en ru, F2 fr//en');
    await sheet.getByRole('button', { name: 'Save: French booth' }).and(sheet.locator('[aria-disabled=true]')).waitFor(withinASecond);
  });

  it('[TM13] reads a file, names the broken line, and saves what was looked at', async () => {
    const french = await open('booth fr');
    const sheet = await open('chief');
    const lines = ['booth,initials,name,A,B,C', 'fr,F1,,fr,,en ru', 'fr,F7,Camille D.,fr,,en es pt', 'fr,,,fr,,en', 'ru,R1,,ru,,en fr'];
    await sheet.getByRole('button', { name: /^Import/ }).press('Enter');
    await sheet
      .getByLabel('File: CSV or XLSX')
      .setInputFiles({ name: 'teams.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
    await sheet.getByRole('button', { name: 'Read' }).press('Enter');
    await sheet.getByText(/Line 4: .*initials/).waitFor();
    expect(await sheet.locator('dialog [data-booth=fr] dd').allTextContents()).toEqual([
      'F1  A FR · C EN RU',
      'F7 Camille D. A FR · C EN ES PT',
    ]);
    expect((await new AxeBuilder({ page: sheet }).include('dialog').analyze()).violations).toEqual([]);
    await sheet.getByRole('button', { name: 'Save 2 booths' }).press('Enter');
    await french.locator('.booth-task', { hasText: 'FLOOR' }).waitFor(withinASecond);
    await until('both teams are saved', 2_000, async () => (await team('ru')) === 'R1 ru//en fr');
    expect(await team('fr')).toBe('F1 fr//en ru, F7 fr//en es pt');
    // A language outside the six has a column of its own.
    await sheet.locator('[data-booth=fr] [data-interpreter=F7] [data-language=pt][data-class=c]').waitFor(withinASecond);
    await sheet.locator('[data-floor=es]', { hasText: 'only' }).waitFor(withinASecond);
  });

  it('[TM13] reads pasted rows, and says so when there is nothing in them', async () => {
    const sheet = await open('chief');
    await sheet.locator('section[data-booth=sign]').waitFor();
    await sheet.keyboard.press('i');
    await sheet.locator('dialog textarea').fill('nonsense\nmore nonsense');
    await sheet.getByRole('button', { name: 'Read' }).press('Enter');
    await sheet.getByText('The first line does not name the columns').waitFor();
    await sheet.locator('dialog textarea').fill('booth\tinitials\tA\tB\tC\nsign\tIS1\t\t\ten fr');
    await sheet.getByRole('button', { name: 'Read' }).press('Enter');
    await sheet.getByRole('button', { name: 'Save 1 booth' }).press('Enter');
    await until('the signers are saved', 2_000, async () => (await chair.meeting()).booths.sign.interpreters[0]?.id === 'IS1');
  });

  it('[TM12] loses nothing when the team changes elsewhere meanwhile', async () => {
    const sheet = await open('chief');
    const russian = sheet.locator('section[data-booth=ru]');
    await russian.getByRole('button', { name: 'Add interpreter: Russian booth' }).click();
    await sheet.keyboard.type('X');
    await chair.give({ type: 'setTeam', booth: 'ru', interpreters: [{ id: 'R9', a: ['ru'], b: [], c: ['en'] }] });
    const notice = russian.getByRole('alert');
    await notice.getByText('R9').waitFor(withinASecond);
    const rows = await russian.locator('tbody tr').evaluateAll((all) => all.map((row) => row.getAttribute('data-interpreter')));
    expect(rows).toEqual(['R1', 'X']);
    expect(await russian.getByRole('button', { name: /^Save/ }).getAttribute('aria-disabled')).toBe('true');
    await notice.getByRole('button', { name: 'Keep mine' }).click();
    await russian.getByRole('button', { name: /^Save/ }).click();
    await until('mine is saved', 2_000, async () => (await team('ru')) === 'R1 ru//en fr, X ru//');
    await russian.getByRole('button', { name: 'Add interpreter: Russian booth' }).click();
    await chair.give({ type: 'setTeam', booth: 'ru', interpreters: [{ id: 'R9', a: ['ru'], b: [], c: ['en'] }] });
    await notice.getByRole('button', { name: 'Take theirs' }).click();
    await russian.locator('tr[data-interpreter=R9]').waitFor(withinASecond);
    expect(await russian.locator('tbody tr').count()).toBe(1);
  });

  it('[TM10] proposes the pattern of the United Nations as a draft', async () => {
    await chair.give({ type: 'setTeam', booth: 'ru', interpreters: [] });
    const sheet = await open('chief');
    const russian = sheet.locator('section[data-booth=ru]');
    await sheet.locator('.teams-findings', { hasText: 'Russian booth: no team' }).waitFor();
    await sheet.keyboard.press('p');
    await russian.locator('tr[data-interpreter=R2]').waitFor(withinASecond);
    expect(await team('ru')).toBe('');
    await russian.getByRole('button', { name: /^Save/ }).click();
    await until('the pattern is saved', 2_000, async () => (await team('ru')) === 'R1 ru//en fr, R2 ru//en es');
  });

  it('[TM14] sets turn marks, pace and consent; the chair opens the same sheet', async () => {
    const sheet = await open('chair', { path: `/m/${sampleMeetingId}/teams/chair` });
    const practice = sheet.locator('section', { has: sheet.getByRole('heading', { name: 'Practice' }) }).last();
    await practice.getByLabel('Turn marks, minutes: clear from').fill('20');
    await practice.locator('.toned', { hasText: '1 to 240 minutes' }).waitFor(withinASecond);
    await practice.getByLabel('Turn marks, minutes: quiet from').fill('15');
    await practice.getByLabel('Chinese, red from').fill('240');
    await practice.getByRole('button', { name: 'Save: Practice' }).click();
    await practice.getByRole('button', { name: 'Consent to double relay' }).click();
    await practice.getByRole('button', { name: 'Withdraw consent' }).waitFor(withinASecond);
    const { practice: set } = await chair.meeting();
    expect(set).toEqual({ turnMarks: [15, 20], paceLimits: { zh: { amber: 195, red: 240 } }, allowDoubleRelay: true });
  });

  for (const language of ['en', 'ar']) {
    it(`[TM16] has no violation that axe finds, in a draft with a conflict: ${language}`, async () => {
      const sheet = await open('chief', { language });
      const russian = sheet.locator('section[data-booth=ru]');
      await russian.locator('.teams-add').click();
      await chair.give({ type: 'setTeam', booth: 'ru', interpreters: [{ id: `R${language}`, a: ['ru'], b: [], c: ['pt'] }] });
      await russian.getByRole('alert').waitFor();
      await sheet.waitForLoadState('networkidle');
      const { violations, passes } = await new AxeBuilder({ page: sheet }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
      expect(passes.length).toBeGreaterThan(0);
    });
  }
});

/** A file that cannot be read is the browser's own message. */
function isOurs(error: string): boolean {
  return !error.includes('status of 422');
}
