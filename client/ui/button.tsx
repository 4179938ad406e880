import { createSignal, createUniqueId, type JSX, onCleanup, Show } from 'solid-js';
import { useHotkeys } from './hotkeys.ts';
import { printedKey } from './key-names.ts';

export interface ButtonProps {
  readonly label: string;
  /** When it returns a promise, the button is pending until that settles, and cannot be pressed meanwhile. */
  readonly onPress: () => unknown;
  readonly kind?: 'primary' | 'danger' | 'plain';
  /** Stable name of what it does; with it the button has a key, printed on it. One button per action on a page. */
  readonly action?: string;
  /** Default key of the action, as in `key-names.ts`: `Enter`, `F1`, `N`. */
  readonly hotkey?: string;
  /** Pending for a reason of its own: a command that has not had its outcome. */
  readonly pending?: boolean;
  readonly disabled?: boolean;
  /** Why it is disabled: read out with the button and shown as its tooltip. */
  readonly reason?: string;
  readonly compact?: boolean;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  /** What a screen reader says when the label alone does not say it: `Seen: Robert Piper replaces Achim Steiner`. */
  readonly spokenLabel?: string;
  readonly class?: string;
  readonly children?: JSX.Element;
}

/** A disabled button stays in the tab order: a focus that vanishes under a finger is worse than a key that does nothing. */
export function Button(props: ButtonProps): JSX.Element {
  const reasonId = createUniqueId();
  const [running, setRunning] = createSignal(false);
  let gone = false;
  onCleanup(() => {
    gone = true;
  });

  const busy = (): boolean => props.pending === true || running();
  const blocked = (): boolean => props.disabled === true || busy();
  const press = (): void => {
    if (blocked()) return;
    const result = props.onPress();
    if (!(result instanceof Promise)) return;
    setRunning(true);
    const settle = (): void => {
      if (!gone) setRunning(false);
    };
    result.then(settle, (fault: unknown) => {
      settle();
      throw fault;
    });
  };

  const hotkeys = useHotkeys();
  const action = props.action;
  if (action !== undefined && hotkeys !== undefined) {
    hotkeys.register({ id: action, defaultKey: props.hotkey ?? '', label: () => props.label, run: press });
  }
  const key = (): string | null => (action === undefined ? null : (hotkeys?.keyOf(action) ?? null));

  return (
    <button
      type="button"
      class={`button ${props.class ?? ''}`}
      data-kind={props.kind ?? 'plain'}
      data-action={props.action}
      data-compact={props.compact === true ? '' : undefined}
      aria-label={props.spokenLabel}
      aria-disabled={props.disabled === true ? 'true' : undefined}
      aria-busy={busy() ? 'true' : undefined}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-keyshortcuts={key() ?? undefined}
      aria-describedby={props.disabled === true && props.reason !== undefined ? reasonId : undefined}
      title={props.disabled === true ? props.reason : undefined}
      onClick={press}
    >
      <span class="button-label">
        {props.label}
        {props.children}
      </span>
      <Show when={key()}>
        {(name) => (
          <kbd class="key" aria-hidden="true">
            {printedKey(name())}
          </kbd>
        )}
      </Show>
      <Show when={props.disabled === true && props.reason !== undefined}>
        <span id={reasonId} class="visually-hidden">
          {props.reason}
        </span>
      </Show>
    </button>
  );
}
