import { createVirtualizer, defaultRangeExtractor } from '@tanstack/solid-virtual';
import { createEffect, For, type JSX, on, Show } from 'solid-js';
import type { Language } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { Button } from '../../ui/button.tsx';
import type { GlossaryRow } from './glossary-rows.ts';
import { TermCell, TermHead } from './term-cells.tsx';

/** One line of text and the smallest button: what most rows are high. */
const usualRowHeight = 50;

/** Only the rows in sight are drawn: 3,000 terms scroll like thirty. */
export function TermTable(props: {
  readonly rows: readonly GlossaryRow[];
  readonly columns: readonly Language[];
  readonly mayEdit: boolean;
  /** Id of the term whose row is an editor; it stays drawn when it is scrolled away. */
  readonly editing: string | null;
  readonly editor: () => JSX.Element;
  readonly onEdit: (row: GlossaryRow) => void;
  readonly onRemove: (row: GlossaryRow) => unknown;
  /** What the rows were searched for: the answer to another question is read from its beginning. */
  readonly query: string;
  /** Id of a term to bring into sight. */
  readonly show: string | null;
}): JSX.Element {
  const i18n = useI18n();
  let scroller: HTMLElement | undefined;
  const indexOf = (id: string | null): number => props.rows.findIndex(({ term }) => term.id === id);
  const rows = createVirtualizer<HTMLElement, HTMLTableRowElement>({
    get count() {
      return props.rows.length;
    },
    getScrollElement: () => scroller ?? null,
    estimateSize: () => usualRowHeight,
    getItemKey: (index) => props.rows[index]?.term.id ?? index,
    overscan: 6,
    rangeExtractor: (range) => {
      const edited = indexOf(props.editing);
      const inSight = defaultRangeExtractor(range);
      return edited === -1 || inSight.includes(edited) ? inSight : [...inSight, edited].sort((one, other) => one - other);
    },
  });
  // Only on the way up: while the browser scrolls down, any other movement ends it, and the End key would not reach the end.
  rows.shouldAdjustScrollPositionOnItemSizeChange = (item, _change, { scrollDirection, scrollOffset }) =>
    scrollDirection === 'backward' && item.start < (scrollOffset ?? 0);
  createEffect(
    on(
      () => props.query,
      () => rows.scrollToOffset(0),
      { defer: true },
    ),
  );
  createEffect(
    on(
      () => props.show,
      (id) => {
        const index = indexOf(id);
        if (index !== -1) rows.scrollToIndex(index, { align: 'auto' });
      },
    ),
  );
  /** What is not drawn between one row and the one before it. */
  const gapBefore = (place: number): number => {
    const items = rows.getVirtualItems();
    const item = items[place];
    return (item?.start ?? rows.getTotalSize()) - (items[place - 1]?.end ?? 0);
  };

  return (
    <section ref={scroller} class="term-scroll" tabindex="0" aria-label={i18n.t('glossary.title')}>
      <table class="term-table" aria-label={i18n.t('glossary.title')} aria-rowcount={props.rows.length + 1}>
        <TermHead columns={props.columns} last={<span class="visually-hidden">{i18n.t('glossary.edit')}</span>} />
        <tbody>
          <For each={rows.getVirtualItems()}>
            {(item, place) => (
              <Show when={props.rows[item.index]}>
                {(row) => (
                  <>
                    <Gap height={gapBefore(place())} />
                    <tr
                      ref={(element) => queueMicrotask(() => rows.measureElement(element))}
                      data-index={item.index}
                      data-term={row().term.id}
                      aria-rowindex={item.index + 2}
                    >
                      <Show when={props.editing === row().term.id} fallback={<TermRow {...props} row={row()} />}>
                        <td colSpan={props.columns.length + 1}>{props.editor()}</td>
                      </Show>
                    </tr>
                  </>
                )}
              </Show>
            )}
          </For>
          <Gap height={gapBefore(rows.getVirtualItems().length)} />
        </tbody>
      </table>
    </section>
  );
}

function Gap(props: { readonly height: number }): JSX.Element {
  return (
    <Show when={props.height > 0}>
      <tr class="term-gap" aria-hidden="true" style={{ 'block-size': `${props.height}px` }} />
    </Show>
  );
}

function TermRow(props: {
  readonly row: GlossaryRow;
  readonly columns: readonly Language[];
  readonly mayEdit: boolean;
  readonly onEdit: (row: GlossaryRow) => void;
  readonly onRemove: (row: GlossaryRow) => unknown;
}): JSX.Element {
  const i18n = useI18n();
  return (
    <>
      <For each={props.columns}>{(language) => <TermCell language={language} forms={props.row.term.forms[language]} />}</For>
      <td class="term-last">
        <Show when={props.row.term.note}>
          {(note) => (
            <p class="muted term-note" dir="auto">
              {note()}
            </p>
          )}
        </Show>
        <Show when={props.mayEdit}>
          <div class="term-tools">
            <Button
              compact
              label={i18n.t('glossary.edit')}
              spokenLabel={i18n.t('glossary.editSpoken', { term: props.row.name })}
              onPress={() => props.onEdit(props.row)}
            />
            <Button
              compact
              label={i18n.t('glossary.remove')}
              spokenLabel={i18n.t('glossary.removeSpoken', { term: props.row.name })}
              onPress={() => props.onRemove(props.row)}
            />
          </div>
        </Show>
      </td>
    </>
  );
}
