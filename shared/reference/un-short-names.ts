/**
 * Short names of the 193 Member and 2 observer States in the six official languages, as the United Nations writes them.
 *
 * Source: United Nations Statistics Division, M49 standard, list of countries or areas in the six languages. UNTERM, the
 * terminology database, gives the same forms but for spelling (hamza and apostrophes); M49 is taken because it is
 * complete, while our extract of UNTERM lacks Côte d'Ivoire and Türkiye. One State is the exception, the Netherlands:
 * its M49 row is half renamed ("Netherlands" in English, "Pays-Bas (Royaume des)" in French, a placeholder "_" in
 * Arabic), so its whole row comes from UNTERM and says the same in all six. Forms such as "بوليفيا (دولة - المتعددة
 * القوميات)", where the dash stands for the name, are the United Nations' own.
 *
 * CLDR and the usual packages are wrong here: "Vietnam", "North Korea", "Ivory Coast" in Arabic and Spanish.
 */
import { must } from '../lib/assert.ts';
import type { Language } from './languages.ts';
import { commonShortForms } from './un-short-names/common-forms.ts';
import { foldName } from './un-short-names/fold.ts';
import { unShortNameLines } from './un-short-names/lines.ts';

export interface UnShortName {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly iso2: string;
  readonly status: 'member' | 'observer';
  readonly names: Readonly<Record<Language, string>>;
}

/** By ISO code. */
export const unShortNames: readonly UnShortName[] = unShortNameLines.trim().split('\n').map(parseLine);

const statesByIso2: ReadonlyMap<string, UnShortName> = new Map(unShortNames.map((state) => [state.iso2, state]));
const statesByFoldedName = indexByFoldedName();

export function stateByIso2(iso2: string): UnShortName | null {
  return statesByIso2.get(iso2.trim().toUpperCase()) ?? null;
}

/**
 * Finds a State by what a person or a paper wrote, in any of the six languages. Case, accents, punctuation, any kind of
 * apostrophe and a leading article do not matter; neither does what stands in brackets, as in "Iran (Islamic Republic
 * of)". A near miss finds nothing: a wrong State on air is worse than none.
 */
export function stateByName(text: string): UnShortName | null {
  return statesByFoldedName.get(foldName(text)) ?? null;
}

function parseLine(line: string): UnShortName {
  const [iso2, status, en, fr, es, ru, zh, ar] = line.split('|');
  const text = (value: string | undefined) => must(value, `eight columns in "${line}"`);
  return {
    iso2: text(iso2),
    status: text(status) === 'O' ? 'observer' : 'member',
    names: { ar: text(ar), zh: text(zh), en: text(en), fr: text(fr), ru: text(ru), es: text(es) },
  };
}

function indexByFoldedName(): ReadonlyMap<string, UnShortName> {
  const index = new Map<string, UnShortName>();
  for (const state of unShortNames) {
    for (const name of Object.values(state.names)) {
      index.set(foldName(name), state);
      index.set(foldName(withoutBrackets(name)), state);
    }
  }
  for (const [iso2, forms] of Object.entries(commonShortForms)) {
    const state = must(statesByIso2.get(iso2), `a State with the code ${iso2}`);
    for (const form of forms) index.set(foldName(form), state);
  }
  return index;
}

function withoutBrackets(name: string): string {
  return name.replace(/\s*\([^)]*\)/gu, '');
}
