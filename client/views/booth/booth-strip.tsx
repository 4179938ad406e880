import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { nextEntry } from '../../../shared/domain/selectors.ts';
import { type Language, ownNames } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { LanguageTag, type Tone } from '../../ui/chip.tsx';
import { formatElapsed } from '../../ui/format-timer.ts';
import { codeOf, taskShort } from './task-words.ts';
import { type Plans, type Task, taskOf } from './task.ts';

/** All booths of the meeting: what each does now, who is at its microphone, who relies on it. */
export function BoothStrip(props: { readonly meeting: Meeting; readonly booth: Language; readonly plans: Plans }): JSX.Element {
  const i18n = useI18n();
  return (
    <ul class="booth-strip" aria-label={i18n.t('booth.booths')}>
      <For each={props.meeting.languages}>
        {(language) => <BoothCell meeting={props.meeting} language={language} own={language === props.booth} plans={props.plans} />}
      </For>
    </ul>
  );
}

function BoothCell(props: {
  readonly meeting: Meeting;
  readonly language: Language;
  readonly own: boolean;
  readonly plans: Plans;
}): JSX.Element {
  const i18n = useI18n();
  const state = useMeetingState();
  const spoken = (): string | null => props.meeting.floor?.language ?? nextEntry(props.meeting)?.language ?? null;
  const task = createMemo((): Task | null => {
    const language = spoken();
    return language === null ? null : taskOf(props.plans(language), props.language);
  });
  const onMic = () => props.meeting.booths[props.language].onMic;
  return (
    <li class="booth-cell" data-own={props.own ? '' : undefined} aria-current={props.own ? 'true' : undefined}>
      <p class="booth-cell-head">
        <LanguageTag code={props.language} />
        <strong class="booth-cell-name" lang={props.language}>
          {ownNames[props.language]}
        </strong>
        <Show when={props.own}>
          <span class="visually-hidden">({i18n.t('booth.ownBooth')})</span>
        </Show>
        <span class="booth-cell-role toned" data-tone={toneOf(task())}>
          {spoken() === null ? '' : roleOf(task(), i18n)}
        </span>
      </p>
      <p class="booth-cell-mic muted">
        <Show when={onMic()} fallback={<span>{i18n.t('booth.microphoneNobody')}</span>}>
          {(known) => (
            <span class="figure">
              <bdi>{known().interpreter}</bdi> · <span class="time">{formatElapsed((state.now() - known().since) / 1000)}</span>
            </span>
          )}
        </Show>
        <Show when={task()?.takers.length}>
          <span>{i18n.t('booth.pivotFor', { codes: (task()?.takers ?? []).map(codeOf).join(' ') })}</span>
        </Show>
      </p>
    </li>
  );
}

function roleOf(task: Task | null, i18n: ReturnType<typeof useI18n>): string {
  if (task === null) return i18n.t('booth.task.unknown');
  const word = i18n.t(`words.relay.${task.row.role}`);
  if (task.row.role === 'relay') return `${word} ${taskShort(task, i18n)}`;
  return task.row.role === 'direct' ? word : taskShort(task, i18n);
}

function toneOf(task: Task | null): Tone | undefined {
  switch (task?.row.role) {
    case 'direct':
    case 'retour':
      return 'preview';
    case 'relay':
    case 'doubleRelay':
    case 'gap':
      return 'warn';
    default:
      return undefined;
  }
}
