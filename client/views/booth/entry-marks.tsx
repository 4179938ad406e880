import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Entry, Meeting } from '../../../shared/domain/meeting.ts';
import { latestChangeOf } from '../../../shared/domain/rules/late-changes.ts';
import type { AheadWarning } from '../../../shared/domain/rules/look-ahead.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { boothSentence, markWords } from '../look-ahead/warning-words.ts';
import { textStateOf } from './speaker.ts';
import type { Task } from './task.ts';

/** A late change of this entry, seen or not, while it is still to come. */
export function ChangedMark(props: { readonly meeting: Meeting; readonly entry: Entry }): JSX.Element {
  const i18n = useI18n();
  const change = createMemo(() => latestChangeOf(props.meeting, props.entry.id));
  return <Show when={change()}>{(known) => <Chip tone="warn">{i18n.t(`words.changeKind.${known().kind}`)}</Chip>}</Show>;
}

/** Who must, or must not, be at the microphone for this entry: a sign for the eye, the sentence for who points or listens. */
export function AheadMarks(props: { readonly warnings: readonly AheadWarning[] }): JSX.Element {
  const i18n = useI18n();
  const marks = createMemo(() =>
    props.warnings.flatMap((warning) => {
      const sign = markWords(warning, i18n);
      return sign === null ? [] : [{ sign, sentence: boothSentence(warning, i18n) }];
    }),
  );
  return (
    <For each={marks()}>
      {({ sign, sentence }) => (
        <>
          {' '}
          <span class="booth-ahead-mark toned figure" data-tone="warn" title={sentence}>
            <bdi aria-hidden="true">{sign}</bdi>
            <span class="visually-hidden">{sentence}</span>
          </span>
        </>
      )}
    </For>
  );
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
