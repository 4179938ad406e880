/** Derived pictures that several screens and rules share. All pure; none is stored. */
import type { EntryId } from '../lib/ids.ts';
import { entryById, isWaiting } from './entries.ts';
import type { Entry, Meeting, Person } from './meeting.ts';

/** Entries still to come, in order. One that was called comes first: the chair has already named it. */
export function queue(meeting: Meeting): readonly Entry[] {
  const waiting = meeting.entries.filter(isWaiting);
  return [...waiting.filter((entry) => entry.status === 'called'), ...waiting.filter((entry) => entry.status === 'listed')];
}

export function nextEntry(meeting: Meeting): Entry | null {
  return queue(meeting)[0] ?? null;
}

export function floorEntry(meeting: Meeting): Entry | null {
  return meeting.floor === null ? null : entryById(meeting, meeting.floor.entryId);
}

export function floorPerson(meeting: Meeting): Person | null {
  const floor = meeting.floor;
  return floor === null ? null : (floorEntry(meeting)?.persons.find((person) => person.id === floor.personId) ?? null);
}

/** 0 = has the floor, or gets it back after a point of order; 1 = next, and so on; `null` = none of these. */
export function distanceOf(meeting: Meeting, entryId: EntryId): number | null {
  if (meeting.floor?.entryId === entryId || meeting.interrupted?.entryId === entryId) return 0;
  const index = queue(meeting).findIndex((entry) => entry.id === entryId);
  return index < 0 ? null : index + 1;
}

/** Number on the list of speakers, from 1, as everybody reads it. */
export function numberOf(meeting: Meeting, entryId: EntryId): number {
  return meeting.entries.findIndex((entry) => entry.id === entryId) + 1;
}

/** Place of an entry inside its part of the meeting, from 1, with the number of places: "floor 3 of 15". */
export function placeInSegment(meeting: Meeting, entry: Entry): { readonly place: number; readonly of: number } {
  const inside = meeting.entries.filter((other) => other.segmentId === entry.segmentId && other.kind === 'statement');
  return { place: inside.findIndex((other) => other.id === entry.id) + 1, of: inside.length };
}
