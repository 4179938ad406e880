/** Fields of the upload dialog: a label above, 44 px high. */
import { createUniqueId, For, type JSX, Show } from 'solid-js';
import { type LanguageCode, officialLanguages } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';

export interface UploadChoice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export function ChoiceField<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly UploadChoice<Value>[];
  readonly onChoose: (value: Value) => void;
}): JSX.Element {
  const id = createUniqueId();
  return (
    <div class="upload-field">
      <label for={id} class="label">
        {props.label}
      </label>
      <select
        id={id}
        class="upload-input"
        onChange={(event) => {
          const chosen = props.choices.find(({ value }) => value === event.currentTarget.value);
          if (chosen !== undefined) props.onChoose(chosen.value);
        }}
      >
        <For each={props.choices}>
          {(choice) => (
            <option value={choice.value} selected={choice.value === props.value} dir="auto">
              {choice.label}
            </option>
          )}
        </For>
      </select>
    </div>
  );
}

const another = 'another';

/** The six, those of the entry, and any other by its code. */
export function LanguageChoice(props: {
  readonly value: LanguageCode;
  readonly known: readonly LanguageCode[];
  readonly onChoose: (code: LanguageCode) => void;
}): JSX.Element {
  const i18n = useI18n();
  const id = createUniqueId();
  const codes = (): readonly LanguageCode[] => [...new Set([...officialLanguages, ...props.known])];
  const isListed = (): boolean => codes().includes(props.value);
  return (
    <>
      <ChoiceField
        label={i18n.t('scripts.language')}
        value={isListed() ? props.value : another}
        choices={[
          ...codes().map((code) => ({ value: code, label: i18n.languageName(code) })),
          { value: another, label: i18n.t('scripts.anotherLanguage') },
        ]}
        onChoose={(value) => props.onChoose(value === another ? '' : value)}
      />
      <Show when={!isListed()}>
        <div class="upload-field">
          <label for={id} class="label">
            {i18n.t('scripts.languageCode')}
          </label>
          <input
            id={id}
            class="upload-input"
            type="text"
            dir="ltr"
            autocomplete="off"
            spellcheck={false}
            value={props.value}
            onInput={(event) => props.onChoose(event.currentTarget.value.trim().toLowerCase())}
          />
        </div>
      </Show>
    </>
  );
}
