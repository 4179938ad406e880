import { createEffect, createUniqueId, type JSX, onCleanup, Show } from 'solid-js';
import { Button } from './button.tsx';

/** A modal dialog. The browser keeps the focus inside; it goes back to where it was when the dialog closes. */
export function Dialog(props: {
  readonly open: boolean;
  readonly title: string;
  readonly closeLabel: string;
  /** Escape and the close button; a click beside it does nothing, so that nothing is lost by accident. */
  readonly onClose: () => void;
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <Show when={props.open}>
      <OpenDialog {...props} />
    </Show>
  );
}

function OpenDialog(props: {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: JSX.Element;
}): JSX.Element {
  const titleId = createUniqueId();
  const opener = document.activeElement;
  let element: HTMLDialogElement | undefined;

  // `showModal` works only on an element that is in the document: an effect runs after it is drawn.
  createEffect(() => element?.showModal());
  onCleanup(() => {
    element?.close();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  });

  return (
    <dialog
      ref={element}
      class="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <div class="dialog-head">
        <h2 id={titleId}>{props.title}</h2>
        <Button label={props.closeLabel} compact onPress={props.onClose} />
      </div>
      {props.children}
    </dialog>
  );
}
