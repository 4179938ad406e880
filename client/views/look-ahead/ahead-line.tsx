import './look-ahead.css';
import { createMemo, type JSX, Show } from 'solid-js';
import { entryById } from '../../../shared/domain/entries.ts';
import type { Meeting, Person } from '../../../shared/domain/meeting.ts';
import type { AheadWarning } from '../../../shared/domain/rules/look-ahead.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { PersonalName } from '../../ui/personal-name.tsx';
import { displayName } from '../chair/person-words.ts';
import { boothSentence, dueWords, nothingWords } from './warning-words.ts';

/** What a booth has to prepare first, with the time left. Its place is kept when there is nothing. */
export function AheadLine(props: {
  readonly meeting: Meeting;
  /** Those of the booth, the nearest first. */
  readonly warnings: readonly AheadWarning[];
  /** Server's clock, ms. */
  readonly now: number;
}): JSX.Element {
  const i18n = useI18n();
  const first = (): AheadWarning | undefined => props.warnings[0];
  const near = createMemo(() => {
    const warning = first();
    return warning === undefined || warning.severity === 'info' ? '' : boothSentence(warning, i18n);
  });
  return (
    <p class="ahead-line" data-tone={near() === '' ? undefined : 'warn'}>
      <Show when={first()} fallback={<span class="muted">{nothingWords(props.meeting, i18n)}</span>}>
        {(warning) => (
          <>
            <Due warning={warning()} meeting={props.meeting} now={props.now} />
            <SpeakerOf warning={warning()} meeting={props.meeting} />
            <strong class="ahead-what toned">{boothSentence(warning(), i18n)}</strong>
            <Show when={props.warnings.length > 1}>
              <span class="muted ahead-more">{i18n.t('lookAhead.more', { count: props.warnings.length - 1 })}</span>
            </Show>
          </>
        )}
      </Show>
      <span class="visually-hidden" aria-live="polite">
        {near()}
      </span>
    </p>
  );
}

/** Empty when nobody can tell, so that columns stay. */
export function Due(props: { readonly warning: AheadWarning; readonly meeting: Meeting; readonly now: number }): JSX.Element {
  const i18n = useI18n();
  return <span class="ahead-due figure">{dueWords(props.warning, { now: props.now, timeZone: props.meeting.timeZone }, i18n) ?? ''}</span>;
}

/** The first of those concerned, in the language of the page where that form is checked, and how many come later. */
export function SpeakerOf(props: { readonly warning: AheadWarning; readonly meeting: Meeting }): JSX.Element {
  const i18n = useI18n();
  const person = (): Person | undefined => entryById(props.meeting, props.warning.entryId)?.persons[0];
  const later = (): number => props.warning.entries.length - 1;
  return (
    <span class="ahead-who">
      <Show when={person()}>
        {(known) => {
          const shown = () => displayName(known(), i18n.language());
          return <PersonalName name={shown().name} language={shown().language} />;
        }}
      </Show>
      <Show when={later() > 0}>
        <span class="muted"> {i18n.t('lookAhead.andLater', { count: later() })}</span>
      </Show>
    </span>
  );
}
