/** The relay plan's answer for a booth, in words of the interface. */
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

/** One line for a screen reader and for "before". */
export function taskLine(task: Task | null, i18n: Words): string {
  const { source, text } = taskSentence(task, i18n);
  return source === null ? text : `${source} ${text}`;
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
