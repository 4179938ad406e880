import { createSignal, For, type JSX } from 'solid-js';
import type { LanguageCode } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { keyName } from '../../ui/key-names.ts';
import { classOf, type DraftRow, type LanguageClass, nextClass } from './team-draft.ts';

const classOfKey: Readonly<Record<string, LanguageClass | null>> = { A: 'a', B: 'b', C: 'c', Delete: null, Backspace: null };

/**
 * One cell per language. The row is one stop of the Tab key and the arrows move within the table, so that a team of three is
 * passed with a few keys.
 */
export function LanguageFields(props: {
  readonly row: DraftRow;
  readonly columns: readonly LanguageCode[];
  /** Where the Tab key enters the row first. */
  readonly own: LanguageCode;
  readonly onSet: (language: LanguageCode, name: LanguageClass | null) => void;
}): JSX.Element {
  const i18n = useI18n();
  const [stop, setStop] = createSignal(props.own);
  const isStop = (language: LanguageCode): boolean => {
    const there = props.columns.includes(stop());
    return there ? stop() === language : props.columns[0] === language;
  };
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }, language: LanguageCode): void => {
    const name = keyName(event) ?? '';
    const direct = classOfKey[name];
    if (direct === undefined && !moves(event.currentTarget, name, i18n.direction())) return;
    event.preventDefault();
    event.stopPropagation();
    if (direct !== undefined) props.onSet(language, direct);
  };
  return (
    <For each={props.columns}>
      {(language) => {
        const name = (): LanguageClass | null => classOf(props.row, language);
        return (
          <td class="teams-language-cell">
            <button
              type="button"
              class="teams-language"
              data-class={name() ?? 'none'}
              data-language={language}
              tabindex={isStop(language) ? 0 : -1}
              aria-label={i18n.t('teams.field', {
                interpreter: props.row.id,
                language: i18n.languageName(language),
                class: i18n.t(`teams.class.${name() ?? 'none'}`),
              })}
              onFocus={() => setStop(language)}
              onClick={() => props.onSet(language, nextClass(name()))}
              on:keydown={(event) => onKeyDown(event, language)}
            >
              {name()?.toUpperCase() ?? '·'}
            </button>
          </td>
        );
      }}
    </For>
  );
}

/** Moves the focus to a neighbour; `true` when the key is one that moves. */
function moves(from: HTMLElement, name: string, direction: 'ltr' | 'rtl'): boolean {
  const forward = direction === 'ltr' ? 'ArrowRight' : 'ArrowLeft';
  const backward = direction === 'ltr' ? 'ArrowLeft' : 'ArrowRight';
  const cell = from.closest('td');
  const row = from.closest('tr');
  const inRow = (of: Element | null | undefined): HTMLElement | null | undefined =>
    of?.querySelector<HTMLElement>(`[data-language="${from.dataset.language}"]`);
  const target = {
    [forward]: cell?.nextElementSibling?.querySelector<HTMLElement>('[data-language]'),
    [backward]: cell?.previousElementSibling?.querySelector<HTMLElement>('[data-language]'),
    ArrowUp: inRow(row?.previousElementSibling),
    ArrowDown: inRow(row?.nextElementSibling),
  };
  if (!Object.hasOwn(target, name)) return false;
  target[name]?.focus();
  return true;
}
