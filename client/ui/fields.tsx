/** Fields of forms: a label above, a hint below, as high as a target. */
import { createUniqueId, For, type JSX, Show } from 'solid-js';

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
    <div class="field">
      <label for={id} class={props.labelHidden === true ? 'visually-hidden' : 'label'}>
        {props.label}
      </label>
      <input
        id={id}
        class="input"
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
          <span id={hintId} class="muted field-hint">
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
    <div class="field">
      <label for={id} class="label">
        {props.label}
      </label>
      <select
        id={id}
        class="input"
        onChange={(event) => {
          const chosen = props.options.find(({ value }) => value === event.currentTarget.value);
          if (chosen !== undefined) props.onChoose(chosen.value);
        }}
      >
        <For each={props.options}>
          {(option) => (
            <option value={option.value} selected={option.value === props.value} dir="auto">
              {option.label}
            </option>
          )}
        </For>
      </select>
    </div>
  );
}
