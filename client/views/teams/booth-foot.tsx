import { createMemo, type JSX, Show } from 'solid-js';
import { useI18n } from '../../state/i18n-context.tsx';
import { Button } from '../../ui/button.tsx';
import type { BoothEdit } from './booth-edit.ts';
import { Initials } from './initials.tsx';
import type { DraftProblem } from './team-draft.ts';
import { boothWords } from './words.ts';

/** What can be done with a booth's team, and why it cannot be saved. */
export function BoothFoot(props: {
  readonly edit: BoothEdit;
  readonly onAdd: () => void;
  /** Only for a booth with a channel. */
  readonly onPattern: (() => void) | undefined;
  readonly onLanguage: () => void;
}): JSX.Element {
  const i18n = useI18n();
  const spoken = (action: string): string => i18n.t('teams.ofBooth', { action, booth: boothWords(i18n, props.edit.booth) });
  const problem = (): string | undefined => {
    const found = props.edit.problem();
    return found === null ? undefined : problemWords(found);
  };
  const problemWords = (found: DraftProblem): string =>
    found.kind === 'refused' ? i18n.t(`refusals.${found.code}.title`, found.params) : i18n.t(`teams.problem.${found.kind}`);
  const speechless = createMemo(() =>
    props.edit
      .team()
      .filter(({ a, b, c }) => a.length + b.length + c.length === 0)
      .map(({ id }) => id),
  );
  const why = (): string | undefined => {
    if (props.edit.elsewhere() !== null) return i18n.t('teams.elsewhereFirst');
    return props.edit.dirty() ? problem() : i18n.t('teams.nothingToSave');
  };
  return (
    <>
      <div class="teams-booth-foot">
        <Button class="teams-add" compact label={i18n.t('teams.add')} spokenLabel={spoken(i18n.t('teams.add'))} onPress={props.onAdd} />
        <Show when={props.onPattern}>
          {(onPattern) => (
            <Button compact label={i18n.t('teams.pattern')} spokenLabel={spoken(i18n.t('teams.pattern'))} onPress={onPattern()} />
          )}
        </Show>
        <Show when={props.edit.rows().length > 0}>
          <Button
            compact
            label={i18n.t('teams.anotherLanguage')}
            spokenLabel={spoken(i18n.t('teams.anotherLanguage'))}
            onPress={props.onLanguage}
          />
        </Show>
        <span class="teams-space" />
        <Button
          compact
          label={i18n.t('teams.discard')}
          spokenLabel={spoken(i18n.t('teams.discard'))}
          disabled={!props.edit.dirty()}
          reason={i18n.t('teams.nothingToSave')}
          onPress={props.edit.discard}
        />
        <Button
          compact
          kind={props.edit.dirty() ? 'primary' : 'plain'}
          label={i18n.t('common.save')}
          spokenLabel={spoken(i18n.t('common.save'))}
          pending={props.edit.saving()}
          disabled={why() !== undefined}
          reason={why()}
          onPress={props.edit.save}
        />
      </div>
      <p class="teams-problem toned" data-tone="warn" role="status">
        {problem()}
        <Show when={problem() === undefined && speechless().length > 0}>
          {i18n.t('teams.noLanguage')} <Initials of={speechless()} />
        </Show>
      </p>
    </>
  );
}
