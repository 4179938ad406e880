import { type JSX, Show } from 'solid-js';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import type { GivenView } from '../../state/meeting-state.ts';
import { detailOf } from './command-words.ts';

/** One command in a list of given ones: its name, whom it concerned, when it was given. */
export function GivenCommand(props: { readonly given: GivenView }): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  const time = (): string | null => {
    const timeZone = state.meeting()?.timeZone;
    return timeZone === undefined ? null : i18n.clock(props.given.givenAt, timeZone, 'seconds');
  };
  return (
    <span class="given-words">
      <strong>{i18n.t(`commands.names.${props.given.command.type}`)}</strong>
      <Show when={detailOf(props.given.command, i18n)}>
        {(detail) => (
          <>
            {' · '}
            <bdi>{detail()}</bdi>
          </>
        )}
      </Show>
      <Show when={props.given.about}>
        {(name) => (
          <>
            {' · '}
            <bdi class="name">{name()}</bdi>
          </>
        )}
      </Show>
      <Show when={time()}>
        {(clock) => (
          <span class="muted">
            {' · '}
            <span class="time">{clock()}</span>
          </span>
        )}
      </Show>
    </span>
  );
}
