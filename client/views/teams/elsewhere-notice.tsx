import { For, type JSX } from 'solid-js';
import { useI18n } from '../../state/i18n-context.tsx';
import { Button } from '../../ui/button.tsx';
import type { BoothEdit } from './booth-edit.ts';
import type { Team } from './team-draft.ts';
import { combination } from './words.ts';

/** Nothing that somebody typed is thrown away unasked, here or there. */
export function ElsewhereNotice(props: { readonly edit: BoothEdit; readonly theirs: Team }): JSX.Element {
  const i18n = useI18n();
  return (
    <div class="notice" role="alert" data-tone="warn">
      <div class="notice-text">
        <p class="notice-title">{i18n.t('teams.elsewhere.title')}</p>
        <p>
          {i18n.t('teams.elsewhere.theirs')}{' '}
          <For each={props.theirs} fallback={i18n.t('teams.elsewhere.nobody')}>
            {(interpreter) => (
              <span class="teams-combination">
                <bdi class="teams-initials">{interpreter.id}</bdi> <bdi dir="ltr">{combination(interpreter)}</bdi>
              </span>
            )}
          </For>
        </p>
      </div>
      <Button compact label={i18n.t('teams.elsewhere.take')} onPress={props.edit.discard} />
      <Button compact label={i18n.t('teams.elsewhere.keep')} onPress={props.edit.keepMine} />
    </div>
  );
}
