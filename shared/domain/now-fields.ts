/** The fields of `{m:<id>}:now`, for programs that read Redis: present speaker, language and script state (`interface.md`). */
import { subjectOf } from './entries.ts';
import type { Meeting } from './meeting.ts';
import { floorEntry, floorPerson, nextEntry } from './selectors.ts';

/**
 * Every value is a string; empty = nobody, nothing. `meeting` is as it will be after the commit, folded with
 * `provisionalTime`: an instant equal to that becomes `@time`, which the store replaces by the time of the commit.
 */
export function nowFields(meeting: Meeting, provisionalTime: number): Readonly<Record<string, string>> {
  const entry = floorEntry(meeting);
  const since = meeting.floor?.since;
  return {
    speaker: floorPerson(meeting)?.name ?? '',
    entry: entry?.id ?? '',
    language: meeting.floor?.language ?? '',
    script: entry === null ? '' : scriptState(entry.script),
    next: nextEntry(meeting)?.id ?? '',
    nextSpeaker: nextName(meeting),
    since: since === undefined ? '' : since === provisionalTime ? '@time' : String(since),
    onair: meeting.captions.onAir?.cue.lines.floor?.name ?? '',
    offset: '@offset',
  };
}

/** `received 3 onScript`: status, then the paragraph (from 1) and the mode once somebody set them. */
function scriptState(script: Meeting['entries'][number]['script']): string {
  const position = script.position;
  return position === null ? script.status : `${script.status} ${position.paragraph + 1} ${position.mode}`;
}

function nextName(meeting: Meeting): string {
  const next = nextEntry(meeting);
  return next === null ? '' : subjectOf(next);
}
