import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import type { IntakeFinding, TeamSheetRead } from '../../../shared/domain/intake.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { type FileRefusal, readTeamSheet } from '../../state/intake.ts';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { BoothEdit } from './booth-edit.ts';
import { boothWords, combination } from './words.ts';
import type { Team } from './team-draft.ts';

interface ReadTeam {
  readonly edit: BoothEdit;
  readonly team: Team;
}

/** A file or pasted rows, read by the server; what came out is looked at before anything is saved. */
export function SheetDialog(props: {
  readonly open: boolean;
  readonly edits: readonly BoothEdit[];
  readonly onClose: () => void;
}): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  const [read, setRead] = createSignal<TeamSheetRead | null>(null);
  const [refusal, setRefusal] = createSignal<FileRefusal | null>(null);
  const close = (): void => {
    setRead(null);
    setRefusal(null);
    props.onClose();
  };
  const readFile = async (file: File): Promise<void> => {
    setRefusal(null);
    const result = await readTeamSheet(state.meetingId, state.station, file);
    if (result.ok) setRead(result.value);
    else setRefusal(result.refusal);
  };
  return (
    <Dialog open={props.open} title={i18n.t('teams.sheet.title')} closeLabel={i18n.t('common.close')} onClose={close}>
      <Show
        when={read()}
        fallback={
          <>
            <Show when={refusal()}>
              {(why) => (
                <div class="notice" role="alert" data-tone="warn">
                  <div class="notice-text">
                    <p class="notice-title">{i18n.t(`intake.refusals.${why().code}.title`)}</p>
                    <p>{i18n.t(`intake.refusals.${why().code}.advice`)}</p>
                  </div>
                </div>
              )}
            </Show>
            <SheetSource onRead={readFile} />
          </>
        }
      >
        {(sheet) => <SheetReview sheet={sheet()} edits={props.edits} onAgain={() => setRead(null)} onDone={close} />}
      </Show>
    </Dialog>
  );
}

function SheetSource(props: { readonly onRead: (file: File) => Promise<void> }): JSX.Element {
  const i18n = useI18n();
  const fileId = createUniqueId();
  const pasteId = createUniqueId();
  const adviceId = createUniqueId();
  const [file, setFile] = createSignal<File | null>(null);
  const [text, setText] = createSignal('');
  const given = (): File | null => file() ?? (text().trim() === '' ? null : new File([text()], 'pasted.csv', { type: 'text/csv' }));
  const read = (): Promise<void> | undefined => {
    const chosen = given();
    return chosen === null ? undefined : props.onRead(chosen);
  };
  return (
    <div class="teams-form">
      <p class="muted" id={adviceId}>
        {i18n.t('teams.sheet.advice')} <bdi class="teams-example">{i18n.t('teams.sheet.example')}</bdi>
      </p>
      <label for={fileId}>{i18n.t('teams.sheet.file')}</label>
      <input
        id={fileId}
        class="input"
        type="file"
        accept=".csv,.tsv,.txt,.xlsx,text/csv"
        aria-describedby={adviceId}
        onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
      />
      <label for={pasteId}>{i18n.t('teams.sheet.paste')}</label>
      <textarea
        id={pasteId}
        class="input teams-paste"
        dir="ltr"
        rows={6}
        spellcheck={false}
        value={text()}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setFile(null);
        }}
      />
      <Button
        kind="primary"
        label={i18n.t('teams.sheet.read')}
        disabled={given() === null}
        reason={i18n.t('teams.sheet.nothingGiven')}
        onPress={read}
      />
    </div>
  );
}

function SheetReview(props: {
  readonly sheet: TeamSheetRead;
  readonly edits: readonly BoothEdit[];
  readonly onAgain: () => void;
  readonly onDone: () => void;
}): JSX.Element {
  const i18n = useI18n();
  const teams = createMemo((): readonly ReadTeam[] =>
    props.edits.flatMap((edit) => {
      const team = props.sheet.teams[edit.booth];
      return team === undefined ? [] : [{ edit, team }];
    }),
  );
  const apply = async (): Promise<void> => {
    // The dialog goes first: what a refusal says is said on the page, beside the draft that stays.
    const wanted = teams();
    props.onDone();
    for (const { edit, team } of wanted) edit.load(team);
    for (const { edit } of wanted) if (edit.dirty()) await edit.save();
  };
  return (
    <div class="teams-form">
      <Show when={props.sheet.findings.length > 0}>
        <div class="teams-findings-box">
          <h3>{i18n.t('teams.sheet.findings', { count: props.sheet.findings.length })}</h3>
          <ul class="teams-findings">
            <For each={props.sheet.findings}>{(finding) => <FindingLine finding={finding} />}</For>
          </ul>
        </div>
      </Show>
      <Show when={teams().length > 0} fallback={<p>{i18n.t('teams.sheet.nobody')}</p>}>
        <p class="muted">{i18n.t('teams.sheet.replaces')}</p>
        <dl class="teams-read">
          <For each={teams()}>
            {({ edit, team }) => (
              <div class="teams-read-booth" data-booth={edit.booth}>
                <dt>
                  {boothWords(i18n, edit.booth)}
                  <Show when={edit.dirty()}>
                    <span class="toned" data-tone="warn">
                      {' '}
                      · {i18n.t('teams.sheet.hadDraft')}
                    </span>
                  </Show>
                </dt>
                <For each={team}>
                  {(interpreter) => (
                    <dd>
                      <bdi class="teams-initials">{interpreter.id}</bdi> <bdi class="name">{interpreter.name ?? ''}</bdi>{' '}
                      <bdi dir="ltr" class="muted">
                        {combination(interpreter)}
                      </bdi>
                    </dd>
                  )}
                </For>
              </div>
            )}
          </For>
        </dl>
      </Show>
      <div class="teams-form-end">
        <Button label={i18n.t('teams.sheet.again')} onPress={props.onAgain} />
        <Show when={teams().length > 0}>
          <Button kind="primary" label={i18n.t('teams.sheet.apply', { count: teams().length })} onPress={apply} />
        </Show>
      </div>
    </div>
  );
}

function FindingLine(props: { readonly finding: IntakeFinding }): JSX.Element {
  const i18n = useI18n();
  const words = (): string => {
    const { code, params, at } = props.finding;
    const finding = i18n.t(`intake.findings.${code}`, params);
    return at === null ? finding : i18n.t('intake.atLine', { line: at, finding });
  };
  return (
    <li class="toned" data-tone={props.finding.severity === 'error' ? 'air' : 'warn'}>
      {words()}
      <Show when={props.finding.severity === 'error'}> ({i18n.t('teams.sheet.leftOut')})</Show>
    </li>
  );
}
