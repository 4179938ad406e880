/**
 * A station in four lines of at most 40 cells (`look.md` rule 11, `domain.md` section 7): who speaks, who is next, what to
 * do, what has changed. Pure, so that each line can be tested to the letter.
 */
import type { Entry, Meeting, Person } from '../../../shared/domain/meeting.ts';
import { formatRemaining, isPaused, remainingMs } from '../../../shared/domain/rules/clock.ts';
import { changesOwedBy, mostUrgent } from '../../../shared/domain/rules/late-changes.ts';
import { planRelayFor } from '../../../shared/domain/rules/relay-from-meeting.ts';
import { floorEntry, floorPerson, nextEntry, queue } from '../../../shared/domain/selectors.ts';
import { boothLanguage, type Station } from '../../../shared/domain/stations.ts';
import type { Params } from '../../../shared/i18n/translate.ts';
import { lengthOf } from '../../../shared/lib/text.ts';
import type { Language, LanguageCode } from '../../../shared/reference/languages.ts';
import type { line } from '../../../shared/i18n/en/line.ts';
import { fitName } from './fit-name.ts';

export const cells = 40;

export type LineKey = Exclude<keyof typeof line, 'kinds'> | `kinds.${keyof typeof line.kinds}`;

export interface LineContext {
  readonly meeting: Meeting;
  readonly station: Station;
  /** Language of the reader, whose form of a name is taken where there is one. */
  readonly language: Language;
  /** Server's clock, ms. */
  readonly now: number;
  readonly word: (key: LineKey, params?: Params) => string;
}

export interface BrailleLines {
  readonly now: string;
  readonly next: string;
  readonly task: string;
  readonly change: string;
}

export function brailleLines(context: LineContext): BrailleLines {
  return { now: nowLine(context), next: nextLine(context), task: taskLine(context), change: changeLine(context) };
}

function nowLine(context: LineContext): string {
  const { meeting, word, now } = context;
  const { floor } = meeting;
  const person = floorPerson(meeting);
  if (floor === null || person === null) {
    return inCells([word('now'), word('nobody'), meeting.status === 'running' ? '' : word(meeting.status)]);
  }
  const left = calmRemaining(remainingMs(floor.clock, now));
  return named(context, person, (name) => [word('now'), name, floor.language, left, isPaused(floor.clock) ? word('paused') : '']);
}

function nextLine(context: LineContext): string {
  const { meeting, word } = context;
  const entry = nextEntry(meeting);
  const person = entry?.persons[0];
  if (entry === null || person === undefined) return inCells([word('next'), word('endOfList')]);
  const limit = formatRemaining(entry.limitSeconds * 1_000);
  return named(context, person, (name) => [
    word('next'),
    name,
    entry.language,
    scriptWord(context, entry),
    limit,
    deliveryWord(context, entry),
  ]);
}

/** A booth: what to take now, and when it differs, next. The desk: what is on air. The chair's side: who would get the floor. */
function taskLine(context: LineContext): string {
  const { meeting, station, word } = context;
  const booth = boothLanguage(station);
  if (booth !== null) {
    const entry = floorEntry(meeting);
    const spoken = meeting.floor?.language;
    const after = nextEntry(meeting)?.language;
    const parts = [
      spoken === undefined || entry === null ? '' : relayWords(context, booth, spoken),
      after === undefined ? '' : relayWords(context, booth, after),
    ];
    if (parts[0] === '') return inCells([word('next'), parts[1] ?? '']);
    return parts[1] === '' || parts[1] === parts[0] ? inCells([parts[0] ?? '']) : inCells([`${parts[0]},`, word('next'), parts[1] ?? '']);
  }
  if (station === 'webcast') {
    const onAir = captionName(context, meeting.captions.onAir?.cue.lines);
    const armed = captionName(context, meeting.captions.armed?.lines);
    const shown = onAir === null ? word('nothingOnAir') : word('onAir', { name: onAir });
    return inCells([shown, armed === null ? '' : word('armed', { name: armed })]);
  }
  const first = queue(meeting)[0]?.persons[0];
  return first === undefined ? inCells([word('endOfList')]) : named(context, first, (name) => [word('giveFloor', { name })]);
}

function changeLine(context: LineContext): string {
  const { meeting, station, word } = context;
  const owed = changesOwedBy(meeting, station);
  const change = mostUrgent(meeting, owed);
  if (change === null) return inCells([word('noChange')]);
  const more = owed.length > 1 ? word('changesMore', { count: owed.length - 1 }) : '';
  const what = change.after === null ? word(`kinds.${change.kind}`) : `> ${change.after}`;
  const fixed = inCells([word('change'), '', what, more]);
  const room = cells - lengthOf(fixed) - 1;
  return inCells([word('change'), room > 3 ? fitName(change.subject, 'person', room) : '', what, more]);
}

function relayWords({ meeting, word }: LineContext, booth: Language, spoken: LanguageCode): string {
  const plan = planRelayFor(meeting, spoken);
  const row = plan?.rows.find((candidate) => candidate.booth === booth);
  if (plan === null || row === undefined) return word('unknown');
  const handover = row.handover && row.interpreter !== null ? ` ${word('handover', { who: row.interpreter })}` : '';
  switch (row.role) {
    case 'standby':
      return word('standby');
    case 'direct':
      return `${word('direct')}${handover}`;
    case 'relay':
    case 'doubleRelay':
      return `${word('relay', { from: row.from ?? '?' })}${row.role === 'doubleRelay' ? '-' : ''}${handover}`;
    case 'retour':
      return `${word('retour', { into: plan.retour?.into ?? '?' })}${handover}`;
    case 'gap':
      return word('gap');
  }
}

function scriptWord({ word }: LineContext, entry: Entry): string {
  return word(entry.script.status === 'received' ? 'text' : 'noText');
}

function deliveryWord({ word }: LineContext, entry: Entry): string {
  return entry.delivery === 'room' ? '' : word(entry.delivery);
}

function captionName({ language }: LineContext, lines: NonNullable<Meeting['captions']['armed']>['lines'] | undefined): string | null {
  return lines?.[language]?.name ?? lines?.floor?.name ?? null;
}

/** The line with as much of the name as there is room for. */
function named(context: LineContext, person: Person, line: (name: string) => readonly string[]): string {
  const name = person.captions[context.language]?.name ?? person.name;
  // One letter stands for the name, so that its space is counted.
  const room = cells - lengthOf(joined(line('x'))) + 1;
  return inCells(line(fitName(name, person.kind, room)));
}

/**
 * A figure that ticks every second makes a Braille line unreadable: half minutes while there is time, tens of seconds in
 * the last minute and when over.
 */
function calmRemaining(ms: number): string {
  const step = ms > 60_000 ? 30_000 : 10_000;
  return formatRemaining(Math.ceil(ms / step) * step);
}

function inCells(parts: readonly string[]): string {
  const line = joined(parts);
  return lengthOf(line) <= cells ? line : [...line].slice(0, cells).join('');
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
