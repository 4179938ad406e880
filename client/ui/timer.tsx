import { createEffect, createMemo, createSignal, type JSX, on } from 'solid-js';
import { formatTimer } from './format-timer.ts';

/** Marks that a screen reader speaks, seconds left. Between them the clock is silent (`domain.md` section 7). */
export const spokenMarks = [60, 30, 10, 0] as const;

export function Timer(props: {
  /** Seconds left; negative when over. */
  readonly seconds: number;
  readonly over: 'negative' | 'zero';
  /** What it counts: "Speaking time left". */
  readonly label: string;
  /** Sentence for a mark: "30 seconds left". Without it nothing is spoken. */
  readonly spoken?: (mark: number) => string;
  readonly class?: string;
}): JSX.Element {
  const text = createMemo(() => formatTimer(props.seconds, props.over));
  const whole = createMemo(() => Math.ceil(props.seconds));
  const [said, setSaid] = createSignal('');
  createEffect(
    on(whole, (now, before) => {
      if (before === undefined) return;
      // More time than before: another speaker, or time added. The same words have to be news when they come again. Not for
      // one second, by which the clock may be set back.
      if (now > before + 1) setSaid('');
      // The last one passed: a window that slept does not say a time that is over.
      const mark = spokenMarks.findLast((candidate) => now <= candidate && candidate < before);
      if (mark !== undefined && props.spoken !== undefined) setSaid(props.spoken(mark));
    }),
  );
  return (
    <>
      <span
        class={`time ${props.class ?? ''}`}
        role="timer"
        aria-live="off"
        aria-label={props.label}
        data-over={whole() < 0 ? '' : undefined}
      >
        {text()}
      </span>
      <span class="visually-hidden" aria-live="polite">
        {said()}
      </span>
    </>
  );
}
