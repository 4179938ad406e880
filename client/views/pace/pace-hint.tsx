import { createMemo, type JSX, Show } from 'solid-js';
import type { Entry, Meeting } from '../../../shared/domain/meeting.ts';
import { plannedPaceOf } from '../../../shared/domain/rules/pace.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { paceTones, plannedWords, rateWords } from './pace-words.ts';

/** That a text is too long for its time, before it is read. A text at a good pace needs no words. */
export function PaceHint(props: { readonly meeting: Meeting; readonly entry: Entry; readonly class?: string }): JSX.Element {
  const i18n = useI18n();
  const pace = createMemo(() => {
    const planned = plannedPaceOf(props.meeting, props.entry);
    return planned === null || planned.level === 'ok' ? null : planned;
  });
  return (
    <Show when={pace()}>
      {(known) => (
        <span
          class={`toned figure ${props.class ?? ''}`}
          data-tone={paceTones[known().level]}
          title={plannedWords(known(), props.entry.limitSeconds, i18n)}
        >
          {inTwo(rateWords(known(), known().unit, i18n))}
        </span>
      )}
    </Show>
  );
}

/** A narrow cell breaks it between the number and the word, and nowhere else. */
function inTwo(words: string): string {
  return words
    .split(' · ')
    .map((part) => part.replaceAll(' ', '\u00a0'))
    .join(' · ');
}
