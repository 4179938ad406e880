import './chair-list.css';
import './chair-panels.css';
import './chair.css';
import './chair-sizes.css';
import { createSignal, type JSX, lazy, Show, Suspense } from 'solid-js';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { StationFrame } from '../frame/station-frame.tsx';
import { BoothsPanel } from './booths-panel.tsx';
import { type ChairDialog, ChairProvider, useChair } from './chair-context.tsx';
import { ChangesPanel } from './changes-panel.tsx';
import { FloorPanel } from './floor-panel.tsx';
import { MeetingButtons } from './meeting-buttons.tsx';
import { SpeakerList } from './speaker-list.tsx';
import { TwoHours } from './two-hours.tsx';

const ChairDialogs = lazy(async () => ({ default: (await import('./dialogs/chair-dialogs.tsx')).ChairDialogs }));

/** The page of the chair's assistant: time, list, floor, late changes, requests of the booths. */
export function ChairPage(): JSX.Element {
  // Out here because the bar, too, opens a dialog.
  const [dialog, setDialog] = createSignal<ChairDialog | null>(null);
  return (
    <StationFrame
      start={(meeting) => <WhenAndWhere meeting={meeting()} />}
      end={(meeting) => <MeetingButtons meeting={meeting()} onClose={() => setDialog({ kind: 'closeMeeting' })} />}
    >
      {(meeting) => (
        <ChairProvider meeting={meeting} dialog={dialog} setDialog={setDialog}>
          <div class="chair">
            <TwoHours />
            <FloorPanel />
            <SpeakerList />
            <ChangesPanel />
            <BoothsPanel />
          </div>
          <Dialogs />
          <Said />
        </ChairProvider>
      )}
    </StationFrame>
  );
}

function WhenAndWhere(props: { readonly meeting: Meeting }): JSX.Element {
  const i18n = useI18n();
  return (
    <span class="muted chair-when">
      <span class="chair-day">{i18n.day(props.meeting.date)}</span>
      <span class="time">
        {props.meeting.startsAt}–{props.meeting.endsAt}
      </span>
      <Show when={props.meeting.place}>{(place) => <bdi class="chair-day">{place()}</bdi>}</Show>
    </span>
  );
}

/** Fetched when the first dialog is opened. */
function Dialogs(): JSX.Element {
  const chair = useChair();
  return (
    <Show when={chair.dialog()} keyed>
      {(dialog) => (
        <Suspense>
          <ChairDialogs dialog={dialog} />
        </Suspense>
      )}
    </Show>
  );
}

function Said(): JSX.Element {
  const chair = useChair();
  return (
    <p class="visually-hidden" role="status">
      {chair.said()}
    </p>
  );
}
