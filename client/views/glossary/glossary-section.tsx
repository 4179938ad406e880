import './glossary.css';
import { createMemo, createSignal, createUniqueId, For, type JSX, Show, untrack } from 'solid-js';
import type { Meeting, Term } from '../../../shared/domain/meeting.ts';
import type { NewTerm } from '../../../shared/domain/plan.ts';
import type { BoothName } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Button } from '../../ui/button.tsx';
import { RefusalNotice } from '../frame/frame-states.tsx';
import { GlossaryImport } from './glossary-import.tsx';
import { columnsOf, foundRows, type GlossaryRow, nameOf, rowsOf } from './glossary-rows.ts';
import { draftOf, emptyDraft, termFrom, type TermDraft } from './term-draft.ts';
import { TermEditor } from './term-editor.tsx';
import { TermTable } from './term-table.tsx';

/** Instead of the id of a term, while a new one is written. */
const newTerm = 'new';

/** The terms of the team: found, written, corrected, taken out and put back, read in from a file. */
export function GlossarySection(props: { readonly meeting: Meeting; readonly booth?: BoothName | undefined }): JSX.Element {
  const i18n = useI18n();
  const state = useMeetingState();
  const openedAt = state.now();
  const searchId = createUniqueId();
  // Chosen once: a column that changes its place while the floor changes its language would be read wrongly.
  const columns = untrack(() => columnsOf(props.meeting, props.booth));

  const [query, setQuery] = createSignal('');
  const [editing, setEditing] = createSignal<string | null>(null);
  const [draft, setDraft] = createSignal<TermDraft>(emptyDraft);
  const [removed, setRemoved] = createSignal<Term | null>(null);
  const [said, setSaid] = createSignal('');
  const [shown, setShown] = createSignal<string | null>(null);
  const [importing, setImporting] = createSignal(false);

  const rows = createMemo(() => rowsOf(props.meeting.glossary, columns));
  const found = createMemo(() => {
    const edited = editing();
    const matching = foundRows(rows(), query());
    // What is being edited stays, though it may no longer be what was searched for.
    return edited === null || matching.some(({ term }) => term.id === edited)
      ? matching
      : rows().filter((row) => row.term.id === edited || matching.includes(row));
  });
  const mayEdit = (): boolean => state.may('setTerm');

  const edit = (id: string, from: TermDraft): void => {
    setDraft(from);
    setEditing(id);
  };
  const set = async (term: NewTerm, termId?: string): Promise<boolean> => {
    const known = new Set(rows().map((row) => row.term.id));
    const outcome = await state.send({ type: 'setTerm', ...(termId === undefined ? {} : { termId }), term });
    if (outcome.status !== 'ok' && outcome.status !== 'duplicate') return false;
    setRemoved(null);
    setSaid(i18n.t('glossary.saved', { term: nameOf(term, columns).name }));
    setShown(termId ?? rows().find((row) => !known.has(row.term.id))?.term.id ?? null);
    return true;
  };
  const save = async (): Promise<void> => {
    const id = editing();
    if (await set(termFrom(draft()), id === null || id === newTerm ? undefined : id)) setEditing(null);
  };
  const remove = async ({ term, name }: GlossaryRow): Promise<void> => {
    const outcome = await state.send({ type: 'removeTerm', termId: term.id });
    if (outcome.status !== 'ok' && outcome.status !== 'duplicate') return;
    setRemoved(term);
    setSaid(i18n.t('glossary.removed', { term: name }));
  };
  const putBack = (term: Term): Promise<boolean> => set({ forms: term.forms, ...(term.note === null ? {} : { note: term.note }) });
  const editor = (): JSX.Element => (
    <TermEditor columns={columns} draft={draft()} onDraft={setDraft} onSave={save} onCancel={() => setEditing(null)} />
  );
  const count = (): string =>
    query().trim() === ''
      ? i18n.t('glossary.terms', { count: rows().length })
      : i18n.t('glossary.found', { found: found().length, count: i18n.t('glossary.terms', { count: rows().length }) });

  return (
    <div class="glossary">
      <Show
        when={!importing()}
        fallback={
          <GlossaryImport
            meeting={props.meeting}
            columns={columns}
            onDone={(words) => {
              setSaid(words);
              setRemoved(null);
              setImporting(false);
            }}
            onBack={() => setImporting(false)}
          />
        }
      >
        <div class="glossary-tools">
          <label for={searchId} class="visually-hidden">
            {i18n.t('glossary.search')}
          </label>
          <input
            id={searchId}
            class="input glossary-search"
            type="search"
            dir="auto"
            placeholder={i18n.t('glossary.search')}
            autocomplete="off"
            spellcheck={false}
            value={query()}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
          <span class="muted figure" role="status">
            {count()}
          </span>
          <span class="glossary-said">
            <span role="status">{said()}</span>
            <Show when={removed()}>{(term) => <Button compact label={i18n.t('glossary.undo')} onPress={() => putBack(term())} />}</Show>
          </span>
          <Show when={mayEdit()}>
            <Button label={i18n.t('glossary.add')} expanded={editing() === newTerm} onPress={() => edit(newTerm, emptyDraft)} />
            <Button label={i18n.t('glossary.importOpen')} onPress={() => setImporting(true)} />
          </Show>
        </div>
        <For each={state.refusals().filter((refusal) => refusal.at >= openedAt)}>{(refusal) => <RefusalNotice refusal={refusal} />}</For>
        <Show when={editing() === newTerm}>{editor()}</Show>
        <Show when={rows().length > 0} fallback={<NoTerms title={i18n.t('glossary.emptyTitle')} advice={i18n.t('glossary.emptyAdvice')} />}>
          <Show when={found().length > 0} fallback={<NoTerms title={i18n.t('glossary.nothingFound', { query: query().trim() })} />}>
            <TermTable
              rows={found()}
              columns={columns}
              mayEdit={mayEdit()}
              editing={editing()}
              editor={editor}
              onEdit={(row) => edit(row.term.id, draftOf(row.term))}
              onRemove={remove}
              query={query()}
              show={shown()}
            />
          </Show>
        </Show>
      </Show>
    </div>
  );
}

function NoTerms(props: { readonly title: string; readonly advice?: string }): JSX.Element {
  return (
    <div class="glossary-empty">
      <p class="glossary-empty-title">{props.title}</p>
      <Show when={props.advice}>{(advice) => <p class="muted">{advice()}</p>}</Show>
    </div>
  );
}
