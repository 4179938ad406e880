import './task-block.css';
import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { isCritical, type LiveAlarm } from '../../../shared/domain/rules/live-alarms.ts';
import type { Language, LanguageCode } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Chip, LanguageTag, type Tone } from '../../ui/chip.tsx';
import { formatElapsed } from '../../ui/format-timer.ts';
import { DeclareKeys } from './declare-keys.tsx';
import { alarmSentence, spokenTask, stepWords, taskSentence, taskShort } from './task-words.ts';
import { boothSwitch, type BoothSwitch, type Plans, type Task, taskOf } from './task.ts';

/** "What do I do now", and after a change of language in mid-statement what was, and what this booth does about it, in order. */
export function TaskBlock(props: {
  readonly meeting: Meeting;
  readonly booth: Language;
  readonly plans: Plans;
  readonly language: LanguageCode;
  /** The most urgent of this booth. */
  readonly alarm: LiveAlarm | null;
  /** A booth without a channel: it has no console to declare. */
  readonly silent?: boolean | undefined;
}): JSX.Element {
  const i18n = useI18n();
  const task = createMemo(() => taskOf(props.plans(props.language), props.booth));
  const words = () => taskSentence(task(), i18n);
  const switched = createMemo(() => boothSwitch(props.meeting, props.plans, props.booth, props.silent));
  const steps = createMemo(() => {
    const known = switched();
    return known === null || known.confirmed ? [] : known.steps.map((step) => stepWords(step, task(), i18n));
  });
  /** Two steps take all three lines: then the alarm stands beside the first, which is short, and the rest beside the second. */
  const inSteps = (): boolean => steps().length > 1;
  return (
    <div class="booth-task" data-tone={toneOf(task())} data-switched={switched() === null ? undefined : ''}>
      <div class="booth-task-words">
        <TaskLanguage language={props.language} switched={switched()} />
        <Show
          when={steps().length > 0}
          fallback={
            <p class="booth-task-do booth-task-step" data-length={lengthOf(words().text)}>
              <span class="visually-hidden">{i18n.t('booth.task.heading')}: </span>
              <Show when={words().source}>{(source) => <bdi class="booth-task-source">{source()}</bdi>}</Show>
              <span>{words().text}</span>
            </p>
          }
        >
          <ol class="booth-task-steps" aria-label={i18n.t('booth.task.heading')}>
            <For each={steps()}>
              {(step, index) => (
                <li class="booth-task-do">
                  <span class="booth-task-order figure">{step.order}</span>
                  <span class="booth-task-step" data-length={lengthOf(step.text)}>
                    <Show when={step.verb}>{(verb) => <span class="booth-task-verb">{verb()}</span>}</Show>
                    <Show when={step.source}>{(source) => <bdi class="booth-task-source">{source()}</bdi>}</Show>
                    <span>{step.text}</span>
                    <Show when={inSteps() && index() === 0}>
                      <OwnAlarm alarm={props.alarm} brief />
                    </Show>
                    <Show when={inSteps() && index() > 0 ? task() : null}>{(known) => <TaskExtras task={known()} brief />}</Show>
                  </span>
                </li>
              )}
            </For>
          </ol>
        </Show>
        <Show when={!inSteps()}>
          <p class="booth-task-extra">
            <OwnAlarm alarm={props.alarm} />
            <Show when={task()}>{(known) => <TaskExtras task={known()} />}</Show>
          </p>
        </Show>
      </div>
      <Show when={props.silent !== true}>
        <DeclareKeys meeting={props.meeting} booth={props.booth} plans={props.plans} task={spokenTask(steps(), task(), i18n)} />
      </Show>
    </div>
  );
}

/** What is spoken, and in a switch what was spoken, since when, and what this booth did then. */
function TaskLanguage(props: { readonly language: LanguageCode; readonly switched: BoothSwitch | null }): JSX.Element {
  const i18n = useI18n();
  const state = useMeetingState();
  return (
    <p class="booth-task-language">
      <Show when={props.switched}>
        {(known) => (
          <>
            <s>
              <LanguageTag code={known().from} />
              <span class="visually-hidden">{i18n.languageName(known().from)}</span>
            </s>
            <span aria-hidden="true">{i18n.direction() === 'rtl' ? '←' : '→'}</span>
          </>
        )}
      </Show>
      <strong>
        <LanguageTag code={props.language} /> {i18n.languageName(props.language)}
      </strong>
      <Show when={props.switched}>
        {(known) => (
          <>
            <span class="toned figure" data-tone="warn">
              {i18n.t('common.ago', { time: formatElapsed((state.now() - known().at) / 1000) })}
            </span>
            <span class="muted">
              {known().steps.length === 0
                ? i18n.t('booth.switch.asBefore')
                : i18n.t('booth.task.before', { task: taskShort(known().before, i18n) })}
            </span>
          </>
        )}
      </Show>
    </p>
  );
}

/** Red only for the two that cannot wait. */
function OwnAlarm(props: { readonly alarm: LiveAlarm | null; readonly brief?: boolean }): JSX.Element {
  const i18n = useI18n();
  return (
    <Show when={props.alarm}>
      {(alarm) => (
        <span class="booth-alarm">
          <Chip tone={isCritical(alarm()) ? 'air' : 'warn'}>
            {props.brief === true ? i18n.t(`booth.alarm.word.${alarm().kind}`) : alarmSentence(alarm(), i18n)}
          </Chip>
        </span>
      )}
    </Show>
  );
}

/** `brief`: only what somebody has to do or rely on. */
function TaskExtras(props: { readonly task: Task; readonly brief?: boolean }): JSX.Element {
  const i18n = useI18n();
  const row = () => props.task.row;
  return (
    <span class="booth-task-extras">
      <Show
        when={row().handover ? row().interpreter : null}
        fallback={
          <Show when={props.brief === true ? null : row().interpreter}>
            {(who) => <Chip>{i18n.t('booth.task.by', { who: who() })}</Chip>}
          </Show>
        }
      >
        {(who) => <Chip tone="warn">{i18n.t('booth.task.handOverTo', { who: who() })}</Chip>}
      </Show>
      <Show when={props.task.retourBooth}>
        {(booth) => <Chip>{i18n.t('booth.task.retourOf', { booth: i18n.stationName(`booth:${booth()}`) })}</Chip>}
      </Show>
      <Show when={row().note === 'neededAsPivot' && row().handover}>
        <span class="muted">{i18n.t('booth.task.neededAsPivot')}</span>
      </Show>
      <Show when={props.brief !== true && row().alternative?.role === 'direct' ? row().alternative : null}>
        {(other) => <span class="muted">{i18n.t('booth.task.or', { who: other().interpreter })}</span>}
      </Show>
    </span>
  );
}

/** Longer words are written smaller, or they would take a line that is not kept for them. */
function lengthOf(text: string): 'long' | 'longest' | undefined {
  if (text.length <= 30) return undefined;
  return text.length <= 55 ? 'long' : 'longest';
}

function toneOf(task: Task | null): Tone | undefined {
  if (task === null || task.row.role === 'gap') return 'warn';
  return task.row.role === 'standby' ? undefined : 'info';
}
