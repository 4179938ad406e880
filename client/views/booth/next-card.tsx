import './next-card.css';
import { createMemo, type JSX, Show } from 'solid-js';
import type { Entry, Meeting } from '../../../shared/domain/meeting.ts';
import type { AheadWarning } from '../../../shared/domain/rules/look-ahead.ts';
import { queue } from '../../../shared/domain/selectors.ts';
import type { Language } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Chip } from '../../ui/chip.tsx';
import { formatTimer } from '../../ui/format-timer.ts';
import { AheadLine } from '../look-ahead/ahead-line.tsx';
import { byEntry, forBooth, useAhead } from '../look-ahead/use-ahead.ts';
import { PaceHint } from '../pace/pace-hint.tsx';
import { AheadMarks, ChangedMark, taskTone, textTone } from './entry-marks.tsx';
import { textStateOf } from './speaker.ts';
import { placeWords, SpeakerName } from './speaker-name.tsx';
import { type Plans, type Task, taskOf } from './task.ts';
import { taskShort } from './task-words.ts';
import { ThenTable } from './then-table.tsx';

/** Who comes: the next one in full, the rest as a table that scrolls inside the card. */
export function NextCard(props: { readonly meeting: Meeting; readonly booth: Language; readonly plans: Plans }): JSX.Element {
  const i18n = useI18n();
  const state = useMeetingState();
  const coming = createMemo(() => (props.meeting.status === 'closed' ? [] : queue(props.meeting)));
  const second = createMemo(() => Math.floor(state.now() / 1000) * 1000);
  const all = useAhead(
    () => state.whole() ?? props.meeting,
    second,
    (language) => props.plans(language),
  );
  const ahead = createMemo(() => forBooth(all(), props.booth));
  const marks = createMemo(() => byEntry(ahead()));
  return (
    <section class="card booth-next" aria-labelledby="booth-next-title">
      <Show
        when={coming()[0]}
        fallback={
          <>
            <h2 id="booth-next-title" class="label">
              {i18n.t('words.next')}
            </h2>
            <p class="muted">{i18n.t('booth.endOfList')}</p>
          </>
        }
      >
        {(next) => (
          <NextSpeaker
            meeting={props.meeting}
            entry={next()}
            booth={props.booth}
            plans={props.plans}
            warnings={marks().get(next().id) ?? []}
          >
            <AheadLine meeting={props.meeting} warnings={ahead()} now={second()} />
          </NextSpeaker>
        )}
      </Show>
      <Show when={coming().length > 1}>
        <ThenTable meeting={props.meeting} entries={coming().slice(1)} booth={props.booth} plans={props.plans} ahead={marks()} />
      </Show>
    </section>
  );
}

function NextSpeaker(props: {
  readonly meeting: Meeting;
  readonly entry: Entry;
  readonly booth: Language;
  readonly plans: Plans;
  readonly warnings: readonly AheadWarning[];
  readonly children: JSX.Element;
}): JSX.Element {
  const i18n = useI18n();
  const task = (): Task | null => taskOf(props.plans(props.entry.language), props.booth);
  return (
    <div class="booth-next-speaker">
      <div class="booth-next-head">
        <h2 id="booth-next-title" class="label">
          {i18n.t('words.next')}
        </h2>
        <ChangedMark meeting={props.meeting} entry={props.entry} />
        <span class="booth-space" />
        <Chip tone={task()?.row.role === 'standby' ? undefined : (taskTone(task()) ?? 'info')} language={props.entry.language}>
          {taskShort(task(), i18n)}
          <AheadMarks warnings={props.warnings} />
        </Chip>
        <Show when={props.entry.delivery !== 'room'}>
          <Chip tone="info">{i18n.t(`words.delivery.${props.entry.delivery}`)}</Chip>
        </Show>
        <TextChip entry={props.entry} />
        <PaceHint meeting={props.meeting} entry={props.entry} class="chip" />
        <Chip>{i18n.t('booth.limit', { time: formatTimer(props.entry.limitSeconds, 'negative') })}</Chip>
      </div>
      <Show when={props.entry.persons[0]}>
        {(person) => (
          <SpeakerName
            person={person()}
            entry={props.entry}
            booth={props.booth}
            class="booth-next-name"
            place={placeWords(props.meeting, props.entry, i18n)}
          />
        )}
      </Show>
      {props.children}
    </div>
  );
}

function TextChip(props: { readonly entry: Entry }): JSX.Element {
  const i18n = useI18n();
  const state = createMemo(() => textStateOf(props.entry, props.entry.language));
  const words = (): string => {
    const { text, missing, status } = state();
    if (missing) return i18n.t('booth.text.filmWithout');
    if (text === null) return i18n.t(`words.scriptStatus.${status}`);
    return [i18n.t('words.scriptStatus.received'), i18n.t('booth.paragraphs', { count: text.paragraphs.length })].join(' · ');
  };
  return (
    <Chip tone={textTone(props.entry)} language={state().text?.language}>
      {words()}
    </Chip>
  );
}
