/** The search in the text that is open: what is looked for, how often it is there, and which place one is at. */
import { type Accessor, batch, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import type { ReadingText } from './script-reading.ts';
import { countOf, firstHitFrom, hitAt, makeSearchIndex, type SearchIndex } from './script-search.ts';

export interface Find {
  isOpen(): boolean;
  open(): void;
  close(): void;
  query(): string;
  look(query: string): void;
  /** Of the whole text. */
  count(): number;
  /** The place one is at, counted from 0. */
  number(): number;
  /** To the next place, or to the one before; round at the ends. */
  step(by: 1 | -1): void;
  current(): { readonly paragraph: number; readonly inParagraph: number } | null;
}

/** Folding a text is done in tasks of about so long, so that a key pressed meanwhile is not kept waiting. */
const taskMs = 8;

/** `from`: the paragraph at which one reads; the search begins there. */
export function createFind(reading: Accessor<ReadingText | null>, from: () => number): Find {
  const [isOpen, setOpen] = createSignal(false);
  const [wasOpened, setOpened] = createSignal(false);
  const [query, setQuery] = createSignal('');
  const [number, setNumber] = createSignal(0);
  const [folded, setFolded] = createSignal(0);
  let start = 0;

  const index = createMemo((): SearchIndex | null => {
    const text = reading();
    return text === null || !wasOpened() ? null : makeSearchIndex(text.paragraphs, () => performance.now());
  });
  createEffect(() => {
    const made = index();
    if (made === null) return;
    let task: ReturnType<typeof setTimeout> | undefined;
    const work = (): void => {
      const done = made.work(taskMs);
      setFolded((count) => count + 1);
      if (!done) task = setTimeout(work);
    };
    work();
    onCleanup(() => clearTimeout(task));
  });
  createEffect(on(index, () => setNumber(0), { defer: true }));

  const hits = createMemo(() => {
    folded();
    return isOpen() ? (index()?.find(query()) ?? []) : [];
  });
  const count = createMemo(() => countOf(hits()));
  return {
    isOpen,
    open() {
      start = from();
      batch(() => {
        setOpened(true);
        setOpen(true);
      });
    },
    close: () => setOpen(false),
    query,
    look(wanted) {
      setQuery(wanted);
      setNumber(firstHitFrom(hits(), start));
    },
    count,
    number,
    step(by) {
      if (count() > 0) setNumber((number() + by + count()) % count());
    },
    current: createMemo(() => hitAt(hits(), number())),
  };
}
