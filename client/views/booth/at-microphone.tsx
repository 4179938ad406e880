import './at-microphone.css';
import { createMemo, type JSX, Show } from 'solid-js';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { turnMark } from '../../../shared/domain/rules/turns.ts';
import { type BoothName, isLanguage } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Chip } from '../../ui/chip.tsx';
import { formatElapsed } from '../../ui/format-timer.ts';

/** Who is at the microphone, for how long, and what boothmates sign to each other. Read out when it changes, once, and never with the clock. */
export function AtMicrophone(props: { readonly meeting: Meeting; readonly booth: BoothName }): JSX.Element {
  const i18n = useI18n();
  const state = useMeetingState();
  const booth = () => props.meeting.booths[props.booth];
  const onMic = () => booth().onMic;
  const isSilent = (): boolean => !isLanguage(props.booth);
  const turnMs = (): number => (props.meeting.closedAt ?? state.now()) - (onMic()?.since ?? state.now());
  const mark = createMemo(() => (onMic() === null ? null : turnMark(props.meeting.practice.turnMarks, turnMs())));
  const markWords = (): string => {
    const [first, second] = props.meeting.practice.turnMarks;
    return mark() === null
      ? i18n.t('booth.turnOf', { time: formatElapsed(second * 60) })
      : i18n.t('booth.turnPast', { minutes: mark() === 'second' ? second : first });
  };
  const sign = createMemo((): string | null => {
    const shown = booth().handover;
    return shown === null ? null : i18n.t(`booth.handover.${shown.kind}`, { who: shown.interpreter });
  });
  const present = createMemo((): string => {
    const known = onMic();
    if (known === null) return i18n.t(isSilent() ? 'booth.silent.hasNobody' : 'booth.handover.hasNobody');
    return i18n.t(isSilent() ? 'booth.silent.has' : 'booth.handover.has', { who: known.interpreter });
  });
  return (
    <div class="at-microphone">
      <div class="at-microphone-sign">
        <Show when={sign()}>{(words) => <Chip tone="warn">{words()}</Chip>}</Show>
      </div>
      <Chip tone={mark() === 'second' ? 'warn' : undefined}>
        <span class="at-microphone-word">{i18n.t(isSilent() ? 'booth.silent.atWork' : 'booth.microphone')}</span>
        <Show when={onMic()} fallback={<span class="muted">{i18n.t('booth.microphoneNobody')}</span>}>
          {(known) => (
            <>
              <strong>
                <bdi>{known().interpreter}</bdi>
              </strong>
              <strong class="time at-microphone-time">{formatElapsed(turnMs() / 1000)}</strong>
              <span class="at-microphone-mark" classList={{ muted: mark() === null }} data-mark={mark()}>
                {markWords()}
              </span>
            </>
          )}
        </Show>
      </Chip>
      <p class="visually-hidden" role="status">
        {sign() ?? present()}
      </p>
      <p class="visually-hidden" role="status">
        {mark() === null ? '' : `${present()}, ${markWords()}`}
      </p>
    </div>
  );
}
