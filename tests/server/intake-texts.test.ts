import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDocx } from '../kit/files.ts';
import { type RunningTestServer, startTestServer } from './running-server.ts';
import { sendFile, textRead } from './send-file.ts';

let server: RunningTestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const english = 'Mr. President, thank you for giving me the floor. We have come here to speak for those who have not been heard.';
const french =
  'Monsieur le Président, je vous remercie de me donner la parole. Nous sommes ici pour parler au nom de ceux qui ne sont pas entendus.';
const russian = 'Господин Председатель, благодарю вас за предоставленное слово. Мы здесь, чтобы говорить от имени тех, кого не слышат.';
const arabic = 'السيد الرئيس، أشكركم على إعطائي الكلمة. نحن هنا لنتحدث باسم أولئك الذين لا صوت لهم في هذا المجلس.';

describe('a Word document', () => {
  it('[IN1] becomes paragraphs as they are read out: headings, lists, tables, and notes at the end', async () => {
    const file = makeDocx(
      [
        { text: 'Statement by Ecuador', heading: true },
        english,
        { text: '   ' },
        { text: 'First', list: { kind: 'number', level: 0 } },
        { text: 'of this', list: { kind: 'number', level: 1 } },
        { text: 'and that', list: { kind: 'number', level: 1 } },
        { text: 'Second', list: { kind: 'number', level: 0 } },
        { text: 'again', list: { kind: 'number', level: 1 } },
        { text: 'A point', list: { kind: 'bullet', level: 0 } },
        { text: 'See the resolution', footnote: 'A/HRC/RES/33/1' },
        { text: '\u202Eevil\u202C  spaces\tand <angles> & all' },
      ],
      [
        ['Year', 'Votes'],
        ['2018', '47'],
      ],
    );
    expect(await textRead(server, file, '?name=statement.docx')).toEqual({
      paragraphs: [
        'Statement by Ecuador',
        english,
        '1. First',
        '(a) of this',
        '(b) and that',
        '2. Second',
        '(a) again',
        '• A point',
        'See the resolution [1]',
        'evil spaces and <angles> & all',
        'Year | Votes',
        '2018 | 47',
        '[1] A/HRC/RES/33/1',
      ],
      language: 'en',
      pages: null,
      findings: [],
    });
  });
});

describe('a plain text', () => {
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(`\uFEFF${french}\r\n\r\n${french}`), french],
    ['UTF-16, small end first', Buffer.from(`\uFEFF${arabic}\n\n${arabic}`, 'utf16le'), arabic],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${russian}\n\n${russian}`, 'utf16le').swap16(), russian],
    ['windows-1252', Buffer.from(`${french}\r\n\r\n${french}`, 'latin1'), french],
    ['windows-1251', inCodePage('windows-1251', `${russian}\r\n\r\n${russian}`), russian],
    ['windows-1256', inCodePage('windows-1256', `${arabic}\r\n\r\n${arabic}`), arabic],
  ])('[IN4] is read in %s', async (_name, bytes, text) => {
    const read = await textRead(server, bytes);
    expect(read.paragraphs).toEqual([text, text]);
    expect(read.pages).toBeNull();
  });
});

describe('any text', () => {
  it('[IN5] is what its first bytes say, whatever it is called', async () => {
    const file = makeDocx([english]);
    for (const [type, name] of [
      ['text/plain', 'a.txt'],
      ['application/pdf', 'a.pdf'],
    ]) {
      const response = await sendFile(server, `texts?name=${name}`, { bytes: file, ...(type === undefined ? {} : { type }) });
      expect(await response.json()).toMatchObject({ paragraphs: [english] });
    }
  });

  it('[IN6] gets a hint when it looks like another language than that of its entry, and none otherwise', async () => {
    expect((await textRead(server, french, '?language=en')).findings).toEqual([
      {
        severity: 'warning',
        code: 'otherLanguage',
        message: 'The text looks like fr, not en.',
        params: { expected: 'en', found: 'fr' },
        at: null,
      },
    ]);
    for (const same of ['fr', 'fr-CA']) expect((await textRead(server, french, `?language=${same}`)).findings).toEqual([]);
    expect((await textRead(server, 'Merci.', '?language=en')).findings).toEqual([]);
    expect((await sendFile(server, 'texts?language=%3Cb%3E', { bytes: french })).status).toBe(400);
  });

  it('is looked at again when letters could not be read', async () => {
    const { findings } = await textRead(server, Buffer.from(`\uFEFF${english} \uFFFD`));
    expect(findings.map(({ code }) => code)).toEqual(['brokenLetters']);
  });
});

/** Node writes no code pages; it reads them, and each byte is one letter. */
function inCodePage(name: string, text: string): Uint8Array {
  const letters = new TextDecoder(name).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from(text, (letter) => letters.indexOf(letter));
}
