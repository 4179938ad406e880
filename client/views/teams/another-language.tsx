import { createSignal, createUniqueId, type JSX } from 'solid-js';
import type { LanguageCode } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** A column for a language outside the six: a booth may be the only one that understands it. */
export function AnotherLanguage(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onAdd: (code: LanguageCode) => void;
}): JSX.Element {
  const i18n = useI18n();
  const id = createUniqueId();
  const [text, setText] = createSignal('');
  const code = (): LanguageCode => text().trim().toLowerCase();
  const known = (): boolean => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(code());
  const add = (): void => {
    if (!known()) return;
    props.onAdd(code());
    setText('');
    props.onClose();
  };
  return (
    <Dialog open={props.open} title={i18n.t('teams.anotherLanguage')} closeLabel={i18n.t('common.close')} onClose={props.onClose}>
      <form
        class="teams-form"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <label for={id}>{i18n.t('teams.anotherLanguageCode')}</label>
        <input
          id={id}
          class="input"
          type="text"
          dir="ltr"
          autocomplete="off"
          spellcheck={false}
          value={text()}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p class="muted teams-language-name">{known() ? i18n.languageName(code()) : ' '}</p>
        <Button
          kind="primary"
          label={i18n.t('teams.anotherLanguageDo')}
          disabled={!known()}
          reason={i18n.t('teams.anotherLanguageCode')}
          onPress={add}
        />
      </form>
    </Dialog>
  );
}
