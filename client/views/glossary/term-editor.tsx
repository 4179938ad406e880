import { createUniqueId, For, type JSX, onMount, Show } from 'solid-js';
import { directionOf, type Language } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { Button } from '../../ui/button.tsx';
import { mostForms, problemOf, type TermDraft } from './term-draft.ts';

/** One term in all its languages: Enter saves it, Escape leaves it as it was. */
export function TermEditor(props: {
  readonly columns: readonly Language[];
  readonly draft: TermDraft;
  readonly onDraft: (draft: TermDraft) => void;
  /** Only called when nothing stands against it. */
  readonly onSave: () => Promise<unknown>;
  readonly onCancel: () => void;
}): JSX.Element {
  const i18n = useI18n();
  const hintId = createUniqueId();
  const noteId = createUniqueId();
  let first: HTMLInputElement | undefined;
  onMount(() => first?.focus());

  const problem = () => problemOf(props.draft);
  const reason = (): string | undefined => {
    const known = problem();
    return known === null ? undefined : i18n.t(`glossary.${known}`, { count: mostForms });
  };
  const write = (language: Language, line: string): void =>
    props.onDraft({ ...props.draft, lines: { ...props.draft.lines, [language]: line } });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      // It ends the editing, not the dialog round it.
      event.preventDefault();
      event.stopPropagation();
      props.onCancel();
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && problem() === null) {
      event.preventDefault();
      void props.onSave();
    }
  };

  return (
    <div class="term-editor" on:keydown={onKeyDown}>
      <div class="term-editor-fields">
        <For each={props.columns}>
          {(language, index) => (
            <label class="term-editor-field">
              <span class="label">{i18n.languageName(language)}</span>
              <input
                ref={(element) => {
                  if (index() === 0) first = element;
                }}
                class="input"
                type="text"
                lang={language}
                dir={directionOf(language)}
                autocomplete="off"
                spellcheck={false}
                aria-describedby={hintId}
                value={props.draft.lines[language] ?? ''}
                onInput={(event) => write(language, event.currentTarget.value)}
              />
            </label>
          )}
        </For>
        <label class="term-editor-field" for={noteId}>
          <span class="label">{i18n.t('glossary.note')}</span>
          <input
            id={noteId}
            class="input"
            type="text"
            dir="auto"
            autocomplete="off"
            value={props.draft.note}
            onInput={(event) => props.onDraft({ ...props.draft, note: event.currentTarget.value })}
          />
        </label>
      </div>
      <div class="term-editor-end">
        <span id={hintId} class="muted">
          <Show when={reason()} fallback={i18n.t('glossary.severalForms')}>
            {(why) => why()}
          </Show>
        </span>
        <Button label={i18n.t('common.cancel')} onPress={props.onCancel} />
        <Button
          kind="primary"
          label={i18n.t('common.save')}
          disabled={problem() !== null}
          {...reasonProp(reason())}
          onPress={props.onSave}
        />
      </div>
    </div>
  );
}

function reasonProp(reason: string | undefined): { readonly reason?: string } {
  return reason === undefined ? {} : { reason };
}
