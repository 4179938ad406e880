import './booth.css';
import { createMemo, type JSX, Show } from 'solid-js';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { type Language, unLetters } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Chip } from '../../ui/chip.tsx';
import { formatElapsed } from '../../ui/format-timer.ts';
import { StationFrame } from '../frame/station-frame.tsx';
import { BoothStrip } from './booth-strip.tsx';
import { ChangeRow } from './change-row.tsx';
import { FloorCard } from './floor-card.tsx';
import { NextCard } from './next-card.tsx';
import { SignalKeys } from './signal-keys.tsx';
import { StatementPanel } from './statement-panel.tsx';
import { makePlans, usualTurnMs } from './task.ts';

/** A booth, `/m/:id/booth/:lang`: silent, still, and the same for every interpreter who sits in it. */
export function BoothPage(props: { readonly lang: Language }): JSX.Element {
  const i18n = useI18n();
  return (
    <StationFrame
      station={i18n.t('booth.station', { letter: unLetters[props.lang], booth: i18n.stationName(`booth:${props.lang}`) })}
      stationTone="info"
      stationLanguage={props.lang}
      end={(meeting) => <AtMicrophone meeting={meeting()} booth={props.lang} />}
    >
      {(meeting) => <Booth meeting={meeting()} booth={props.lang} />}
    </StationFrame>
  );
}

function Booth(props: { readonly meeting: Meeting; readonly booth: Language }): JSX.Element {
  const state = useMeetingState();
  const plans = createMemo(() => makePlans(props.meeting));
  return (
    <div class="booth" on:mousedown={keepFocus}>
      <div class="booth-start">
        <FloorCard meeting={props.meeting} booth={props.booth} plans={(language) => plans()(language)} />
        <ChangeRow meeting={props.meeting} station={state.station} booth={props.booth} plans={(language) => plans()(language)} />
        <NextCard meeting={props.meeting} booth={props.booth} plans={(language) => plans()(language)} />
      </div>
      <StatementPanel meeting={props.meeting} booth={props.booth} />
      <BoothStrip meeting={props.meeting} booth={props.booth} plans={(language) => plans()(language)} />
      <SignalKeys meeting={props.meeting} station={state.station} booth={props.booth} />
    </div>
  );
}

function AtMicrophone(props: { readonly meeting: Meeting; readonly booth: Language }): JSX.Element {
  const i18n = useI18n();
  const state = useMeetingState();
  const onMic = () => props.meeting.booths[props.booth].onMic;
  const turnMs = (): number => state.now() - (onMic()?.since ?? state.now());
  const over = createMemo(() => turnMs() >= usualTurnMs);
  return (
    <Chip tone={over() ? 'warn' : undefined}>
      <span>{i18n.t('booth.microphone')}</span>
      <Show when={onMic()} fallback={<span class="muted">{i18n.t('booth.microphoneNobody')}</span>}>
        {(known) => (
          <>
            <strong>
              <bdi>{known().interpreter}</bdi>
            </strong>
            <strong class="time">{formatElapsed(turnMs() / 1000)}</strong>
            <span class="muted">
              {over() ? i18n.t('booth.turnOver') : i18n.t('booth.turnOf', { time: formatElapsed(usualTurnMs / 1000) })}
            </span>
          </>
        )}
      </Show>
    </Chip>
  );
}

/**
 * A click leaves the focus where it is: else Enter, which says Seen, would press once more the key that was clicked last.
 * The keyboard reaches every button all the same.
 */
function keepFocus(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('button') !== null) event.preventDefault();
}
