import { createMemo, For, Index, type JSX, Show } from 'solid-js';
import type { ScriptPosition, Term } from '../../../shared/domain/meeting.ts';
import type { PlaceInText } from '../../../shared/domain/rules/script-follow.ts';
import type { Language } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import type { ParagraphChange } from './script-difference.ts';
import type { Find } from './script-find.ts';
import { layerParts, type ScriptPart } from './script-parts.ts';
import type { ParagraphFacts } from './script-reading.ts';
import { hitsIn } from './script-search.ts';
import { wordDifference } from './script-words.ts';

/** One paragraph: its number, which says where the speaker is, and its words with all that is known about them. */
export function ScriptParagraph(props: {
  readonly text: string;
  readonly language: string;
  readonly index: number;
  readonly place: PlaceInText | null;
  readonly mode: ScriptPosition['mode'];
  readonly booth: Language;
  readonly facts: ParagraphFacts;
  readonly find: Find;
  /** While the differences are shown. */
  readonly change: ParagraphChange | null;
  readonly onMove: ((paragraph: number) => void) | null;
}): JSX.Element {
  const i18n = useI18n();
  const here = (): boolean => props.place?.index === props.index;
  const hits = createMemo(() => (props.find.isOpen() ? hitsIn(props.text, props.find.query()) : []));
  const currentHit = createMemo(() => {
    const current = props.find.current();
    return current?.paragraph === props.index ? current.inParagraph : null;
  });
  const parts = createMemo(() =>
    layerParts(props.text, {
      marks: props.facts.marks(props.index),
      terms: props.facts.terms(props.index),
      hits: hits(),
      currentHit: currentHit(),
      difference: props.change === null || props.change.was === null ? null : wordDifference(props.change.was, props.text, props.language),
    }),
  );
  const label = (): string => i18n.t('booth.statement.here', { place: props.index + 1 });
  const said = (): string =>
    [
      props.mode === 'onScript' ? '' : i18n.t(`words.scriptMode.${props.mode}`),
      props.place?.certainty === 'behindEnd' ? i18n.t('booth.script.behindEnd') : '',
    ]
      .filter((words) => words !== '')
      .join(' · ');
  return (
    <>
      <Show when={props.onMove} fallback={<span class="booth-paragraph-number">{props.index + 1}</span>}>
        {(move) => (
          <button
            type="button"
            class="booth-paragraph-number"
            aria-label={label()}
            lang={i18n.language()}
            title={label()}
            onClick={() => move()(props.index)}
          >
            {props.index + 1}
          </button>
        )}
      </Show>
      <div class="booth-paragraph-text">
        <Show when={here() && said() !== ''}>
          <span class="booth-mode toned" data-tone="warn" lang={i18n.language()} dir={i18n.direction()}>
            {said()}
          </span>
        </Show>
        <For each={props.change?.goneBefore ?? []}>{(gone) => <Gone text={gone} />}</For>
        <p>
          <Show when={props.change !== null && props.change.was === null} fallback={<Parts parts={parts()} booth={props.booth} />}>
            <ins class="booth-new">
              <Parts parts={parts()} booth={props.booth} />
            </ins>
          </Show>
        </p>
        <For each={props.change?.goneAfter ?? []}>{(gone) => <Gone text={gone} />}</For>
      </div>
    </>
  );
}

function Gone(props: { readonly text: string }): JSX.Element {
  return (
    <p>
      <del class="booth-gone">{props.text}</del>
    </p>
  );
}

function Parts(props: { readonly parts: readonly ScriptPart[]; readonly booth: Language }): JSX.Element {
  return <Index each={props.parts}>{(part) => <Part part={part()} booth={props.booth} />}</Index>;
}

function Part(props: { readonly part: ScriptPart; readonly booth: Language }): JSX.Element {
  const plain = (): boolean => props.part.mark === null && props.part.term === null && props.part.hit === null && !props.part.inserted;
  return (
    <>
      <Show when={props.part.removed}>{(gone) => <del class="booth-gone">{gone()}</del>}</Show>
      <Show when={!plain()} fallback={props.part.text}>
        <Changed inserted={props.part.inserted}>
          <span
            class="booth-mark"
            data-mark={props.part.mark ?? undefined}
            data-term={props.part.term === null ? undefined : ''}
            data-hit={props.part.hit ?? undefined}
            title={props.part.term === null ? undefined : equivalentsOf(props.part.term, props.booth)}
          >
            {props.part.text}
          </span>
        </Changed>
      </Show>
    </>
  );
}

function Changed(props: { readonly inserted: boolean; readonly children: JSX.Element }): JSX.Element {
  return (
    <Show when={props.inserted} fallback={props.children}>
      <ins class="booth-new">{props.children}</ins>
    </Show>
  );
}

/** For the pointer; the keyboard and the eye find them below the text. */
function equivalentsOf(term: Term, booth: Language): string {
  return [...(term.forms[booth] ?? []), ...(term.note === null ? [] : [term.note])].join(' · ');
}
