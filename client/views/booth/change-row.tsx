import './change-row.css';
import { createMemo, type JSX, Show } from 'solid-js';
import { entryById } from '../../../shared/domain/entries.ts';
import type { Entry, LateChange, Meeting } from '../../../shared/domain/meeting.ts';
import { changesOwedBy, mostUrgent, presentSeverity } from '../../../shared/domain/rules/late-changes.ts';
import { distanceOf } from '../../../shared/domain/selectors.ts';
import type { Station } from '../../../shared/domain/stations.ts';
import type { Language } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Button } from '../../ui/button.tsx';
import { formatElapsed } from '../../ui/format-timer.ts';
import { lastSeenBy, sentenceOf } from '../changes/change-sentence.ts';
import { ChangeWords, changeText } from '../changes/change-words.tsx';
import { taskShort } from './task-words.ts';
import { type Plans, taskOf } from './task.ts';

/** The place reserved for a late change: it is there also when nothing is owed, so that nothing moves when something is. */
export function ChangeRow(props: {
  readonly meeting: Meeting;
  readonly station: Station;
  readonly booth: Language;
  readonly plans: Plans;
}): JSX.Element {
  const i18n = useI18n();
  const state = useMeetingState();
  const owed = createMemo(() => changesOwedBy(props.meeting, props.station));
  const change = createMemo(() => mostUrgent(props.meeting, owed()));
  const critical = (): boolean => {
    const shown = change();
    return shown !== null && presentSeverity(props.meeting, shown) === 'critical';
  };
  const spoken = createMemo(() => {
    const shown = change();
    return shown === null ? '' : changeText(sentenceOf(props.meeting, shown), i18n);
  });
  const acknowledge = async (): Promise<void> => {
    const shown = change();
    if (shown !== null) await state.send({ type: 'acknowledgeChange', changeId: shown.id });
  };
  return (
    <section
      class="card booth-change"
      data-tone={change() === null ? undefined : critical() ? 'air' : 'warn'}
      data-filled={change() === null ? undefined : ''}
      aria-labelledby="booth-change-title"
    >
      <Show when={change()} fallback={<NothingOwed meeting={props.meeting} station={props.station} />}>
        {(shown) => (
          <Owed
            meeting={props.meeting}
            change={shown()}
            more={owed().length - 1}
            critical={critical()}
            entry={entryById(props.meeting, shown().entryId)}
            booth={props.booth}
            plans={props.plans}
          />
        )}
      </Show>
      {/* Always there: a focus on it survives the last change, and nothing moves when the next one comes. */}
      <Button
        label={i18n.t('booth.seen')}
        kind={change() === null ? 'plain' : 'primary'}
        action="booth.seen"
        hotkey="Enter"
        class="booth-seen"
        disabled={change() === null}
        reason={i18n.t('booth.noChange')}
        {...(change() === null ? {} : { spokenLabel: i18n.t('booth.seenSpoken', { change: spoken() }) })}
        onPress={() => acknowledge()}
      />
      <p class="visually-hidden" aria-live="assertive">
        {critical() ? `${i18n.t('words.lateChange')}: ${spoken()}` : ''}
      </p>
      <p class="visually-hidden" aria-live="polite">
        {change() !== null && !critical() ? `${i18n.t('words.lateChange')}: ${spoken()}` : ''}
      </p>
    </section>
  );
}

function Owed(props: {
  readonly meeting: Meeting;
  readonly change: LateChange;
  readonly more: number;
  readonly critical: boolean;
  readonly entry: Entry | null;
  readonly booth: Language;
  readonly plans: Plans;
}): JSX.Element {
  const i18n = useI18n();
  const state = useMeetingState();
  const sentence = createMemo(() => sentenceOf(props.meeting, props.change));
  const where = (): string | null => {
    const distance = distanceOf(props.meeting, props.change.entryId);
    if (distance === null) return null;
    if (distance === 0) return i18n.t('booth.changeWhere.floor');
    return distance === 1 ? i18n.t('booth.changeWhere.next') : i18n.t('booth.changeWhere.later', { count: distance });
  };
  const language = (entry: Entry): string => {
    const taken = [props.meeting.floor, props.meeting.interrupted].find((floor) => floor?.entryId === entry.id);
    return taken?.language ?? entry.language;
  };
  return (
    <>
      <h2 id="booth-change-title" class="booth-change-head toned">
        <span>{i18n.t('words.lateChange')}</span>
        <span class="figure">{i18n.t('common.ago', { time: formatElapsed((state.now() - props.change.at) / 1000) })}</span>
        <Show when={props.critical}>
          <span>{i18n.t('words.severity.critical')}</span>
        </Show>
        <Show when={props.more > 0}>
          <span>{i18n.t('booth.changesMore', { count: props.more })}</span>
        </Show>
      </h2>
      <div class="booth-change-text">
        <p class="booth-change-sentence">
          <ChangeWords sentence={sentence()} />
        </p>
        <p class="booth-change-now">
          <Show when={where()}>{(place) => <span>{place()}</span>}</Show>
          <Show when={props.entry !== null && where() !== null ? props.entry : null}>
            {(entry) => (
              <>
                <span>{i18n.t(`words.delivery.${entry().delivery}`)}</span>
                <span>{i18n.languageName(language(entry()))}</span>
                <span>{i18n.t('booth.changeTake', { task: taskShort(taskOf(props.plans(language(entry())), props.booth), i18n) })}</span>
              </>
            )}
          </Show>
        </p>
      </div>
    </>
  );
}

function NothingOwed(props: { readonly meeting: Meeting; readonly station: Station }): JSX.Element {
  const i18n = useI18n();
  const state = useMeetingState();
  const last = createMemo(() => lastSeenBy(props.meeting, props.station));
  return (
    <div class="booth-change-quiet muted">
      <h2 id="booth-change-title" class="booth-change-none">
        {i18n.t('booth.noChange')}
      </h2>
      <Show when={last()}>
        {(known) => (
          <p>
            <span class="figure">{i18n.t('booth.lastSeen', { time: formatElapsed((state.now() - known().at) / 1000) })}</span>{' '}
            <ChangeWords sentence={sentenceOf(props.meeting, known().change)} />
          </p>
        )}
      </Show>
    </div>
  );
}
