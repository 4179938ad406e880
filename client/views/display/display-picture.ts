/** What the room display shows, from the meeting alone. */
import { personOf } from '../../../shared/domain/entries.ts';
import type { Entry, Meeting, Person } from '../../../shared/domain/meeting.ts';
import { floorEntry, floorPerson, queue } from '../../../shared/domain/selectors.ts';
import type { Language, LanguageCode } from '../../../shared/reference/languages.ts';

export type DisplayPhase = 'planned' | 'speaking' | 'between' | 'suspended' | 'closed';

export interface DisplayedName {
  readonly name: string;
  readonly language: LanguageCode;
}

export interface DisplayedSpeaker extends DisplayedName {
  /** As its owner writes it, when that is not what is shown. */
  readonly own: DisplayedName | null;
  readonly function: string | null;
  readonly functionLanguage: LanguageCode;
  readonly kind: Entry['kind'];
  readonly video: boolean;
}

export interface DisplayedNext extends DisplayedName {
  /** Was interrupted by a point of order and goes on after it. */
  readonly goesOn: boolean;
}

export function phaseOf(meeting: Meeting): DisplayPhase {
  if (meeting.status === 'closed' || meeting.status === 'suspended') return meeting.status;
  if (meeting.floor !== null) return 'speaking';
  return meeting.startedAt === null ? 'planned' : 'between';
}

export function displayedSpeaker(meeting: Meeting, language: Language): DisplayedSpeaker | null {
  const entry = floorEntry(meeting);
  const person = floorPerson(meeting);
  if (entry === null || person === null) return null;
  const shown = nameFor(person, language);
  const caption = person.captions[language];
  const translated = caption?.verified ? caption.function : null;
  return {
    ...shown,
    own: shown.name === person.name ? null : { name: person.name, language: person.nameLanguage },
    function: translated ?? person.function,
    functionLanguage: translated === null ? 'en' : language,
    kind: entry.kind,
    video: person.delivery === 'video',
  };
}

/** The next two; first of them who was interrupted, since the floor goes back to that speaker. */
export function displayedNext(meeting: Meeting, language: Language): readonly DisplayedNext[] {
  const interrupted = meeting.interrupted;
  const back = meeting.entries.filter((entry) => entry.id === interrupted?.entryId);
  const places = [
    ...back.map((entry) => ({ person: personOf(entry, interrupted?.personId), goesOn: true })),
    ...queue(meeting).map((entry) => ({ person: personOf(entry, undefined), goesOn: false })),
  ];
  return places.flatMap(({ person, goesOn }) => (person === null ? [] : [{ ...nameFor(person, language), goesOn }])).slice(0, 2);
}

/** In the language of the display where somebody has verified that form; else as its owner writes it. */
function nameFor(person: Person, language: Language): DisplayedName {
  const caption = person.captions[language];
  return caption?.verified ? { name: caption.name, language } : { name: person.name, language: person.nameLanguage };
}

export type NameSize = 'short' | 'medium' | 'long' | 'longest';

/** Ideographs are about twice as wide as letters. Steps found by trying names on a 16:9 screen: beside the clock each size takes two lines, three at most. */
export function nameSize(name: string): NameSize {
  const width = [...name].reduce((sum, letter) => sum + (/[\u2e80-\u9fff\uac00-\ud7af]/.test(letter) ? 2 : 1), 0);
  if (width <= 14) return 'short';
  if (width <= 34) return 'medium';
  return width <= 60 ? 'long' : 'longest';
}
