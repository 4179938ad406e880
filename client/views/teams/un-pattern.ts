/**
 * A team as the United Nations makes it up: three in the Arabic and Chinese booths, which work both ways, two in the others
 * (S14 in `domain.md` 1.1), with the languages asked of them. Who understands what is an example to be put right by hand.
 */
import type { Interpreter } from '../../../shared/domain/meeting.ts';
import { type Language, type LanguageCode, unLetters } from '../../../shared/reference/languages.ts';
import type { Team } from './team-draft.ts';

type Place = Pick<Interpreter, 'b' | 'c'>;

/** The example team of `domain.md` 6.6: together each booth follows as many languages as two or three people can. */
const places: Readonly<Record<Language, readonly Place[]>> = {
  ar: [place('en', 'fr'), place('fr', 'en'), place('en', '')],
  zh: [place('en', ''), place('en', 'fr'), place('en', '')],
  en: [place('', 'fr ru'), place('', 'fr es')],
  fr: [place('', 'en ru'), place('', 'en es')],
  ru: [place('', 'en fr'), place('', 'en es')],
  es: [place('', 'en fr'), place('', 'en ru')],
};

/** Languages that the meeting does not have are left out; a retour needs one that it has, English before French. */
export function unPattern(booth: Language, languages: readonly Language[]): Team {
  const known = (code: LanguageCode): boolean => languages.some((language) => language === code);
  const spare = (['en', 'fr'] as const).filter((language) => known(language) && language !== booth);
  return places[booth].map(({ b, c }, index) => {
    const retour = b.length === 0 ? [] : b.filter(known).concat(spare).slice(0, 1);
    return {
      id: `${unLetters[booth]}${index + 1}`,
      a: [booth],
      b: retour,
      c: c.filter((code) => known(code) && !retour.includes(code)),
    };
  });
}

function place(b: string, c: string): Place {
  const codes = (text: string): readonly LanguageCode[] => (text === '' ? [] : text.split(' '));
  return { b: codes(b), c: codes(c) };
}
