import type { JSX } from 'solid-js';
import { officialLanguages, ownNames } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { themes } from '../../state/preferences.ts';
import { usePreferences } from '../../state/preferences-context.ts';
import { Chooser } from '../../ui/chooser.tsx';

/** Language of the interface and appearance: each person's own, whatever the station. */
export function PreferenceChoosers(): JSX.Element {
  const preferences = usePreferences();
  const i18n = useI18n();
  return (
    <>
      <Chooser
        label={i18n.t('common.interfaceLanguage')}
        value={preferences.language()}
        choices={officialLanguages.map((language) => ({ value: language, label: ownNames[language], language }))}
        onChoose={preferences.setLanguage}
      />
      <Chooser
        label={i18n.t('common.theme')}
        value={preferences.theme()}
        choices={themes.map((theme) => ({ value: theme, label: i18n.t(`common.themes.${theme}`) }))}
        onChoose={preferences.setTheme}
      />
    </>
  );
}
