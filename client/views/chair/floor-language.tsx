import { For, type JSX } from 'solid-js';
import { isLanguage } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useChair } from './chair-context.tsx';

/** One key per language: the interpreters hear the change, the relay plan of every booth follows it. */
export function FloorLanguage(): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const spoken = (): string | undefined => chair.meeting().floor?.language;
  const rare = (): string | undefined => {
    const code = spoken();
    return code === undefined || isLanguage(code) ? undefined : code;
  };
  const nobody = (): boolean => chair.meeting().floor === null;
  const why = (): string | undefined => (nobody() ? i18n.t('chair.reason.nobodySpeaks') : undefined);
  return (
    <fieldset class="chair-languages" aria-label={i18n.t('chair.floor.language')}>
      <For each={chair.meeting().languages}>
        {(language, index) => (
          <Button
            class="chair-language"
            label={language.toUpperCase()}
            spokenLabel={i18n.t('chair.floor.speakNow', { language: i18n.languageName(language) })}
            action={`speak:${language}`}
            hotkey={String(index() + 1)}
            pressed={spoken() === language}
            disabled={nobody()}
            reason={why()}
            onPress={() => (spoken() === language ? undefined : chair.give({ type: 'setFloorLanguage', language }))}
          />
        )}
      </For>
      <Button
        class="chair-language"
        label={rare()?.toUpperCase() ?? '…'}
        spokenLabel={i18n.t('chair.floor.anotherLanguage')}
        action="speak:another"
        hotkey="7"
        pressed={rare() !== undefined}
        disabled={nobody()}
        reason={why()}
        onPress={() => chair.open({ kind: 'language' })}
      />
    </fieldset>
  );
}
