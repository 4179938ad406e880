import { For, type JSX, onCleanup, onMount } from 'solid-js';
import { Button } from '../../ui/button.tsx';

export interface KeyChoice {
  readonly value: string;
  readonly label: string;
  /** Beside the label: `next`. */
  readonly note?: string;
}

/** At most ten answers on the number keys, beside the key that asked. Enter takes the first. It covers, and moves nothing. */
export function KeyChooser(props: {
  readonly title: string;
  readonly choices: readonly KeyChoice[];
  readonly empty: string;
  readonly cancelLabel: string;
  readonly onChoose: (value: string) => void;
  readonly onCancel: () => void;
}): JSX.Element {
  let box: HTMLDivElement | undefined;
  const before = document.activeElement;
  onMount(() => box?.querySelector('button')?.focus());
  onCleanup(() => {
    // Not when another chooser has opened and taken the focus.
    const left = document.activeElement;
    if (left !== null && left !== document.body && box?.contains(left) === false) return;
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  });
  // Two choosers at once would share the number keys.
  const leave = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof Node && box?.contains(event.relatedTarget) === false) props.onCancel();
  };
  return (
    <div class="booth-chooser" role="dialog" aria-label={props.title} ref={box} on:focusout={leave}>
      <p class="booth-chooser-title">{props.title}</p>
      <div class="booth-chooser-choices">
        <For each={props.choices} fallback={<p class="muted">{props.empty}</p>}>
          {(choice, index) => (
            <Button
              label={choice.label}
              action={`booth.choice${index() + 1}`}
              hotkey={String((index() + 1) % 10)}
              kind={index() === 0 ? 'primary' : 'plain'}
              onPress={() => props.onChoose(choice.value)}
            >
              {choice.note === undefined ? '' : ` · ${choice.note}`}
            </Button>
          )}
        </For>
        <Button label={props.cancelLabel} action="booth.choiceCancel" hotkey="Escape" onPress={props.onCancel} />
      </div>
    </div>
  );
}
