import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IntakeFinding } from '../../shared/domain/intake.ts';
import { makeXlsx } from '../kit/files.ts';
import { problemOf, type RunningTestServer, startTestServer } from './running-server.ts';
import { glossaryRead, sendFile, teamSheetRead } from './send-file.ts';

let server: RunningTestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const short = ({ at, code, severity }: IntakeFinding) => `${at} ${severity} ${code}`;

describe('a team sheet', () => {
  const teams = {
    en: [
      { id: 'AB', name: 'Anna Bell', a: ['en'], b: ['fr'], c: ['es', 'ru'] },
      { id: 'CD', a: ['en'], b: [], c: ['fr', 'ar', 'es'] },
    ],
    ar: [{ id: 'Samir', a: ['ar'], b: ['en', 'fr'], c: [] }],
    sign: [{ id: 'LS', a: ['fr'], b: [], c: [] }],
  };

  it.each([
    [
      'in English, with commas',
      'Booth,Initials,Name,A,B,C\nEN,AB,Anna Bell,en,fr,"es, ru"\nE,CD,,E,-,FAS\nArabic,,Samir,ar,en/fr,\nsign,LS,,fr,,\n',
    ],
    [
      'in French, with semicolons',
      'C;B;A;Nom;Initiales;Cabine\r\nES RU;fr;en;Anna Bell;AB;anglais\r\nF A S;;anglais;;CD;anglais\r\n;E+F;arabe;Samir;;A\r\n;;français;;LS;langue des signes\r\n',
    ],
    [
      'in Spanish, with tabs',
      'cabina\tnombre\tiniciales\ta\tb\tc\ninglés\tAnna Bell\tAB\tinglés\tfrancés\tespañol, ruso\nEN\t\tCD\ten-GB\t\tfr;ar;es\nA\tSamir\t\tA\tE F\t\nsign\t\tLS\tF\t\t\n',
    ],
    [
      'with the separator told',
      'sep=;\nbooth;initials;name;a;b;c\nen;AB;Anna Bell;en;fr;es,ru\nen;CD;;en;;fr,ar,es\nar;;Samir;ar;en,fr;\nsign;LS;;fr;;\n',
    ],
  ])('[IN7] is read %s', async (_how, text) => {
    expect(await teamSheetRead(server, text)).toEqual({ teams, findings: [] });
  });

  it('[IN7] is read from Excel, lines as Excel counts them', async () => {
    const file = makeXlsx([
      ['Booth', 'Initials', 'A', 'B', 'C'],
      ['fr', 'FF', 'fr', 'en', 'es'],
      [],
      ['fr', 12, 'French', '', 'English, Russian'],
      ['xx', 'GG', 'fr', '', ''],
    ]);
    const read = await teamSheetRead(server, file);
    expect(read.teams).toEqual({
      fr: [
        { id: 'FF', a: ['fr'], b: ['en'], c: ['es'] },
        { id: '12', a: ['fr'], b: [], c: ['en', 'ru'] },
      ],
    });
    expect(read.findings.map(short)).toEqual(['5 error boothUnknown']);
  });

  it('[IN8] names each bad line by its number, and the others come through', async () => {
    const lines = [
      'booth,initials,a,b,c,room',
      'en,AB,en,,,3',
      'moon,XX,en,,,',
      'en,,en,,,',
      'en,AB,en,,,',
      'en,CD,klingon,,,',
      'en,"EF,en,,,',
      'en,GH,en,,,,,,too,many',
      'en,<b>,en,,,',
      'en,IJ,,,,',
      'en,KL,en,,fr,',
    ];
    const { teams: read, findings } = await teamSheetRead(server, lines.join('\n'));
    expect(read.en?.map(({ id }) => id)).toEqual(['AB', 'IJ', 'KL']);
    expect(findings.map(short)).toEqual([
      'null warning columnUnknown',
      '3 error boothUnknown',
      '4 error initialsMissing',
      '5 error interpreterTwice',
      '6 error languageUnknown',
      '7 error quoteUnclosed',
      '8 error tooManyCells',
      '9 error textMarkup',
      '10 warning languagesMissing',
    ]);
    expect(findings[1]?.message).toBe('Line 3: There is no booth “moon”.');
  });

  it('[IN8] without heads is refused with what they should be', async () => {
    const response = await sendFile(server, 'team-sheets', { bytes: 'en,AB,en\nfr,CD,fr\n' });
    expect(await problemOf(response)).toMatchObject({ status: 422, code: 'columnsMissing' });
  });
});

describe('a glossary', () => {
  it('[IN9] is read from CSV: a column for each language, several forms in a cell, a note', async () => {
    const text =
      'English,FR,español,C,note\nhuman rights,droits de l’homme | droits humains,derechos humanos,人权,UN\nState;country,État,,,\n';
    expect(await glossaryRead(server, text)).toEqual({
      terms: [
        {
          forms: { en: ['human rights'], fr: ['droits de l’homme', 'droits humains'], es: ['derechos humanos'], zh: ['人权'] },
          note: 'UN',
        },
        { forms: { en: ['State', 'country'], fr: ['État'] } },
      ],
      findings: [],
    });
  });

  it('[IN9] names a broken line, and the rest comes through', async () => {
    const lines = ['en,fr', 'State,État', '"open,ouvert', 'a,b,c', ',', ' ; ,', '"two', 'lines",deux', 'peace,paix', 'x<b>,y'];
    const { terms, findings } = await glossaryRead(server, lines.join('\r\n'));
    expect(terms.map(({ forms }) => forms.en?.[0])).toEqual(['State', 'two lines', 'peace']);
    expect(findings.map(short)).toEqual(['3 error quoteUnclosed', '4 error tooManyCells', '6 error termEmpty', '10 error textMarkup']);
  });

  it('[IN10] is read from TBX of 2008 and of 2019, and a damaged entry is named', async () => {
    const text = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<tbx type="TBX-Basic" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>',
      '<conceptEntry id="c1"><note>UN usage</note>',
      '<langSec xml:lang="en-US"><termSec><term>human rights</term></termSec><termSec><term>rights &amp; freedoms</term></termSec></langSec>',
      '<langSec xml:lang="FR"><termSec><term>droits de l&#8217;homme</term></termSec></langSec>',
      '<langSec xml:lang="sw"><termSec><term>haki</term></termSec></langSec></conceptEntry>',
      '<conceptEntry><langSec xml:lang="en"><termSec><term>broken</termSec></langSec></conceptEntry>',
      '<conceptEntry><langSec xml:lang="en"><termSec><term>never closed</term></termSec></langSec>',
      '<termEntry id="t1"><descrip type="definition">who speaks</descrip>',
      '<langSet xml:lang="ru"><tig><term><![CDATA[оратор]]></term><note>of the term, not of the entry</note></tig></langSet></termEntry>',
      '</body></text></tbx>',
    ].join('\n');
    const { terms, findings } = await glossaryRead(server, text);
    expect(terms).toEqual([
      { forms: { en: ['human rights', 'rights & freedoms'], fr: ['droits de l’homme'] }, note: 'UN usage' },
      { forms: { ru: ['оратор'] }, note: 'who speaks' },
    ]);
    expect(findings.map(short)).toEqual(['7 error xmlBroken', '8 error xmlBroken']);
  });

  it.each([
    ['a billion laughs', '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">'],
    ['a file of the server', '<!ENTITY c SYSTEM "file:///etc/passwd">'],
  ])('[IN11] is refused with a document type: %s', async (_what, entities) => {
    const entry = '<termEntry><langSet xml:lang="en"><tig><term>&c;</term></tig></langSet></termEntry>';
    const bytes = `<?xml version="1.0"?>\n<!DOCTYPE martif [${entities}]>\n<martif><text><body>${entry}</body></text></martif>`;
    expect(await problemOf(await sendFile(server, 'glossaries', { bytes }))).toMatchObject({ status: 422, code: 'fileWithDoctype' });
  });

  it('[IN11] knows no entity that a document could have declared', async () => {
    const bytes =
      '<?xml version="1.0"?><martif><termEntry><langSet xml:lang="en"><tig><term>&c;</term></tig></langSet></termEntry></martif>';
    expect((await glossaryRead(server, bytes)).findings.map(short)).toEqual(['1 error xmlBroken']);
  });

  it('takes as many terms as a meeting may have, and says where it stopped', async () => {
    const lines = ['en', ...Array.from({ length: 3_005 }, (_, index) => `term ${index}`)];
    const { terms, findings } = await glossaryRead(server, lines.join('\n'));
    expect(terms).toHaveLength(3_000);
    expect(findings.map(short)).toEqual(['3002 error tooManyLines']);
  });
});
