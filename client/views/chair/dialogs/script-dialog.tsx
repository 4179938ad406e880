import { createMemo, For, type JSX, Show } from 'solid-js';
import { entryById } from '../../../../shared/domain/entries.ts';
import type { ScriptPosition } from '../../../../shared/domain/meeting.ts';
import { textToFollow } from '../../../../shared/domain/rules/statements.ts';
import { must } from '../../../../shared/lib/assert.ts';
import { directionOf } from '../../../../shared/reference/languages.ts';
import { useI18n } from '../../../state/i18n-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { ScriptUploadDialog } from '../../script-upload/script-upload-dialog.tsx';
import { useChair } from '../chair-context.tsx';

const modes: readonly ScriptPosition['mode'][] = ['onScript', 'offScript', 'skipped'];

/** The text of a statement, and where in it the speaker is. */
export function ScriptDialog(props: { readonly entryId: string }): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  return (
    <ScriptUploadDialog
      meeting={chair.meeting()}
      entryId={props.entryId}
      onClose={chair.close}
      onSent={(name) => chair.say(i18n.t('chair.list.done', { action: i18n.t('chair.dialog.scriptDo'), name }))}
    >
      <Position entryId={props.entryId} />
    </ScriptUploadDialog>
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
