import { createEffect, createSignal, For, type JSX } from 'solid-js';
import { useI18n } from '../../../state/i18n-context.tsx';
import { useMeetingState } from '../../../state/meeting-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { SubmitButton } from '../../../ui/submit-button.tsx';
import { RefusalNotice } from '../../frame/frame-states.tsx';
import { useChair } from '../chair-context.tsx';

/** A dialog that ends in one command: Enter gives it, Escape leaves. What is refused stays open, with the reason in it. */
export function DialogForm(props: {
  readonly title: string;
  readonly submit: string;
  readonly kind?: 'primary' | 'danger';
  /** Why it cannot be given yet. */
  readonly blocked?: string | undefined;
  /** `true` closes the dialog. */
  readonly onSubmit: () => Promise<boolean>;
  readonly wide?: boolean;
  readonly children: JSX.Element;
}): JSX.Element {
  const chair = useChair();
  const state = useMeetingState();
  const i18n = useI18n();
  const openedAt = state.now();
  const [pending, setPending] = createSignal(false);
  let form: HTMLFormElement | undefined;

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (pending() || props.blocked !== undefined) return;
    setPending(true);
    const carriedOut = await props.onSubmit();
    setPending(false);
    if (carriedOut) chair.close();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form?.requestSubmit();
  };

  return (
    <Dialog open title={props.title} closeLabel={i18n.t('common.close')} onClose={chair.close}>
      <form
        ref={form}
        class="chair-form"
        data-wide={props.wide === true ? '' : undefined}
        onSubmit={(event) => void submit(event)}
        onKeyDown={onKeyDown}
      >
        <FocusFirst form={() => form} />
        {props.children}
        <For each={state.refusals().filter((refusal) => refusal.at >= openedAt)}>{(refusal) => <RefusalNotice refusal={refusal} />}</For>
        <div class="form-end">
          <SubmitButton
            label={props.submit}
            {...(props.kind === undefined ? {} : { kind: props.kind })}
            printedKey="Enter"
            blocked={props.blocked}
            pending={pending()}
          >
            <Button label={i18n.t('common.cancel')} onPress={chair.close} />
          </SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}

/** Inside the dialog, so that its effect comes after the one that shows the dialog and puts the focus on the close button. */
function FocusFirst(props: { readonly form: () => HTMLElement | undefined }): JSX.Element {
  createEffect(() => props.form()?.querySelector<HTMLElement>('input, select, textarea, button')?.focus());
  return null;
}
