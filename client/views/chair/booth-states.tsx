import './booth-states.css';
import { createMemo, For, type JSX, Show } from 'solid-js';
import { type SwitchProgress, switchProgress } from '../../../shared/domain/rules/booth-states.ts';
import { isCritical, type LiveAlarm, liveAlarms } from '../../../shared/domain/rules/live-alarms.ts';
import type { RelayPlan } from '../../../shared/domain/rules/relay-model.ts';
import { nextEntry } from '../../../shared/domain/selectors.ts';
import type { Language } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Button } from '../../ui/button.tsx';
import { LanguageTag, type Tone } from '../../ui/chip.tsx';
import { alarmSentence, codeOf, secondsOf } from '../booth/task-words.ts';
import { makePlans } from '../booth/task.ts';
import { useChair } from './chair-context.tsx';

/** The plan for what is spoken, else for who comes next. */
export function usePlan(): () => RelayPlan | null {
  const chair = useChair();
  const plans = createMemo(() => makePlans(chair.meeting()));
  return createMemo(() => {
    const language = chair.meeting().floor?.language ?? nextEntry(chair.meeting())?.language;
    return language === undefined ? null : plans()(language);
  });
}

export function useAlarms(plan: () => RelayPlan | null): () => readonly LiveAlarm[] {
  const chair = useChair();
  return createMemo(() => liveAlarms(chair.meeting(), plan()));
}

/** Two lines whose place is kept: how far the booths are with the change of language, and the most urgent alarm. */
export function BoothStates(props: { readonly alarms: readonly LiveAlarm[] }): JSX.Element {
  const chair = useChair();
  const state = useMeetingState();
  const i18n = useI18n();
  const progress = createMemo((): SwitchProgress | null => {
    const known = switchProgress(chair.meeting(), 0);
    // Nothing ticks once all have switched.
    return known === null || known.waiting.length === 0 ? known : switchProgress(chair.meeting(), state.now());
  });
  const under = (): boolean => (progress()?.waiting.length ?? 0) > 0;
  const first = (): LiveAlarm | null => props.alarms[0] ?? null;
  const more = (): string => (props.alarms.length > 1 ? ` · ${i18n.t('chair.booths.moreAlarms', { count: props.alarms.length - 1 })}` : '');
  const spoken = (critical: boolean): readonly string[] =>
    props.alarms
      .filter((alarm) => isCritical(alarm) === critical)
      .map((alarm) => `${i18n.stationName(`booth:${alarm.booth}`)}: ${alarmSentence(alarm, i18n)}`);
  return (
    <div class="chair-booth-states">
      <SwitchLine progress={progress()} />
      <p class="chair-alarm toned" data-tone={toneOf(first())}>
        <Show when={first()} fallback={<span class="muted">{under() ? '' : i18n.t('chair.booths.noAlarm')}</span>}>
          {(alarm) => (
            <>
              <AlarmWords alarm={alarm()} />
              {more()}
            </>
          )}
        </Show>
      </p>
      {/* A paragraph each: only what is new is read out. */}
      <div class="visually-hidden" aria-live="assertive">
        <For each={spoken(true)}>{(line) => <p>{line}</p>}</For>
      </div>
      <div class="visually-hidden" aria-live="polite">
        <For each={spoken(false)}>{(line) => <p>{line}</p>}</For>
      </div>
    </div>
  );
}

function SwitchLine(props: { readonly progress: SwitchProgress | null }): JSX.Element {
  const i18n = useI18n();
  const words = createMemo((): string => {
    const { progress } = props;
    if (progress === null) return i18n.t('chair.booths.noSwitch');
    const { waiting } = progress;
    const total = progress.booths.length;
    const seconds = secondsOf(progress.elapsedMs);
    if (waiting.length === 0) return i18n.t('chair.booths.allSwitched', { total, seconds });
    const far = i18n.t('chair.booths.switched', { confirmed: total - waiting.length, total, seconds });
    return `${far} · ${i18n.t('chair.booths.waitingFor', { codes: waiting.map(codeOf).join(' ') })}`;
  });
  const tone = (): Tone | undefined => (props.progress === null ? undefined : props.progress.waiting.length === 0 ? 'preview' : 'warn');
  return (
    <p class="chair-switch figure" classList={{ muted: props.progress === null, toned: props.progress !== null }} data-tone={tone()}>
      {words()}
    </p>
  );
}

/** Those after the most urgent one, below what has buttons: it may grow without moving any. */
export function AlarmList(props: { readonly alarms: readonly LiveAlarm[] }): JSX.Element {
  return (
    <ul class="chair-alarms">
      <For each={props.alarms}>
        {(alarm) => (
          <li class="toned" data-tone={toneOf(alarm)}>
            <AlarmWords alarm={alarm} />
          </li>
        )}
      </For>
    </ul>
  );
}

/** Relay of a relay is the chief interpreter's to allow, for this meeting; asked for only when nothing else closes a gap. */
export function DoubleRelayConsent(props: { readonly plan: RelayPlan | null }): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const gaps = createMemo((): readonly Language[] =>
    (props.plan?.rows ?? []).filter(({ note }) => note === 'consentNeeded').map(({ booth }) => booth),
  );
  const allowed = (): boolean => chair.meeting().practice.allowDoubleRelay;
  return (
    <Show when={allowed() || gaps().length > 0}>
      <div class="chair-consent">
        <span class="toned" data-tone={allowed() ? undefined : 'warn'}>
          {allowed() ? i18n.t('chair.booths.consented') : i18n.t('chair.booths.gap', { codes: gaps().map(codeOf).join(' ') })}
        </span>
        <Button
          compact
          label={i18n.t(allowed() ? 'chair.booths.withdrawConsent' : 'chair.booths.consent')}
          action="consent"
          hotkey="D"
          onPress={() => chair.give({ type: 'setPractice', practice: { allowDoubleRelay: !allowed() } })}
        />
      </div>
    </Show>
  );
}

function AlarmWords(props: { readonly alarm: LiveAlarm }): JSX.Element {
  const i18n = useI18n();
  return (
    <>
      <LanguageTag code={props.alarm.booth} /> {alarmSentence(props.alarm, i18n)}
    </>
  );
}

function toneOf(alarm: LiveAlarm | null): Tone | undefined {
  if (alarm === null) return undefined;
  return isCritical(alarm) ? 'air' : 'warn';
}
