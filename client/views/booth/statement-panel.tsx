import './statement-panel.css';
import './script-view.css';
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { Entry, Meeting, ScriptText } from '../../../shared/domain/meeting.ts';
import { textToFollow } from '../../../shared/domain/rules/statements.ts';
import { floorEntry, nextEntry } from '../../../shared/domain/selectors.ts';
import type { Language } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { Button } from '../../ui/button.tsx';
import { PersonalName } from '../../ui/personal-name.tsx';
import { ScriptHead } from './script-head.tsx';
import { ScriptReader } from './script-reader.tsx';

/** The text of the statement on the floor; of the next one when nobody speaks, or when one wants to look ahead. */
export function StatementPanel(props: {
  readonly meeting: Meeting;
  readonly booth: Language;
  /** Stands at the end of the head: what a page adds to do with the text of this entry. Drawn once, whoever speaks. */
  readonly tools?: (entry: () => Entry | null) => JSX.Element;
}): JSX.Element {
  const i18n = useI18n();
  const [ahead, setAhead] = createSignal(false);
  const [follow, setFollow] = createSignal(true);
  // For one entry: the next speaker's text is again the one in the language spoken.
  const [chosen, setChosen] = createSignal<{ readonly entryId: string; readonly language: string } | null>(null);

  const floor = createMemo(() => floorEntry(props.meeting));
  const next = createMemo(() => (props.meeting.status === 'closed' ? null : nextEntry(props.meeting)));
  const isNext = (): boolean => floor() === null || (ahead() && next() !== null);
  const entry = (): Entry | null => (isNext() ? next() : floor());
  const text = createMemo((): ScriptText | null => {
    const shown = entry();
    if (shown === null) return null;
    const spoken = !isNext() && props.meeting.floor !== null ? props.meeting.floor.language : shown.language;
    const wanted = chosen()?.entryId === shown.id ? chosen()?.language : undefined;
    return shown.script.texts.find(({ language }) => language === wanted) ?? textToFollow(shown, spoken);
  });
  return (
    <section class="card booth-statement" aria-labelledby="booth-statement-title" data-entry={entry()?.id}>
      <div class="booth-statement-head">
        <h2 id="booth-statement-title" class="label">
          {i18n.t(entry() !== null && isNext() ? 'booth.statement.titleNext' : 'booth.statement.title')}
        </h2>
        <Show when={entry()}>
          {(shown) => (
            <Show when={text()}>
              {(script) => (
                <ScriptHead entry={shown()} text={script()} onChoose={(language) => setChosen({ entryId: shown().id, language })} />
              )}
            </Show>
          )}
        </Show>
        <span class="booth-space" />
        {props.tools?.(entry)}
        <Show when={floor() !== null && next() !== null}>
          <Button
            label={i18n.t(ahead() ? 'booth.statement.showFloor' : 'booth.statement.showNext')}
            action="booth.text"
            hotkey="T"
            compact
            onPress={() => setAhead(!ahead())}
          />
        </Show>
      </div>
      <Show when={isNext() ? entry()?.persons[0] : null}>
        {(person) => (
          <p class="booth-statement-whose">
            <PersonalName name={person().name} language={person().nameLanguage} />
          </p>
        )}
      </Show>
      <Show
        when={entry()}
        fallback={<Blank title={i18n.t('booth.statement.nobodyTitle')} advice={i18n.t('booth.statement.nobodyAdvice')} />}
      >
        {(shown) => (
          <Show when={text()} fallback={<NoText entry={shown()} />}>
            {(script) => (
              <ScriptReader
                meeting={props.meeting}
                booth={props.booth}
                entry={shown()}
                text={script()}
                isSpoken={!isNext()}
                follow={follow()}
                onFollow={setFollow}
              />
            )}
          </Show>
        )}
      </Show>
    </section>
  );
}

function NoText(props: { readonly entry: Entry }): JSX.Element {
  const i18n = useI18n();
  return (
    <Show
      when={props.entry.script.status === 'expected'}
      fallback={
        <Blank
          title={i18n.t('booth.statement.noneTitle')}
          advice={i18n.t('booth.statement.noneAdvice', { name: props.entry.persons[0]?.name ?? '' })}
        />
      }
    >
      <Blank title={i18n.t('booth.statement.expectedTitle')} advice={i18n.t('booth.statement.expectedAdvice')} />
    </Show>
  );
}

function Blank(props: { readonly title: string; readonly advice: string }): JSX.Element {
  return (
    <div class="booth-blank">
      <p class="booth-blank-title">{props.title}</p>
      <p class="muted">{props.advice}</p>
    </div>
  );
}
