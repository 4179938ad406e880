import { createSignal, For, type JSX, Show } from 'solid-js';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import type { Hotkeys } from './hotkeys.ts';
import { keyName, printedKey } from './key-names.ts';

/** The keys of the page, and a way to change each. */
export function KeysDialog(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly hotkeys: Hotkeys;
  /** Other choices of this kind, above the keys. */
  readonly children?: JSX.Element;
  readonly words: {
    readonly title: string;
    readonly advice: string;
    readonly press: string;
    readonly none: string;
    readonly reset: string;
    readonly close: string;
    readonly taken: (action: string) => string;
  };
}): JSX.Element {
  const [waitingFor, setWaitingFor] = createSignal<string | null>(null);
  const [trouble, setTrouble] = createSignal('');

  const onKeyDown = (event: KeyboardEvent): void => {
    const id = waitingFor();
    const key = keyName(event);
    // Tab and Escape keep their meaning: without them nobody could leave this dialog.
    if (id === null || key === null || event.key === 'Tab' || event.key === 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    const result = props.hotkeys.remap(id, key);
    setTrouble(result.ok ? '' : props.words.taken(result.takenBy.label()));
    if (result.ok) setWaitingFor(null);
  };

  return (
    <Dialog open={props.open} title={props.words.title} closeLabel={props.words.close} onClose={props.onClose}>
      <div class="keys" on:keydown={{ handleEvent: onKeyDown, capture: true }}>
        {props.children}
        <p class="muted">{props.words.advice}</p>
        <p role="status" data-tone="warn" class="toned">
          {trouble()}
        </p>
        <ul class="keys-list">
          <For each={props.hotkeys.actions()}>
            {(action) => (
              <li class="keys-row">
                <span>{action.label()}</span>
                <Button
                  compact
                  label={waitingFor() === action.id ? props.words.press : printedKey(props.hotkeys.keyOf(action.id) ?? props.words.none)}
                  spokenLabel={`${action.label()}: ${waitingFor() === action.id ? props.words.press : (props.hotkeys.keyOf(action.id) ?? props.words.none)}`}
                  onPress={() => setWaitingFor(action.id)}
                />
              </li>
            )}
          </For>
        </ul>
        <Show when={props.hotkeys.actions().length > 0}>
          <Button label={props.words.reset} compact onPress={props.hotkeys.reset} />
        </Show>
      </div>
    </Dialog>
  );
}
