/** Finding and replacing entries in a meeting without touching the others. */
import type { EntryId } from '../lib/ids.ts';
import type { Entry, Meeting, Person } from './meeting.ts';

export function entryById(meeting: Meeting, entryId: EntryId): Entry | null {
  return meeting.entries.find((entry) => entry.id === entryId) ?? null;
}

/** The same meeting when the entry is not there or `change` returns what it got. */
export function updateEntry(meeting: Meeting, entryId: EntryId, change: (entry: Entry) => Entry): Meeting {
  let changed = false;
  const entries = meeting.entries.map((entry) => {
    if (entry.id !== entryId) return entry;
    const next = change(entry);
    changed ||= next !== entry;
    return next;
  });
  return changed ? { ...meeting, entries } : meeting;
}

export function personOf(entry: Entry, personId: string | undefined): Person | null {
  if (personId === undefined) return entry.persons[0] ?? null;
  return entry.persons.find((person) => person.id === personId) ?? null;
}

/** Still to come. */
export function isWaiting(entry: Entry): boolean {
  return entry.status === 'listed' || entry.status === 'called';
}

/** Name of the one who is announced. */
export function subjectOf(entry: Entry): string {
  return entry.persons[0]?.name ?? '';
}
