/** How a person or a delegation is shown to the chair's assistant, in the language of the page where a checked form exists. */
import type { Person } from '../../../shared/domain/meeting.ts';
import type { Language, LanguageCode } from '../../../shared/reference/languages.ts';

export interface ShownName {
  readonly name: string;
  readonly language: LanguageCode;
}

/** A person as the person writes it; a delegation in the language of the page when somebody vouches for that form. */
export function displayName(person: Person, language: Language): ShownName {
  const caption = person.captions[language];
  if (person.kind === 'delegation' && caption !== undefined && caption.verified !== null) return { name: caption.name, language };
  return { name: person.name, language: person.nameLanguage };
}

/** A person's name in the language of the page, when it is written otherwise than the person writes it. */
export function otherWriting(person: Person, language: Language): string | null {
  const caption = person.kind === 'person' ? person.captions[language]?.name : undefined;
  return caption === undefined || caption === person.name ? null : caption;
}

export function functionIn(person: Person, language: Language): string | null {
  return person.kind === 'person' ? (person.captions[language]?.function ?? person.function) : person.function;
}
