import { createMemo, type JSX, Show } from 'solid-js';
import type { Entry, Meeting } from '../../../shared/domain/meeting.ts';
import { latestChangeOf } from '../../../shared/domain/rules/late-changes.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { textStateOf } from './speaker.ts';
import type { Task } from './task.ts';

/** A late change of this entry, seen or not, while it is still to come. */
export function ChangedMark(props: { readonly meeting: Meeting; readonly entry: Entry }): JSX.Element {
  const i18n = useI18n();
  const change = createMemo(() => latestChangeOf(props.meeting, props.entry.id));
  return <Show when={change()}>{(known) => <Chip tone="warn">{i18n.t(`words.changeKind.${known().kind}`)}</Chip>}</Show>;
}

export function taskTone(task: Task | null): Tone | undefined {
  if (task === null || task.row.role === 'standby' || task.row.role === 'direct') return undefined;
  return task.row.role === 'gap' || task.row.role === 'doubleRelay' ? 'warn' : 'info';
}

export function textTone(entry: Entry): Tone | undefined {
  const { status, missing } = textStateOf(entry, entry.language);
  if (status === 'received') return 'preview';
  return status === 'none' || missing ? 'warn' : undefined;
}
