/** Fields of the dialogs: a label above, a hint below, 44 px high. */
import { createUniqueId, For, type JSX, Show } from 'solid-js';
import { isLanguage, type LanguageCode, officialLanguages } from '../../../../shared/reference/languages.ts';
import type { Delivery } from '../../../../shared/domain/meeting.ts';
import { useI18n } from '../../../state/i18n-context.tsx';

export function TextField(props: {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string;
  /** Language of what is typed; its direction follows the first letter. */
  readonly language?: string | undefined;
  readonly labelHidden?: boolean;
}): JSX.Element {
  const id = createUniqueId();
  const hintId = createUniqueId();
  return (
    <div class="chair-field">
      <label for={id} class={props.labelHidden === true ? 'visually-hidden' : 'label'}>
        {props.label}
      </label>
      <input
        id={id}
        class="chair-input"
        type="text"
        dir="auto"
        lang={props.language}
        autocomplete="off"
        spellcheck={false}
        aria-describedby={props.hint === undefined ? undefined : hintId}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      <Show when={props.hint}>
        {(hint) => (
          <span id={hintId} class="muted chair-hint">
            {hint()}
          </span>
        )}
      </Show>
    </div>
  );
}

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export function SelectField<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChoose: (value: Value) => void;
}): JSX.Element {
  const id = createUniqueId();
  return (
    <div class="chair-field">
      <label for={id} class="label">
        {props.label}
      </label>
      <select
        id={id}
        class="chair-input"
        onChange={(event) => {
          const chosen = props.options.find(({ value }) => value === event.currentTarget.value);
          if (chosen !== undefined) props.onChoose(chosen.value);
        }}
      >
        <For each={props.options}>
          {(option) => (
            <option value={option.value} selected={option.value === props.value}>
              {option.label}
            </option>
          )}
        </For>
      </select>
    </div>
  );
}

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
