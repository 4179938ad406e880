import './teams.css';
import './teams-panels.css';
import { createEffect, createMemo, createSignal, For, type JSX, onCleanup, Show } from 'solid-js';
import { emptyBooth } from '../../../shared/domain/meeting-from-plan.ts';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { type BoothName, isLanguage, silentBooths } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { StationFrame } from '../frame/station-frame.tsx';
import { GlossaryDialog } from '../glossary/glossary-dialog.tsx';
import { TurnShares } from '../turns/turn-shares.tsx';
import { BoothCard } from './booth-card.tsx';
import { type BoothEdit, createBoothEdit } from './booth-edit.ts';
import { CoverPanel } from './cover-panel.tsx';
import { PracticePanel } from './practice-panel.tsx';
import { SheetDialog } from './sheet-dialog.tsx';
import { type Team, teamOf, rowsOf } from './team-draft.ts';
import { unPattern } from './un-pattern.ts';

/** The team sheet: who works in which booth, with which languages, and what that covers. For the chief interpreter and the chair. */
export function TeamsPage(): JSX.Element {
  const i18n = useI18n();
  return <StationFrame start={() => <Chip>{i18n.t('teams.title')}</Chip>}>{(meeting) => <TeamSheet meeting={meeting()} />}</StationFrame>;
}

function TeamSheet(props: { readonly meeting: Meeting }): JSX.Element {
  const i18n = useI18n();
  const edits = [...props.meeting.languages, ...silentBooths].map((booth) => useBoothEdit(() => props.meeting, booth));
  const [importing, setImporting] = createSignal(false);
  const [glossaryOpen, setGlossaryOpen] = createSignal(false);
  const dirty = (): readonly BoothEdit[] => edits.filter((edit) => edit.dirty());
  const empty = (): readonly BoothEdit[] => edits.filter((edit) => isLanguage(edit.booth) && edit.rows().length === 0);
  const shown = createMemo(() => withTeams(props.meeting, edits));
  warnBeforeLeaving(() => dirty().length > 0);

  const saveAll = async (): Promise<void> => {
    for (const edit of dirty()) if (edit.problem() === null && edit.elsewhere() === null) await edit.save();
  };
  const fillEmpty = (): void => {
    for (const edit of empty()) if (isLanguage(edit.booth)) edit.load(unPattern(edit.booth, props.meeting.languages));
  };

  return (
    <div class="teams">
      <div class="teams-sheet">
        <div class="teams-sheet-head">
          <h2 class="label">{i18n.t('teams.booths')}</h2>
          <p class="teams-foot-words" role="status">
            {dirty().length === 0 ? '' : i18n.t('teams.unsaved', { count: dirty().length })}
          </p>
          <Button
            compact
            label={i18n.t('teams.patternAll')}
            action="teamsPattern"
            hotkey="P"
            disabled={empty().length === 0}
            reason={i18n.t('teams.patternAllNone')}
            onPress={fillEmpty}
          />
          <Button compact label={i18n.t('glossary.open')} action="teamsGlossary" hotkey="G" onPress={() => setGlossaryOpen(true)} />
          <Button compact label={i18n.t('teams.import')} action="teamsImport" hotkey="I" onPress={() => setImporting(true)} />
          <Button
            compact
            kind={dirty().length > 0 ? 'primary' : 'plain'}
            label={i18n.t('teams.saveAll')}
            action="teamsSaveAll"
            hotkey="S"
            disabled={dirty().length === 0}
            reason={i18n.t('teams.allSaved')}
            onPress={saveAll}
          />
        </div>
        <Show when={glossaryOpen()}>
          <GlossaryDialog meeting={props.meeting} onClose={() => setGlossaryOpen(false)} />
        </Show>
        <p class="muted teams-advice">
          {i18n.t('teams.classes')}
          <br />
          {i18n.t('teams.keysAdvice')}
        </p>
        <div class="teams-booths">
          <For each={edits}>{(edit) => <BoothCard meeting={props.meeting} edit={edit} />}</For>
        </div>
      </div>
      <div class="teams-panels">
        <CoverPanel meeting={shown()} withDrafts={dirty().length > 0} />
        <PracticePanel meeting={props.meeting} />
        <TurnShares />
      </div>
      <SheetDialog open={importing()} edits={edits} onClose={() => setImporting(false)} />
    </div>
  );
}

/** The draft of one booth, which follows the team in the meeting and is saved by its command. */
function useBoothEdit(meeting: () => Meeting, booth: BoothName): BoothEdit {
  const state = useMeetingState();
  // A copy that does not change under the draft; equal only when nothing at all has changed.
  const current = createMemo((): Team => teamOf(rowsOf(meeting().booths[booth].interpreters)), [], {
    equals: (before, after) => JSON.stringify(before) === JSON.stringify(after),
  });
  return createBoothEdit(booth, current, async (interpreters) => {
    const { status } = await state.send({ type: 'setTeam', booth, interpreters });
    return status === 'ok' || status === 'duplicate';
  });
}

/** The meeting with the teams as they are being edited, at rest: for what they would cover. */
function withTeams(meeting: Meeting, edits: readonly BoothEdit[]): Pick<Meeting, 'languages' | 'booths' | 'practice'> {
  const teams = edits.map(({ booth, team }) => [
    booth,
    { ...emptyBooth, interpreters: team(), retourInto: meeting.booths[booth].retourInto },
  ]);
  return {
    languages: [...meeting.languages],
    practice: { ...meeting.practice },
    booths: { ...noTeams, ...Object.fromEntries(teams) },
  };
}

const noTeams: Meeting['booths'] = {
  ar: emptyBooth,
  zh: emptyBooth,
  en: emptyBooth,
  fr: emptyBooth,
  ru: emptyBooth,
  es: emptyBooth,
  captions: emptyBooth,
  sign: emptyBooth,
};

function warnBeforeLeaving(unsaved: () => boolean): void {
  const onLeave = (event: BeforeUnloadEvent): void => event.preventDefault();
  createEffect(() => {
    if (unsaved()) window.addEventListener('beforeunload', onLeave);
    else window.removeEventListener('beforeunload', onLeave);
  });
  onCleanup(() => window.removeEventListener('beforeunload', onLeave));
}
