import { createEffect, createMemo, createSignal, For, type JSX, on, onMount, Show } from 'solid-js';
import type { Segment } from '../../../shared/domain/meeting.ts';
import { nextEntry } from '../../../shared/domain/selectors.ts';
import type { EntryId, SegmentId } from '../../../shared/lib/ids.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { formatElapsed } from '../../ui/format-timer.ts';
import { useHotkey } from '../../ui/hotkeys.ts';
import { useChair } from './chair-context.tsx';
import { ListHead } from './list-head.tsx';
import { ListTools } from './list-tools.tsx';
import { blockHead, entryIdsOf, listOrder } from './list-rows.ts';
import { carryOut } from './carry-out.ts';
import { createRowDrag, type RowDrag } from './row-drag.ts';
import { SpeakerRow } from './speaker-row.tsx';

/** Number, speaker, language, limit, time, text, lower third, state. */
const columns = 8;

/** Nothing moves under a finger: after a touch the list stays where it is for so long. Our choice. */
const restAfterTouchMs = 4_000;

export function SpeakerList(): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  // Ids, not objects: a row stays the same element, and keeps the focus, while its entry changes.
  const segmentIds = () => chair.meeting().segments.map((segment) => segment.id);
  const order = createMemo(() => listOrder(chair.meeting()));
  const [scroller, setScroller] = createSignal<HTMLElement | null>(null);
  const drag = createRowDrag(chair, scroller, (move) => void carryOut(chair, i18n, move));
  const keeper = createKeeper(scroller);

  const select = (entryId: EntryId | undefined): void => {
    if (entryId === undefined) return;
    chair.select(entryId);
    focusRow(scroller(), entryId);
  };
  const step = (by: number): void => {
    const index = order().indexOf(chair.selected()?.id ?? '');
    select(order()[Math.min(order().length - 1, Math.max(0, index + by))]);
  };
  useHotkey({ id: 'selectNext', defaultKey: 'ArrowDown', label: () => i18n.t('chair.list.selectNext'), run: () => step(1) });
  useHotkey({ id: 'selectPrevious', defaultKey: 'ArrowUp', label: () => i18n.t('chair.list.selectPrevious'), run: () => step(-1) });

  // The hotkeys rest while a key repeats; in the list a held arrow runs on.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      PageDown: () => step(8),
      PageUp: () => step(-8),
      Home: () => select(order()[0]),
      End: () => select(order().at(-1)),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  };

  createEffect(
    on(
      () => chair.meeting().floor?.entryId,
      (entryId) => keeper.follow(entryId),
    ),
  );
  onMount(() => keeper.show(chair.meeting().floor?.entryId ?? chair.selected()?.id));

  // A row that moves is taken out of the page and put back: it would lose the focus.
  createEffect(
    on(
      () => order().join(' '),
      () => {
        const row = rowOf(scroller(), chair.selected()?.id);
        if (keeper.hadFocus() && document.activeElement === document.body) row?.focus({ preventScroll: true });
        if (keeper.hadFocus()) row?.scrollIntoView({ block: 'nearest' });
      },
      { defer: true },
    ),
  );

  return (
    <section class="card chair-list" aria-labelledby="chair-list-title">
      <ListHead onToSpeaker={() => keeper.show(chair.meeting().floor?.entryId ?? nextEntry(chair.meeting())?.id)} />
      <div class="chair-scroller" ref={setScroller} on:keydown={onKeyDown} {...keeper.listeners}>
        <table
          class="table chair-table"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows are chosen by the arrow keys, so it is a grid
          role="grid"
          aria-labelledby="chair-list-title"
          data-dragging={drag.dragged() === null ? undefined : ''}
        >
          <ColumnHeads />
          <For each={segmentIds()}>{(id) => <ListBlock segmentId={id} drag={drag} onSelect={select} />}</For>
        </table>
        <Show when={chair.meeting().entries.length === 0}>
          <div class="blank-state">
            <h3>{i18n.t('chair.list.emptyTitle')}</h3>
            <p class="muted">{i18n.t('chair.list.emptyAdvice')}</p>
          </div>
        </Show>
      </div>
      <ListTools />
    </section>
  );
}

function ColumnHeads(): JSX.Element {
  const i18n = useI18n();
  const heads = () => i18n.catalogue().chair.list.columns;
  return (
    <thead>
      <tr>
        <th scope="col" class="chair-number">
          {heads().number}
        </th>
        <th scope="col">{i18n.t('words.speaker')}</th>
        <th scope="col" class="chair-fact">
          {heads().speaks}
        </th>
        <th scope="col" class="chair-fact">
          {heads().limit}
        </th>
        <th scope="col" class="chair-fact">
          {heads().at}
        </th>
        <th scope="col" class="chair-fact">
          {heads().text}
        </th>
        <th scope="col" class="chair-fact">
          {heads().lowerThird}
        </th>
        <th scope="col" class="chair-fact">
          {heads().state}
        </th>
      </tr>
    </thead>
  );
}

function ListBlock(props: {
  readonly segmentId: SegmentId;
  readonly drag: RowDrag;
  readonly onSelect: (entryId: EntryId) => void;
}): JSX.Element {
  const chair = useChair();
  const segment = createMemo(() => chair.meeting().segments.find((candidate) => candidate.id === props.segmentId));
  const entryIds = createMemo(() => entryIdsOf(chair.meeting(), props.segmentId));
  return (
    <tbody data-part={segment()?.part}>
      <Show when={segment()}>{(known) => <BlockHead segment={known()} empty={entryIds().length === 0} />}</Show>
      <For each={entryIds()}>{(id) => <SpeakerRow entryId={id} drag={props.drag} onSelect={props.onSelect} />}</For>
    </tbody>
  );
}

function BlockHead(props: { readonly segment: Segment; readonly empty: boolean }): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const head = createMemo(() => blockHead(chair.meeting(), props.segment));
  return (
    <tr class="chair-block-head">
      <th scope="rowgroup" colspan={columns}>
        <span class="chair-block-words">
          <span class="chair-block-title">
            <bdi>{props.segment.title}</bdi>
          </span>
          <For each={head().quota}>{({ rank, places }) => <span>{i18n.t(`chair.list.quota.${rank}`, { count: places })}</span>}</For>
          <Show when={head().limitSeconds}>
            {(seconds) => <span>{i18n.t('chair.list.limitEach', { time: formatElapsed(seconds()) })}</span>}
          </Show>
          <Show when={props.segment.optional}>
            <span>{i18n.t('chair.list.optional')}</span>
          </Show>
          <Show when={props.empty}>
            <span>{i18n.t('chair.list.emptySegment')}</span>
          </Show>
          <Show when={head().beyondQuota > 0}>
            <span class="toned" data-tone="warn">
              {i18n.t('chair.list.beyondQuota', { count: head().beyondQuota })}
            </span>
          </Show>
          <Show when={head().illustrative}>
            <span class="chip" title={i18n.t('chair.list.illustrativeWhy')}>
              {i18n.t('chair.list.illustrative')}
            </span>
          </Show>
        </span>
      </th>
    </tr>
  );
}

/** Keeps who speaks in view, and keeps its hands off while somebody else's are on the list. */
function createKeeper(scroller: () => HTMLElement | null) {
  let touchedAt = Number.NEGATIVE_INFINITY;
  let focused = false;
  const touch = (): void => {
    touchedAt = performance.now();
  };
  const show = (entryId: EntryId | undefined): void => {
    const list = scroller();
    const row = rowOf(list, entryId);
    if (list === null || row === null) return;
    // One row above it: who has just spoken stays in sight, and no row is cut by the head of the table.
    const first = row.previousElementSibling ?? row;
    const head = list.getBoundingClientRect().top + (list.querySelector('thead')?.clientHeight ?? 0);
    list.scrollTop += first.getBoundingClientRect().top - head;
  };
  return {
    show,
    follow(entryId: EntryId | undefined): void {
      if (performance.now() - touchedAt > restAfterTouchMs) show(entryId);
    },
    hadFocus: () => focused,
    listeners: {
      onPointerDown: touch,
      onPointerMove: (event: PointerEvent) => event.buttons > 0 && touch(),
      onWheel: touch,
      // Moving about in the list, that is; who gives the floor by a key wants to see the speaker.
      onKeyDown: (event: KeyboardEvent) => /^(Arrow|Page|Home|End)/.test(event.key) && touch(),
      onFocusIn: () => {
        focused = true;
      },
      onFocusOut: (event: FocusEvent) => {
        // Without a new target the focused row itself was taken out of the page.
        if (event.relatedTarget !== null) focused = false;
      },
    },
  };
}

function rowOf(list: HTMLElement | null, entryId: EntryId | undefined): HTMLElement | null {
  return entryId === undefined ? null : (list?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(entryId)}"]`) ?? null);
}

function focusRow(list: HTMLElement | null, entryId: EntryId): void {
  const row = rowOf(list, entryId);
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}
