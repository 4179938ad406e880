import { createSignal, type JSX, onMount } from 'solid-js';
import type { Person } from '../../../shared/domain/meeting.ts';
import { directionOf, type Language } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Button } from '../../ui/button.tsx';
import type { Place } from './desk.ts';

/**
 * A name and a function in one language, vouched for by whoever saves them. Enter saves, Escape leaves. The form stays
 * open with what was typed when the server refuses it.
 */
export function NameForm(props: {
  readonly place: Place;
  readonly person: Person;
  readonly language: Language;
  readonly onDone: () => void;
}): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  let nameField: HTMLInputElement | undefined;
  // What it said when the editing began: a change from elsewhere must not overwrite what is being typed.
  const initial = props.person.captions[props.language];
  const [name, setName] = createSignal(initial?.name ?? '');
  const [role, setRole] = createSignal(initial?.function ?? '');
  onMount(() => nameField?.focus());

  async function save(): Promise<void> {
    const { entryId, personId } = props.place;
    const outcome = await state.send({ type: 'verifyName', entryId, personId, language: props.language, text: name(), function: role() });
    if (outcome.status === 'ok' || outcome.status === 'duplicate') props.onDone();
  }

  return (
    <form
      class="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        props.onDone();
      }}
    >
      <p class="label">{i18n.t('webcast.names.name', { language: i18n.languageName(props.language) })}</p>
      <input
        ref={nameField}
        class="field"
        value={name()}
        lang={props.language}
        dir={directionOf(props.language)}
        aria-label={i18n.t('webcast.names.name', { language: i18n.languageName(props.language) })}
        maxLength={200}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <input
        class="field"
        value={role()}
        lang={props.language}
        dir={directionOf(props.language)}
        aria-label={i18n.t('webcast.names.function', { language: i18n.languageName(props.language) })}
        maxLength={200}
        onInput={(event) => setRole(event.currentTarget.value)}
      />
      <span class="name-form-keys">
        <Button
          label={i18n.t('webcast.names.save')}
          kind="primary"
          compact
          disabled={name().trim() === ''}
          reason={i18n.t('webcast.reason.noName')}
          onPress={save}
        />
        <Button label={i18n.t('common.cancel')} compact onPress={props.onDone} />
      </span>
    </form>
  );
}
