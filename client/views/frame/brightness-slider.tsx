import type { JSX } from 'solid-js';
import { useI18n } from '../../state/i18n-context.tsx';
import { brightnessRange } from '../../state/preferences.ts';
import { usePreferences } from '../../state/preferences-context.ts';

/** The light of this page, under the glass of a dim booth. */
export function BrightnessSlider(): JSX.Element {
  const preferences = usePreferences();
  const i18n = useI18n();
  return (
    <label class="keys-row">
      <span>{i18n.t('common.brightness')}</span>
      <input
        type="range"
        min={brightnessRange.least}
        max={brightnessRange.most}
        step={brightnessRange.step}
        value={preferences.brightness()}
        onInput={(event) => preferences.setBrightness(event.currentTarget.valueAsNumber)}
      />
    </label>
  );
}
