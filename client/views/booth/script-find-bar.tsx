import { type JSX, onCleanup, onMount } from 'solid-js';
import { useI18n } from '../../state/i18n-context.tsx';
import { Button } from '../../ui/button.tsx';
import type { Find } from './script-find.ts';

/** Lies where the terms are: nothing moves when one begins to search. Enter and Shift+Enter go on and back, Escape returns. */
export function ScriptFindBar(props: { readonly find: Find }): JSX.Element {
  const i18n = useI18n();
  let field: HTMLInputElement | undefined;
  const before = document.activeElement;
  onMount(() => field?.select());
  onCleanup(() => {
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') props.find.close();
    else props.find.step(event.shiftKey ? -1 : 1);
  };
  const found = (): string => {
    if (props.find.query() === '') return '';
    if (props.find.count() === 0) return i18n.t('booth.script.findNone');
    return i18n.t('booth.script.findCount', { number: props.find.number() + 1, count: props.find.count() });
  };
  return (
    <search class="booth-find">
      <input
        ref={field}
        class="booth-find-field"
        type="search"
        autofocus
        aria-label={i18n.t('booth.script.find')}
        placeholder={i18n.t('booth.script.find')}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        value={props.find.query()}
        onInput={({ currentTarget }) => props.find.look(currentTarget.value)}
        on:keydown={onKeyDown}
      />
      <output class="booth-find-count figure" aria-live="polite">
        {found()}
      </output>
      <Button label="↑" spokenLabel={i18n.t('booth.script.findPrevious')} compact onPress={() => props.find.step(-1)} />
      <Button label="↓" spokenLabel={i18n.t('booth.script.findNext')} compact onPress={() => props.find.step(1)} />
      <Button label={i18n.t('booth.script.findClose')} compact onPress={() => props.find.close()}>
        <kbd class="key" aria-hidden="true">
          Esc
        </kbd>
      </Button>
    </search>
  );
}
