/** What facts do to entries of the list. */
import { updateEntry } from '../entries.ts';
import type { EntryChanges, PersonChanges } from '../events.ts';
import type { Entry, EntryStatus, Floor, Meeting, Person } from '../meeting.ts';
import { type EventOf, stationOf } from './event-of.ts';

export function called(meeting: Meeting, event: EventOf<'entryCalled'>): Meeting {
  // Only one is called at a time: the one before goes back among the listed.
  const before = meeting.entries.find((entry) => entry.status === 'called' && entry.id !== event.entryId);
  const others = before === undefined ? meeting : updateEntry(meeting, before.id, (entry) => withStatus(entry, 'listed'));
  return updateEntry(others, event.entryId, (entry) => withStatus(entry, 'called'));
}

export function withdrawn(meeting: Meeting, event: EventOf<'entryWithdrawn'>): Meeting {
  return updateEntry(meeting, event.entryId, (entry) => captionEdit(withStatus(entry, 'withdrawn'), event));
}

export function markedAbsent(meeting: Meeting, event: EventOf<'entryMarkedAbsent'>): Meeting {
  return updateEntry(meeting, event.entryId, (entry) => captionEdit(withStatus(entry, 'absent'), event));
}

export function speakerReplaced(meeting: Meeting, event: EventOf<'speakerReplaced'>): Meeting {
  const newPersons = event.persons.filter((person) => Number(person.id.slice(1)) > meeting.counters.person).length;
  const next = updateEntry(meeting, event.entryId, (entry) => {
    const kept = new Set(event.persons.map((person) => person.id));
    const gone = entry.persons.filter((person) => !kept.has(person.id));
    return captionEdit(
      {
        ...entry,
        persons: event.persons,
        replaced: [...entry.replaced.filter((person) => !kept.has(person.id)), ...gone],
        delivery: event.delivery,
        language: event.language,
      },
      event,
    );
  });
  const counted = { ...next, counters: { ...next.counters, person: next.counters.person + newPersons } };
  const speaking = event.persons[0];
  if (speaking === undefined) return counted;
  const inHands = (floor: Floor | null) => (floor?.entryId === event.entryId ? { ...floor, personId: speaking.id } : floor);
  return { ...counted, floor: inHands(counted.floor), interrupted: inHands(counted.interrupted) };
}

export function edited(meeting: Meeting, event: EventOf<'entryEdited'>): Meeting {
  return updateEntry(meeting, event.entryId, (entry) => {
    const { persons, ...facts } = event.changes;
    const next: Entry = {
      ...entry,
      ...facts,
      persons: persons === undefined ? entry.persons : entry.persons.map((person) => editPerson(person, persons)),
    };
    return touchesCaption(event.changes) ? captionEdit(next, event) : edit(next, event);
  });
}

export function nameVerified(meeting: Meeting, event: EventOf<'nameVerified'>): Meeting {
  return updateEntry(meeting, event.entryId, (entry) => {
    const caption = {
      name: event.name,
      function: event.function,
      verified: { by: stationOf(event.by), at: event.at, source: null },
    };
    const persons = entry.persons.map((person) =>
      person.id === event.personId ? { ...person, captions: { ...person.captions, [event.language]: caption } } : person,
    );
    return captionEdit({ ...entry, persons }, event);
  });
}

export function timeCut(meeting: Meeting, event: EventOf<'timeCut'>): Meeting {
  const cut = new Set(event.entryIds);
  if (cut.size === 0) return meeting;
  return {
    ...meeting,
    entries: meeting.entries.map((entry) => (cut.has(entry.id) ? edit({ ...entry, limitSeconds: event.seconds }, event) : entry)),
  };
}

export function meetingClosed(meeting: Meeting, event: EventOf<'meetingClosed'>): Meeting {
  const missed = new Set(event.notReached);
  return {
    ...meeting,
    status: 'closed',
    closedAt: event.at,
    entries: meeting.entries.map((entry) => (missed.has(entry.id) ? withStatus(entry, 'notReached') : entry)),
  };
}

export function withStatus(entry: Entry, status: EntryStatus): Entry {
  return entry.status === status ? entry : { ...entry, status };
}

/** An edit that no caption depends on. */
export function edit(entry: Entry, event: { readonly at: number; readonly by: EventOf<'entryEdited'>['by'] }): Entry {
  return { ...entry, revision: entry.revision + 1, lastEdit: { at: event.at, by: stationOf(event.by) } };
}

/** An edit that makes an armed cue of this entry stale. */
export function captionEdit(entry: Entry, event: { readonly at: number; readonly by: EventOf<'entryEdited'>['by'] }): Entry {
  const next = edit(entry, event);
  return { ...next, captionRevision: next.revision };
}

/** The language too: on the floor output a delegation is named in the language it speaks. */
function touchesCaption(changes: EntryChanges): boolean {
  return changes.persons?.some(touchesName) || changes.onBehalfOf !== undefined || changes.language !== undefined;
}

function touchesName(person: PersonChanges): boolean {
  return [person.name, person.honorific, person.function, person.captions].some((changed) => changed !== undefined);
}

function editPerson(person: Person, all: readonly PersonChanges[]): Person {
  const changes = all.find((candidate) => candidate.id === person.id);
  if (changes === undefined) return person;
  const { captions, ...facts } = changes;
  const next = { ...person, ...facts };
  // Who vouched for the captions vouched for the name and function as they were.
  const same = next.name === person.name && next.function === person.function;
  return { ...next, captions: { ...(same ? person.captions : unverified(person.captions)), ...captions } };
}

function unverified(captions: Person['captions']): Person['captions'] {
  return Object.fromEntries(Object.entries(captions).map(([language, caption]) => [language, { ...caption, verified: null }]));
}
