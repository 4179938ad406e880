/** Why the take is locked, in words, and the key that reviews. Its place is always there. */
import { createEffect, createMemo, createSignal, For, type JSX, on, Show } from 'solid-js';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Button } from '../../ui/button.tsx';
import { formatElapsed } from '../../ui/format-timer.ts';
import { sentenceOf } from '../changes/change-sentence.ts';
import { ChangeWords } from '../changes/change-words.tsx';
import { nameOfCue } from './desk.ts';
import type { Desk } from './desk-state.ts';
import { type LockReason, lockReasons } from './lock-reasons.ts';

export function LockPanel(props: { readonly desk: Desk }): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  const reasons = createMemo(() => lockReasons(props.desk.meeting()));
  const locked = (): boolean => reasons().length > 0;
  const words = (reason: LockReason): string => {
    switch (reason.kind) {
      case 'stale': {
        if (reason.edit === null) return i18n.t('webcast.lock.changed');
        const time = formatElapsed((state.now() - reason.edit.at) / 1000);
        return i18n.t('webcast.lock.changedBy', { time, station: i18n.stationName(reason.edit.by) });
      }
      case 'gone':
      case 'notOnFloor':
        return i18n.t(`webcast.lock.${reason.kind}`, { name: reason.name });
      case 'missing':
      case 'unverified':
        return i18n.t(`webcast.lock.${reason.kind}`, {
          languages: reason.languages.map((code) => i18n.languageName(code)).join(i18n.t('webcast.lock.between')),
        });
    }
  };
  const title = (): string => {
    if (props.desk.armed() === null) return i18n.t('webcast.lock.nothing');
    return locked() ? i18n.t('webcast.lock.title') : i18n.t('webcast.lock.free');
  };
  const advice = (): string => (props.desk.armed() === null ? i18n.t('webcast.nothingArmedAdvice') : i18n.t('webcast.lock.freeAdvice'));

  return (
    <section class="lock card" data-tone={locked() ? 'warn' : undefined} data-filled={locked() ? '' : undefined} aria-label={title()}>
      <div class="lock-text">
        <p class="lock-title" data-tone={locked() ? 'warn' : props.desk.armed() === null ? undefined : 'preview'}>
          {title()}
        </p>
        <Show when={locked()} fallback={<p class="muted">{advice()}</p>}>
          <ul class="lock-reasons">
            <For each={reasons()}>
              {(reason) => (
                <li>
                  {words(reason)}
                  <Show when={reason.kind === 'stale' ? reason.change : null}>
                    {(change) => (
                      <>
                        {': '}
                        <ChangeWords sentence={sentenceOf(props.desk.meeting(), change())} />
                      </>
                    )}
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
      <Show when={props.desk.armed()}>
        {(cue) => (
          <Button
            label={i18n.t('webcast.lock.review')}
            spokenLabel={i18n.t('webcast.lock.reviewSpoken', { name: nameOfCue(cue()).name })}
            action="review"
            hotkey="R"
            kind={locked() ? 'primary' : 'plain'}
            disabled={props.desk.block('review') !== null}
            reason={blockWords()}
            onPress={props.desk.review}
          />
        )}
      </Show>
      <SpokenLock reason={reasons().map(words)[0] ?? null} count={reasons().length} />
    </section>
  );

  function blockWords(): string {
    const block = props.desk.block('review');
    return block === null ? '' : i18n.t(`webcast.reason.${block}`);
  }
}

/** Said once when the take becomes locked; the time that passes in the reason is not read out. */
function SpokenLock(props: { readonly reason: string | null; readonly count: number }): JSX.Element {
  const i18n = useI18n();
  const [said, setSaid] = createSignal('');
  createEffect(
    on(
      () => props.count,
      (count) => setSaid(count === 0 || props.reason === null ? '' : i18n.t('webcast.spoken.locked', { reason: props.reason })),
    ),
  );
  return (
    <p class="visually-hidden" aria-live="assertive">
      {said()}
    </p>
  );
}
