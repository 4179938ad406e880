import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import type { Language } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip, LanguageTag } from '../../ui/chip.tsx';
import {
  type PracticeDraft,
  type PracticeField,
  practicePatch,
  practiceProblem,
  savedField,
  usualFigure,
  withField,
} from './practice-draft.ts';

/** When a turn is marked, from which pace a speaker is too fast, and whether relay of a relay is allowed. */
export function PracticePanel(props: { readonly meeting: Meeting }): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  const titleId = createUniqueId();
  const [draft, setDraft] = createSignal<PracticeDraft>({});
  const dirty = (): boolean => Object.keys(draft()).length > 0;
  const practice = () => props.meeting.practice;
  const problem = createMemo((): string | undefined => {
    const found = practiceProblem(practice(), draft());
    if (found === null) return undefined;
    return found.kind === 'minutes'
      ? i18n.t('teams.practice.minutesWrong')
      : i18n.t('teams.practice.paceWrong', { language: i18n.languageName(found.language) });
  });
  const why = (): string | undefined => (dirty() ? problem() : i18n.t('teams.nothingToSave'));
  const save = async (): Promise<void> => {
    const sent = draft();
    const { status } = await state.send({ type: 'setPractice', practice: practicePatch(practice(), sent) });
    if (status !== 'ok' && status !== 'duplicate') return;
    // What was typed meanwhile stays.
    setDraft((now) => Object.fromEntries(Object.entries(now).filter(([field, text]) => sent[field as PracticeField] !== text)));
  };
  const field = (name: PracticeField, label: string, placeholder?: number): JSX.Element => (
    <input
      class="input teams-number"
      type="number"
      inputmode="numeric"
      aria-label={label}
      placeholder={placeholder === undefined ? undefined : String(placeholder)}
      value={draft()[name] ?? savedField(practice(), name)}
      onInput={(event) => {
        const text = event.currentTarget.value;
        setDraft((before) => withField(practice(), before, name, text));
      }}
    />
  );
  const pace = (level: 'amber' | 'red', language: Language): JSX.Element =>
    field(
      `${level}:${language}`,
      `${i18n.languageName(language)}, ${i18n.t(`teams.practice.${level}`)}`,
      usualFigure(`${level}:${language}`),
    );

  return (
    <section class="card teams-practice" data-tone={dirty() ? 'warn' : undefined} aria-labelledby={titleId}>
      <div class="teams-panel-head">
        <h2 class="label" id={titleId}>
          {i18n.t('teams.practice.title')}
        </h2>
        <Show when={dirty()}>
          <Chip tone="warn" dot>
            {i18n.t('teams.notSaved')}
          </Chip>
        </Show>
      </div>
      <fieldset class="teams-marks">
        <legend>{i18n.t('teams.practice.turnMarks')}</legend>
        <For each={['first', 'second'] as const}>
          {(mark) => (
            <span class="teams-mark">
              <span aria-hidden="true">{i18n.t(`teams.practice.${mark}`)}</span>
              {field(mark, `${i18n.t('teams.practice.turnMarks')}: ${i18n.t(`teams.practice.${mark}`)}`)}
            </span>
          )}
        </For>
      </fieldset>
      <table class="table teams-pace">
        <caption>{i18n.t('teams.practice.pace')}</caption>
        <thead>
          <tr>
            <td />
            <For each={props.meeting.languages}>
              {(language) => (
                <th scope="col" aria-label={i18n.languageName(language)}>
                  <LanguageTag code={language} />
                  <span class="teams-unit">{i18n.t(language === 'zh' ? 'teams.practice.characters' : 'teams.practice.words')}</span>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={['amber', 'red'] as const}>
            {(level) => (
              <tr>
                <th scope="row" class="toned" data-tone={level === 'amber' ? 'warn' : 'air'}>
                  {i18n.t(`teams.practice.${level}`)}
                </th>
                <For each={props.meeting.languages}>{(language) => <td>{pace(level, language)}</td>}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <div class="teams-booth-foot">
        <p class="teams-foot-words" role="status">
          <Show when={problem()} fallback={<span class="muted">{i18n.t('teams.practice.usual')}</span>}>
            {(words) => (
              <span class="toned" data-tone="warn">
                {words()}
              </span>
            )}
          </Show>
        </p>
        <Button
          compact
          label={i18n.t('teams.discard')}
          spokenLabel={i18n.t('teams.ofBooth', { action: i18n.t('teams.discard'), booth: i18n.t('teams.practice.title') })}
          disabled={!dirty()}
          reason={i18n.t('teams.nothingToSave')}
          onPress={() => setDraft({})}
        />
        <Button
          compact
          kind={dirty() ? 'primary' : 'plain'}
          label={i18n.t('common.save')}
          spokenLabel={i18n.t('teams.ofBooth', { action: i18n.t('common.save'), booth: i18n.t('teams.practice.title') })}
          disabled={why() !== undefined}
          reason={why()}
          onPress={save}
        />
      </div>
      <DoubleRelay allowed={practice().allowDoubleRelay} />
    </section>
  );
}

function DoubleRelay(props: { readonly allowed: boolean }): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  return (
    <div class="teams-double">
      <p class="teams-foot-words">
        <strong>{i18n.t('teams.practice.doubleRelay')}</strong>{' '}
        <span class="muted">{i18n.t(props.allowed ? 'teams.practice.doubleAllowed' : 'teams.practice.doubleRefused')}</span>
      </p>
      <Button
        compact
        label={i18n.t(props.allowed ? 'teams.practice.withdraw' : 'teams.practice.allow')}
        onPress={() => state.send({ type: 'setPractice', practice: { allowDoubleRelay: !props.allowed } })}
      />
    </div>
  );
}
