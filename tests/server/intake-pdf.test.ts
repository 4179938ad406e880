import { deflateSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumIsMissing, launchBrowser } from '../kit/browser.ts';
import { makePdf, printPdf } from '../kit/files.ts';
import { problemOf, type RunningTestServer, startTestServer } from './running-server.ts';
import { sendFile, textRead } from './send-file.ts';

let server: RunningTestServer;
let browser: Browser;
const isMissing = chromiumIsMissing('texts in PDF');
beforeAll(async () => {
  server = await startTestServer();
  if (!isMissing) browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server.close();
});

const html = (paragraphs: readonly string[]) => paragraphs.map((text) => `<p>${text}</p>`).join('');

describe.skipIf(isMissing)('a PDF printed by Chromium', () => {
  it('[IN2] in English gives its paragraphs, without wrapped lines, running heads and page numbers', async () => {
    const sentence =
      'The 2030 Agenda, adopted by resolution A/RES/70/1, calls on all of us to leave no one behind, and the co-operation between the Council and its mechanisms is what makes that work in practice.';
    const paragraphs = Array.from(
      { length: 16 },
      (_, index) => `${index + 1}. Mr. President, this is point ${index + 1} of many. ${sentence}`,
    );
    const body = `<h1>Statement by Ecuador</h1>${html(paragraphs)}<ul><li>First point</li><li>Second point, with final fluency</li></ul>`;
    const file = await printPdf(browser, { language: 'en', body, font: 'Noto Sans', head: 'A/HRC/37/NGO/12' });
    const read = await textRead(server, file, '?language=en');
    expect(read.paragraphs).toEqual(['Statement by Ecuador', ...paragraphs, 'First point', 'Second point, with final fluency']);
    expect(read.language).toBe('en');
    expect(read.pages).toBeGreaterThan(2);
    expect(read.findings).toEqual([]);
  });

  it('[IN2] in French keeps its accents, spaces and quotation marks', async () => {
    const paragraphs = [
      'Monsieur le Président, je vous remercie de me donner la parole au sujet de l’intégration des droits de l’homme dans l’ensemble du système des Nations Unies.',
      'Le Conseil a-t-il fait ce qu’il fallait ? « Ne laisser personne de côté » : voilà notre but, et cœur, naïveté, çà et là n’y changent rien.',
    ];
    const file = await printPdf(browser, { language: 'fr', body: html(paragraphs), font: 'Noto Sans' });
    const read = await textRead(server, file, '?language=fr');
    expect(read).toEqual({ paragraphs, language: 'fr', pages: 1, findings: [] });
  });

  it.each(['Noto Naskh Arabic', 'Noto Sans Arabic', 'Noto Kufi Arabic'])(
    '[IN3] in Arabic, drawn in %s, is in the order in which it is read',
    async (font) => {
      const paragraphs = [
        'السيد الرئيس، أشكركم على إعطائي الكلمة. إن القرار A/HRC/RES/37/24 الصادر في 23 آذار/مارس 2018 يمثل خطوة مهمة إلى الأمام.',
        'ونسبة 12,5 في المائة من الموارد (أي 1500000 دولار) تخصص لحقوق الإنسان في إطار خطة عام 2030 للتنمية المستدامة، ولا بد من الإشارة إلى أن اللجنة عقدت 3 اجتماعات.',
        '«لا أحد يُترك خلف الركب» هو شعارنا، وتعمل UNICEF مع World Health Organization على ذلك.',
      ];
      const file = await printPdf(browser, { language: 'ar', body: html(paragraphs), font });
      const read = await textRead(server, file, '?language=ar');
      expect(read).toEqual({ paragraphs, language: 'ar', pages: 1, findings: [] });
    },
  );

  it('[IN3] in English with a quotation in Arabic has both in their order', async () => {
    const paragraphs = ['The Council said «لا أحد يُترك خلف الركب» in 2018, and it meant what it said to all of us who were there.'];
    const file = await printPdf(browser, { language: 'en', body: html(paragraphs), font: 'Noto Sans, Noto Sans Arabic' });
    expect((await textRead(server, file)).paragraphs).toEqual(paragraphs);
  });

  it('[IN2] in Chinese has no spaces where its lines were wrapped', async () => {
    const paragraphs = ['主席先生，感谢您让我发言。我们在这里，是为了替那些没有声音的人说话。'.repeat(4)];
    const file = await printPdf(browser, { language: 'zh', body: html(paragraphs), font: 'Noto Sans CJK SC' });
    expect((await textRead(server, file)).paragraphs).toEqual(paragraphs);
  });
});

describe('a PDF', () => {
  it('[IN18] without text is taken for the scan that it is', async () => {
    const response = await sendFile(server, 'texts', { bytes: makePdf(deflateSync('0 0 100 100 re f')) });
    expect(await problemOf(response)).toMatchObject({ status: 422, code: 'fileWithoutText' });
  });

  it('[IN18] that is damaged is told to be', async () => {
    const bytes = makePdf(deflateSync('BT /F1 12 Tf (Hello) Tj ET')).subarray(0, 60);
    expect(await problemOf(await sendFile(server, 'texts', { bytes }))).toMatchObject({ status: 422, code: 'fileBroken' });
  });
});
