import { createEffect, createMemo, For, type JSX, Show } from 'solid-js';
import type { Entry, ScriptPosition, ScriptText } from '../../../shared/domain/meeting.ts';
import { directionOf } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { markText, termsOf, type TextPart } from './text-marks.ts';

/** The paragraphs with what the eye looks for marked, and where the speaker is for all booths. */
export function ScriptView(props: {
  readonly entry: Entry;
  readonly text: ScriptText;
  /** Keep the speaker's paragraph in sight. */
  readonly follow: boolean;
  readonly mayMove: boolean;
}): JSX.Element {
  const i18n = useI18n();
  let scroller: HTMLElement | undefined;
  const position = (): ScriptPosition | null => props.entry.script.position;
  const at = createMemo(() => position()?.paragraph ?? null);
  const terms = createMemo(() => termsOf(props.text.paragraphs));
  createEffect(() => {
    const paragraph = at();
    // Read here, so that another text or a return to following scrolls too.
    if (scroller === undefined || !props.follow || paragraph === null || props.text.paragraphs.length === 0) return;
    keepInSight(scroller, scroller.querySelector('[data-here]'));
  });
  return (
    <>
      <section
        class="booth-script"
        tabindex="0"
        ref={scroller}
        aria-label={i18n.t('booth.statement.inLanguage', { language: i18n.languageName(props.text.language) })}
        on:keydown={keepArrows}
      >
        <ol class="booth-paragraphs" lang={props.text.language} dir={directionOf(props.text.language)}>
          <For each={props.text.paragraphs}>
            {(paragraph, index) => (
              <Paragraph entry={props.entry} text={paragraph} index={index()} position={position()} mayMove={props.mayMove} />
            )}
          </For>
        </ol>
      </section>
      <Show when={terms().length > 0}>
        <section class="booth-terms" tabindex="0" aria-label={i18n.t('booth.statement.terms')} on:keydown={keepArrows}>
          <span class="label" aria-hidden="true">
            {i18n.t('booth.statement.terms')}
          </span>
          <ul lang={props.text.language}>
            <For each={terms()}>
              {(term) => (
                <li>
                  <Mark part={term} />
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </>
  );
}

function Paragraph(props: {
  readonly entry: Entry;
  readonly text: string;
  readonly index: number;
  readonly position: ScriptPosition | null;
  readonly mayMove: boolean;
}): JSX.Element {
  const i18n = useI18n();
  const state = useMeetingState();
  const parts = createMemo(() => markText(props.text));
  const here = (): boolean => props.position?.paragraph === props.index;
  const read = (): boolean => props.position !== null && props.index < props.position.paragraph;
  const label = (): string => i18n.t('booth.statement.here', { place: props.index + 1 });
  return (
    <li
      class="booth-paragraph"
      data-here={here() ? (props.position?.mode ?? 'onScript') : undefined}
      data-read={read() ? '' : undefined}
      aria-current={here() ? 'step' : undefined}
    >
      <Show when={props.mayMove} fallback={<span class="booth-paragraph-number">{props.index + 1}</span>}>
        <button
          type="button"
          class="booth-paragraph-number"
          aria-label={label()}
          lang={i18n.language()}
          title={label()}
          onClick={() => void state.send({ type: 'setScriptPosition', entryId: props.entry.id, paragraph: props.index, mode: 'onScript' })}
        >
          {props.index + 1}
        </button>
      </Show>
      <div class="booth-paragraph-text">
        <Show when={here() && props.position?.mode !== 'onScript' ? props.position?.mode : null}>
          {(mode) => (
            <span class="booth-mode toned" data-tone="warn" lang={i18n.language()} dir={i18n.direction()}>
              {i18n.t(`words.scriptMode.${mode()}`)}
            </span>
          )}
        </Show>
        <p>
          <For each={parts()}>{(part) => <Mark part={part} />}</For>
        </p>
      </div>
    </li>
  );
}

function Mark(props: { readonly part: TextPart }): JSX.Element {
  return (
    <Show when={props.part.mark} fallback={props.part.text}>
      {(mark) => (
        <b class="booth-mark" data-mark={mark()}>
          {props.part.text}
        </b>
      )}
    </Show>
  );
}

/** Scrolls the text only, never the page: the paragraph goes to the upper third, where the next lines can be read too. */
function keepInSight(scroller: HTMLElement, paragraph: Element | null): void {
  if (paragraph === null) return;
  const offset = paragraph.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  scroller.scrollTop += offset - scroller.clientHeight / 4;
}

/** The text moves by Page Up, Page Down, Home and End: the arrows are taken by the shared position. */
function keepArrows(event: KeyboardEvent): void {
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') event.stopPropagation();
}
