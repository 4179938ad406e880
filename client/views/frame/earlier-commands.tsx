import { createMemo, For, type JSX, Show } from 'solid-js';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import type { EarlierView } from '../../state/meeting-state.ts';
import { Button } from '../../ui/button.tsx';
import { GivenCommand } from './given-command.tsx';

/** What was given before the page was loaded and had no outcome then: each with what became of it, until that was read. */
export function EarlierCommands(): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  const waits = createMemo(() => state.earlier().some(({ fate }) => fate === 'waiting'));
  const tone = (): 'info' | 'warn' => (state.earlier().some(({ fate }) => fate === 'expired' || fate === 'refused') ? 'warn' : 'info');
  const fateOf = ({ fate, code }: EarlierView): string =>
    fate === 'refused' && code !== null
      ? i18n.t('commands.earlier.refused', { reason: i18n.t(`refusals.${code}.title`) })
      : i18n.t(`commands.earlier.${fate === 'refused' ? 'expired' : fate}`);
  return (
    <Show when={state.earlier().length > 0}>
      <div class="notice" role="status" data-tone={tone()} data-notice="earlier">
        <div class="notice-text">
          <p class="notice-title">{i18n.t('commands.earlier.title')}</p>
          <ul class="given-list">
            <For each={state.earlier()}>
              {(given) => (
                <li class="given">
                  <GivenCommand given={given} />
                  <span class="given-fate">{fateOf(given)}</span>
                </li>
              )}
            </For>
          </ul>
        </div>
        <Show when={!waits()}>
          <Button label={i18n.t('common.dismiss')} compact onPress={state.dismissEarlier} />
        </Show>
      </div>
    </Show>
  );
}
