/** From what somebody typed to an entry of the list: texts cleaned, ids given out, defaults filled in. */
import { ok, type Result } from '../../lib/result.ts';
import { cleanLine } from '../../lib/text.ts';
import { type Language, officialLanguages } from '../../reference/languages.ts';
import type { NewEntry } from '../commands.ts';
import type { Entry, Meeting, Person } from '../meeting.ts';
import { entryFromPlan, personFromPlan } from '../meeting-from-plan.ts';
import type { PlanCaption, PlanPerson } from '../plan.ts';
import { type Refusal, refuse } from '../refusals.ts';

/** The panel's two minutes, unless the entry says otherwise (`domain.md` 2.2). */
export const defaultLimitSeconds = 120;

/** Whole entry with fresh ids; `segmentId` and `kind` are the caller's. */
export function inscribe(
  meeting: Meeting,
  entry: NewEntry,
  place: { readonly segmentId: string; readonly kind: Entry['kind']; readonly limitSeconds: number },
): Result<Entry, Refusal> {
  if (entry.persons.length === 0) return refuse('personMissing');
  const persons: Person[] = [];
  for (const person of entry.persons) {
    const cleaned = cleanPerson(person);
    if (!cleaned.ok) return cleaned;
    persons.push(personFromPlan(`p${meeting.counters.person + persons.length + 1}`, cleaned.value, entry));
  }
  const onBehalfOf = cleanOptional(entry.onBehalfOf, 'onBehalfOf');
  if (!onBehalfOf.ok) return onBehalfOf;
  const note = cleanOptional(entry.note, 'note');
  if (!note.ok) return note;
  const plan = {
    ...entry,
    onBehalfOf: onBehalfOf.value,
    note: note.value,
    limitSeconds: entry.limitSeconds ?? place.limitSeconds,
  };
  return ok({ ...entryFromPlan(`e${meeting.counters.entry + 1}`, place.segmentId, plan, persons), kind: place.kind });
}

export function cleanPerson(person: PlanPerson): Result<PlanPerson, Refusal> {
  const name = cleanText(person.name, 'name');
  if (!name.ok) return name;
  const honorific = cleanOptional(person.honorific, 'honorific');
  if (!honorific.ok) return honorific;
  const role = cleanOptional(person.function, 'function');
  if (!role.ok) return role;
  const pronunciation = cleanOptional(person.pronunciation, 'pronunciation');
  if (!pronunciation.ok) return pronunciation;
  const announcedAs = cleanOptional(person.announcedAs, 'announcedAs');
  if (!announcedAs.ok) return announcedAs;
  const captions: Partial<Record<Language, PlanCaption>> = {};
  for (const language of officialLanguages) {
    const caption = person.captions?.[language];
    if (caption === undefined) continue;
    const cleaned = cleanCaption(caption);
    if (!cleaned.ok) return cleaned;
    captions[language] = cleaned.value;
  }
  return ok({
    ...person,
    name: name.value,
    honorific: honorific.value,
    function: role.value,
    pronunciation: pronunciation.value,
    announcedAs: announcedAs.value,
    captions,
  });
}

/** `field` goes into the refusal, so that a form can mark the place. */
export function cleanText(text: string, field: string): Result<string, Refusal> {
  const cleaned = cleanLine(text);
  return cleaned.ok ? cleaned : refuse(cleaned.error, { params: { field } });
}

/** Empty counts as absent. */
export function cleanOptional(text: string | null | undefined, field: string): Result<string | undefined, Refusal> {
  if (text === null || text === undefined || text.trim() === '') return ok(undefined);
  return cleanText(text, field);
}

function cleanCaption(caption: PlanCaption): Result<PlanCaption, Refusal> {
  const name = cleanText(caption.name, 'caption');
  if (!name.ok) return name;
  const role = cleanOptional(caption.function, 'captionFunction');
  if (!role.ok) return role;
  const verifiedBy = cleanOptional(caption.verifiedBy, 'verifiedBy');
  if (!verifiedBy.ok) return verifiedBy;
  return ok({ name: name.value, function: role.value, verifiedBy: verifiedBy.value });
}
