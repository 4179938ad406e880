/** The most urgent late change that this desk has to see, in a place kept for it. */
import { createMemo, type JSX, Show } from 'solid-js';
import { changesOwedBy, mostUrgent, presentSeverity } from '../../../shared/domain/rules/late-changes.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Button } from '../../ui/button.tsx';
import { formatElapsed } from '../../ui/format-timer.ts';
import { sentenceOf } from '../changes/change-sentence.ts';
import { ChangeWords, changeText } from '../changes/change-words.tsx';
import type { Desk } from './desk-state.ts';

export function LateChangePanel(props: { readonly desk: Desk }): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  const owed = createMemo(() => changesOwedBy(props.desk.meeting(), state.station));
  const first = createMemo(() => mostUrgent(props.desk.meeting(), owed()));
  return (
    <section
      class="late card"
      data-tone={first() === null ? undefined : 'warn'}
      data-filled={first() === null ? undefined : ''}
      aria-label={i18n.t('words.lateChange')}
    >
      <Show
        when={first()}
        fallback={
          <div class="late-text">
            <p class="label">{i18n.t('words.lateChange')}</p>
            <p class="muted">
              {i18n.t('webcast.change.nothing')}. {i18n.t('webcast.change.nothingAdvice')}
            </p>
          </div>
        }
      >
        {(change) => (
          <>
            <div class="late-text">
              <p class="late-head" data-tone="warn">
                <span class="toned">{i18n.t('words.lateChange')}</span>
                <span class="muted">
                  {i18n.t(`words.severity.${presentSeverity(props.desk.meeting(), change())}`)} ·{' '}
                  {i18n.t('webcast.change.ago', { time: formatElapsed((state.now() - change().at) / 1000) })}
                  <Show when={owed().length > 1}> · {i18n.t('webcast.change.more', { count: owed().length - 1 })}</Show>
                </span>
              </p>
              <p class="late-sentence" role="status">
                <ChangeWords sentence={sentenceOf(props.desk.meeting(), change())} />
              </p>
            </div>
            <Button
              label={i18n.t('webcast.seen')}
              spokenLabel={i18n.t('webcast.change.seenSpoken', { change: changeText(sentenceOf(props.desk.meeting(), change()), i18n) })}
              action="seen"
              hotkey="Enter"
              kind="primary"
              disabled={!props.desk.live()}
              reason={i18n.t('webcast.reason.notLive')}
              onPress={() => state.send({ type: 'acknowledgeChange', changeId: change().id })}
            />
          </>
        )}
      </Show>
    </section>
  );
}
