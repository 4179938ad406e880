/** How people write a language in a spreadsheet: ISO code, UN letter, or its name. */
import { foldForSearch } from '../../shared/lib/text.ts';
import { type Language, type LanguageCode, officialLanguages, ownNames, unLetters } from '../../shared/reference/languages.ts';

/** Others than the six that interpreters work from. Their names come from the tables of Unicode (CLDR) that Node carries. */
const further =
  'pt it de nl pl tr sw id ro sv fa ur hi bn ja ko he el uk cs da fi hu no bg hr sr sk sl et lv lt ga mt vi th am ps ku hy ka az kk uz ms'.split(
    ' ',
  );
const namedIn = ['en', 'fr', 'es'] as const;

const codeByName = new Map<string, LanguageCode>();
for (const code of [...further, ...officialLanguages]) {
  for (const language of namedIn) {
    const name = new Intl.DisplayNames([language], { type: 'language' }).of(code);
    if (name !== undefined) codeByName.set(foldForSearch(name), code);
  }
  const own = new Intl.DisplayNames([code], { type: 'language' }).of(code);
  if (own !== undefined) codeByName.set(foldForSearch(own), code);
}
for (const code of officialLanguages) codeByName.set(foldForSearch(ownNames[code]), code);

const codeByLetter = new Map<string, Language>(officialLanguages.map((code) => [unLetters[code], code]));
/** ISO 639-2, as in translation tools. */
const codeByThreeLetters: Readonly<Record<string, Language>> = {
  ara: 'ar',
  zho: 'zh',
  chi: 'zh',
  eng: 'en',
  fra: 'fr',
  fre: 'fr',
  rus: 'ru',
  spa: 'es',
};
const known: ReadonlySet<string> = new Set([...officialLanguages, ...further]);

/** `null`: not a language. `en-GB` is `en`. */
export function languageOf(text: string): LanguageCode | null {
  const word = text.trim();
  const byLetter = codeByLetter.get(word.toUpperCase());
  if (word.length === 1) return byLetter ?? null;
  const code = word.toLowerCase().split(/[-_]/)[0] ?? '';
  if (/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(word) && (known.has(code) || Object.hasOwn(codeByThreeLetters, code))) {
    return codeByThreeLetters[code] ?? code;
  }
  return codeByName.get(foldForSearch(word)) ?? null;
}
