import type { Interpreter } from '../../../shared/domain/meeting.ts';
import type { BoothName, LanguageCode } from '../../../shared/reference/languages.ts';
import type { I18n } from '../../state/i18n-context.tsx';

export function boothWords(i18n: I18n, booth: BoothName): string {
  return i18n.stationName(`booth:${booth}`);
}

export function languageList(i18n: I18n, codes: readonly LanguageCode[]): string {
  return listOf(
    i18n,
    codes.map((code) => i18n.languageName(code)),
  );
}

export function boothList(i18n: I18n, booths: readonly BoothName[]): string {
  return listOf(
    i18n,
    booths.map((booth) => boothWords(i18n, booth)),
  );
}

/** `A AR · B EN · C FR RU`, the same in every interface language. */
export function combination({ a, b, c }: Interpreter): string {
  const codes = { A: a, B: b, C: c };
  return Object.entries(codes)
    .filter(([, languages]) => languages.length > 0)
    .map(([name, languages]) => `${name} ${languages.map((code) => code.toUpperCase()).join(' ')}`)
    .join(' · ');
}

function listOf(i18n: I18n, words: readonly string[]): string {
  return new Intl.ListFormat(i18n.language(), { style: 'short', type: 'unit' }).format(words);
}
