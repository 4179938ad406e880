import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { Term } from '../../../shared/domain/meeting.ts';
import type { Language } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import type { ParagraphFacts, ReadingText } from './script-reading.ts';
import type { Sight } from './script-view.tsx';
import { termsOf } from './text-marks.ts';

/**
 * The terms of the paragraphs in sight, with the booth's word for each; from the speaker's paragraph on, when that is in
 * sight. Below the text and of one height: no line of the text moves for them.
 */
export function ScriptTerms(props: {
  readonly reading: ReadingText;
  readonly facts: ParagraphFacts;
  readonly booth: Language;
  readonly sight: Sight;
  /** The speaker's paragraph. */
  readonly from: number | null;
}): JSX.Element {
  const i18n = useI18n();
  const [note, setNote] = createSignal<string | null>(null);
  const shown = createMemo((): readonly number[] => {
    const { first, last } = props.sight;
    const start = props.from !== null && props.from >= first && props.from <= last ? props.from : first;
    const end = Math.min(last, props.reading.paragraphs.length - 1);
    return Array.from({ length: Math.max(0, end - start + 1) }, (_, index) => start + index);
  });
  const terms = createMemo((): readonly ShownTerm[] => {
    const found = new Map<Term, ShownTerm>();
    for (const paragraph of shown()) {
      for (const { term, start, end } of props.facts.terms(paragraph)) {
        const written = props.reading.paragraphs[paragraph]?.slice(start, end) ?? '';
        if (!found.has(term)) found.set(term, { term, written });
      }
    }
    return [...found.values()];
  });
  const others = createMemo(() => {
    const known = new Set(terms().map(({ written }) => written));
    return termsOf(shown().map((paragraph) => props.facts.marks(paragraph))).filter(({ text }) => !known.has(text));
  });
  const isEmpty = (): boolean => terms().length + others().length === 0;
  return (
    <section
      class="booth-terms"
      data-empty={isEmpty() ? '' : undefined}
      tabindex="0"
      aria-label={i18n.t('booth.statement.terms')}
      on:keydown={keepArrows}
    >
      <p class="booth-terms-head">
        <span class="label">{i18n.t('booth.statement.terms')}</span>
        <span class="booth-terms-note" dir="auto">
          {note() ?? (isEmpty() ? i18n.t('booth.script.noTerms') : '')}
        </span>
      </p>
      <ul>
        <For each={terms()}>
          {(shownTerm) => (
            <li>
              <TermPair {...shownTerm} language={props.reading.language} booth={props.booth} onNote={setNote} />
            </li>
          )}
        </For>
        <For each={others()}>
          {(part) => (
            <li>
              <bdi class="booth-mark" data-mark={part.mark ?? undefined} lang={props.reading.language}>
                {part.text}
              </bdi>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}

interface ShownTerm {
  readonly term: Term;
  /** As it stands in the text. */
  readonly written: string;
}

function TermPair(
  props: ShownTerm & { readonly language: string; readonly booth: Language; readonly onNote: (note: string | null) => void },
): JSX.Element {
  const words = (): JSX.Element => (
    <>
      <bdi class="muted" lang={props.language}>
        {props.written}
      </bdi>{' '}
      <bdi class="booth-term-own" lang={props.booth}>
        {props.term.forms[props.booth]?.[0] ?? '–'}
      </bdi>
    </>
  );
  // The other words of the booth's language belong to what one wants to see on asking.
  const more = (): string =>
    [...(props.term.forms[props.booth] ?? []).slice(1), ...(props.term.note === null ? [] : [props.term.note])].join(' · ');
  return (
    <Show when={more() !== ''} fallback={words()}>
      <button
        type="button"
        class="booth-term"
        title={more()}
        onFocus={() => props.onNote(more())}
        onBlur={() => props.onNote(null)}
        onMouseEnter={() => props.onNote(more())}
        onMouseLeave={() => props.onNote(null)}
      >
        {words()}
      </button>
    </Show>
  );
}

function keepArrows(event: KeyboardEvent): void {
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') event.stopPropagation();
}
