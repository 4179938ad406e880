import { type JSX, Show } from 'solid-js';
import { Button } from './button.tsx';
import type { Tone } from './chip.tsx';

/** What happened and what to do. It stays until the person takes it away: a message that vanishes was not read. */
export function Notice(props: {
  readonly tone: Tone;
  readonly title: string;
  readonly advice?: string | undefined;
  readonly dismissLabel: string;
  readonly onDismiss?: () => void;
}): JSX.Element {
  return (
    <div class="notice" role="alert" data-tone={props.tone}>
      <div class="notice-text">
        <p class="notice-title">{props.title}</p>
        <Show when={props.advice}>{(advice) => <p>{advice()}</p>}</Show>
      </div>
      <Show when={props.onDismiss}>{(dismiss) => <Button label={props.dismissLabel} compact onPress={() => dismiss()()} />}</Show>
    </div>
  );
}
