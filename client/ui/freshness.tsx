import type { JSX } from 'solid-js';

export type FreshnessState = 'connecting' | 'live' | 'notLive' | 'stopped';

/**
 * Whether what is shown is true now, and since when it is not. The figures tick in silence; `spoken` changes only with
 * the state and is read out.
 */
export function Freshness(props: { readonly state: FreshnessState; readonly text: string; readonly spoken: string }): JSX.Element {
  return (
    <>
      <span class="freshness figure" data-state={props.state} data-tone={props.state === 'live' ? 'preview' : 'air'} aria-hidden="true">
        {props.text}
      </span>
      <span class="visually-hidden" role="status">
        {props.spoken}
      </span>
    </>
  );
}
