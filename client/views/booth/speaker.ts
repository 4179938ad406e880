/** How a booth reads a speaker: the name as its owner writes it, the form of its own language, the place on the list, the text. */
import type { CaptionText, Entry, Meeting, Person, PodiumRole, Rank, ScriptText, Segment } from '../../../shared/domain/meeting.ts';
import { textToFollow } from '../../../shared/domain/rules/statements.ts';
import { placeInSegment } from '../../../shared/domain/selectors.ts';
import type { Language, LanguageCode } from '../../../shared/reference/languages.ts';

export interface SpokenForm {
  readonly name: string;
  readonly language: Language;
  readonly verified: boolean;
}

/** The name in the booth's language when that differs from what the owner writes; `null` when one form serves both. */
export function boothForm(person: Person, booth: Language): SpokenForm | null {
  const caption = person.captions[booth];
  if (caption === undefined || caption.name === person.name) return null;
  return { name: caption.name, language: booth, verified: caption.verified !== null };
}

export interface SpokenFunction {
  readonly text: string;
  /** `null`: the language of the paper, which is not recorded. */
  readonly language: Language | null;
}

/** The function in the booth's language, else as the paper gives it. */
export function boothFunction(person: Person, booth: Language): SpokenFunction | null {
  const own: CaptionText | undefined = person.captions[booth];
  if (own !== undefined && own.function !== null) return { text: own.function, language: booth };
  if (person.function === null) return null;
  return { text: person.function, language: person.captions.en?.function === person.function ? 'en' : null };
}

/** Written in the International Phonetic Alphabet, between slashes; anything else is a respelling. */
export function isPhonetic(pronunciation: string): boolean {
  return /^\/.+\/$/.test(pronunciation);
}

/** Those who take part in the same place besides the one who speaks. */
export function othersOf(entry: Entry, speaking: Person): readonly Person[] {
  return entry.persons.filter((person) => person.id !== speaking.id);
}

export type Place = {
  readonly what: { readonly role: PodiumRole } | { readonly rank: Rank } | { readonly kind: 'pointOfOrder' | 'rightOfReply' };
  /** `null` when there is only one such place. */
  readonly place: number | null;
  readonly of: number;
  readonly part: Segment['part'] | null;
};

/** "Panellist 3 of 4" on the podium, "State, floor 3 of 15" on the floor. */
export function placeOf(meeting: Meeting, entry: Entry): Place {
  const part = meeting.segments.find((segment) => segment.id === entry.segmentId)?.part ?? null;
  if (entry.kind !== 'statement') return { what: { kind: entry.kind }, place: null, of: 1, part };
  const role = entry.role;
  if (role === null) return { what: { rank: entry.rank }, ...placeInSegment(meeting, entry), part };
  const same = meeting.entries.filter((other) => other.role === role && other.segmentId === entry.segmentId);
  const place = same.length > 1 ? same.findIndex((other) => other.id === entry.id) + 1 : null;
  return { what: { role }, place, of: same.length, part };
}

export interface TextState {
  readonly status: 'none' | 'expected' | 'received';
  readonly text: ScriptText | null;
  /** A film without a text cannot be interpreted well (`domain.md` 1.4). */
  readonly missing: boolean;
}

export function textStateOf(entry: Entry, spoken: LanguageCode): TextState {
  const text = textToFollow(entry, spoken);
  const missing = text === null && entry.delivery === 'video';
  return { status: text === null ? (entry.script.status === 'received' ? 'none' : entry.script.status) : 'received', text, missing };
}
