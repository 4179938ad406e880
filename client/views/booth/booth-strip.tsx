import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { isCritical, type LiveAlarm, liveAlarms } from '../../../shared/domain/rules/live-alarms.ts';
import { nextEntry } from '../../../shared/domain/selectors.ts';
import { type Language, ownNames } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { LanguageTag, type Tone } from '../../ui/chip.tsx';
import { formatElapsed } from '../../ui/format-timer.ts';
import { codeOf, consoleLine, consoleShort, secondsOf, taskShort } from './task-words.ts';
import { confirmationOf, type Plans, type Task, taskOf } from './task.ts';

/** All booths of the meeting: what each does now, who is at its microphone, who relies on it. */
export function BoothStrip(props: {
  readonly meeting: Meeting;
  /** The reader's own; `null`: none of them. */
  readonly booth: Language | null;
  readonly plans: Plans;
}): JSX.Element {
  const i18n = useI18n();
  const alarms = createMemo(() => {
    const floor = props.meeting.floor;
    return floor === null ? [] : liveAlarms(props.meeting, props.plans(floor.language));
  });
  return (
    <ul class="booth-strip" aria-label={i18n.t('booth.booths')}>
      <For each={props.meeting.languages}>
        {(language) => (
          <BoothCell
            meeting={props.meeting}
            language={language}
            own={language === props.booth}
            plans={props.plans}
            alarm={alarms().find(({ booth }) => booth === language) ?? null}
          />
        )}
      </For>
    </ul>
  );
}

function BoothCell(props: {
  readonly meeting: Meeting;
  readonly language: Language;
  readonly own: boolean;
  readonly plans: Plans;
  readonly alarm: LiveAlarm | null;
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
      <BoothConsole meeting={props.meeting} booth={props.language} plans={props.plans} alarm={props.alarm} />
    </li>
  );
}

/** What the booth has declared; and what is wrong with it, else whether it has followed the change of language. */
function BoothConsole(props: {
  readonly meeting: Meeting;
  readonly booth: Language;
  readonly plans: Plans;
  readonly alarm: LiveAlarm | null;
}): JSX.Element {
  const i18n = useI18n();
  const declared = () => props.meeting.booths[props.booth].declared;
  const verdict = createMemo((): { readonly tone: Tone; readonly words: string } | null => {
    if (props.alarm !== null) {
      return { tone: isCritical(props.alarm) ? 'air' : 'warn', words: i18n.t(`booth.alarm.word.${props.alarm.kind}`) };
    }
    const { state, afterMs } = confirmationOf(props.meeting, props.plans, props.booth);
    if (state === 'awaited') return { tone: 'warn', words: i18n.t('booth.switch.awaited') };
    return afterMs === null ? null : { tone: 'preview', words: i18n.t('booth.switch.doneAfter', { seconds: secondsOf(afterMs) }) };
  });
  return (
    <p class="booth-cell-console">
      <Show when={declared()} fallback={<span class="muted">{i18n.t('booth.console.notDeclared')}</span>}>
        {(known) => (
          <span>
            <span aria-hidden="true">{consoleShort(known(), i18n)}</span>
            <span class="visually-hidden">{consoleLine(known(), i18n)}</span>
          </span>
        )}
      </Show>
      <Show when={verdict()}>
        {(known) => (
          <span class="booth-cell-verdict toned figure" data-tone={known().tone}>
            {known().words}
          </span>
        )}
      </Show>
    </p>
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
