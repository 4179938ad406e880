import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import type { UnShortName } from '../../../../shared/reference/un-short-names.ts';
import { useI18n } from '../../../state/i18n-context.tsx';
import { searchStates } from '../state-search.ts';

/** A State by a few letters in any of the six languages, or an organization as it is typed. */
export function StateField(props: {
  readonly value: string;
  readonly state: UnShortName | null;
  readonly onChange: (name: string, state: UnShortName | null) => void;
}): JSX.Element {
  const i18n = useI18n();
  const [id, listId, hintId] = [createUniqueId(), createUniqueId(), createUniqueId()];
  const [marked, setMarked] = createSignal(0);
  const found = createMemo(() => (props.state === null ? searchStates(props.value) : []));
  /** Two others beside the page's own: enough to tell the two Congos apart. */
  const otherLanguages = () => (['en', 'fr', 'es'] as const).filter((language) => language !== i18n.language()).slice(0, 2);
  const optionId = (index: number): string => `${listId}-${index}`;
  const choose = (state: UnShortName | undefined): void => {
    if (state !== undefined) props.onChange(state.names[i18n.language()], state);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const count = found().length;
    if (count === 0 || event.isComposing) return;
    if (event.key === 'ArrowDown') setMarked((index) => (index + 1) % count);
    else if (event.key === 'ArrowUp') setMarked((index) => (index + count - 1) % count);
    else if (event.key === 'Enter') choose(found()[marked()]);
    else return;
    event.preventDefault();
  };
  return (
    <div class="field">
      <label for={id} class="label">
        {i18n.t('chair.field.state')}
      </label>
      <input
        id={id}
        class="input"
        type="text"
        role="combobox"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={found().length > 0}
        aria-controls={listId}
        aria-activedescendant={found().length > 0 ? optionId(marked()) : undefined}
        aria-describedby={hintId}
        value={props.value}
        onKeyDown={onKeyDown}
        onInput={(event) => {
          setMarked(0);
          props.onChange(event.currentTarget.value, null);
        }}
      />
      <span id={hintId} class="field-hint" role="status">
        <Show
          when={props.state}
          fallback={
            <span class="muted">
              {found().length > 0 ? i18n.t('chair.field.statesFound', { count: found().length }) : i18n.t('chair.field.stateHint')}
            </span>
          }
        >
          <span class="toned" data-tone="preview">
            {i18n.t('chair.field.stateChosen')}
          </span>
        </Show>
      </span>
      <div class="chair-options" role="listbox" id={listId} aria-label={i18n.t('chair.field.state')} hidden={found().length === 0}>
        <For each={found()}>
          {(state, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and the keys; the option is for the mouse
            // biome-ignore lint/a11y/useFocusableInteractive: same reason, `aria-activedescendant` marks it
            <div
              class="chair-option"
              role="option"
              id={optionId(index())}
              aria-selected={index() === marked()}
              onClick={() => choose(state)}
            >
              <bdi lang={i18n.language()}>{state.names[i18n.language()]}</bdi>
              <span class="muted">
                <For each={otherLanguages()}>
                  {(language, place) => (
                    <>
                      {place() > 0 ? ' · ' : ''}
                      <bdi lang={language}>{state.names[language]}</bdi>
                    </>
                  )}
                </For>
              </span>
            </div>
          )}
        </For>
      </div>
    </div>
  );
}
