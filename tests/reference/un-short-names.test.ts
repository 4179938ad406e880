import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { officialLanguages } from '../../shared/reference/languages.ts';
import { commonShortForms } from '../../shared/reference/un-short-names/common-forms.ts';
import { foldName } from '../../shared/reference/un-short-names/fold.ts';
import { stateByIso2, stateByName, unShortNames } from '../../shared/reference/un-short-names.ts';

describe('the table of UN short names', () => {
  it('holds 193 Member States and 2 observer States, each code once and in order', () => {
    const codes = unShortNames.map((state) => state.iso2);
    expect(unShortNames.filter((state) => state.status === 'member')).toHaveLength(193);
    expect(unShortNames.filter((state) => state.status === 'observer').map((state) => state.iso2)).toEqual(['PS', 'VA']);
    expect(codes).toEqual([...new Set(codes)].sort());
    for (const code of codes) expect(code).toMatch(/^[A-Z]{2}$/);
  });

  it('gives every State six names that are clean text in the writing of the language', () => {
    const latin = /\p{sc=Latin}/u;
    const writing = { ar: /\p{sc=Arabic}/u, zh: /^\p{sc=Han}+$/u, en: latin, fr: latin, ru: /\p{sc=Cyrillic}/u, es: latin };
    let names = 0;
    for (const state of unShortNames) {
      for (const language of officialLanguages) {
        const name = state.names[language];
        expect(name, `${state.iso2} ${language}`).toMatch(writing[language]);
        expect(name, `${state.iso2} ${language}`).toBe(name.normalize('NFC'));
        expect(name, `${state.iso2} ${language}`).toBe(name.trim());
        expect(name, `${state.iso2} ${language}`).not.toMatch(/\p{C}|[^\S ]| {2}|[_|]/u);
        names += 1;
      }
    }
    expect(names).toBe(195 * 6);
  });

  it('has the forms that the usual packages get wrong', () => {
    expect(stateByIso2('VN')?.names.en).toBe('Viet Nam');
    expect(stateByIso2('CI')?.names.ar).toBe('كوت ديفوار');
    expect(stateByIso2('CI')?.names.es).toBe('Côte d’Ivoire');
    expect(stateByIso2('KP')?.names.en).toBe("Democratic People's Republic of Korea");
    expect(stateByIso2('TR')?.names.en).toBe('Türkiye');
    expect(stateByIso2('NL')?.names.ar).toBe('هولندا');
  });
});

/** Not in a clone: it lies beside the repository where the project is built. */
const reference = resolve(import.meta.dirname, '../../../shared/data/un-short-names.csv');
const referenceExists = existsSync(reference);
if (!referenceExists) {
  console.log(`UN short names: ${reference} is not here, so the table is not compared with it.`);
}

describe('the table against its reference', () => {
  it.skipIf(!referenceExists)('says what the reference says: the M49 column, and the UNTERM column for the Netherlands', () => {
    const [header = [], ...rows] = readFileSync(reference, 'utf8')
      .trim()
      .split(/\r?\n/u)
      .map((line) => line.split(','));
    const expected = rows.map((row) => {
      const cell = (column: string) => row[header.indexOf(column)];
      const prefix = cell('iso2') === 'NL' ? 'unterm_' : '';
      const names = Object.fromEntries(officialLanguages.map((language) => [language, cell(`${prefix}${language}`)]));
      return { iso2: cell('iso2'), status: cell('status'), names };
    });
    expect(expected).toHaveLength(195);
    expect(unShortNames).toEqual(expected);
  });
});

describe('finding a State', () => {
  it('finds each State by each of its six names, and no name belongs to two States', () => {
    for (const state of unShortNames) {
      for (const language of officialLanguages) {
        expect(stateByName(state.names[language])?.iso2, state.names[language]).toBe(state.iso2);
      }
    }
  });

  it('finds each State by its common short forms, and no form belongs to two States', () => {
    const owners = new Map<string, string>();
    for (const [iso2, forms] of Object.entries(commonShortForms)) {
      for (const form of forms) {
        expect(owners.get(foldName(form)) ?? iso2, form).toBe(iso2);
        owners.set(foldName(form), iso2);
        expect(stateByName(form)?.iso2, form).toBe(iso2);
      }
    }
    expect(owners.size).toBeGreaterThan(80);
  });

  it.each([
    ['  côte D’IVOIRE ', 'CI'],
    ["cote d'ivoire", 'CI'],
    ['Cote dʼIvoire', 'CI'],
    ['the Netherlands', 'NL'],
    ["L'Égypte", 'EG'],
    ['l’egypte', 'EG'],
    ['El Salvador', 'SV'],
    ['La Federación de Rusia', 'RU'],
    ['Bolivia', 'BO'],
    ['Bolivie', 'BO'],
    ['Iran', 'IR'],
    ['إيران', 'IR'],
    ['ايران', 'IR'],
    ['Венесуэла', 'VE'],
    ['UK', 'GB'],
    ['Guinea Bissau', 'GW'],
    ['St. Lucia', 'LC'],
    ['Trinidad & Tobago', 'TT'],
    ['Niger', 'NE'],
    ['Nigeria', 'NG'],
    ['Dominica', 'DM'],
    ['DOMINICAN REPUBLIC', 'DO'],
    ['Кот-д’Ивуар', 'CI'],
  ])('finds %j', (text, iso2) => {
    expect(stateByName(text)?.iso2).toBe(iso2);
  });

  it.each(['', ' ', 'Atlantis', 'the', 'European Union', 'Korea', '()'])('finds nothing for %j', (text) => {
    expect(stateByName(text)).toBeNull();
  });

  it('takes a code in either case, and knows only States', () => {
    expect(stateByIso2('fr')?.names.fr).toBe('France');
    expect(stateByIso2('EU')).toBeNull();
    expect(stateByIso2('constructor')).toBeNull();
  });
});
