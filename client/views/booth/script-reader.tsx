import { createEffect, createMemo, createSignal, type JSX, Match, on, Show, Switch } from 'solid-js';
import type { Entry, Meeting, ScriptText } from '../../../shared/domain/meeting.ts';
import { placeInText } from '../../../shared/domain/rules/script-follow.ts';
import type { Language } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useHotkey } from '../../ui/hotkeys.ts';
import { ScriptChanges } from './script-changes.tsx';
import { ScriptControls } from './script-controls.tsx';
import { differenceOf } from './script-difference.ts';
import { createFind } from './script-find.ts';
import { ScriptFindBar } from './script-find-bar.tsx';
import { createTermIndex } from './script-glossary.ts';
import { Handling } from './script-head.tsx';
import { factsOf, type ReadingText, readingOf } from './script-reading.ts';
import { ScriptTerms } from './script-terms.tsx';
import { type ScriptScroll, ScriptView, type Sight } from './script-view.tsx';

/** One text with everything to read it by: where the speaker is, its terms, a search, what the version before said. */
export function ScriptReader(props: {
  readonly meeting: Meeting;
  readonly booth: Language;
  readonly entry: Entry;
  readonly text: ScriptText;
  /** The entry has the floor: its position can be followed and moved. */
  readonly isSpoken: boolean;
  readonly follow: boolean;
  readonly onFollow: (follow: boolean) => void;
}): JSX.Element {
  const i18n = useI18n();
  const state = useMeetingState();
  const reading = createMemo(
    (before: ReadingText | null): ReadingText => readingOf(props.entry, props.text, state.history(), before),
    null,
  );
  const place = createMemo(() => placeInText(props.entry.script, props.text));
  const [sight, setSight] = createSignal<Sight>({ first: 0, last: 0 });
  const [showsChanges, setShowsChanges] = createSignal(false);
  const termIndex = createTermIndex(
    () => props.meeting,
    () => props.booth,
    () => props.text.language,
  );
  const facts = createMemo(() => factsOf(reading(), termIndex()));
  const find = createFind(reading, () => sight().first);
  const difference = createMemo(() => {
    const { previous, paragraphs } = reading();
    return showsChanges() && previous !== null ? differenceOf(previous.paragraphs, paragraphs) : null;
  });
  let scroll: ScriptScroll | null = null;
  let goBack = (): void => {};

  // Another language of the same text opens where one was reading; another text at its beginning.
  let seen: { readonly entryId: string; readonly first: number } | null = null;
  const openFind = (): void => {
    goBack = scroll?.keepPlace() ?? goBack;
    find.open();
  };
  const follows = (): boolean => props.follow && props.isSpoken;
  createEffect(
    on(
      () => find.isOpen(),
      // Who follows is taken back to the speaker, all others to where they were.
      (open) => !open && (!follows() || place() === null) && goBack(),
      { defer: true },
    ),
  );
  useHotkey({ id: 'booth.scriptFindToo', defaultKey: 'Ctrl+F', label: () => i18n.t('booth.script.find'), run: openFind });
  return (
    <>
      <div class="booth-script-tools">
        <Handling handling={props.text.handling} />
        <Show when={reading().previous}>
          <Button
            label={i18n.t('booth.script.changes')}
            action="booth.scriptChanges"
            hotkey="V"
            compact
            pressed={showsChanges()}
            onPress={() => setShowsChanges(!showsChanges())}
          />
        </Show>
        <Button
          label={i18n.t('booth.script.findShort')}
          action="booth.scriptFind"
          hotkey="/"
          compact
          pressed={find.isOpen()}
          onPress={openFind}
        />
      </div>
      <ScriptView
        reading={reading()}
        facts={facts()}
        booth={props.booth}
        place={place()}
        mode={props.entry.script.position?.mode ?? 'onScript'}
        follow={follows() && !find.isOpen()}
        onMove={
          props.isSpoken
            ? (paragraph) => void state.send({ type: 'setScriptPosition', entryId: props.entry.id, paragraph, mode: 'onScript' })
            : null
        }
        find={find}
        difference={difference()}
        startAt={() => (seen?.entryId === props.entry.id ? seen.first : null)}
        onSight={(now) => {
          seen = { entryId: props.entry.id, first: now.first };
          setSight(now);
        }}
        ref={(given) => {
          scroll = given;
        }}
      />
      <div class="booth-script-foot">
        <Switch
          fallback={
            <ScriptTerms
              reading={reading()}
              facts={facts()}
              booth={props.booth}
              sight={sight()}
              from={props.isSpoken ? (place()?.index ?? null) : null}
            />
          }
        >
          <Match when={find.isOpen()}>
            <ScriptFindBar find={find} />
          </Match>
          <Match when={difference()}>
            {(found) => (
              <ScriptChanges
                difference={found()}
                version={reading().version}
                before={reading().previous?.version ?? 0}
                onShow={(paragraph) => scroll?.show(paragraph)}
              />
            )}
          </Match>
        </Switch>
      </div>
      <Show when={props.isSpoken}>
        <ScriptControls
          entry={props.entry}
          place={place()}
          count={reading().paragraphs.length}
          follow={props.follow}
          onFollow={props.onFollow}
          onBack={() => {
            const known = place();
            if (known !== null) scroll?.show(known.index);
          }}
        />
      </Show>
    </>
  );
}
