import '../booth/booth.css';
import { createMemo, type JSX } from 'solid-js';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { languageRead } from '../../../shared/domain/rules/silent-booth.ts';
import type { SilentBooth } from '../../../shared/reference/languages.ts';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { AtMicrophone } from '../booth/at-microphone.tsx';
import { keepFocus } from '../booth/booth-page.tsx';
import { BoothStrip } from '../booth/booth-strip.tsx';
import { ChangeRow } from '../booth/change-row.tsx';
import { FloorCard } from '../booth/floor-card.tsx';
import { NextCard } from '../booth/next-card.tsx';
import { SignalKeys } from '../booth/signal-keys.tsx';
import { StatementPanel } from '../booth/statement-panel.tsx';
import { makePlans } from '../booth/task.ts';
import { StationFrame } from '../frame/station-frame.tsx';
import { StatementTools } from '../script-upload/statement-tools.tsx';
import { makeSilentPlans } from './silent-plans.ts';

/**
 * Captioners or sign-language interpreters, `/m/:id/booth/captions` and `/sign`: the page of a booth without what belongs to
 * a channel. No console to declare, no retour, no alarm of its own.
 */
export function SilentBoothPage(props: { readonly booth: SilentBooth }): JSX.Element {
  return (
    <StationFrame stationTone="info" end={(meeting) => <AtMicrophone meeting={meeting()} booth={props.booth} />}>
      {(meeting) => <SilentBoothBody meeting={meeting()} booth={props.booth} />}
    </StationFrame>
  );
}

function SilentBoothBody(props: { readonly meeting: Meeting; readonly booth: SilentBooth }): JSX.Element {
  const state = useMeetingState();
  const read = createMemo(() => languageRead(props.booth, props.meeting.booths[props.booth]));
  const own = createMemo(() => makeSilentPlans(props.meeting, props.booth));
  const ofOthers = createMemo(() => makePlans(props.meeting));
  return (
    <div class="booth" on:mousedown={keepFocus}>
      <div class="booth-start">
        <FloorCard meeting={props.meeting} booth={read()} plans={(language) => own()(language)} silent />
        <ChangeRow meeting={props.meeting} station={state.station} booth={read()} plans={(language) => own()(language)} />
        <NextCard meeting={props.meeting} booth={read()} plans={(language) => own()(language)} />
      </div>
      <StatementPanel
        meeting={props.meeting}
        booth={read()}
        tools={(entry) => <StatementTools meeting={props.meeting} booth={props.booth} entry={entry()} />}
      />
      <BoothStrip meeting={props.meeting} booth={null} plans={(language) => ofOthers()(language)} />
      <SignalKeys meeting={props.meeting} station={state.station} booth={props.booth} />
    </div>
  );
}
