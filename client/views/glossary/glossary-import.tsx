import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { unwrap } from 'solid-js/store';
import type { GlossaryRead } from '../../../shared/domain/intake.ts';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import type { Language } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { readGlossary } from '../../state/intake.ts';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Button } from '../../ui/button.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { RefusalNotice } from '../frame/frame-states.tsx';
import { createFileReader } from '../script-upload/file-reading.ts';
import { FileFindings, FileState } from '../script-upload/file-words.tsx';
import { pastedTerms, reviewOf } from './import-review.ts';
import { TermCell, TermHead } from './term-cells.tsx';

const shownLines = 50;

/** Terms from a file or from the clipboard: read, looked at, then taken in. */
export function GlossaryImport(props: {
  readonly meeting: Meeting;
  readonly columns: readonly Language[];
  /** What became of it, in words. */
  readonly onDone: (said: string) => void;
  readonly onBack: () => void;
}): JSX.Element {
  const i18n = useI18n();
  const state = useMeetingState();
  const openedAt = state.now();
  const areaId = createUniqueId();
  const [pasted, setPasted] = createSignal('');
  const reader = createFileReader((file) => readGlossary(state.meetingId, state.station, file));
  const read = createMemo((): GlossaryRead | null => {
    const reading = reader.state();
    return reading.status === 'read' ? reading.value : null;
  });
  const review = createMemo(() => {
    const value = read();
    // Terms that come in from elsewhere meanwhile change what is new here.
    return value === null || props.meeting.glossary.length < 0 ? null : reviewOf(unwrap(props.meeting), value.terms);
  });
  const blocked = (): string | undefined => {
    const known = review();
    if (known === null || known.problem === null) return undefined;
    return known.problem === 'tooLarge' || known.problem === 'nothingRead'
      ? i18n.t(`glossary.${known.problem}`)
      : i18n.t(`refusals.${known.problem.code}.title`, known.problem.params ?? {});
  };
  const take = async (): Promise<void> => {
    const value = read();
    if (value === null) return;
    const outcome = await state.send({ type: 'importTerms', terms: value.terms });
    if (outcome.status === 'ok' || outcome.status === 'duplicate') props.onDone(i18n.t('glossary.imported', { count: value.terms.length }));
  };

  return (
    <div class="glossary-import">
      <h3>{i18n.t('glossary.importTitle')}</h3>
      <FileDrop choose={i18n.t('scripts.choose')} advice={i18n.t('glossary.kinds')} accept=".csv,.tbx,.xml,.txt" onFile={reader.give} />
      <div class="glossary-paste">
        <label for={areaId} class="muted">
          {i18n.t('glossary.paste')}
        </label>
        <textarea
          id={areaId}
          class="input"
          dir="auto"
          rows="3"
          spellcheck={false}
          value={pasted()}
          onInput={(event) => setPasted(event.currentTarget.value)}
        />
        <Button
          label={i18n.t('glossary.read')}
          disabled={pasted().trim() === ''}
          reason={i18n.t('scripts.noText')}
          onPress={() => reader.give(pastedTerms(pasted()))}
        />
      </div>
      <div class="glossary-read">
        <FileState reading={reader.state()} />
        <Show when={read()}>
          {(value) => (
            <>
              <FileFindings findings={value().findings} />
              <Show when={review()}>
                {(known) => (
                  <p class="figure" role="status">
                    {i18n.t('glossary.review', { count: value().terms.length })} · {i18n.t('glossary.fresh', { count: known().fresh })} ·{' '}
                    {i18n.t('glossary.changed', { count: known().changed })} · {i18n.t('glossary.same', { count: known().same })}
                  </p>
                )}
              </Show>
              <Show when={value().terms.length > 0}>
                <section class="term-scroll term-sample" tabindex="0" aria-label={i18n.t('glossary.importTitle')}>
                  <table class="term-table" aria-label={i18n.t('glossary.importTitle')}>
                    <TermHead columns={props.columns} last={i18n.t('glossary.note')} />
                    <tbody>
                      <For each={value().terms.slice(0, shownLines)}>
                        {(term) => (
                          <tr>
                            <For each={props.columns}>{(language) => <TermCell language={language} forms={term.forms[language]} />}</For>
                            <td class="muted term-note" dir="auto">
                              {term.note ?? ''}
                            </td>
                          </tr>
                        )}
                      </For>
                    </tbody>
                  </table>
                </section>
                <Show when={value().terms.length > shownLines}>
                  <p class="muted">{i18n.t('glossary.more', { count: value().terms.length - shownLines })}</p>
                </Show>
              </Show>
            </>
          )}
        </Show>
        <Show when={blocked()}>
          {(why) => (
            <p class="toned" data-tone="warn">
              {why()}
            </p>
          )}
        </Show>
        <For each={state.refusals().filter((refusal) => refusal.at >= openedAt)}>{(refusal) => <RefusalNotice refusal={refusal} />}</For>
      </div>
      <div class="term-editor-end">
        <Button label={i18n.t('glossary.back')} onPress={props.onBack} />
        <Show when={read()}>
          {(value) => (
            <Button
              kind="primary"
              label={i18n.t('glossary.importDo', { count: value().terms.length })}
              disabled={blocked() !== undefined}
              reason={blocked() ?? ''}
              onPress={take}
            />
          )}
        </Show>
      </div>
    </div>
  );
}
