/** What facts do to the texts of statements. */
import { updateEntry } from '../entries.ts';
import type { Entry, Meeting, ReadStretch } from '../meeting.ts';
import { elapsedMs } from '../rules/clock.ts';
import { type EventOf, stationOf } from './event-of.ts';

export function set(meeting: Meeting, event: EventOf<'scriptSet'>): Meeting {
  return updateEntry(meeting, event.entryId, (entry) => {
    const text = event.text;
    if (text === null) return { ...entry, script: { ...entry.script, status: event.status } };
    const others = entry.script.texts.filter((other) => other.language !== text.language);
    const old = entry.script.texts.find((other) => other.language === text.language);
    const previous = old === undefined ? null : { version: old.version, paragraphs: old.paragraphs };
    // Paragraph numbers of another version mean nothing: the position starts anew.
    return { ...entry, script: { status: event.status, texts: [...others, { ...text, receivedAt: event.at, previous }], position: null } };
  });
}

export function positionSet(meeting: Meeting, event: EventOf<'scriptPositionSet'>): Meeting {
  return updateEntry(meeting, event.entryId, (entry) => {
    const stretch = stretchUpTo(meeting, entry, event);
    const position = { paragraph: event.paragraph, mode: event.mode, at: event.at, by: stationOf(event.by) };
    return { ...entry, script: { ...entry.script, position: stretch === undefined ? position : { ...position, stretch } } };
  });
}

/** Begins anew where the speaker comes back to the text, or was marked further back than it began. */
function stretchUpTo(meeting: Meeting, entry: Entry, event: EventOf<'scriptPositionSet'>): ReadStretch | undefined {
  const floor = [meeting.floor, meeting.interrupted].find((taken) => taken?.entryId === entry.id);
  if (floor === undefined || floor === null || event.mode !== 'onScript') return undefined;
  const toMs = elapsedMs(floor.clock, event.at);
  const before = entry.script.position;
  const { paragraph } = event;
  if (before !== null && before.at >= floor.since) {
    if (before.stretch === undefined || paragraph < before.stretch.fromParagraph) return { fromParagraph: paragraph, fromMs: toMs, toMs };
    // Two booths that mark the same paragraph: the first of them saw it reached.
    return paragraph === before.paragraph ? before.stretch : { ...before.stretch, toMs };
  }
  // Whoever looks up in mid-text has not seen the beginning: the statement is then taken to have begun with the text.
  return paragraph > 0 ? { fromParagraph: 0, fromMs: 0, toMs } : { fromParagraph: 0, fromMs: toMs, toMs };
}
