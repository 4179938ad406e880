/** What facts do to the texts of statements. */
import { updateEntry } from '../entries.ts';
import type { Meeting } from '../meeting.ts';
import { type EventOf, stationOf } from './event-of.ts';

export function set(meeting: Meeting, event: EventOf<'scriptSet'>): Meeting {
  return updateEntry(meeting, event.entryId, (entry) => {
    const text = event.text;
    if (text === null) return { ...entry, script: { ...entry.script, status: event.status } };
    const others = entry.script.texts.filter((other) => other.language !== text.language);
    // Paragraph numbers of another version mean nothing: the position starts anew.
    return { ...entry, script: { status: event.status, texts: [...others, { ...text, receivedAt: event.at }], position: null } };
  });
}

export function positionSet(meeting: Meeting, event: EventOf<'scriptPositionSet'>): Meeting {
  return updateEntry(meeting, event.entryId, (entry) => ({
    ...entry,
    script: {
      ...entry.script,
      position: { paragraph: event.paragraph, mode: event.mode, at: event.at, by: stationOf(event.by) },
    },
  }));
}
