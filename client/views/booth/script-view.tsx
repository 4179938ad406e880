import { createVirtualizer, type Virtualizer } from '@tanstack/solid-virtual';
import { createEffect, For, type JSX, on, onMount, Show, untrack } from 'solid-js';
import type { ScriptPosition } from '../../../shared/domain/meeting.ts';
import type { PlaceInText } from '../../../shared/domain/rules/script-follow.ts';
import { directionOf, type Language } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import type { TextDifference } from './script-difference.ts';
import type { Find } from './script-find.ts';
import { ScriptParagraph } from './script-paragraph.tsx';
import type { ParagraphFacts, ReadingText } from './script-reading.ts';

/** First and last paragraph that can be seen. */
export interface Sight {
  readonly first: number;
  readonly last: number;
}

interface ScriptViewProps {
  readonly reading: ReadingText;
  readonly facts: ParagraphFacts;
  readonly booth: Language;
  readonly place: PlaceInText | null;
  readonly mode: ScriptPosition['mode'];
  /** Keep the speaker's paragraph in sight. */
  readonly follow: boolean;
  /** Says where the speaker is; `null` for a text that nobody reads out now. */
  readonly onMove: ((paragraph: number) => void) | null;
  readonly find: Find;
  readonly difference: TextDifference | null;
  /** Where to begin in another text of the same entry; `null`: at the speaker, or at its first paragraph. */
  readonly startAt: () => number | null;
  readonly onSight: (sight: Sight) => void;
  /** Gives the panel the means to move the text, as soon as there is one. */
  readonly ref: (scroll: ScriptScroll) => void;
}

export interface ScriptScroll {
  /** Brings a paragraph into sight. */
  show(paragraph: number): void;
  /** @returns a way back to where the text stands now */
  keepPlace(): () => void;
}

/** The paragraphs in sight, and a few more: a text of 3,000 has never more than some thirty in the page. */
export function ScriptView(props: ScriptViewProps): JSX.Element {
  const i18n = useI18n();
  let scroller: HTMLElement | undefined;
  let scroll: ScriptScroll | null = null;
  const take = (given: ScriptScroll): void => {
    scroll = given;
    props.ref(given);
  };
  return (
    <section
      class="booth-script"
      tabindex="0"
      ref={scroller}
      aria-label={i18n.t('booth.statement.inLanguage', { language: i18n.languageName(props.reading.language) })}
      on:keydown={(event) => onKeyDown(event, event.currentTarget, scroll, props.reading.paragraphs.length - 1)}
    >
      <Show when={props.reading} keyed>
        {(reading) => <Paragraphs {...props} reading={reading} ref={take} scroller={() => scroller ?? null} />}
      </Show>
    </section>
  );
}

/** What stays in sight above the speaker's paragraph, px: two lines of what was said last. */
const above = 64;
/** Before the page has been laid out, px. */
const usualWidth = 600;
/** Beyond so many heights of the window a smooth scroll only takes time. */
const farAway = 2;

function Paragraphs(props: ScriptViewProps & { readonly scroller: () => HTMLElement | null }): JSX.Element {
  const reading = untrack(() => props.reading);
  // Asked before anything is drawn: drawing says what is in sight.
  const startAt = untrack(() => (props.follow ? props.place?.index : null) ?? props.startAt() ?? 0);
  // Once: asked for each of 3,000 paragraphs it costs 3,000 layouts.
  const width = props.scroller()?.clientWidth || usualWidth;
  const virtualizer = createVirtualizer<HTMLElement, HTMLLIElement>({
    count: reading.paragraphs.length,
    // Before it is in the page an element has no window to be watched by, and the virtualizer would not ask again.
    getScrollElement: () => (props.scroller()?.isConnected === true ? props.scroller() : null),
    estimateSize: (index) => estimatedHeight(reading.paragraphs[index] ?? '', reading.language, width),
    measureElement: measuredHeight,
    overscan: 4,
    scrollPaddingStart: above,
    onChange: (instance) => {
      const range = instance.range;
      if (range !== null) props.onSight({ first: range.startIndex, last: range.endIndex });
    },
  });
  const show = (paragraph: number, smooth: boolean): void => {
    virtualizer.scrollToIndex(paragraph, {
      align: 'start',
      behavior: smooth && isNear(virtualizer, paragraph) && !prefersStillness() ? 'smooth' : 'auto',
    });
  };
  // With what has been measured meanwhile.
  const startOf = (paragraph: number): number => virtualizer.measurementsCache[paragraph]?.start ?? 0;

  onMount(() => {
    props.ref({
      show: (paragraph) => show(paragraph, true),
      keepPlace() {
        const first = virtualizer.range?.startIndex ?? 0;
        const into = (virtualizer.scrollOffset ?? 0) - startOf(first);
        return () => virtualizer.scrollToOffset(startOf(first) + into);
      },
    });
    if (startAt > 0) show(startAt, false);
    createFollowing(props, show);
  });

  return (
    <ol
      class="booth-paragraphs"
      lang={reading.language}
      dir={directionOf(reading.language)}
      style={{ 'block-size': `${virtualizer.getTotalSize()}px` }}
    >
      <For each={virtualizer.getVirtualItems()}>
        {(item) => (
          <li
            class="booth-paragraph"
            ref={(element) => {
              element.dataset.index = String(item.index);
              queueMicrotask(() => virtualizer.measureElement(element));
            }}
            aria-setsize={reading.paragraphs.length}
            aria-posinset={item.index + 1}
            style={{ transform: `translateY(${item.start}px)` }}
            data-here={props.place?.index === item.index ? props.mode : undefined}
            data-certainty={props.place?.index === item.index ? props.place.certainty : undefined}
            data-read={props.place !== null && item.index < props.place.index ? '' : undefined}
            data-changed={props.difference?.changes.has(item.index) === true ? '' : undefined}
            aria-current={props.place?.index === item.index ? 'step' : undefined}
          >
            <ScriptParagraph
              text={reading.paragraphs[item.index] ?? ''}
              language={reading.language}
              index={item.index}
              place={props.place}
              mode={props.mode}
              booth={props.booth}
              facts={props.facts}
              find={props.find}
              change={props.difference?.changes.get(item.index) ?? null}
              onMove={props.onMove}
            />
          </li>
        )}
      </For>
    </ol>
  );
}

/** Follows the speaker, and what is searched for. */
function createFollowing(
  props: ScriptViewProps & { readonly scroller: () => HTMLElement | null },
  show: (paragraph: number, smooth: boolean) => void,
): void {
  const followed = (): number | null => (props.follow ? (props.place?.index ?? null) : null);
  createEffect(on(followed, (paragraph) => paragraph !== null && show(paragraph, true), { defer: true }));
  createEffect(
    on(
      () => props.find.current(),
      (hit) => {
        if (hit === null) return;
        show(hit.paragraph, false);
        // A long paragraph may have its hit below the edge: its words are there with the next frame.
        requestAnimationFrame(() => requestAnimationFrame(() => bringIntoView(props.scroller())));
      },
      { defer: true },
    ),
  );
}

function bringIntoView(scroller: HTMLElement | null): void {
  const hit = scroller?.querySelector('[data-hit=current]')?.getBoundingClientRect();
  if (scroller === null || hit === undefined) return;
  const box = scroller.getBoundingClientRect();
  if (hit.top < box.top || hit.bottom > box.bottom) scroller.scrollTop += hit.top - box.top - above;
}

/** Only what the browser tells by itself, before it paints: asking for a height makes it lay out the page there and then. */
function measuredHeight(
  row: HTMLLIElement,
  told: ResizeObserverEntry | undefined,
  { itemSizeCache, options, indexFromElement }: Virtualizer<HTMLElement, HTMLLIElement>,
): number {
  const height = told?.borderBoxSize[0]?.blockSize;
  if (height !== undefined) return Math.round(height);
  const index = indexFromElement(row);
  return itemSizeCache.get(options.getItemKey(index)) ?? options.estimateSize(index);
}

function isNear(virtualizer: Virtualizer<HTMLElement, HTMLLIElement>, paragraph: number): boolean {
  const offset = virtualizer.getOffsetForIndex(paragraph, 'start')?.[0] ?? 0;
  const height = virtualizer.scrollRect?.height ?? 0;
  return Math.abs(offset - (virtualizer.scrollOffset ?? 0)) < farAway * height;
}

function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/**
 * Height before it is measured, px: number of lines by the mean width of a letter, at the sizes of `script-view.css`. It only
 * decides how long the scroll bar is and how far a jump lands from its goal before it is corrected.
 */
function estimatedHeight(paragraph: string, language: string, width: number): number {
  const [letter, line] = language.startsWith('zh') ? [18, 31.5] : language.startsWith('ar') ? [8.6, 36] : [9.2, 28.8];
  const lines = Math.ceil((paragraph.length * letter) / Math.max(120, width - 64));
  return Math.max(36, lines * line) + 16;
}

/**
 * The arrows are taken by the shared position. Page Up, Page Down, Home and End are done here, at once: the browser would
 * travel, and stop where it meets a paragraph whose height it did not know.
 */
function onKeyDown(event: KeyboardEvent, scroller: HTMLElement, scroll: ScriptScroll | null, last: number): void {
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') event.stopPropagation();
  if (event.altKey || event.ctrlKey || event.metaKey || event.target !== scroller) return;
  const page = scroller.clientHeight - above;
  if (event.key === 'Home') scroll?.show(0);
  else if (event.key === 'End') scroll?.show(last);
  else if (event.key === 'PageUp') scroller.scrollTop -= page;
  else if (event.key === 'PageDown') scroller.scrollTop += page;
  else return;
  event.preventDefault();
}
