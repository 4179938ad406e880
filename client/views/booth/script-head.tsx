import { For, type JSX, Show } from 'solid-js';
import type { Entry, ScriptText } from '../../../shared/domain/meeting.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { useHotkey, useHotkeys } from '../../ui/hotkeys.ts';
import { printedKey } from '../../ui/key-names.ts';

/** Which text this is: its language, which one may change. */
export function ScriptHead(props: {
  readonly entry: Entry;
  readonly text: ScriptText;
  readonly onChoose: (language: string) => void;
}): JSX.Element {
  const i18n = useI18n();
  return (
    <div class="booth-text-head">
      <Show
        when={props.entry.script.texts.length > 1}
        fallback={<Chip language={props.text.language}>{i18n.languageName(props.text.language)}</Chip>}
      >
        <LanguageChoice texts={props.entry.script.texts} shown={props.text.language} onChoose={props.onChoose} />
      </Show>
      <span class="booth-text-version muted">
        <span>{i18n.t('booth.statement.version', { version: props.text.version })}</span>
        <Show when={props.text.sample}>
          <span>{i18n.t('booth.statement.sample')}</span>
        </Show>
      </span>
    </div>
  );
}

/** One button for each language, and one key that goes round. */
function LanguageChoice(props: {
  readonly texts: readonly ScriptText[];
  readonly shown: string;
  readonly onChoose: (language: string) => void;
}): JSX.Element {
  const i18n = useI18n();
  const action = 'booth.scriptLanguage';
  const next = (): void => {
    const at = props.texts.findIndex(({ language }) => language === props.shown);
    const other = props.texts[(at + 1) % props.texts.length];
    if (other !== undefined) props.onChoose(other.language);
  };
  useHotkey({ id: action, defaultKey: 'L', label: () => i18n.t('booth.script.chooseLanguage'), run: next });
  return (
    <fieldset class="booth-languages" aria-label={i18n.t('booth.script.chooseLanguage')}>
      <For each={props.texts}>
        {(text) => (
          <Button
            label={text.language.toUpperCase()}
            spokenLabel={i18n.t('booth.statement.inLanguage', { language: i18n.languageName(text.language) })}
            compact
            pressed={text.language === props.shown}
            onPress={() => props.onChoose(text.language)}
          />
        )}
      </For>
      <Show when={useHotkeys()?.keyOf(action)}>
        {(key) => (
          <kbd class="key" aria-hidden="true">
            {printedKey(key())}
          </kbd>
        )}
      </Show>
    </fieldset>
  );
}

/** What page 1 says about the text, large, because it decides what the interpreter follows. */
export function Handling(props: { readonly handling: ScriptText['handling'] }): JSX.Element {
  const i18n = useI18n();
  return (
    <Show when={props.handling} fallback={<span class="booth-space" />}>
      {(handling) => (
        <p class="booth-handling" data-handling={handling()}>
          <strong>{i18n.t(`words.handling.${handling()}`)}</strong>{' '}
          <span class="booth-handling-means">{i18n.t(`booth.script.handlingMeans.${handling()}`)}</span>
        </p>
      )}
    </Show>
  );
}
