/** The glossary, made ready for the language of the text that is read, in a task of its own: 3,000 terms take 30 ms. */
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import type { Meeting, Term } from '../../../shared/domain/meeting.ts';
import { makeTermIndex, type TermIndex } from '../../../shared/domain/rules/terms-in-text.ts';
import type { Language } from '../../../shared/reference/languages.ts';

/** Empty where text and booth have one language: nothing is to be put into another. */
export function createTermIndex(meeting: () => Meeting, booth: () => Language, language: Accessor<string | null>): Accessor<TermIndex> {
  const [index, setIndex] = createSignal<TermIndex>(makeTermIndex([], ''));
  // Copied once per change of the glossary, not once per speaker.
  const terms = createMemo(() => meeting().glossary.map(copyOf));
  createEffect(
    on([terms, booth, language], ([known, own, spoken]) => {
      const foreign = spoken !== null && spoken.split('-')[0] !== own;
      const useful = foreign ? known.filter(({ forms, note }) => forms[own] !== undefined || note !== null) : [];
      const task = setTimeout(() => setIndex(makeTermIndex(useful, spoken ?? '')));
      onCleanup(() => clearTimeout(task));
    }),
  );
  return index;
}

function copyOf({ id, forms, note }: Term): Term {
  return { id, note, forms: Object.fromEntries(Object.entries(forms).map(([language, words]) => [language, [...words]])) };
}
