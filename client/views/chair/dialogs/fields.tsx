/** Fields that choose what an entry says. */
import { type JSX, Show } from 'solid-js';
import { isLanguage, type LanguageCode, officialLanguages } from '../../../../shared/reference/languages.ts';
import type { Delivery } from '../../../../shared/domain/meeting.ts';
import { useI18n } from '../../../state/i18n-context.tsx';
import { SelectField, TextField } from '../../../ui/fields.tsx';

/** The six, and any other by its code. */
export function LanguageField(props: {
  readonly label: string;
  readonly value: LanguageCode;
  readonly onChoose: (code: LanguageCode) => void;
}): JSX.Element {
  const i18n = useI18n();
  const choice = (): string => (isLanguage(props.value) ? props.value : 'another');
  return (
    <>
      <SelectField
        label={props.label}
        value={choice()}
        options={[
          ...officialLanguages.map((language) => ({ value: language as string, label: i18n.languageName(language) })),
          { value: 'another', label: i18n.t('chair.field.anotherLanguage') },
        ]}
        onChoose={(value) => props.onChoose(value === 'another' ? '' : value)}
      />
      <Show when={choice() === 'another'}>
        <TextField
          label={i18n.t('chair.field.languageCode')}
          value={props.value}
          onInput={(code) => props.onChoose(code.trim().toLowerCase())}
        />
      </Show>
    </>
  );
}

const deliveries: readonly Delivery[] = ['room', 'video', 'remote'];

export function DeliveryField(props: { readonly value: Delivery; readonly onChoose: (delivery: Delivery) => void }): JSX.Element {
  const i18n = useI18n();
  return (
    <SelectField
      label={i18n.t('chair.field.delivery')}
      value={props.value}
      options={deliveries.map((value) => ({ value, label: i18n.t(`words.delivery.${value}`) }))}
      onChoose={props.onChoose}
    />
  );
}
