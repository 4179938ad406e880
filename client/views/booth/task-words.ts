/** The relay plan's answer for a booth, in words of the interface. */
import type { Declared } from '../../../shared/domain/meeting.ts';
import type { LiveAlarm } from '../../../shared/domain/rules/live-alarms.ts';
import type { RelayStep } from '../../../shared/domain/rules/relay-difference.ts';
import { assertNever } from '../../../shared/lib/assert.ts';
import type { Language } from '../../../shared/reference/languages.ts';
import type { I18n } from '../../state/i18n-context.tsx';
import type { Task } from './task.ts';

export interface TaskWords {
  /** What to listen to and its sign: `FLOOR +`, `EN −`; `null` when there is nothing to listen to. */
  readonly source: string | null;
  readonly text: string;
}

type Words = Pick<I18n, 't' | 'direction'>;

/** For the floor card: says what to do. */
export function taskSentence(task: Task | null, i18n: Words): TaskWords {
  if (task === null) return { source: null, text: i18n.t('booth.task.teamUnknown') };
  const { row } = task;
  const source = sourceOf(task, i18n);
  switch (row.role) {
    case 'direct':
      return { source, text: i18n.t('booth.task.direct') };
    case 'retour':
      return { source, text: i18n.t(`booth.task.retourInto.${task.into}`) };
    case 'relay':
    case 'doubleRelay':
      return { source, text: row.from === null || row.from === 'floor' ? '' : i18n.t(`booth.task.relayFrom.${row.from}`) };
    case 'standby':
      return { source, text: i18n.t(row.note === 'fedByRetour' ? 'booth.task.standbyFed' : 'booth.task.standbyOwn') };
    case 'gap':
      return { source, text: i18n.t(`booth.task.gap.${row.note === 'noTeam' || row.note === 'consentNeeded' ? row.note : 'noPath'}`) };
    default:
      return assertNever(row.role);
  }
}

/** For tables: `FLOOR +`, `EN −`, `stand by`, `retour EN`. */
export function taskShort(task: Task | null, i18n: Words): string {
  if (task === null) return i18n.t('booth.task.unknown');
  switch (task.row.role) {
    case 'direct':
    case 'relay':
      return sourceOf(task, i18n) ?? '';
    case 'doubleRelay':
      return `${i18n.t('words.relay.doubleRelay')} ${sourceOf(task, i18n) ?? ''}`;
    case 'retour':
      return `${i18n.t('words.relay.retour')} ${codeOf(task.into)}`;
    case 'standby':
    case 'gap':
      return i18n.t(`words.relay.${task.row.role}`);
    default:
      return assertNever(task.row.role);
  }
}

/** One line for a screen reader. */
export function taskLine(task: Task | null, i18n: Words): string {
  const { source, text } = taskSentence(task, i18n);
  return source === null ? text : `${source} ${text}`;
}

export interface StepWords extends TaskWords {
  /** Place in the order of all booths: clear, go live, switch, stand by. */
  readonly order: 1 | 2 | 3 | 4;
  /** Before the task; `null` when that says it itself. */
  readonly verb: string | null;
}

/** `task`: what the booth does after the change. */
export function stepWords(step: RelayStep, task: Task | null, i18n: Words): StepWords {
  if (step.stage === 'clear') {
    return { order: 1, verb: null, source: null, text: i18n.t('booth.task.clear', { code: codeOf(step.channel) }) };
  }
  const words = taskSentence(task, i18n);
  if (step.stage === 'standbys') return { order: 4, verb: null, ...words };
  const order = step.stage === 'pivots' ? 2 : 3;
  return { order, verb: step.after.role === 'gap' ? null : i18n.t(`booth.switch.verb.${step.stage}`), ...words };
}

/** One line for a screen reader: the steps of a change in their order, else the task. */
export function spokenTask(steps: readonly StepWords[], task: Task | null, i18n: Words): string {
  if (steps.length === 0) return taskLine(task, i18n);
  return steps.map(({ verb, source, text }) => [verb, source, text].filter((part) => part !== null).join(' ')).join('. ');
}

/** What a console is set to: `FR ← FLOOR`, `off ← FLOOR`, `off`. */
export function consoleShort({ feeds, listensTo }: Declared, i18n: Words): string {
  const microphone = feeds === null ? i18n.t('booth.console.off') : codeOf(feeds);
  if (listensTo === null) return microphone;
  const set = `${microphone} ← ${listensTo === 'floor' ? i18n.t('words.relay.floor') : codeOf(listensTo)}`;
  return i18n.direction() === 'rtl' ? fenced(set) : set;
}

/** The same for a screen reader. */
export function consoleLine({ feeds, listensTo }: Declared, i18n: I18n): string {
  const microphone = feeds === null ? i18n.t('booth.console.micOff') : i18n.t('booth.console.micOn', { channel: i18n.languageName(feeds) });
  if (listensTo === null) return microphone;
  const source = listensTo === 'floor' ? i18n.t('words.language.floor') : i18n.languageName(listensTo);
  return `${microphone}, ${i18n.t('booth.console.hears', { source })}`;
}

/** For the booth concerned: says what is wrong. */
export function alarmSentence(alarm: LiveAlarm, i18n: Words): string {
  // A booth that hears itself is in a loop with its own channel.
  const others = (alarm.others.length > 0 ? alarm.others : [alarm.channel]).map(codeOf).join(' ');
  return i18n.t(`booth.alarm.sentence.${alarm.kind}`, { channel: codeOf(alarm.channel), others });
}

/** Seconds with one decimal, for `{seconds}`. */
export function secondsOf(ms: number): number {
  return Math.round(ms / 100) / 10;
}

export function codeOf(language: Language): string {
  return language.toUpperCase();
}

function sourceOf(task: Task, i18n: Words): string | null {
  const from = task.row.from;
  if (from === null) return null;
  // A minus sign, as wide as the plus.
  const sign = task.sign === '-' ? '−' : (task.sign ?? '');
  const source = `${from === 'floor' ? i18n.t('words.relay.floor') : codeOf(from)} ${sign}`.trim();
  return i18n.direction() === 'rtl' ? fenced(source) : source;
}

/** LEFT-TO-RIGHT ISOLATE and its end: in an Arabic line the sign would else go to the other side of its code. */
function fenced(text: string): string {
  return `\u2066${text}\u2069`;
}
