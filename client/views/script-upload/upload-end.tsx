import { type JSX, Show } from 'solid-js';
import type { Entry } from '../../../shared/domain/meeting.ts';
import type { LanguageCode } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { Button } from '../../ui/button.tsx';
import { SubmitButton } from '../../ui/submit-button.tsx';
import { presentText } from './text-draft.ts';

/** The foot of the form: what becomes of the texts that are there, why it cannot be sent yet, and the key that sends it. */
export function UploadEnd(props: {
  readonly entry: Entry;
  readonly language: LanguageCode;
  /** Only that a text is expected is said: it replaces nothing. */
  readonly expected: boolean;
  readonly blocked: string | undefined;
  readonly pending: boolean;
  readonly onCancel: () => void;
}): JSX.Element {
  const i18n = useI18n();
  const replaced = (): number | undefined => (props.expected ? undefined : presentText(props.entry, props.language)?.version);
  const others = () => props.entry.script.texts.filter((text) => text.language !== props.language);
  return (
    <div class="form-end">
      <span class="upload-replaces">
        <Show when={replaced()}>
          {(version) => (
            <span class="toned" data-tone="warn">
              {i18n.t('scripts.replaces', { next: version() + 1, version: version(), language: i18n.languageName(props.language) })}
            </span>
          )}
        </Show>
        <Show when={others().length > 0}>
          <span class="muted">
            {i18n.t('scripts.others', {
              texts: others()
                .map(({ language, version }) => `${i18n.languageName(language)}, ${i18n.t('booth.statement.version', { version })}`)
                .join(' · '),
            })}
          </span>
        </Show>
      </span>
      <SubmitButton
        label={i18n.t(props.expected ? 'scripts.sendExpected' : 'scripts.send')}
        printedKey="Ctrl+Enter"
        blocked={props.blocked}
        pending={props.pending}
      >
        <Button label={i18n.t('common.cancel')} onPress={props.onCancel} />
      </SubmitButton>
    </div>
  );
}
