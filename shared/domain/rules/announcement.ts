/** Whom the chair calls next, and by which words. The sentence round them is the page's, in its language. */
import type { Language, LanguageCode } from '../../reference/languages.ts';
import type { Entry, Meeting, Person } from '../meeting.ts';
import { queue } from '../selectors.ts';

export interface Call {
  readonly entry: Entry;
  readonly person: Person;
  /** `called`: the words that the chair's office has laid down, taken as they are. */
  readonly kind: 'delegation' | 'person' | 'called';
  readonly name: string;
  /** `null` for words laid down by the chair's office: their language is not recorded. */
  readonly language: LanguageCode | null;
  /** Function, or for whom a delegation speaks. */
  readonly role: string | null;
}

/** The next speaker and the two after: the chair names three at a time (`domain.md` 2.3). */
export function comingCalls(meeting: Meeting, language: Language): readonly Call[] {
  if (meeting.status === 'closed') return [];
  return queue(meeting)
    .slice(0, 3)
    .flatMap((entry) => callOf(entry, language) ?? []);
}

/** In the form that somebody vouches for in `language`, else as its owner writes it. `null` when the entry has nobody. */
function callOf(entry: Entry, language: Language): Call | null {
  const person = entry.persons[0];
  if (person === undefined) return null;
  const { announcedAs, kind } = person;
  if (announcedAs !== null) return { entry, person, kind: 'called', name: announcedAs, language: null, role: null };
  const caption = person.captions[language];
  const form = caption !== undefined && caption.verified !== null ? caption : null;
  const name = form?.name ?? person.name;
  const english = language === 'en';
  // Papers are in English: what only they say stays out of a sentence in another language.
  const role = form?.function ?? (english ? person.function : null);
  const spoken = english ? (kind === 'delegation' ? withArticle(name) : withHonorific(name, person.honorific)) : name;
  return { entry, person, kind, name: spoken, language: form === null ? person.nameLanguage : language, role };
}

function withHonorific(name: string, honorific: string | null): string {
  return honorific === null ? name : `${honorific} ${name}`;
}

/** "Bolivia (Plurinational State of)", which stands so only in alphabetical lists. */
const inverted = /^(.+) \((.+ of(?: the)?)\)$/;

/** Names made of common nouns take the article in English, and so do a few geographical ones, as in UN documents. */
const commonNoun =
  /\b(Kingdom|Republic|Federation|Union|States|State|Emirates|See|Group|Council|Commission|Coalition|Committee|Organi[sz]ation|Association|Institute|Institution|Society|Service|Centre|Center|Office|Network|Alliance|League|Movement|Fund|Programme|Forum)\b/;
const withTheArticle: ReadonlySet<string> = new Set([
  'Bahamas',
  'Comoros',
  'Congo',
  'Gambia',
  'Marshall Islands',
  'Netherlands',
  'Niger',
  'Philippines',
  'Sudan',
]);

/** A delegation as it is named in an English sentence: `the Russian Federation`, `the Plurinational State of Bolivia`, `India`. */
function withArticle(name: string): string {
  const turned = inverted.exec(name);
  if (turned !== null) return `the ${turned[2]} ${turned[1]}`;
  const takesArticle = withTheArticle.has(name) || (commonNoun.test(name) && !/^the\b/i.test(name));
  return takesArticle ? `the ${name}` : name;
}
