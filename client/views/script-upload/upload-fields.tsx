import { type JSX, Show } from 'solid-js';
import { type LanguageCode, officialLanguages } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';

const another = 'another';

/** The six, those of the entry, and any other by its code. */
export function LanguageChoice(props: {
  readonly value: LanguageCode;
  readonly known: readonly LanguageCode[];
  readonly onChoose: (code: LanguageCode) => void;
}): JSX.Element {
  const i18n = useI18n();
  const codes = (): readonly LanguageCode[] => [...new Set([...officialLanguages, ...props.known])];
  const isListed = (): boolean => codes().includes(props.value);
  return (
    <>
      <SelectField
        label={i18n.t('scripts.language')}
        value={isListed() ? props.value : another}
        options={[
          ...codes().map((code) => ({ value: code, label: i18n.languageName(code) })),
          { value: another, label: i18n.t('scripts.anotherLanguage') },
        ]}
        onChoose={(value) => props.onChoose(value === another ? '' : value)}
      />
      <Show when={!isListed()}>
        <TextField
          label={i18n.t('scripts.languageCode')}
          value={props.value}
          onInput={(code) => props.onChoose(code.trim().toLowerCase())}
        />
      </Show>
    </>
  );
}
