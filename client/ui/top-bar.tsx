import type { JSX } from 'solid-js';

/** The head of every page: which meeting, which station, what is special here; then choosers, freshness and the clock. */
export function TopBar(props: {
  readonly title: string;
  readonly station: JSX.Element;
  /** Beside the station, where the eye starts. */
  readonly start?: JSX.Element;
  /** Before the choosers, at the far end. */
  readonly end?: JSX.Element;
  readonly choosers: JSX.Element;
  readonly freshness?: JSX.Element;
  /** `HH:MM:SS`. */
  readonly clock: string;
}): JSX.Element {
  return (
    <header class="top-bar">
      <div class="top-bar-slot">
        <h1 class="top-bar-title">
          <bdi>{props.title}</bdi>
        </h1>
        {props.station}
        {props.start}
      </div>
      <div class="top-bar-space" />
      <div class="top-bar-slot">
        {props.end}
        {props.choosers}
        {props.freshness}
        <span class="top-bar-clock time">{props.clock}</span>
      </div>
    </header>
  );
}
