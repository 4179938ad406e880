/** What a table of terms is made of, whether all its rows are drawn or only those in sight. */
import { For, type JSX, Show } from 'solid-js';
import { directionOf, type Language, unLetters } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';

/** `last`: the name of the column after the languages. */
export function TermHead(props: { readonly columns: readonly Language[]; readonly last: JSX.Element }): JSX.Element {
  const i18n = useI18n();
  return (
    <thead>
      <tr>
        <For each={props.columns}>
          {(language) => (
            // On the side where the words below it begin.
            <th scope="col" class="label" dir={directionOf(language)}>
              <bdi dir={i18n.direction()}>
                {unLetters[language]} · {i18n.languageName(language)}
              </bdi>
            </th>
          )}
        </For>
        <th scope="col" class="label term-last">
          {props.last}
        </th>
      </tr>
    </thead>
  );
}

/** The forms of one language: the preferred one first, the others below it. */
export function TermCell(props: { readonly language: Language; readonly forms: readonly string[] | undefined }): JSX.Element {
  return (
    <td class="term-cell" lang={props.language} dir={directionOf(props.language)}>
      <Show when={props.forms} fallback={<span class="muted">–</span>}>
        {(forms) => (
          <For each={forms()}>
            {(form, index) => (
              <span class="term-form" data-preferred={index() === 0 ? '' : undefined}>
                {form}
              </span>
            )}
          </For>
        )}
      </Show>
    </td>
  );
}
