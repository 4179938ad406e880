import { createMemo, type JSX, Show } from 'solid-js';
import type { Command } from '../../../shared/domain/commands.ts';
import { isWaiting, subjectOf } from '../../../shared/domain/entries.ts';
import type { Entry } from '../../../shared/domain/meeting.ts';
import { numberOf } from '../../../shared/domain/selectors.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { printedKey } from '../../ui/key-names.ts';
import { PersonalName } from '../../ui/personal-name.tsx';
import { carryOut } from './carry-out.ts';
import { type ChairDialog, useChair } from './chair-context.tsx';
import { insteadOfVideo } from './entry-drafts.ts';
import { displayName } from './person-words.ts';
import { type Move, moveDown, moveUp } from './reorder.ts';

type EntryDialog = Extract<ChairDialog, { readonly entryId: string }>['kind'];

/** What is done to the selected entry, by key and by button. */
export function ListTools(): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const entry = chair.selected;
  const waits = (): boolean => {
    const selected = entry();
    return selected !== null && isWaiting(selected) && chair.meeting().status !== 'closed';
  };
  const waitsOrSpeaks = (): boolean => waits() || (entry()?.status === 'speaking' && chair.meeting().status !== 'closed');
  const away = (): boolean => entry()?.status === 'absent' || entry()?.status === 'withdrawn';
  const whyNot = (allowed: boolean, otherwise: string): string | undefined => {
    if (allowed) return undefined;
    if (entry() === null) return i18n.t('chair.reason.noSelection');
    return chair.meeting().status === 'closed' ? i18n.t('chair.reason.closed') : otherwise;
  };
  const whyNotWaiting = (): string | undefined => whyNot(waits(), i18n.t('chair.reason.notWaiting'));
  const whyOver = (): string | undefined => whyNot(waitsOrSpeaks(), i18n.t('chair.reason.over'));
  const substitutes = createMemo(() => {
    const selected = entry();
    return selected === null ? [] : insteadOfVideo(selected);
  });
  const [up, down] = [createMemo(() => moveOf(moveUp)), createMemo(() => moveOf(moveDown))];

  function moveOf(next: typeof moveUp): Move | null {
    const selected = entry();
    return selected === null || !waits() ? null : next(chair.meeting(), selected.id);
  }
  function give(action: string, command: (entry: Entry) => Command): Promise<boolean> | undefined {
    const selected = entry();
    return selected === null ? undefined : chair.give(command(selected), i18n.t('chair.list.done', { action, name: subjectOf(selected) }));
  }
  function open(kind: EntryDialog): void {
    const selected = entry();
    if (selected !== null) chair.open({ kind, entryId: selected.id });
  }
  function move(wanted: Move | null): Promise<boolean> | undefined {
    return wanted === null ? undefined : carryOut(chair, i18n, wanted);
  }
  const words = () => i18n.catalogue().chair.action;

  return (
    <fieldset class="chair-tools" aria-labelledby="chair-selected">
      <p class="chair-selected" id="chair-selected">
        <Show when={entry()} fallback={<span class="muted">{i18n.t('chair.list.noneSelected')}</span>}>
          {(selected) => <SelectedName entry={selected()} />}
        </Show>
      </p>
      <div class="chair-tools-row">
        <Button
          compact
          label={words().call}
          action="callEntry"
          hotkey="C"
          disabled={!waits()}
          reason={whyNotWaiting()}
          onPress={() => give(words().call, ({ id }) => ({ type: 'callEntry', entryId: id }))}
        />
        <Button
          compact
          label={words().give}
          action="giveFloor"
          hotkey="G"
          disabled={!waits()}
          reason={whyNotWaiting()}
          onPress={() => give(words().give, ({ id }) => ({ type: 'giveFloor', entryId: id }))}
        />
        <Button
          compact
          label={words().edit}
          action="editEntry"
          hotkey="E"
          disabled={entry() === null}
          reason={i18n.t('chair.reason.noSelection')}
          onPress={() => open('edit')}
        />
        <Button
          compact
          label={words().replace}
          action="replaceSpeaker"
          hotkey="R"
          disabled={!waitsOrSpeaks()}
          reason={whyOver()}
          onPress={() => open('replace')}
        />
        <Button
          compact
          label={words().videoFailed}
          spokenLabel={i18n.t('chair.action.videoFailedLong', {
            name: substitutes()
              .map((person) => person.name)
              .join(', '),
          })}
          action="videoFailed"
          hotkey="V"
          disabled={!waitsOrSpeaks() || substitutes().length === 0}
          reason={whyOver() ?? i18n.t('chair.reason.noVideo')}
          onPress={() => give(words().videoFailed, ({ id }) => ({ type: 'replaceSpeaker', entryId: id, speakers: substitutes() }))}
        />
        <Button
          compact
          label={words().text}
          action="setScript"
          hotkey="T"
          disabled={entry() === null}
          reason={i18n.t('chair.reason.noSelection')}
          onPress={() => open('script')}
        />
        <Button
          compact
          label={words().up}
          action="moveUp"
          hotkey="Alt+ArrowUp"
          disabled={up() === null}
          reason={whyNotWaiting() ?? i18n.t('chair.reason.noFurther')}
          onPress={() => move(up())}
        />
        <Button
          compact
          label={words().down}
          action="moveDown"
          hotkey="Alt+ArrowDown"
          disabled={down() === null}
          reason={whyNotWaiting() ?? i18n.t('chair.reason.noFurther')}
          onPress={() => move(down())}
        />
        <Button
          compact
          label={words().swap}
          action="swapEntries"
          hotkey="S"
          disabled={!waits()}
          reason={whyNotWaiting()}
          onPress={() => open('swap')}
        />
        <Button
          compact
          label={away() ? words().restore : words().absent}
          action="markAbsent"
          hotkey="A"
          disabled={!waits() && !(away() && chair.meeting().status !== 'closed')}
          reason={whyNotWaiting()}
          onPress={() =>
            away()
              ? give(words().restore, ({ id }) => ({ type: 'restoreEntry', entryId: id }))
              : give(words().absent, ({ id }) => ({ type: 'markAbsent', entryId: id }))
          }
        />
        <Button
          compact
          label={words().withdraw}
          action="withdrawEntry"
          hotkey="W"
          disabled={!waits()}
          reason={whyNotWaiting()}
          onPress={() => open('withdraw')}
        />
      </div>
    </fieldset>
  );
}

function SelectedName(props: { readonly entry: Entry }): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const hotkeys = useHotkeys();
  const person = () => props.entry.persons[0];
  return (
    <>
      <kbd class="key" aria-hidden="true">
        {printedKey(hotkeys?.keyOf('selectPrevious') ?? '')} {printedKey(hotkeys?.keyOf('selectNext') ?? '')}
      </kbd>
      <span class="figure muted">{numberOf(chair.meeting(), props.entry.id)}</span>
      <Show when={person()}>
        {(first) => (
          <PersonalName name={displayName(first(), i18n.language()).name} language={displayName(first(), i18n.language()).language} />
        )}
      </Show>
    </>
  );
}
