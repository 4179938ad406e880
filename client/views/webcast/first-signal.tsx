import './first-signal.css';
import { createMemo, type JSX, Show } from 'solid-js';
import type { Meeting, Signal } from '../../../shared/domain/meeting.ts';
import { answersAfter, isUnanswered, waitingSignals } from '../../../shared/domain/rules/signals.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Button } from '../../ui/button.tsx';
import { formatElapsed } from '../../ui/format-timer.ts';

/**
 * The signal of a booth that this desk or the chair's assistant should answer first, with one key for the next step. It
 * grows from the choosers of the bar towards the middle, so that nothing moves when it comes.
 */
export function FirstSignal(props: { readonly meeting: Meeting }): JSX.Element {
  const i18n = useI18n();
  const state = useMeetingState();
  const second = createMemo(() => Math.floor(state.now() / 1000) * 1000);
  const waiting = createMemo(() => waitingSignals(props.meeting, second()));
  const first = (): Signal | undefined => waiting()[0];
  const words = (signal: Signal): string =>
    i18n.t('chair.booths.from', { kind: i18n.t(`words.signalKind.${signal.kind}`), station: i18n.stationName(signal.from) });
  const far = (signal: Signal): string => {
    const time = formatElapsed((second() - signal.at) / 1000);
    if (isUnanswered(signal, second())) return i18n.t('chair.booths.unanswered', { time });
    return `${i18n.t('common.ago', { time })} · ${i18n.t(`words.signalState.${signal.state}`)}`;
  };
  const spoken = createMemo((): string => {
    const signal = first();
    return signal?.state === 'sent' ? words(signal) : '';
  });
  return (
    <>
      <p class="visually-hidden" role="status">
        {spoken()}
      </p>
      <Show when={first()}>
        {(signal) => (
          <div class="first-signal" data-tone={isUnanswered(signal(), second()) ? 'warn' : undefined}>
            <p class="first-signal-words">
              <strong class="toned">{words(signal())}</strong>
              <span class="muted figure">
                {far(signal())}
                {waiting().length > 1 ? ` · ${i18n.t('chair.booths.signalsWait', { count: waiting().length })}` : ''}
              </span>
            </p>
            <Show when={answersAfter(signal().state)[0]}>
              {(answer) => (
                <Button
                  compact
                  label={i18n.t(`chair.booths.answer.${answer()}`)}
                  spokenLabel={`${i18n.t(`chair.booths.answer.${answer()}`)}: ${words(signal())}`}
                  action="answerSignal"
                  hotkey="S"
                  onPress={() => state.send({ type: 'answerSignal', signalId: signal().id, state: answer() })}
                />
              )}
            </Show>
          </div>
        )}
      </Show>
    </>
  );
}
