/** Who speaks in a place and what is known of them: replacement, edits, verified names. */
import { ok, type Result } from '../../lib/result.ts';
import type { Command, PersonPatch } from '../commands.ts';
import { entryById, isWaiting, personOf } from '../entries.ts';
import type { EntryChanges, Fact, PersonChanges } from '../events.ts';
import type { Entry, Meeting, Person } from '../meeting.ts';
import { personFromPlan } from '../meeting-from-plan.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { cleanOptional, cleanPerson, cleanText } from './inscription.ts';
import { changeOf, type Noted, noteChange } from './late-changes.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type Decision = Result<readonly Fact[], Refusal>;

/**
 * A person of the same name in the entry stays the same person, with captions: the video fails, who was there anyway
 * speaks. So does one who was replaced and comes back: the video works after all.
 */
export function replaceSpeaker(meeting: Meeting, command: Of<'replaceSpeaker'>): Decision {
  const entry = entryById(meeting, command.entryId);
  if (entry === null) return refuse('entryUnknown');
  if (!isWaiting(entry) && entry.status !== 'speaking') return refuse('entryNotWaiting', { current: entry.status });
  if (command.speakers.length === 0) return refuse('personMissing');
  const persons: Person[] = [];
  let fresh = 0;
  for (const speaker of command.speakers) {
    const cleaned = cleanPerson(speaker);
    if (!cleaned.ok) return cleaned;
    const known = [...entry.persons, ...entry.replaced].find(
      (person) => person.name === cleaned.value.name && !persons.some((other) => other.id === person.id),
    );
    if (known !== undefined) {
      persons.push({ ...known, delivery: speaker.delivery ?? known.delivery });
    } else {
      fresh += 1;
      persons.push(personFromPlan(`p${meeting.counters.person + fresh}`, cleaned.value, { delivery: 'room' }));
    }
  }
  const language = command.language ?? entry.language;
  const notes = [changeOf(meeting, entry.id, 'replaced', { before: namesOf(entry.persons), after: namesOf(persons) })];
  if (language !== entry.language) notes.push(changeOf(meeting, entry.id, 'language', { before: entry.language, after: language }));
  return ok([
    { type: 'speakerReplaced', entryId: entry.id, persons, delivery: persons[0]?.delivery ?? 'room', language },
    ...notes.map((noted, index) => noteChange(meeting, noted, index)),
  ]);
}

export function editEntry(meeting: Meeting, command: Of<'editEntry'>): Decision {
  const entry = entryById(meeting, command.entryId);
  if (entry === null) return refuse('entryUnknown');
  if (entry.revision !== command.revision) return refuse('entryChanged', { current: { revision: entry.revision } });
  const changes = cleanPatch(entry, command.patch);
  if (!changes.ok) return changes;
  const notes = changesToNote(meeting, entry, changes.value);
  return ok([
    { type: 'entryEdited', entryId: entry.id, changes: changes.value },
    ...notes.map((noted, index) => noteChange(meeting, noted, index)),
  ]);
}

/** Somebody vouches for a name in one language. Other text than before is also a late change. */
export function verifyName(meeting: Meeting, command: Of<'verifyName'>): Decision {
  const entry = entryById(meeting, command.entryId);
  if (entry === null) return refuse('entryUnknown');
  const person = personOf(entry, command.personId);
  if (person === null) return refuse('personUnknown');
  const name = cleanText(command.text, 'text');
  if (!name.ok) return name;
  const role = cleanOptional(command.function, 'function');
  if (!role.ok) return role;
  const before = person.captions[command.language];
  const verified = {
    type: 'nameVerified' as const,
    entryId: entry.id,
    personId: person.id,
    language: command.language,
    name: name.value,
    function: command.function === undefined ? (before?.function ?? null) : (role.value ?? null),
  };
  if (before === undefined) return ok([verified]);
  const words =
    before.name === name.value ? { before: before.function, after: verified.function } : { before: before.name, after: name.value };
  if (words.before === words.after) return ok([verified]);
  return ok([verified, noteChange(meeting, changeOf(meeting, entry.id, 'titleOrName', words), 0)]);
}

function cleanPatch(entry: Entry, patch: Of<'editEntry'>['patch']): Result<EntryChanges, Refusal> {
  const { persons, onBehalfOf, note, ...plain } = patch;
  const texts: { onBehalfOf?: string | null; note?: string | null } = {};
  if (onBehalfOf !== undefined) {
    const cleaned = cleanOptional(onBehalfOf, 'onBehalfOf');
    if (!cleaned.ok) return cleaned;
    texts.onBehalfOf = cleaned.value ?? null;
  }
  if (note !== undefined) {
    const cleaned = cleanOptional(note, 'note');
    if (!cleaned.ok) return cleaned;
    texts.note = cleaned.value ?? null;
  }
  if (persons === undefined) return ok({ ...plain, ...texts });
  const changed: PersonChanges[] = [];
  for (const person of persons) {
    if (!entry.persons.some((known) => known.id === person.id)) return refuse('personUnknown');
    const cleaned = cleanPersonPatch(person);
    if (!cleaned.ok) return cleaned;
    changed.push(cleaned.value);
  }
  return ok({ ...plain, ...texts, persons: changed });
}

function cleanPersonPatch(patch: PersonPatch): Result<PersonChanges, Refusal> {
  let changes: PersonChanges = { id: patch.id };
  if (patch.name !== undefined) {
    const name = cleanText(patch.name, 'name');
    if (!name.ok) return name;
    changes = { ...changes, name: name.value };
  }
  for (const field of ['honorific', 'function', 'pronunciation', 'announcedAs'] as const) {
    if (patch[field] === undefined) continue;
    const cleaned = cleanOptional(patch[field], field);
    if (!cleaned.ok) return cleaned;
    changes = { ...changes, [field]: cleaned.value ?? null };
  }
  if (patch.captions === undefined) return ok(changes);
  const captions: PersonChanges['captions'] = {};
  for (const [language, caption] of Object.entries(patch.captions)) {
    const name = cleanText(caption.name, 'caption');
    if (!name.ok) return name;
    const role = cleanOptional(caption.function, 'captionFunction');
    if (!role.ok) return role;
    Object.assign(captions, { [language]: { name: name.value, function: role.value ?? null, verified: null } });
  }
  return ok({ ...changes, captions });
}

function changesToNote(meeting: Meeting, entry: Entry, changes: EntryChanges): readonly Noted[] {
  const notes: Noted[] = [];
  const note = (kind: Noted['kind'], before: string | null, after: string | null) => {
    if (before !== after) notes.push(changeOf(meeting, entry.id, kind, { before, after }));
  };
  if (changes.language !== undefined) note('language', entry.language, changes.language);
  if (changes.delivery !== undefined) note('delivery', entry.delivery, changes.delivery);
  if (changes.limitSeconds !== undefined) note('timeLimit', String(entry.limitSeconds), String(changes.limitSeconds));
  if (changes.onBehalfOf !== undefined) note('representation', entry.onBehalfOf, changes.onBehalfOf);
  for (const person of changes.persons ?? []) {
    const known = entry.persons.find((candidate) => candidate.id === person.id);
    if (known === undefined) continue;
    if (person.name !== undefined && person.name !== known.name) note('titleOrName', known.name, person.name);
    else if (person.function !== undefined && person.function !== known.function) note('titleOrName', known.function, person.function);
    else if (person.captions !== undefined) {
      for (const [language, caption] of Object.entries(person.captions)) {
        const before = known.captions[language as keyof typeof known.captions];
        if (before !== undefined) note('titleOrName', before.name, caption.name);
      }
    }
  }
  return notes;
}

function namesOf(persons: readonly Person[]): string {
  return persons.map((person) => person.name).join(' · ');
}
