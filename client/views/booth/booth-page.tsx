import './booth.css';
import { createMemo, type JSX } from 'solid-js';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { type Language, unLetters } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { StationFrame } from '../frame/station-frame.tsx';
import { StatementTools } from '../script-upload/statement-tools.tsx';
import { AtMicrophone } from './at-microphone.tsx';
import { BoothStrip } from './booth-strip.tsx';
import { ChangeRow } from './change-row.tsx';
import { FloorCard } from './floor-card.tsx';
import { NextCard } from './next-card.tsx';
import { SignalKeys } from './signal-keys.tsx';
import { StatementPanel } from './statement-panel.tsx';
import { makePlans } from './task.ts';

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
      <StatementPanel
        meeting={props.meeting}
        booth={props.booth}
        tools={(entry) => <StatementTools meeting={props.meeting} booth={props.booth} entry={entry()} />}
      />
      <BoothStrip meeting={props.meeting} booth={props.booth} plans={(language) => plans()(language)} />
      <SignalKeys meeting={props.meeting} station={state.station} booth={props.booth} />
    </div>
  );
}

/**
 * A click leaves the focus where it is: else Enter, which says Seen, would press once more the key that was clicked last.
 * The keyboard reaches every button all the same.
 */
export function keepFocus(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('button') !== null) event.preventDefault();
}
