/** The names of one person in all languages: read, verified, corrected. Follows the selected row of the run of show. */
import { createEffect, createMemo, createSignal, For, type JSX, on, Show } from 'solid-js';
import type { Person } from '../../../shared/domain/meeting.ts';
import { captionState } from '../../../shared/domain/rules/captions.ts';
import { directionOf, type Language } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Button } from '../../ui/button.tsx';
import { LanguageTag } from '../../ui/chip.tsx';
import { useHotkey, useHotkeys } from '../../ui/hotkeys.ts';
import { printedKey } from '../../ui/key-names.ts';
import { PersonalName } from '../../ui/personal-name.tsx';
import { type Place, personAt } from './desk.ts';
import type { Desk } from './desk-state.ts';
import { NameForm } from './name-form.tsx';
import { StateMark } from './state-mark.tsx';

export function NamesPanel(props: { readonly desk: Desk }): JSX.Element {
  const i18n = useI18n();
  const person = createMemo(() => {
    const place = props.desk.selected();
    return place === null ? null : personAt(props.desk.meeting(), place);
  });
  return (
    <section class="names card" aria-labelledby="names-title">
      <Show
        when={person()}
        fallback={
          <>
            <h2 id="names-title" class="label">
              {i18n.t('webcast.names.title')}
            </h2>
            <p class="muted">{i18n.t('webcast.names.nobody')}</p>
          </>
        }
      >
        {(known) => <NamesOf desk={props.desk} person={known()} />}
      </Show>
    </section>
  );
}

function NamesOf(props: { readonly desk: Desk; readonly person: Person }): JSX.Element {
  const i18n = useI18n();
  const hotkeys = useHotkeys();
  const [edited, setEdited] = createSignal<Language | null>(null);
  const languages = createMemo(() => props.desk.meeting().languages);
  const firstToEdit = (): Language | undefined =>
    languages().find((language) => captionState(props.person, language) !== 'verified') ?? languages()[0];
  useHotkey({ id: 'editName', defaultKey: 'E', label: () => i18n.t('webcast.names.edit'), run: () => setEdited(firstToEdit() ?? null) });
  createEffect(
    on(
      () => props.person.id,
      () => setEdited(null),
      { defer: true },
    ),
  );
  return (
    <>
      <header class="names-head">
        <h2 id="names-title" class="label">
          {i18n.t('webcast.names.title')}
        </h2>
        <p class="names-own">
          <PersonalName name={props.person.name} language={props.person.nameLanguage} />
        </p>
        <Show when={hotkeys?.keyOf('editName')}>
          {(key) => (
            <span class="muted names-key" aria-hidden="true">
              {i18n.t('webcast.names.edit')} <kbd class="key">{printedKey(key())}</kbd>
            </span>
          )}
        </Show>
      </header>
      <ul class="names-list">
        <For each={languages()}>
          {(language, index) => (
            <li class="names-row" data-state={captionState(props.person, language)}>
              <Show
                when={edited() === language && props.desk.selected()}
                fallback={
                  <NameRow
                    desk={props.desk}
                    person={props.person}
                    language={language}
                    digit={index() + 1}
                    onEdit={() => setEdited(language)}
                  />
                }
              >
                {(place) => <NameForm place={place()} person={props.person} language={language} onDone={() => setEdited(null)} />}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}

function NameRow(props: {
  readonly desk: Desk;
  readonly person: Person;
  readonly language: Language;
  readonly digit: number;
  readonly onEdit: () => void;
}): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  const caption = (): Person['captions'][Language] => props.person.captions[props.language];
  const status = createMemo(() => captionState(props.person, props.language));
  const reason = (): string => {
    if (!props.desk.live()) return i18n.t('webcast.reason.notLive');
    return i18n.t(status() === 'missing' ? 'webcast.reason.noName' : 'webcast.reason.verified');
  };
  const verify = (place: Place | null, text: string | undefined): Promise<unknown> | undefined => {
    if (place === null || text === undefined) return undefined;
    return state.send({ type: 'verifyName', ...place, language: props.language, text });
  };
  return (
    <>
      <LanguageTag code={props.language} />
      <div class="names-text" dir={caption() === undefined ? undefined : directionOf(props.language)}>
        <Show when={caption()} fallback={<StateMark state="missing" />}>
          {(known) => (
            <>
              <bdi class="names-name" lang={props.language} dir={directionOf(props.language)}>
                {known().name}
              </bdi>
              <Show when={status() === 'unverified'}>
                <StateMark state="unverified" />
              </Show>
              <Show when={known().function}>
                {(role) => (
                  <bdi class="names-function muted" lang={props.language} dir={directionOf(props.language)}>
                    {role()}
                  </bdi>
                )}
              </Show>
            </>
          )}
        </Show>
      </div>
      <Button
        class="names-verify"
        label={status() === 'verified' ? `✓ ${i18n.t('webcast.state.verified')}` : i18n.t('webcast.names.verify')}
        spokenLabel={i18n.t('webcast.names.verifySpoken', {
          name: caption()?.name ?? props.person.name,
          language: i18n.languageName(props.language),
        })}
        action={`verify.${props.language}`}
        hotkey={String(props.digit)}
        compact
        disabled={status() !== 'unverified' || !props.desk.live()}
        reason={reason()}
        onPress={() => verify(props.desk.selected(), caption()?.name)}
      />
      <Button
        label={i18n.t('webcast.names.edit')}
        spokenLabel={i18n.t('webcast.names.editSpoken', { language: i18n.languageName(props.language) })}
        compact
        onPress={props.onEdit}
      />
    </>
  );
}
