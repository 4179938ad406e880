import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { entryById, subjectOf } from '../../../../shared/domain/entries.ts';
import type { ScriptPosition } from '../../../../shared/domain/meeting.ts';
import { textToFollow } from '../../../../shared/domain/rules/statements.ts';
import { must } from '../../../../shared/lib/assert.ts';
import { directionOf } from '../../../../shared/reference/languages.ts';
import { useI18n } from '../../../state/i18n-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { useChair } from '../chair-context.tsx';
import { isSpokenCode } from '../entry-drafts.ts';
import { DialogForm } from './dialog-form.tsx';
import { AreaField, LanguageField, SelectField } from './fields.tsx';

type Status = 'expected' | 'received' | 'checkAgainstDelivery' | 'readOutVerbatim';
const modes: readonly ScriptPosition['mode'][] = ['onScript', 'offScript', 'skipped'];

/** The text of a statement: that it is expected, the text itself, and where in it the speaker is. */
export function ScriptDialog(props: { readonly entryId: string }): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const entry = () => must(entryById(chair.meeting(), props.entryId), `an entry ${props.entryId}`);
  const [language, setLanguage] = createSignal(entry().language);
  const [status, setStatus] = createSignal<Status>('checkAgainstDelivery');
  const [text, setText] = createSignal('');
  const blocked = (): string | undefined => {
    if (!isSpokenCode(language())) return i18n.t('chair.field.languageCode');
    return status() !== 'expected' && text().trim() === '' ? i18n.t('refusals.textEmpty.title') : undefined;
  };
  const submit = (): Promise<boolean> =>
    chair.give(
      { type: 'setScript', entryId: props.entryId, language: language(), text: text(), status: status() },
      i18n.t('chair.list.done', { action: i18n.t('chair.dialog.scriptDo'), name: subjectOf(entry()) }),
    );
  return (
    <DialogForm
      wide
      manyLines
      title={i18n.t('chair.dialog.script', { name: subjectOf(entry()) })}
      submit={i18n.t('chair.dialog.scriptDo')}
      blocked={blocked()}
      onSubmit={submit}
    >
      <div class="chair-form-row">
        <SelectField
          label={i18n.t('chair.dialog.scriptStatus')}
          value={status()}
          options={[
            { value: 'checkAgainstDelivery', label: i18n.t('words.handling.checkAgainstDelivery') },
            { value: 'readOutVerbatim', label: i18n.t('words.handling.readOutVerbatim') },
            { value: 'received', label: i18n.t('chair.dialog.scriptReceived') },
            { value: 'expected', label: i18n.t('chair.dialog.scriptExpected') },
          ]}
          onChoose={setStatus}
        />
        <LanguageField label={i18n.t('chair.field.language')} value={language()} onChoose={setLanguage} />
      </div>
      <Show when={status() !== 'expected'}>
        <AreaField label={i18n.t('chair.dialog.scriptText')} language={language()} rows={8} value={text()} onInput={setText} />
      </Show>
      <For each={entry().script.texts}>
        {(known) => (
          <p class="muted">
            {i18n.t('chair.dialog.scriptPrevious', { language: i18n.languageName(known.language), version: known.version })}
          </p>
        )}
      </For>
      <Position entryId={props.entryId} />
    </DialogForm>
  );
}

function Position(props: { readonly entryId: string }): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const entry = () => must(entryById(chair.meeting(), props.entryId), `an entry ${props.entryId}`);
  const followed = createMemo(() => textToFollow(entry(), entry().language));
  const position = () => entry().script.position;
  const place = (paragraph: number, mode: ScriptPosition['mode']): Promise<boolean> =>
    chair.give({ type: 'setScriptPosition', entryId: props.entryId, paragraph, mode });
  return (
    <Show when={followed()}>
      {(script) => (
        <fieldset class="chair-fieldset">
          <legend>{i18n.t('chair.dialog.scriptPosition')}</legend>
          <div class="chair-tools-row">
            <For each={modes}>
              {(mode) => (
                <Button
                  compact
                  label={i18n.t(`words.scriptMode.${mode}`)}
                  pressed={position()?.mode === mode}
                  onPress={() => place(position()?.paragraph ?? 0, mode)}
                />
              )}
            </For>
          </div>
          <ol class="chair-paragraphs">
            <For each={script().paragraphs}>
              {(paragraph, index) => (
                <li class="chair-paragraph">
                  <Button
                    compact
                    label={i18n.t('chair.dialog.paragraph', { number: index() + 1 })}
                    pressed={position()?.paragraph === index()}
                    onPress={() => place(index(), 'onScript')}
                  />
                  <p lang={script().language} dir={directionOf(script().language)}>
                    {paragraph}
                  </p>
                </li>
              )}
            </For>
          </ol>
        </fieldset>
      )}
    </Show>
  );
}
