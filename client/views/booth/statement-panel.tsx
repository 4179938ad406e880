import './statement-panel.css';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { Entry, Meeting, ScriptText } from '../../../shared/domain/meeting.ts';
import { textToFollow } from '../../../shared/domain/rules/statements.ts';
import { floorEntry, nextEntry } from '../../../shared/domain/selectors.ts';
import type { Language } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { PersonalName } from '../../ui/personal-name.tsx';
import { fastWordsPerMinute, paceOf } from './speaker.ts';
import { ScriptControls } from './script-controls.tsx';
import { ScriptView } from './script-view.tsx';

/** The text of the statement on the floor; of the next one when nobody speaks, or when one wants to look ahead. */
export function StatementPanel(props: { readonly meeting: Meeting; readonly booth: Language }): JSX.Element {
  const i18n = useI18n();
  const [ahead, setAhead] = createSignal(false);
  const [follow, setFollow] = createSignal(true);
  const [chosen, setChosen] = createSignal<string | null>(null);

  const floor = createMemo(() => floorEntry(props.meeting));
  const next = createMemo(() => (props.meeting.status === 'closed' ? null : nextEntry(props.meeting)));
  const isNext = (): boolean => floor() === null || (ahead() && next() !== null);
  const entry = (): Entry | null => (isNext() ? next() : floor());
  const text = createMemo((): ScriptText | null => {
    const shown = entry();
    if (shown === null) return null;
    const spoken = !isNext() && props.meeting.floor !== null ? props.meeting.floor.language : shown.language;
    return shown.script.texts.find(({ language }) => language === chosen()) ?? textToFollow(shown, spoken);
  });
  return (
    <section class="card booth-statement" aria-labelledby="booth-statement-title">
      <div class="booth-statement-head">
        <h2 id="booth-statement-title" class="label">
          {i18n.t(entry() !== null && isNext() ? 'booth.statement.titleNext' : 'booth.statement.title')}
        </h2>
        <Show when={isNext() ? entry()?.persons[0] : null}>
          {(person) => <PersonalName name={person().name} language={person().nameLanguage} />}
        </Show>
        <Show when={entry()}>
          {(shown) => <Show when={text()}>{(script) => <TextHead entry={shown()} text={script()} onChoose={setChosen} />}</Show>}
        </Show>
        <span class="booth-space" />
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
      <Show
        when={entry()}
        fallback={<Blank title={i18n.t('booth.statement.nobodyTitle')} advice={i18n.t('booth.statement.nobodyAdvice')} />}
      >
        {(shown) => (
          <Show when={text()} fallback={<NoText entry={shown()} />}>
            {(script) => (
              <>
                <ScriptView entry={shown()} text={script()} follow={follow() && !isNext()} mayMove={!isNext()} />
                <Show when={!isNext()}>
                  <ScriptControls entry={shown()} text={script()} follow={follow()} onFollow={setFollow} />
                </Show>
              </>
            )}
          </Show>
        )}
      </Show>
    </section>
  );
}

function TextHead(props: { readonly entry: Entry; readonly text: ScriptText; readonly onChoose: (language: string) => void }): JSX.Element {
  const i18n = useI18n();
  const pace = (): number | null => {
    const count = paceOf(props.text, props.entry.limitSeconds);
    return count !== null && count > fastWordsPerMinute ? count : null;
  };
  return (
    <div class="booth-text-head">
      <Show when={props.text.handling}>{(handling) => <Chip tone="warn">{i18n.t(`words.handling.${handling()}`)}</Chip>}</Show>
      <Show
        when={props.entry.script.texts.length > 1}
        fallback={
          <Chip language={props.text.language}>
            {i18n.languageName(props.text.language)} · {i18n.t('booth.statement.version', { version: props.text.version })}
          </Chip>
        }
      >
        <For each={props.entry.script.texts}>
          {(other) => (
            <Button
              label={other.language.toUpperCase()}
              spokenLabel={i18n.t('booth.statement.inLanguage', { language: i18n.languageName(other.language) })}
              compact
              pressed={other.language === props.text.language}
              onPress={() => props.onChoose(other.language)}
            />
          )}
        </For>
        <Chip>{i18n.t('booth.statement.version', { version: props.text.version })}</Chip>
      </Show>
      <Show when={pace()}>{(count) => <Chip tone="warn">{i18n.t('booth.paceFast', { count: count() })}</Chip>}</Show>
      <Show when={props.text.sample}>
        <Chip>{i18n.t('booth.statement.sample')}</Chip>
      </Show>
    </div>
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
