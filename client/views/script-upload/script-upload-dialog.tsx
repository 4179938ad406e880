import './script-upload.css';
import { createEffect, createMemo, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { entryById, subjectOf } from '../../../shared/domain/entries.ts';
import type { Entry, Meeting } from '../../../shared/domain/meeting.ts';
import { guessLanguage } from '../../../shared/domain/rules/language-guess.ts';
import { must } from '../../../shared/lib/assert.ts';
import type { EntryId } from '../../../shared/lib/ids.ts';
import { cleanParagraphs } from '../../../shared/lib/text.ts';
import type { LanguageCode } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { readText } from '../../state/intake.ts';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/fields.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { RefusalNotice } from '../frame/frame-states.tsx';
import { createFileReader } from './file-reading.ts';
import { FileFindings, FileState } from './file-words.tsx';
import { handlingSaid, isOtherLanguage, isTooLong, textFrom, type TextStatus } from './text-draft.ts';
import { TextPreview } from './text-preview.tsx';
import { UploadEnd } from './upload-end.tsx';
import { LanguageChoice } from './upload-fields.tsx';

export interface ScriptUploadProps {
  readonly meeting: Meeting;
  readonly entryId: EntryId;
  /** Whose text may be given here instead; default: nobody else's. */
  readonly others?: readonly Entry[];
  readonly onClose: () => void;
  /** Told before it closes; `subject` is whose text it is. */
  readonly onSent?: (subject: string) => void;
  /** Below the text: what else a page has to say about it. */
  readonly children?: JSX.Element;
}

/** The first pages say in which language it is. */
const paragraphsThatTell = 40;

/** The text of a statement from a file or from the clipboard, looked at before everybody gets it. */
export function ScriptUploadDialog(props: ScriptUploadProps): JSX.Element {
  const i18n = useI18n();
  const state = useMeetingState();
  const openedAt = state.now();
  const areaId = createUniqueId();
  let form: HTMLFormElement | undefined;
  let area: HTMLTextAreaElement | undefined;

  const [entryId, setEntryId] = createSignal(props.entryId);
  const [chosenLanguage, setLanguage] = createSignal<LanguageCode | null>(null);
  const [chosenStatus, setStatus] = createSignal<TextStatus | null>(null);
  const [text, setText] = createSignal('');
  const [pending, setPending] = createSignal(false);

  const entry = (): Entry => must(entryById(props.meeting, entryId()), `an entry ${entryId()}`);
  const language = (): LanguageCode => chosenLanguage() ?? entry().language;
  const paragraphs = createMemo(() => cleanParagraphs(text()));
  const guess = createMemo(() => guessLanguage(paragraphs().slice(0, paragraphsThatTell)));
  const status = (): TextStatus => chosenStatus() ?? handlingSaid(paragraphs());

  const reader = createFileReader(
    (file) => readText(state.meetingId, state.station, file, language()),
    (read) => setText(textFrom(read.paragraphs)),
  );
  const findings = () => {
    const reading = reader.state();
    // Which language it looks like is said beside the choice, and stays true when that is changed.
    return reading.status === 'read' ? reading.value.findings.filter(({ code }) => code !== 'otherLanguage') : [];
  };
  const type = (written: string): void => {
    reader.forget();
    setText(written);
  };

  const blocked = (): string | undefined => {
    if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language())) return i18n.t('scripts.languageCode');
    if (status() === 'expected') return undefined;
    if (reader.state().status === 'reading') return i18n.t('scripts.stillReading');
    if (paragraphs().length === 0) return i18n.t('scripts.noText');
    return isTooLong(text()) ? i18n.t('scripts.tooLong') : undefined;
  };
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (pending() || blocked() !== undefined) return;
    setPending(true);
    const outcome = await state.send({
      type: 'setScript',
      entryId: entryId(),
      language: language(),
      text: status() === 'expected' ? '' : textFrom(paragraphs()),
      status: status(),
    });
    setPending(false);
    if (outcome.status !== 'ok' && outcome.status !== 'duplicate') return;
    props.onSent?.(subjectOf(entry()));
    props.onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form?.requestSubmit();
  };

  return (
    <Dialog open title={i18n.t('scripts.title', { name: subjectOf(entry()) })} closeLabel={i18n.t('common.close')} onClose={props.onClose}>
      <form ref={form} class="upload" onSubmit={(event) => void submit(event)} onKeyDown={onKeyDown}>
        <FocusWhenShown element={() => area} />
        <div class="upload-row">
          <Show when={props.others !== undefined && props.others.length > 1}>
            <SelectField
              label={i18n.t('scripts.whose')}
              value={entryId()}
              options={(props.others ?? []).map((other) => ({ value: other.id, label: subjectOf(other) }))}
              onChoose={setEntryId}
            />
          </Show>
          <LanguageChoice
            value={language()}
            known={[entry().language, ...entry().script.texts.map((known) => known.language)]}
            onChoose={setLanguage}
          />
          <SelectField
            label={i18n.t('scripts.handling')}
            value={status()}
            options={[
              { value: 'checkAgainstDelivery', label: i18n.t('words.handling.checkAgainstDelivery') },
              { value: 'readOutVerbatim', label: i18n.t('words.handling.readOutVerbatim') },
              { value: 'received', label: i18n.t('scripts.nothingSaid') },
              { value: 'expected', label: i18n.t('scripts.expected') },
            ]}
            onChoose={setStatus}
          />
        </div>
        <Show when={status() !== 'expected'}>
          <FileDrop choose={i18n.t('scripts.choose')} advice={i18n.t('scripts.kinds')} accept=".docx,.pdf,.txt" onFile={reader.give} />
          <FileState reading={reader.state()} />
          <FileFindings findings={findings()} />
          <div class="upload-texts">
            <div class="field">
              <label for={areaId} class="label">
                {i18n.t('scripts.text')}
              </label>
              <textarea
                ref={area}
                id={areaId}
                class="input"
                dir="auto"
                lang={language()}
                rows="10"
                spellcheck={false}
                value={text()}
                onInput={(event) => type(event.currentTarget.value)}
              />
            </div>
            <TextPreview meeting={props.meeting} entry={entry()} language={language()} paragraphs={paragraphs()}>
              <p role="status">
                <Show when={isOtherLanguage(guess(), language()) ? guess() : null}>
                  {(other) => (
                    <span class="upload-hint toned" data-tone="warn">
                      {i18n.t('intake.findings.otherLanguage', {
                        found: i18n.languageName(other()),
                        expected: i18n.languageName(language()),
                      })}
                      <Button
                        compact
                        label={i18n.t('scripts.take', { language: i18n.languageName(other()) })}
                        onPress={() => setLanguage(other())}
                      />
                    </span>
                  )}
                </Show>
              </p>
            </TextPreview>
          </div>
        </Show>
        {props.children}
        <For each={state.refusals().filter((refusal) => refusal.at >= openedAt)}>{(refusal) => <RefusalNotice refusal={refusal} />}</For>
        <UploadEnd
          entry={entry()}
          language={language()}
          expected={status() === 'expected'}
          blocked={blocked()}
          pending={pending()}
          onCancel={props.onClose}
        />
      </form>
    </Dialog>
  );
}

/** Inside the dialog, so that its effect comes after the one that shows the dialog: what was copied can be pasted at once. */
function FocusWhenShown(props: { readonly element: () => HTMLElement | undefined }): JSX.Element {
  createEffect(() => props.element()?.focus());
  return null;
}
