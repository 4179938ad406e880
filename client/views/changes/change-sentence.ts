/** A late change as a sentence: which message of the catalogue, and what stands in its places. Pure; the page puts in the words. */
import { assertNever } from '../../../shared/lib/assert.ts';
import type { Delivery, LateChange, Meeting } from '../../../shared/domain/meeting.ts';
import type { Station } from '../../../shared/domain/stations.ts';
import type { Catalogue } from '../../../shared/i18n/catalogue.ts';
import type { LanguageCode } from '../../../shared/reference/languages.ts';

export type SentencePart =
  /** A personal name or what a caption says; `language` where it is known. */
  | { readonly kind: 'name'; readonly text: string; readonly language: LanguageCode | null }
  | { readonly kind: 'language'; readonly code: LanguageCode }
  | { readonly kind: 'delivery'; readonly delivery: Delivery }
  | { readonly kind: 'seconds'; readonly seconds: number }
  | { readonly kind: 'plain'; readonly text: string };

export interface ChangeSentence {
  readonly message: keyof Catalogue['words']['change'];
  readonly parts: Readonly<Record<string, SentencePart>>;
}

export function sentenceOf(meeting: Meeting, change: LateChange): ChangeSentence {
  const name = nameIn(meeting, change, change.subject);
  const { before, after } = change;
  switch (change.kind) {
    case 'inserted':
    case 'withdrawn':
    case 'absent':
    case 'restored':
    case 'pointOfOrder':
    case 'notReached':
      return { message: change.kind, parts: { name } };
    case 'moved':
    case 'swapped':
      return { message: change.kind, parts: { name, before: plain(before), after: plain(after) } };
    case 'replaced':
      return replacement(meeting, change);
    case 'representation':
      return after === null
        ? { message: 'representationEnds', parts: { name, before: nameIn(meeting, change, before ?? '') } }
        : { message: 'representation', parts: { name, after: nameIn(meeting, change, after) } };
    case 'language':
      return {
        message: 'language',
        parts: { name, before: { kind: 'language', code: before ?? '' }, after: { kind: 'language', code: after ?? '' } },
      };
    case 'delivery':
      return { message: 'delivery', parts: { name, before: delivery(before), after: delivery(after) } };
    case 'titleOrName':
      return before === null
        ? { message: 'titleOrNameNew', parts: { name, after: nameIn(meeting, change, after ?? '') } }
        : { message: 'titleOrName', parts: { name, before: nameIn(meeting, change, before), after: nameIn(meeting, change, after ?? '') } };
    case 'text':
      return before === null ? { message: 'textFirst', parts: { name } } : { message: 'text', parts: { name, after: plain(after) } };
    case 'timeLimit':
    case 'slotCut':
      return { message: change.kind, parts: { name, before: seconds(before), after: seconds(after) } };
    default:
      return assertNever(change.kind);
  }
}

/** The change that this station said Seen to last. */
export function lastSeenBy(meeting: Meeting, station: Station): { readonly change: LateChange; readonly at: number } | null {
  let last: { readonly change: LateChange; readonly at: number } | null = null;
  for (const change of meeting.changes) {
    const at = change.seen[station];
    if (at !== undefined && (last === null || at >= last.at)) last = { change, at };
  }
  return last;
}

/** Names are joined by the domain with a middle dot: who goes, who comes and who stays are told apart. */
function replacement(meeting: Meeting, change: LateChange): ChangeSentence {
  const before = (change.before ?? '').split(nameSeparator);
  const after = (change.after ?? '').split(nameSeparator);
  const gone = before.filter((name) => !after.includes(name));
  const come = after.filter((name) => !before.includes(name));
  const join = (names: readonly string[]) => nameIn(meeting, change, names.join(nameSeparator));
  if (come.length === 0 && gone.length > 0) return { message: 'replacedBySame', parts: { before: join(gone), after: join(after) } };
  if (gone.length === 0 && come.length > 0) return { message: 'joined', parts: { name: join(before), after: join(come) } };
  return { message: 'replaced', parts: { before: join(before), after: join(after) } };
}

const nameSeparator = ' · ';

function nameIn(meeting: Meeting, change: LateChange, text: string): SentencePart {
  const entry = meeting.entries.find((candidate) => candidate.id === change.entryId);
  const known = [...(entry?.persons ?? []), ...(entry?.replaced ?? [])].find((person) => person.name === text);
  return { kind: 'name', text, language: known?.nameLanguage ?? null };
}

function plain(text: string | null): SentencePart {
  return { kind: 'plain', text: text ?? '' };
}

function delivery(text: string | null): SentencePart {
  return text === 'room' || text === 'video' || text === 'remote' ? { kind: 'delivery', delivery: text } : plain(text);
}

function seconds(text: string | null): SentencePart {
  return { kind: 'seconds', seconds: Number(text ?? 0) };
}
