import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Entry, Meeting } from '../../../shared/domain/meeting.ts';
import type { AheadWarning } from '../../../shared/domain/rules/look-ahead.ts';
import type { EntryId } from '../../../shared/lib/ids.ts';
import type { Language } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { LanguageTag } from '../../ui/chip.tsx';
import { PersonalName } from '../../ui/personal-name.tsx';
import { PaceHint } from '../pace/pace-hint.tsx';
import { AheadMarks, ChangedMark, taskTone, textTone } from './entry-marks.tsx';
import { boothForm, textStateOf } from './speaker.ts';
import { placeWords } from './speaker-name.tsx';
import { type Plans, type Task, taskOf } from './task.ts';
import { taskShort } from './task-words.ts';

/** Warnings that concern the booth, by entry. */
type Ahead = ReadonlyMap<EntryId, readonly AheadWarning[]>;

/** Those who come after the next one. */
export function ThenTable(props: {
  readonly meeting: Meeting;
  readonly entries: readonly Entry[];
  readonly booth: Language;
  readonly plans: Plans;
  readonly ahead: Ahead;
}): JSX.Element {
  const i18n = useI18n();
  return (
    <section class="booth-then" tabindex="0" aria-label={i18n.t('words.then')} on:keydown={keepArrows}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{i18n.t('words.then')}</th>
            <th scope="col">{i18n.t('booth.column.part')}</th>
            <th scope="col">{i18n.t('booth.column.language')}</th>
            <th scope="col">{i18n.t('booth.column.take')}</th>
            <th scope="col">{i18n.t('booth.column.text')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.entries}>
            {(entry) => (
              <ThenRow
                meeting={props.meeting}
                entry={entry}
                booth={props.booth}
                plans={props.plans}
                warnings={props.ahead.get(entry.id) ?? []}
              />
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
}

function ThenRow(props: {
  readonly meeting: Meeting;
  readonly entry: Entry;
  readonly booth: Language;
  readonly plans: Plans;
  readonly warnings: readonly AheadWarning[];
}): JSX.Element {
  const i18n = useI18n();
  const person = () => props.entry.persons[0];
  const form = () => {
    const known = person();
    return known === undefined ? null : boothForm(known, props.booth);
  };
  const task = createMemo((): Task | null => taskOf(props.plans(props.entry.language), props.booth));
  const text = createMemo(() => textStateOf(props.entry, props.entry.language));
  return (
    <tr>
      <th scope="row">
        <Show when={person()}>{(known) => <PersonalName name={known().name} language={known().nameLanguage} />}</Show>
        <Show when={form()}>
          {(known) => (
            <>
              {' '}
              <PersonalName name={known().name} language={known().language} class="booth-then-form" />
            </>
          )}
        </Show>
        <Show when={props.entry.onBehalfOf}>{(group) => <span class="muted"> {i18n.t('booth.onBehalfOf', { group: group() })}</span>}</Show>{' '}
        <ChangedMark meeting={props.meeting} entry={props.entry} />
      </th>
      <td class="muted booth-then-part">{placeWords(props.meeting, props.entry, i18n, true)}</td>
      <td>
        <LanguageTag code={props.entry.language} />
      </td>
      <td class="booth-take toned" data-tone={taskTone(task())}>
        <bdi>{taskShort(task(), i18n)}</bdi>
        <AheadMarks warnings={props.warnings} />
      </td>
      <td class="toned figure" data-tone={textTone(props.entry)}>
        {text().missing ? i18n.t('booth.text.filmWithout') : i18n.t(`booth.text.${text().status}`)}
        <Show when={text().text}>
          {(known) => (
            <>
              {' '}
              <LanguageTag code={known().language} />
            </>
          )}
        </Show>
        <PaceHint meeting={props.meeting} entry={props.entry} class="booth-then-pace" />
      </td>
    </tr>
  );
}

/** Inside a list that has the focus the arrows scroll the list; elsewhere they move the position in the text. */
function keepArrows(event: KeyboardEvent): void {
  if (event.key === 'ArrowUp' || event.key === 'ArrowDown') event.stopPropagation();
}
