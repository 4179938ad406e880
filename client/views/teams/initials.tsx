import { For, type JSX, Show } from 'solid-js';

/** Initials of interpreters beside each other, each in its own direction. */
export function Initials(props: { readonly of: readonly string[] }): JSX.Element {
  return (
    <For each={props.of}>
      {(initials, index) => (
        <>
          <Show when={index() > 0}> </Show>
          <bdi class="teams-initials">{initials}</bdi>
        </>
      )}
    </For>
  );
}
