import { For, type JSX, onCleanup, onMount } from 'solid-js';
import { Button } from '../../ui/button.tsx';

export interface KeyChoice {
  readonly value: string;
  readonly label: string;
  /** Beside the label: `next`. */
  readonly note?: string;
}

/** A few answers on the number keys, above the key that asked. Enter takes the first. It covers, and moves nothing. */
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
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  });
  return (
    <div class="booth-chooser" role="dialog" aria-label={props.title} ref={box}>
      <p class="booth-chooser-title">{props.title}</p>
      <div class="booth-chooser-choices">
        <For each={props.choices} fallback={<p class="muted">{props.empty}</p>}>
          {(choice, index) => (
            <Button
              label={choice.label}
              action={`booth.choice${index() + 1}`}
              hotkey={String(index() + 1)}
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
