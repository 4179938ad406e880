import { type JSX, Show } from 'solid-js';

/** Meanings of the colours: you / on air / verified, armed, live / changed, missing, late. */
export type Tone = 'info' | 'air' | 'preview' | 'warn';

/** A word in a box. The tone never stands alone: the text says the same. */
export function Chip(props: {
  readonly tone?: Tone | undefined;
  readonly dot?: boolean;
  readonly size?: 'small' | 'large';
  /** Code of a language before the text, in the letters of the desk: `ES`. */
  readonly language?: string | undefined;
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <span class="chip" data-tone={props.tone} data-dot={props.dot === true ? '' : undefined} data-size={props.size}>
      <Show when={props.language}>{(code) => <LanguageTag code={code()} />}</Show>
      {props.children}
    </span>
  );
}

export function LanguageTag(props: { readonly code: string }): JSX.Element {
  return <span class="language-tag">{props.code.toUpperCase()}</span>;
}
