import './name-card.css';
import { createMemo, For, type JSX } from 'solid-js';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { livePace, plannedPace } from '../../../shared/domain/rules/pace.ts';
import { textToFollow } from '../../../shared/domain/rules/statements.ts';
import { floorEntry } from '../../../shared/domain/selectors.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { liveWords, type PaceWords } from '../pace/pace-words.ts';

/** How fast the statement on the floor is being read, and has to be: one line whose place is kept while there is no text. */
export function PaceLine(props: { readonly meeting: Meeting }): JSX.Element {
  const i18n = useI18n();
  const state = useMeetingState();
  // The clock of the page ticks ten times a second; nobody reads a pace so often.
  const second = createMemo(() => Math.floor(state.now() / 1000) * 1000);
  const planned = createMemo(() => {
    const { floor, practice } = props.meeting;
    const entry = floorEntry(props.meeting);
    const text = floor === null || entry === null ? null : textToFollow(entry, floor.language);
    return floor === null || text === null ? null : plannedPace(text, floor.clock.limitSeconds, practice);
  });
  const words = createMemo((): readonly PaceWords[] => {
    const known = liveWords(livePace(props.meeting, second()), planned(), i18n);
    return known.length > 0 ? known : [{ text: i18n.t('pace.noText'), tone: undefined }];
  });
  return (
    <p class="booth-pace">
      <For each={words()}>
        {({ text, tone }) => (
          <span class="booth-pace-part toned" data-tone={tone}>
            {text}
          </span>
        )}
      </For>
    </p>
  );
}
