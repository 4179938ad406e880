/**
 * A station in a few lines of at most 40 cells (`look.md` rule 11, `domain.md` section 7): who speaks, who is next, what to
 * do, what has changed, and where it concerns somebody how the booths work. Pure, so that each line can be tested to the
 * letter.
 */
import type { Entry, Meeting, Person } from '../../../shared/domain/meeting.ts';
import { formatRemaining, isPaused, remainingMs } from '../../../shared/domain/rules/clock.ts';
import { changesOwedBy, mostUrgent } from '../../../shared/domain/rules/late-changes.ts';
import { floorPerson, nextEntry, queue } from '../../../shared/domain/selectors.ts';
import { boothLanguage, type Station, stationKind } from '../../../shared/domain/stations.ts';
import type { Params } from '../../../shared/i18n/translate.ts';
import { lengthOf } from '../../../shared/lib/text.ts';
import type { Language } from '../../../shared/reference/languages.ts';
import type { line } from '../../../shared/i18n/en/line.ts';
import { fitName } from './fit-name.ts';
import { cells, inCells, joined } from './in-cells.ts';
import { aheadLine, alarmLine, boothTaskLine, signalLine, signLine, switchLine, type WorkContext, workContext } from './work-lines.ts';

type Group = 'kinds' | 'alarms' | 'signals' | 'states';
export type LineKey = Exclude<keyof typeof line, Group> | { [Name in Group]: `${Name}.${keyof (typeof line)[Name] & string}` }[Group];

export interface LineContext {
  readonly meeting: Meeting;
  readonly station: Station;
  /** Language of the reader, whose form of a name is taken where there is one. */
  readonly language: Language;
  /** Server's clock, ms. */
  readonly now: number;
  readonly word: (key: LineKey, params?: Params) => string;
}

/** Where a line stands does not depend on what it says, so that a reader finds it blind. */
export type LineName = 'now' | 'next' | 'task' | 'change' | 'switch' | 'alarm' | 'ahead' | 'sign' | 'signal';

export interface BrailleLine {
  readonly name: LineName;
  /** Never empty, at most 40 cells. */
  readonly text: string;
}

/** The same lines in the same order as long as the station is the same. */
export function brailleLines(context: LineContext): readonly BrailleLine[] {
  const known = workContext(context);
  return namesFor(context.station).map((name) => ({ name, text: makers[name](known) }));
}

const makers: Readonly<Record<LineName, (context: WorkContext) => string>> = {
  now: nowLine,
  next: nextLine,
  task: taskLine,
  change: changeLine,
  switch: switchLine,
  alarm: alarmLine,
  ahead: aheadLine,
  sign: signLine,
  signal: signalLine,
};

const usual: readonly LineName[] = ['now', 'next', 'task', 'change'];

function namesFor(station: Station): readonly LineName[] {
  switch (stationKind(station)) {
    case 'booth':
      // Without a channel there is no console to be wrong.
      return boothLanguage(station) === null ? [...usual, 'switch', 'ahead', 'sign'] : [...usual, 'switch', 'alarm', 'ahead', 'sign'];
    case 'chair':
    case 'chief':
      return [...usual, 'switch', 'alarm', 'ahead', 'signal'];
    case 'webcast':
      return [...usual, 'signal'];
    default:
      return usual;
  }
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

/** A booth: what it does. The desk: what is on air. The chair's side: who would get the floor. */
function taskLine(context: WorkContext): string {
  const { meeting, station, booth, word } = context;
  if (booth !== null) return boothTaskLine(context, booth);
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
