/** Dragging a row by its handle with mouse, pen or finger. Keys and buttons do the same: see `list-tools.tsx`. */
import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js';
import type { EntryId } from '../../../shared/lib/ids.ts';
import type { Chair } from './chair-context.tsx';
import { dropOn, type Move } from './reorder.ts';

export interface RowDrag {
  readonly dragged: Accessor<EntryId | null>;
  /** What letting go would do now. */
  readonly move: Accessor<Move | null>;
  start(event: PointerEvent, entryId: EntryId): void;
}

/** So near to an edge (px) the list runs on, by so much each frame. */
const edge = 40;
const run = 8;

export function createRowDrag(chair: Chair, scroller: Accessor<HTMLElement | null>, drop: (move: Move) => void): RowDrag {
  const [dragged, setDragged] = createSignal<EntryId | null>(null);
  const [over, setOver] = createSignal<{ readonly entryId: EntryId; readonly half: 'upper' | 'lower' } | null>(null);
  let finish: () => void = () => {};
  onCleanup(() => finish());

  const move = createMemo(() => {
    const [entryId, target] = [dragged(), over()];
    return entryId === null || target === null ? null : dropOn(chair.meeting(), entryId, target.entryId, target.half);
  });

  function start(event: PointerEvent, entryId: EntryId): void {
    if (event.button !== 0) return;
    event.preventDefault();
    let last = event;
    let frame = requestAnimationFrame(follow);
    const controller = new AbortController();
    const { signal } = controller;

    function follow(): void {
      scrollNear(scroller(), last.clientY);
      setOver(targetAt(last.clientX, last.clientY));
      frame = requestAnimationFrame(follow);
    }
    finish = () => {
      cancelAnimationFrame(frame);
      controller.abort();
      setDragged(null);
      setOver(null);
      finish = () => {};
    };

    setDragged(entryId);
    addEventListener(
      'pointermove',
      (moved) => {
        if (moved.pointerId === event.pointerId) last = moved;
      },
      { signal },
    );
    addEventListener(
      'pointerup',
      (released) => {
        if (released.pointerId !== event.pointerId) return;
        const wanted = move();
        finish();
        if (wanted !== null) drop(wanted);
      },
      { signal },
    );
    addEventListener('pointercancel', () => finish(), { signal });
    addEventListener(
      'keydown',
      (pressed) => {
        if (pressed.key !== 'Escape') return;
        pressed.preventDefault();
        finish();
      },
      { signal, capture: true },
    );
  }

  return { dragged, move, start };
}

function targetAt(x: number, y: number): { readonly entryId: EntryId; readonly half: 'upper' | 'lower' } | null {
  const row = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-entry]');
  const entryId = row?.dataset.entry;
  if (!row || entryId === undefined) return null;
  const box = row.getBoundingClientRect();
  return { entryId, half: y < box.top + box.height / 2 ? 'upper' : 'lower' };
}

function scrollNear(list: HTMLElement | null, y: number): void {
  if (list === null) return;
  const box = list.getBoundingClientRect();
  if (y < box.top + edge) list.scrollTop -= run;
  else if (y > box.bottom - edge) list.scrollTop += run;
}
