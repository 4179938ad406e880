import { createUniqueId, For, type JSX } from 'solid-js';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Language of the label, when it is not the page's. */
  readonly language?: string;
}

/** A short list to choose from, with its label for screen readers only. */
export function Chooser<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChoose: (value: Value) => void;
}): JSX.Element {
  const id = createUniqueId();
  return (
    <span>
      <label class="visually-hidden" for={id}>
        {props.label}
      </label>
      <select
        id={id}
        class="select"
        onChange={(event) => {
          const chosen = props.choices.find(({ value }) => value === event.currentTarget.value);
          if (chosen !== undefined) props.onChoose(chosen.value);
        }}
      >
        <For each={props.choices}>
          {(choice) => (
            <option value={choice.value} selected={choice.value === props.value} lang={choice.language}>
              {choice.label}
            </option>
          )}
        </For>
      </select>
    </span>
  );
}
