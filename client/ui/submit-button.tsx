import { createUniqueId, type JSX, Show } from 'solid-js';

/** The button that sends a form; while it cannot be sent, the reason stands beside it. */
export function SubmitButton(props: {
  readonly label: string;
  readonly kind?: 'primary' | 'danger';
  /** As printed: the form itself listens for it. */
  readonly printedKey: string;
  /** Why it cannot be sent yet. */
  readonly blocked: string | undefined;
  readonly pending: boolean;
  /** Between the reason and the button: what leads out of the form. */
  readonly children?: JSX.Element;
}): JSX.Element {
  const blockedId = createUniqueId();
  return (
    <>
      <Show when={props.blocked}>
        {(why) => (
          <span id={blockedId} class="muted">
            {why()}
          </span>
        )}
      </Show>
      {props.children}
      <button
        type="submit"
        class="button"
        data-kind={props.kind ?? 'primary'}
        aria-disabled={props.blocked === undefined ? undefined : 'true'}
        aria-busy={props.pending ? 'true' : undefined}
        aria-describedby={props.blocked === undefined ? undefined : blockedId}
      >
        <span class="button-label">{props.label}</span>
        <kbd class="key" aria-hidden="true">
          {props.printedKey}
        </kbd>
      </button>
    </>
  );
}
