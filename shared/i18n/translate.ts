/** From a key to a sentence. Pure: the same in a page, on the server (a picture of a name for a button) and in a test. */
import type { Language } from '../reference/languages.ts';
import type { Catalogue, MessageKey, PluralMessage } from './catalogue.ts';

export type Params = Readonly<Record<string, string | number>>;

/** `params.count` chooses the plural form. A placeholder without a value stays visible, so that it is noticed. */
export function translate(catalogue: Catalogue, language: Language, key: MessageKey, params: Params = {}): string {
  const message = find(catalogue, key);
  const pattern = typeof message === 'string' ? message : pluralForm(message, language, params.count);
  return pattern.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = params[name];
    if (value === undefined) return placeholder;
    return typeof value === 'number' ? formatNumber(value, language) : isolate(value, language);
  });
}

/** Western digits in all six, Arabic included, as in documents of the United Nations and on the clock beside them. */
export function numberLocale(language: Language): string {
  return language === 'ar' ? 'ar-u-nu-latn' : language;
}

/** Making a formatter costs a hundred times what using one does, and pages write numbers ten times a second. */
const numberFormats = new Map<Language, Intl.NumberFormat>();
const pluralRules = new Map<Language, Intl.PluralRules>();

export function formatNumber(value: number, language: Language): string {
  const known = numberFormats.get(language) ?? new Intl.NumberFormat(numberLocale(language));
  numberFormats.set(language, known);
  return known.format(value);
}

function pluralForm(message: PluralMessage, language: Language, count: string | number | undefined): string {
  const rules = pluralRules.get(language) ?? new Intl.PluralRules(language);
  pluralRules.set(language, rules);
  const category = rules.select(typeof count === 'number' ? count : Number(count ?? 0));
  return message[category] ?? message.other;
}

function find(catalogue: Catalogue, key: MessageKey): string | PluralMessage {
  let node: unknown = catalogue;
  for (const part of key.split('.')) node = isRecord(node) ? node[part] : undefined;
  if (typeof node === 'string') return node;
  if (isPlural(node)) return node;
  throw new Error(`Expected a message at ${key}`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isPlural(value: unknown): value is PluralMessage {
  return isRecord(value) && typeof value.other === 'string';
}

const rightToLeftLetter = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const leftToRightLetter = /[A-Za-z\u00c0-\u058f\u0900-\u1fff\u2e80-\ua4cf\uac00-\ud7af]/;

/**
 * A name of the other direction is fenced with FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, or it would drag the
 * punctuation beside it to its own side. Names of the same direction stay bare: nothing invisible in what is copied.
 */
function isolate(value: string, language: Language): string {
  const otherDirection = language === 'ar' ? leftToRightLetter : rightToLeftLetter;
  return otherDirection.test(value) ? `\u2068${value}\u2069` : value;
}
