import { createMemo, type JSX, Show } from 'solid-js';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import type { Language, LanguageCode } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Chip, LanguageTag, type Tone } from '../../ui/chip.tsx';
import { formatElapsed } from '../../ui/format-timer.ts';
import { codeOf, taskLine, taskSentence } from './task-words.ts';
import { languageSwitchOf, type Plans, type Task, taskOf } from './task.ts';

/** "What do I do now", and after a change of language in mid-statement also what was. */
export function TaskBlock(props: {
  readonly meeting: Meeting;
  readonly booth: Language;
  readonly plans: Plans;
  readonly language: LanguageCode;
}): JSX.Element {
  const i18n = useI18n();
  const state = useMeetingState();
  const task = createMemo(() => taskOf(props.plans(props.language), props.booth));
  const words = () => taskSentence(task(), i18n);
  const switched = createMemo(() => languageSwitchOf(props.meeting, props.plans, props.booth));
  return (
    <div class="booth-task" data-tone={toneOf(task())} data-switched={switched() === null ? undefined : ''}>
      <p class="booth-task-language">
        <Show when={switched()}>
          {(known) => (
            <>
              <s>
                <LanguageTag code={known().from} /> {i18n.languageName(known().from)}
              </s>
              <span aria-hidden="true">{i18n.direction() === 'rtl' ? '←' : '→'}</span>
            </>
          )}
        </Show>
        <strong>
          <LanguageTag code={props.language} /> {i18n.languageName(props.language)}
        </strong>
        <Show when={switched()}>
          {(known) => (
            <span class="toned figure" data-tone="warn">
              {i18n.t('booth.task.switched', { time: formatElapsed((state.now() - known().at) / 1000) })}
            </span>
          )}
        </Show>
        <Show when={switched()?.before}>
          {(before) => <span class="muted">{i18n.t('booth.task.before', { task: taskLine(before(), i18n) })}</span>}
        </Show>
      </p>
      <p class="booth-task-do">
        <span class="visually-hidden">{i18n.t('booth.task.heading')}: </span>
        <Show when={words().source}>{(source) => <bdi class="booth-task-source">{source()}</bdi>}</Show>
        <span>{words().text}</span>
      </p>
      <p class="booth-task-extra">
        <Show when={task()}>{(known) => <TaskExtras task={known()} clear={switched()?.clear ?? null} />}</Show>
      </p>
    </div>
  );
}

function TaskExtras(props: { readonly task: Task; readonly clear: Language | null }): JSX.Element {
  const i18n = useI18n();
  const row = () => props.task.row;
  return (
    <>
      <Show when={props.clear}>{(channel) => <Chip tone="warn">{i18n.t('booth.task.clear', { code: codeOf(channel()) })}</Chip>}</Show>
      <Show
        when={row().handover ? row().interpreter : null}
        fallback={<Show when={row().interpreter}>{(who) => <Chip>{i18n.t('booth.task.by', { who: who() })}</Chip>}</Show>}
      >
        {(who) => <Chip tone="warn">{i18n.t('booth.task.handOverTo', { who: who() })}</Chip>}
      </Show>
      <Show when={props.task.retourBooth}>
        {(booth) => <Chip>{i18n.t('booth.task.retourOf', { booth: i18n.stationName(`booth:${booth()}`) })}</Chip>}
      </Show>
      <Show when={props.task.takers.length > 0}>
        <Chip>{i18n.t('booth.pivotFor', { codes: props.task.takers.map(codeOf).join(' ') })}</Chip>
      </Show>
      <Show when={row().note === 'neededAsPivot' && row().handover}>
        <span class="muted">{i18n.t('booth.task.neededAsPivot')}</span>
      </Show>
      <Show when={row().alternative?.role === 'direct' ? row().alternative : null}>
        {(other) => <span class="muted">{i18n.t('booth.task.or', { who: other().interpreter })}</span>}
      </Show>
    </>
  );
}

function toneOf(task: Task | null): Tone | undefined {
  if (task === null || task.row.role === 'gap') return 'warn';
  return task.row.role === 'standby' ? undefined : 'info';
}
