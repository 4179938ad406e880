/** The six official languages of the United Nations, in the order in which the booths are listed. */
export const officialLanguages = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const;

export type Language = (typeof officialLanguages)[number];

/**
 * Captioners and sign-language interpreters work like booths without an audio channel: the same next speaker, texts, late
 * changes and turns (`domain.md` section 7).
 */
export const silentBooths = ['captions', 'sign'] as const;

export type SilentBooth = (typeof silentBooths)[number];

/** A booth by the language of its channel, or by what it makes instead of sound. */
export type BoothName = Language | SilentBooth;

export const allBooths: readonly BoothName[] = [...officialLanguages, ...silentBooths];

/** What is spoken on the floor: an ISO 639 code, not always one of the six. */
export type LanguageCode = string;

/** Letter by which UN documents and booths name a language (A C E F R S). */
export const unLetters: Readonly<Record<Language, string>> = { ar: 'A', zh: 'C', en: 'E', fr: 'F', ru: 'R', es: 'S' };

/** Each language's name in itself. */
export const ownNames: Readonly<Record<Language, string>> = {
  ar: 'العربية',
  zh: '中文',
  en: 'English',
  fr: 'Français',
  ru: 'Русский',
  es: 'Español',
};

export function isLanguage(code: string): code is Language {
  return (officialLanguages as readonly string[]).includes(code);
}

export function isBoothName(text: string): text is BoothName {
  return (allBooths as readonly string[]).includes(text);
}

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'dv', 'yi']);

export function directionOf(code: LanguageCode): 'ltr' | 'rtl' {
  return rightToLeft.has(code.split('-')[0] ?? code) ? 'rtl' : 'ltr';
}
