import { createEffect, For, type JSX, on, Show } from 'solid-js';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Button } from '../../ui/button.tsx';
import { commandText } from './command-words.ts';
import { GivenCommand } from './given-command.tsx';

/**
 * Commands that had been carried out and were lost with the store that held them. Only their sender knows whether they are
 * still wanted, so each is named until it is redone or dismissed.
 */
export function LostCommands(): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  const away = (): boolean => state.connection().status !== 'live';
  let notice: HTMLDivElement | undefined;
  let answered = false;
  const settle = (run: () => void): void => {
    answered = true;
    run();
  };
  // The pressed button has gone with its row: whoever works by keyboard goes on with the next.
  createEffect(
    on(
      state.lost,
      () => {
        if (answered) notice?.querySelector('button')?.focus();
        answered = false;
      },
      { defer: true },
    ),
  );
  const all = (): readonly string[] => state.lost().map(({ commandId }) => commandId);
  return (
    <Show when={state.lost().length > 0}>
      <div ref={notice} class="notice" role="alert" data-tone="air" data-notice="lost">
        <div class="notice-text">
          <p class="notice-title">{i18n.t('commands.lost.title', { count: state.lost().length })}</p>
          <p>{i18n.t('commands.lost.advice')}</p>
          <ul class="given-list">
            <For each={state.lost()}>
              {(given) => {
                const words = (): string => commandText(given.command, given.about, i18n);
                return (
                  <li class="given">
                    <GivenCommand given={given} />
                    <span class="given-answers">
                      <Button
                        compact
                        label={i18n.t('commands.lost.redo')}
                        spokenLabel={i18n.t('commands.lost.redoOne', { command: words() })}
                        disabled={away()}
                        reason={i18n.t('commands.lost.notLive')}
                        onPress={() => settle(() => state.redo([given.commandId]))}
                      />
                      <Button
                        compact
                        label={i18n.t('common.dismiss')}
                        spokenLabel={i18n.t('commands.lost.dismissOne', { command: words() })}
                        onPress={() => settle(() => state.dismissLost([given.commandId]))}
                      />
                    </span>
                  </li>
                );
              }}
            </For>
          </ul>
        </div>
        <Show when={state.lost().length > 1}>
          <span class="given-answers">
            <Button
              compact
              label={i18n.t('commands.lost.redoAll')}
              disabled={away()}
              reason={i18n.t('commands.lost.notLive')}
              onPress={() => state.redo(all())}
            />
            <Button compact label={i18n.t('commands.lost.dismissAll')} onPress={() => state.dismissLost(all())} />
          </span>
        </Show>
      </div>
    </Show>
  );
}
