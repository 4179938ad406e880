/** What somebody types in a dialog, and what it becomes in a command. Cleaning and refusing is the domain's. */
import type { EntryPatch, NewEntry, PersonPatch } from '../../../shared/domain/commands.ts';
import type { Delivery, Entry, Person, Rank } from '../../../shared/domain/meeting.ts';
import type { PlanPerson } from '../../../shared/domain/plan.ts';
import { isLanguage, type Language, type LanguageCode, officialLanguages } from '../../../shared/reference/languages.ts';
import type { UnShortName } from '../../../shared/reference/un-short-names.ts';

export interface SpeakerDraft {
  readonly kind: 'delegation' | 'person';
  /** The State that was chosen; its names stand for what was typed. */
  readonly state: UnShortName | null;
  readonly name: string;
  readonly honorific: string;
  readonly function: string;
  readonly pronunciation: string;
  readonly announcedAs: string;
  readonly onBehalfOf: string;
  readonly rank: Rank;
  readonly language: LanguageCode;
  readonly delivery: Delivery;
  /** `2`, `2:00`, `1:30`; empty = the usual time. */
  readonly minutes: string;
}

export function emptySpeakerDraft(language: LanguageCode): SpeakerDraft {
  return {
    kind: 'delegation',
    state: null,
    name: '',
    honorific: '',
    function: '',
    pronunciation: '',
    announcedAs: '',
    onBehalfOf: '',
    rank: 'state',
    language,
    delivery: 'room',
    minutes: '',
  };
}

export function newEntryFrom(draft: SpeakerDraft): NewEntry {
  const limitSeconds = secondsFrom(draft.minutes);
  return {
    persons: [speakerFrom(draft)],
    rank: draft.rank,
    delivery: draft.delivery,
    language: draft.language,
    ...(limitSeconds === null ? {} : { limitSeconds }),
    ...ifWritten('onBehalfOf', draft.onBehalfOf),
  };
}

/** A State is announced by its short name and is known in six languages; a person as the person writes it. */
export function speakerFrom(draft: SpeakerDraft): PlanPerson {
  const { state } = draft;
  if (draft.kind === 'delegation' && state !== null) {
    const captions = Object.fromEntries(officialLanguages.map((language) => [language, { name: state.names[language] }]));
    return { kind: 'delegation', name: state.names.en, nameLanguage: 'en', delivery: draft.delivery, captions, ...spokenFrom(draft) };
  }
  return {
    kind: draft.kind,
    name: draft.name,
    nameLanguage: languageOfWriting(draft.name, draft.language),
    delivery: draft.delivery,
    ...spokenFrom(draft),
    ...(draft.kind === 'person' ? { ...ifWritten('honorific', draft.honorific), ...ifWritten('function', draft.function) } : {}),
  };
}

function spokenFrom(draft: SpeakerDraft): Pick<PlanPerson, 'pronunciation' | 'announcedAs'> {
  return { ...ifWritten('pronunciation', draft.pronunciation), ...ifWritten('announcedAs', draft.announcedAs) };
}

/** A guess by the letters: a name in Cyrillic is not English, whatever is spoken. */
export function languageOfWriting(name: string, spoken: LanguageCode): LanguageCode {
  if (/\p{Script=Arabic}/u.test(name)) return spoken === 'fa' || spoken === 'ur' ? spoken : 'ar';
  if (/\p{Script=Han}/u.test(name)) return 'zh';
  if (/\p{Script=Cyrillic}/u.test(name)) return 'ru';
  return ['ar', 'zh', 'ru'].includes(spoken) ? 'en' : spoken;
}

/** `2` and `2:00` are two minutes, `1:30` is ninety seconds. `null` for anything else, and for no time at all. */
export function secondsFrom(minutes: string): number | null {
  const match = /^\s*(\d{1,3})(?:[:.](\d{2}))?\s*$/.exec(minutes);
  if (match === null) return null;
  const seconds = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return seconds === 0 ? null : seconds;
}

export function minutesFrom(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export interface EntryDraft {
  readonly language: LanguageCode;
  readonly delivery: Delivery;
  readonly rank: Rank;
  readonly minutes: string;
  readonly onBehalfOf: string;
  readonly note: string;
  readonly persons: readonly PersonDraft[];
}

export interface PersonDraft {
  readonly id: string;
  readonly name: string;
  readonly honorific: string;
  readonly function: string;
  readonly pronunciation: string;
  readonly announcedAs: string;
  readonly captions: Readonly<Record<Language, CaptionDraft>>;
}

export interface CaptionDraft {
  readonly name: string;
  readonly function: string;
}

export function draftOf(entry: Entry): EntryDraft {
  return {
    language: entry.language,
    delivery: entry.delivery,
    rank: entry.rank,
    minutes: minutesFrom(entry.limitSeconds),
    onBehalfOf: entry.onBehalfOf ?? '',
    note: entry.note ?? '',
    persons: entry.persons.map(personDraftOf),
  };
}

function personDraftOf(person: Person): PersonDraft {
  const caption = (language: Language): CaptionDraft => ({
    name: person.captions[language]?.name ?? '',
    function: person.captions[language]?.function ?? '',
  });
  return {
    id: person.id,
    name: person.name,
    honorific: person.honorific ?? '',
    function: person.function ?? '',
    pronunciation: person.pronunciation ?? '',
    announcedAs: person.announcedAs ?? '',
    captions: { ar: caption('ar'), zh: caption('zh'), en: caption('en'), fr: caption('fr'), ru: caption('ru'), es: caption('es') },
  };
}

/** What differs from the entry as it was opened; `null` when nothing does. */
export function patchFrom(opened: EntryDraft, draft: EntryDraft): EntryPatch | null {
  const limitSeconds = secondsFrom(draft.minutes);
  const persons = draft.persons.flatMap((person) => {
    const before = opened.persons.find((other) => other.id === person.id);
    const patch = before === undefined ? null : personPatch(before, person);
    return patch === null ? [] : [patch];
  });
  const patch: EntryPatch = {
    ...(draft.language === opened.language ? {} : { language: draft.language }),
    ...(draft.delivery === opened.delivery ? {} : { delivery: draft.delivery }),
    ...(draft.rank === opened.rank ? {} : { rank: draft.rank }),
    ...(limitSeconds === null || draft.minutes === opened.minutes ? {} : { limitSeconds }),
    ...(draft.onBehalfOf === opened.onBehalfOf ? {} : { onBehalfOf: orNull(draft.onBehalfOf) }),
    ...(draft.note === opened.note ? {} : { note: orNull(draft.note) }),
    ...(persons.length === 0 ? {} : { persons }),
  };
  return Object.keys(patch).length === 0 ? null : patch;
}

/** Captions that were not touched stay out: to set one again would take its verification away. */
function personPatch(before: PersonDraft, after: PersonDraft): PersonPatch | null {
  const captions: NonNullable<PersonPatch['captions']> = {};
  for (const language of officialLanguages) {
    const [old, now] = [before.captions[language], after.captions[language]];
    if (old.name !== now.name || old.function !== now.function) Object.assign(captions, { [language]: captionPatch(now) });
  }
  const patch: PersonPatch = {
    id: after.id,
    ...(before.name === after.name ? {} : { name: after.name }),
    ...(before.honorific === after.honorific ? {} : { honorific: orNull(after.honorific) }),
    ...(before.function === after.function ? {} : { function: orNull(after.function) }),
    ...(before.pronunciation === after.pronunciation ? {} : { pronunciation: orNull(after.pronunciation) }),
    ...(before.announcedAs === after.announcedAs ? {} : { announcedAs: orNull(after.announcedAs) }),
    ...(Object.keys(captions).length === 0 ? {} : { captions }),
  };
  return Object.keys(patch).length === 1 ? null : patch;
}

function captionPatch(caption: CaptionDraft): { readonly name: string; readonly function: string | null } {
  return { name: caption.name, function: orNull(caption.function) };
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}

function ifWritten<Field extends string>(field: Field, text: string): Partial<Record<Field, string>> {
  // The one key is the field itself.
  return text.trim() === '' ? {} : ({ [field]: text } as Record<Field, string>);
}

/** Of a place that holds a video and another person: who can speak when the video fails. Empty when there is no such choice. */
export function insteadOfVideo(entry: Entry): readonly PlanPerson[] {
  const others = entry.persons.filter((person) => person.delivery !== 'video');
  if (others.length === 0 || others.length === entry.persons.length) return [];
  return others.map(asSpeaker);
}

/** By their names, so that whoever was in the place keeps captions and verification. */
export function asSpeaker(person: Person): PlanPerson {
  return {
    kind: person.kind,
    name: person.name,
    nameLanguage: person.nameLanguage,
    delivery: person.delivery,
    ...(person.honorific === null ? {} : { honorific: person.honorific }),
    ...(person.function === null ? {} : { function: person.function }),
  };
}

export function isSpokenCode(code: string): boolean {
  return isLanguage(code) || /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code);
}
