import './webcast.css';
import './lists.css';
import { createEffect, createMemo, createSignal, type JSX, on, onCleanup, Show } from 'solid-js';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Chip } from '../../ui/chip.tsx';
import { formatElapsed } from '../../ui/format-timer.ts';
import { StationFrame } from '../frame/station-frame.tsx';
import { ContactSheet } from './contact-sheet.tsx';
import { nameOfCue } from './desk.ts';
import { createDesk, type Desk } from './desk-state.ts';
import { DeskKeys } from './desk-keys.tsx';
import { FirstSignal } from './first-signal.tsx';
import { LateChangePanel } from './late-change-panel.tsx';
import { LockPanel } from './lock-panel.tsx';
import { PreviewMonitor, ProgramMonitor } from './monitors.tsx';
import { NamesPanel } from './names-panel.tsx';
import { RunOfShow } from './run-of-show.tsx';

export function WebcastPage(): JSX.Element {
  return (
    <StationFrame start={(meeting) => <OnAirChip meeting={meeting()} />} end={(meeting) => <FirstSignal meeting={meeting()} />}>
      {(meeting) => <WebcastDesk meeting={meeting()} />}
    </StationFrame>
  );
}

function WebcastDesk(props: { readonly meeting: Meeting }): JSX.Element {
  const i18n = useI18n();
  const desk = createDesk(useMeetingState(), () => props.meeting, i18n.language());
  document.addEventListener('click', releaseButton);
  onCleanup(() => document.removeEventListener('click', releaseButton));
  return (
    <div class="desk">
      <div class="desk-picture">
        <div class="desk-monitors">
          <PreviewMonitor desk={desk} />
          <ProgramMonitor desk={desk} />
        </div>
        <div class="desk-notes">
          <LockPanel desk={desk} />
          <LateChangePanel desk={desk} />
        </div>
        <DeskKeys desk={desk} />
        <ContactSheet desk={desk} />
      </div>
      <div class="desk-list">
        <RunOfShow desk={desk} />
        <NamesPanel desk={desk} />
      </div>
      <SpokenTally desk={desk} />
    </div>
  );
}

/**
 * After a click with a pointer the button gives up the focus: Space and Enter belong to the button that has it, and the
 * next Space of an operator means Take. Whoever works by keyboard keeps the focus (`detail` is 0 then).
 */
function releaseButton(event: MouseEvent): void {
  if (event.detail === 0 || !(event.target instanceof Element)) return;
  const button = event.target.closest('button');
  if (button instanceof HTMLElement) button.blur();
}

function OnAirChip(props: { readonly meeting: Meeting }): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  return (
    <Show when={props.meeting.captions.onAir}>
      {(onAir) => (
        <Chip tone="air" dot>
          {i18n.t('webcast.onAir')} <span class="time">{formatElapsed((state.now() - onAir().takenAt) / 1000)}</span>
        </Chip>
      )}
    </Show>
  );
}

/** For a screen reader: what came on air or went off, in a word, when it happens. */
function SpokenTally(props: { readonly desk: Desk }): JSX.Element {
  const i18n = useI18n();
  const [said, setSaid] = createSignal('');
  const onAirName = createMemo(() => {
    const cue = props.desk.meeting().captions.onAir?.cue;
    return cue === undefined ? null : nameOfCue(cue).name;
  });
  createEffect(
    on(onAirName, (name) => setSaid(name === null ? i18n.t('webcast.spoken.offAir') : i18n.t('webcast.spoken.onAir', { name })), {
      defer: true,
    }),
  );
  return (
    <p class="visually-hidden" aria-live="assertive">
      {said()}
    </p>
  );
}
