import { type JSX, Show } from 'solid-js';
import type { Entry, Meeting } from '../../../shared/domain/meeting.ts';
import { nextEntry } from '../../../shared/domain/selectors.ts';
import type { Language } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { TaskBlock } from './task-block.tsx';
import { SpeakerName } from './speaker-name.tsx';
import type { Plans } from './task.ts';

/** The floor card while nobody has the floor: why, and who comes. */
export function NobodySpeaking(props: {
  readonly meeting: Meeting;
  readonly booth: Language;
  readonly plans: Plans;
  readonly silent?: boolean | undefined;
}): JSX.Element {
  const i18n = useI18n();
  const next = (): Entry | null => (props.meeting.status === 'closed' ? null : nextEntry(props.meeting));
  return (
    <section class="card booth-floor" aria-labelledby="booth-floor-title">
      <div class="booth-floor-head">
        <h2 id="booth-floor-title" class="booth-nobody-title">
          {i18n.t(`booth.nobody.${props.meeting.status}`)}
        </h2>
        <span class="booth-space" />
        <Show when={props.meeting.status === 'planned'}>
          <span class="muted">
            {i18n.t('booth.beginsAt', { time: i18n.clock(props.meeting.plannedStartAt, props.meeting.timeZone, 'minutes') })}
          </span>
        </Show>
      </div>
      <Show when={next()} fallback={<p class="muted">{props.meeting.status === 'closed' ? '' : i18n.t('booth.endOfList')}</p>}>
        {(entry) => (
          <>
            <div class="booth-nobody-next">
              <span class="label">{i18n.t('booth.nextIs')}</span>
              <Show when={entry().persons[0]}>
                {(person) => <SpeakerName person={person()} entry={entry()} booth={props.booth} class="booth-nobody-name" />}
              </Show>
            </div>
            <TaskBlock
              meeting={props.meeting}
              booth={props.booth}
              plans={props.plans}
              language={entry().language}
              alarm={null}
              silent={props.silent}
            />
          </>
        )}
      </Show>
    </section>
  );
}
