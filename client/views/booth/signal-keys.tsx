import './strip-and-keys.css';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { Meeting, Signal, SignalKind } from '../../../shared/domain/meeting.ts';
import { isSlowDownLit, slowDownLitMs } from '../../../shared/domain/rules/signals.ts';
import type { Station } from '../../../shared/domain/stations.ts';
import { type BoothName, isLanguage, type Language } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Button } from '../../ui/button.tsx';
import type { Tone } from '../../ui/chip.tsx';
import { formatElapsed } from '../../ui/format-timer.ts';
import { KeyQuestions, type Question } from './key-questions.tsx';
import { shownSignal } from './own-signals.ts';
import { retourChoices } from './task.ts';

/** F5 stays with the browser: it reloads. */
const signalKeys: readonly { readonly kind: SignalKind; readonly hotkey: string }[] = [
  { kind: 'noSound', hotkey: 'F2' },
  { kind: 'noText', hotkey: 'F3' },
  { kind: 'needRelief', hotkey: 'F4' },
  { kind: 'callTechnician', hotkey: 'F6' },
  { kind: 'callChair', hotkey: 'F7' },
];

/** What the booth tells the others: signals, its microphone, the language it hears. Under each key stands what became of it. */
export function SignalKeys(props: { readonly meeting: Meeting; readonly station: Station; readonly booth: BoothName }): JSX.Element {
  const i18n = useI18n();
  const state = useMeetingState();
  const [question, setQuestion] = createSignal<Question | null>(null);
  const ask = (asked: Question): void => {
    setQuestion(question() === asked ? null : asked);
  };
  const onMic = () => props.meeting.booths[props.booth].onMic;
  const retour = (): Language | null => props.meeting.booths[props.booth].retourInto;
  const waiting = (type: string): boolean => state.pending().some((command) => command.type === type);
  const nowWith = (what: string | undefined): string => (what === undefined ? '' : `${i18n.t('words.now')}: ${what}`);
  const nobodySpeaks = (): boolean => props.meeting.floor === null;
  return (
    <div class="booth-keys">
      <ul class="booth-keys-list" aria-label={i18n.t('booth.signals')}>
        <SlowDownKey meeting={props.meeting} />
        <For each={signalKeys}>
          {({ kind, hotkey }) => <SignalKey meeting={props.meeting} station={props.station} kind={kind} hotkey={hotkey} />}
        </For>
        <li>
          <Button
            label={i18n.t(isLanguage(props.booth) ? 'booth.handOverMicrophone' : 'booth.silent.handOver')}
            action="booth.handOver"
            hotkey="F8"
            expanded={question() === 'handOver'}
            pending={['takeMicrophone', 'signHandover', 'withdrawHandover'].some(waiting)}
            onPress={() => ask('handOver')}
          >
            <span class="booth-key-state">{nowWith(onMic()?.interpreter)}</span>
          </Button>
        </li>
        <li>
          <Button
            label={i18n.t('booth.floorLanguage')}
            action="booth.floorLanguage"
            hotkey="F9"
            expanded={question() === 'floorLanguage'}
            pending={waiting('setFloorLanguage')}
            disabled={nobodySpeaks()}
            reason={i18n.t('booth.nobody.running')}
            onPress={() => ask('floorLanguage')}
          >
            <span class="booth-key-state">{nowWith(props.meeting.floor?.language.toUpperCase())}</span>
          </Button>
        </li>
        <Show when={retourChoices(props.meeting, props.booth).length > 0}>
          <li>
            <Button
              label={i18n.t('booth.announceRetour')}
              action="booth.retour"
              hotkey="R"
              expanded={question() === 'retour'}
              pending={waiting('announceRetour')}
              onPress={() => ask('retour')}
            >
              <span class="booth-key-state">
                <Show when={retour()}>{(into) => <>{i18n.t('booth.retourNow', { language: i18n.languageName(into()) })}</>}</Show>
              </span>
            </Button>
          </li>
        </Show>
      </ul>
      <KeyQuestions meeting={props.meeting} booth={props.booth} question={question()} onDone={() => setQuestion(null)} />
    </div>
  );
}

function SlowDownKey(props: { readonly meeting: Meeting }): JSX.Element {
  const i18n = useI18n();
  const state = useMeetingState();
  const lit = createMemo(() => isSlowDownLit(props.meeting, state.now()));
  const left = (): string => formatElapsed(((props.meeting.slowDown?.at ?? 0) + slowDownLitMs - state.now() + 999) / 1000);
  return (
    <li data-tone={lit() ? 'warn' : undefined} data-lit={lit() ? '' : undefined}>
      <Button
        label={i18n.t('booth.slowDown')}
        action="booth.slowDown"
        hotkey="F1"
        onPress={async () => {
          await state.send({ type: 'requestSlowDown' });
        }}
      >
        <span class="booth-key-state toned">{lit() ? i18n.t('booth.slowDownLit', { time: left() }) : ''}</span>
      </Button>
    </li>
  );
}

function SignalKey(props: {
  readonly meeting: Meeting;
  readonly station: Station;
  readonly kind: SignalKind;
  readonly hotkey: string;
}): JSX.Element {
  const i18n = useI18n();
  const state = useMeetingState();
  const signal = createMemo((): Signal | null => shownSignal(props.meeting, props.station, props.kind, state.now()));
  const tone = (): Tone | undefined => {
    const known = signal();
    if (known === null) return undefined;
    return known.state === 'done' ? 'preview' : known.state === 'sent' ? 'warn' : 'info';
  };
  return (
    <li data-tone={tone()} data-lit={signal() === null ? undefined : ''}>
      <Button
        label={i18n.t(`booth.signal.${props.kind}`)}
        action={`booth.${props.kind}`}
        hotkey={props.hotkey}
        onPress={async () => {
          await state.send({ type: 'raiseSignal', kind: props.kind });
        }}
      >
        <span class="booth-key-state toned" role="status">
          <Show when={signal()}>
            {(known) => (
              <>
                {i18n.t('booth.signalState', {
                  state: i18n.t(`words.signalState.${known().state}`),
                  time: i18n.clock(known().stateAt, props.meeting.timeZone, 'minutes'),
                })}
              </>
            )}
          </Show>
        </span>
      </Button>
    </li>
  );
}
