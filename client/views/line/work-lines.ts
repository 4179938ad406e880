/** The lines that tell how the booths work: what this one does, and to those who look after all of them, how they are. */
import type { Signal } from '../../../shared/domain/meeting.ts';
import { switchProgress } from '../../../shared/domain/rules/booth-states.ts';
import { liveAlarms } from '../../../shared/domain/rules/live-alarms.ts';
import { lookAhead } from '../../../shared/domain/rules/look-ahead.ts';
import type { RelayStep } from '../../../shared/domain/rules/relay-difference.ts';
import { languageRead } from '../../../shared/domain/rules/silent-booth.ts';
import { isUnanswered, waitingSignals } from '../../../shared/domain/rules/signals.ts';
import { floorEntry, nextEntry } from '../../../shared/domain/selectors.ts';
import { boothName } from '../../../shared/domain/stations.ts';
import { isLanguage, type Language } from '../../../shared/reference/languages.ts';
import { boothSwitch, makePlans, type Plans, type Task, taskOf } from '../booth/task.ts';
import { aheadInCells } from '../look-ahead/ahead-cells.ts';
import { makeSilentPlans } from '../silent-booth/silent-plans.ts';
import type { LineContext } from './braille-lines.ts';
import { fitName } from './fit-name.ts';
import { cells, inCells } from './in-cells.ts';

export interface WorkContext extends LineContext {
  /** The booth's own where the station is one, those of all booths elsewhere. */
  readonly plans: Plans;
  /** Of a booth without a channel the language that it reads; `null`: no booth. */
  readonly booth: Language | null;
  readonly silent: boolean;
}

export function workContext(context: LineContext): WorkContext {
  const { meeting, station } = context;
  const name = boothName(station);
  if (name === null || isLanguage(name)) return { ...context, plans: makePlans(meeting), booth: name, silent: false };
  return { ...context, plans: makeSilentPlans(meeting, name), booth: languageRead(name, meeting.booths[name]), silent: true };
}

/** What the booth takes now, and when it differs, next. */
export function boothTaskLine(context: WorkContext, booth: Language): string {
  const { meeting, plans, word } = context;
  const spoken = floorEntry(meeting) === null ? undefined : meeting.floor?.language;
  const [now, next] = [spoken, nextEntry(meeting)?.language].map((language) =>
    language === undefined ? '' : taskWords(taskOf(plans(language), booth), context),
  );
  if (now === undefined || now === '') return inCells([word('next'), next ?? '']);
  return next === undefined || next === '' || next === now ? inCells([now]) : inCells([`${now},`, word('next'), next]);
}

/** A booth: its steps in order. Elsewhere: how far the booths are. */
export function switchLine(context: WorkContext): string {
  const { meeting, booth, plans, silent, word } = context;
  const changed = meeting.languageSwitch;
  if (changed === null) return inCells([word('noSwitch')]);
  const pair = `${changed.from}>${changed.to}`;
  if (booth === null) {
    const progress = switchProgress(meeting, context.now);
    const total = progress?.booths.length ?? 0;
    const waiting = progress?.waiting ?? [];
    const awaited = waiting.length === 0 ? '' : word('switchAwaits', { codes: waiting.join(' ') });
    return inCells([word('switchedOf', { count: total - waiting.length, total }), awaited, pair]);
  }
  const own = boothSwitch(meeting, plans, booth, silent);
  if (own === null) return inCells([word('unknown'), pair]);
  if (own.confirmed) return inCells([word('switched'), pair]);
  if (own.steps.length === 0) return inCells([word('asBefore'), pair]);
  const task = taskOf(plans(changed.to), booth);
  return inCells([own.steps.map((step) => stepWords(step, task, context)).join(`, ${word('then')} `), pair]);
}

export function alarmLine({ meeting, booth, plans, word }: WorkContext): string {
  const all = meeting.floor === null ? [] : liveAlarms(meeting, plans(meeting.floor.language));
  const shown = booth === null ? all : all.filter((alarm) => alarm.booth === booth);
  const [first] = shown;
  if (first === undefined) return inCells([word('noAlarm')]);
  const more = shown.length > 1 ? word('changesMore', { count: shown.length - 1 }) : '';
  return inCells([booth === null ? first.booth : '', word(`alarms.${first.kind}`), first.channel, more]);
}

/** What is to be prepared first, by this booth or, elsewhere, by the one that is named. */
export function aheadLine(context: WorkContext): string {
  const { meeting, now, booth, plans, word } = context;
  const nothing = inCells([word('noAhead')]);
  if (booth !== null) return aheadInCells(context, booth, cells, plans) ?? nothing;
  const first = lookAhead(meeting, now, plans)[0]?.booths[0];
  return first === undefined ? nothing : inCells([first, aheadInCells(context, first, cells - first.length - 1, plans) ?? '']);
}

/** Of a boothmate. */
export function signLine({ meeting, station, word }: WorkContext): string {
  const name = boothName(station);
  const sign = name === null ? null : meeting.booths[name].handover;
  if (sign === null) return inCells([word('noSign')]);
  const others = word(sign.kind, { who: 'x' });
  return inCells([word(sign.kind, { who: fitName(sign.interpreter, 'person', cells - [...others].length + 1) })]);
}

export function signalLine({ meeting, now, word }: WorkContext): string {
  const waiting = waitingSignals(meeting, now);
  const [first] = waiting;
  if (first === undefined) return inCells([word('noSignal')]);
  const more = waiting.length > 1 ? word('changesMore', { count: waiting.length - 1 }) : '';
  return inCells([boothName(first.from) ?? '', word(`signals.${first.kind}`), stateWord(first, now, word), more]);
}

function stateWord(signal: Signal, now: number, word: LineContext['word']): string {
  if (isUnanswered(signal, now)) return word('unanswered');
  return signal.state === 'done' ? '' : word(`states.${signal.state}`);
}

function stepWords(step: RelayStep, task: Task | null, context: WorkContext): string {
  return step.stage === 'clear' ? context.word('clear', { channel: step.channel }) : taskWords(task, context);
}

function taskWords(task: Task | null, { word }: WorkContext): string {
  if (task === null) return word('unknown');
  const { row, into } = task;
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
      return `${word('retour', { into })}${handover}`;
    case 'gap':
      return word('gap');
  }
}
