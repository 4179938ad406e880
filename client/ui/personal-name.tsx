import type { JSX } from 'solid-js';

/**
 * The name of a person or a delegation: whole, in its own letters and direction, never cut, never in capitals.
 * `dir="auto"` takes the direction from the name's own first letter, which is right for a name in any language.
 */
export function PersonalName(props: { readonly name: string; readonly language: string; readonly class?: string }): JSX.Element {
  return (
    <bdi class={`name ${props.class ?? ''}`} lang={props.language} dir="auto">
      {props.name}
    </bdi>
  );
}
