import { createEffect, createMemo, createSignal, For, type JSX, on, Show } from 'solid-js';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { brightnessRange } from '../../state/preferences.ts';
import { usePreferences } from '../../state/preferences-context.ts';

import { Button } from '../../ui/button.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { createHotkeys, HotkeysProvider } from '../../ui/hotkeys.ts';
import { KeysDialog } from '../../ui/keys-dialog.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import { BrightnessSlider } from './brightness-slider.tsx';
import { ConnectionFreshness } from './connection-freshness.tsx';
import { EarlierCommands } from './earlier-commands.tsx';
import { NothingYet, RefusalNotice, StoppedNotice } from './frame-states.tsx';
import { LostCommands } from './lost-commands.tsx';
import { PreferenceChoosers } from './preference-choosers.tsx';
import { warmLetters } from './warm-letters.ts';

export interface StationFrameProps {
  /** Text of the station's chip; default: the name of the station. */
  readonly station?: JSX.Element;
  readonly stationTone?: Tone;
  /** Code of a booth's language, on the chip. */
  readonly stationLanguage?: string;
  /** In the bar after the chip, and before the choosers. */
  readonly start?: (meeting: () => Meeting) => JSX.Element;
  readonly end?: (meeting: () => Meeting) => JSX.Element;
  /** Drawn when there is a meeting. The accessor stays the same store: read fields from it. */
  readonly children: (meeting: () => Meeting) => JSX.Element;
}

/**
 * The frame of every station's page: bar, refusals that stay until dismissed, keys, and the states in which there is
 * nothing to work with. Its main part turns grey while the picture is not live.
 */
export function StationFrame(props: StationFrameProps): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  const preferences = usePreferences();
  const hotkeys = createHotkeys(preferences.keys, preferences.setKeys);
  const dim = (by: number) => () => preferences.setBrightness(preferences.brightness() + by);
  const { step } = brightnessRange;
  hotkeys.register({ id: 'dimmer', defaultKey: ',', label: () => i18n.t('common.dimmer'), run: dim(-step) });
  hotkeys.register({ id: 'brighter', defaultKey: '.', label: () => i18n.t('common.brighter'), run: dim(step) });
  const [keysOpen, setKeysOpen] = createSignal(false);
  const meeting = createMemo(() => state.meeting());
  const clock = (): string => {
    const timeZone = meeting()?.timeZone;
    return timeZone === undefined ? '' : i18n.clock(state.now(), timeZone, 'seconds');
  };
  createEffect(
    on(
      () => meeting()?.id,
      () => {
        const known = meeting();
        // A font that does not come is no fault: the browser's own shows the name.
        if (known !== null) warmLetters(known).catch(() => undefined);
      },
    ),
  );
  const title = (): string => meeting()?.shortTitle ?? i18n.t('common.productName');

  return (
    <HotkeysProvider value={hotkeys}>
      <div class="page">
        <TopBar
          title={title()}
          station={
            <Chip tone={props.stationTone} language={props.stationLanguage}>
              {props.station ?? i18n.stationName(state.station)}
            </Chip>
          }
          start={<Show when={meeting()}>{(known) => props.start?.(known)}</Show>}
          end={<Show when={meeting()}>{(known) => props.end?.(known)}</Show>}
          choosers={
            <>
              <Show when={hotkeys.actions().length > 0}>
                <Button label={i18n.t('common.keys')} action="keys" hotkey="?" compact onPress={() => setKeysOpen(true)} />
              </Show>
              <PreferenceChoosers />
            </>
          }
          freshness={<ConnectionFreshness />}
          clock={clock()}
        />
        <div class="notices">
          <Show when={meeting() !== null}>
            <StoppedNotice />
          </Show>
          <LostCommands />
          <EarlierCommands />
          <For each={state.refusals()}>{(refusal) => <RefusalNotice refusal={refusal} />}</For>
        </div>
        <main
          id="content"
          class="page-main"
          data-fresh={state.connection().status === 'live'}
          data-floor-entry={meeting()?.floor?.entryId}
          data-floor-language={meeting()?.floor?.language}
        >
          <Show when={meeting()} fallback={<NothingYet />}>
            {(known) => props.children(known)}
          </Show>
        </main>
      </div>
      <KeysDialog
        open={keysOpen()}
        onClose={() => setKeysOpen(false)}
        hotkeys={hotkeys}
        words={{
          title: i18n.t('common.keysTitle'),
          advice: i18n.t('common.keysAdvice'),
          press: i18n.t('common.keysPress'),
          none: i18n.t('common.keyNone'),
          reset: i18n.t('common.keysReset'),
          close: i18n.t('common.close'),
          taken: (action) => i18n.t('common.keysTaken', { action }),
        }}
      >
        <BrightnessSlider />
      </KeysDialog>
    </HotkeysProvider>
  );
}
