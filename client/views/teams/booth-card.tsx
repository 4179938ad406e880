import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { isLanguage, type LanguageCode, officialLanguages } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { LanguageTag } from '../../ui/chip.tsx';
import { AnotherLanguage } from './another-language.tsx';
import type { BoothEdit } from './booth-edit.ts';
import { BoothFoot } from './booth-foot.tsx';
import { BoothHead } from './booth-head.tsx';
import { ElsewhereNotice } from './elsewhere-notice.tsx';
import { InterpreterRow } from './interpreter-row.tsx';
import { addRow, otherLanguages } from './team-draft.ts';
import { unPattern } from './un-pattern.ts';

export function BoothCard(props: { readonly meeting: Meeting; readonly edit: BoothEdit }): JSX.Element {
  const i18n = useI18n();
  const titleId = createUniqueId();
  const [asking, setAsking] = createSignal(false);
  const [added, setAdded] = createSignal<readonly LanguageCode[]>([]);
  const columns = createMemo(
    (): readonly LanguageCode[] => {
      const known = [...officialLanguages, ...added()];
      return [...known, ...otherLanguages(props.edit.rows(), known)];
    },
    [],
    { equals: (before, after) => before.join() === after.join() },
  );
  const live = () => props.meeting.booths[props.edit.booth];
  let card: HTMLElement | undefined;

  const afterRemoval = (place: number): void => {
    const removers = card?.querySelectorAll<HTMLElement>('.teams-remove') ?? [];
    const next = removers[place - 1] ?? removers[removers.length - 1] ?? card?.querySelector<HTMLElement>('.teams-add');
    next?.focus();
  };
  const pattern = (): (() => void) | undefined => {
    const { booth } = props.edit;
    return isLanguage(booth) ? () => props.edit.load(unPattern(booth, props.meeting.languages)) : undefined;
  };
  const add = (): void => {
    props.edit.change((rows) => addRow(rows, props.edit.booth));
    card?.querySelector<HTMLInputElement>('tbody tr:last-child input')?.select();
  };

  return (
    <section
      ref={card}
      class="card teams-booth"
      data-booth={props.edit.booth}
      data-tone={props.edit.dirty() ? 'warn' : undefined}
      aria-labelledby={titleId}
    >
      <BoothHead meeting={props.meeting} edit={props.edit} titleId={titleId} />
      <Show when={props.edit.rows().length > 0} fallback={<p class="muted">{i18n.t('teams.empty')}</p>}>
        <div class="teams-scroll">
          <table class="table teams-table">
            <thead>
              <tr>
                <th scope="col">{i18n.t('teams.column.initials')}</th>
                <th scope="col">{i18n.t('teams.column.name')}</th>
                <For each={columns()}>
                  {(language) => (
                    <th scope="col" class="teams-language-cell" aria-label={i18n.languageName(language)}>
                      <LanguageTag code={language} />
                    </th>
                  )}
                </For>
                <th scope="col">{i18n.t('teams.column.order')}</th>
              </tr>
            </thead>
            <tbody>
              <For each={props.edit.rows()}>
                {(row, index) => (
                  <InterpreterRow
                    booth={props.edit.booth}
                    edit={props.edit}
                    row={row}
                    place={index() + 1}
                    last={index() === props.edit.rows().length - 1}
                    columns={columns()}
                    onMic={live().onMic?.interpreter === row.id}
                    onRemoved={afterRemoval}
                  />
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
      <BoothFoot edit={props.edit} onAdd={add} onPattern={pattern()} onLanguage={() => setAsking(true)} />
      <Show when={props.edit.elsewhere()}>{(theirs) => <ElsewhereNotice edit={props.edit} theirs={theirs()} />}</Show>
      <AnotherLanguage open={asking()} onClose={() => setAsking(false)} onAdd={(code) => setAdded((before) => [...before, code])} />
    </section>
  );
}
