import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { entryById, subjectOf } from '../../../../shared/domain/entries.ts';
import type { Entry } from '../../../../shared/domain/meeting.ts';
import { must } from '../../../../shared/lib/assert.ts';
import { useI18n } from '../../../state/i18n-context.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useChair } from '../chair-context.tsx';
import { draftOf, type EntryDraft, isSpokenCode, patchFrom, type PersonDraft, secondsFrom } from '../entry-drafts.ts';
import { CaptionFields } from './caption-fields.tsx';
import { DialogForm } from './dialog-form.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { DeliveryField, LanguageField } from './fields.tsx';
import { SpokenFields } from './spoken-fields.tsx';

/** Edits the entry as it was opened: if somebody else was faster, the server refuses, and the dialog says so before that. */
export function EditDialog(props: { readonly entryId: string }): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const present = createMemo(() => must(entryById(chair.meeting(), props.entryId), `an entry ${props.entryId}`));
  const [opened, setOpened] = createSignal(snapshot(present()));
  const [draft, setDraft] = createSignal<EntryDraft>(opened().draft);
  const patch = createMemo(() => patchFrom(opened().draft, draft()));
  const overtaken = (): boolean => present().revision !== opened().revision;

  const change = (changes: Partial<EntryDraft>): void => void setDraft((before) => ({ ...before, ...changes }));
  const changePerson = (person: PersonDraft): void =>
    change({ persons: draft().persons.map((other) => (other.id === person.id ? person : other)) });
  const load = (): void => {
    setOpened(snapshot(present()));
    setDraft(opened().draft);
  };
  /** After a name was verified here: what else was typed stays, the entry it stands on is the new one. */
  const rebase = (person: PersonDraft): void => {
    setOpened(snapshot(present()));
    const saved = opened().draft.persons.find((other) => other.id === person.id);
    if (saved !== undefined && patchFrom(opened().draft, draft()) === null) setDraft(opened().draft);
  };
  const blocked = (): string | undefined => {
    if (patch() === null) return i18n.t('chair.dialog.nothingChanged');
    if (!isSpokenCode(draft().language)) return i18n.t('chair.field.languageCode');
    return secondsFrom(draft().minutes) === null ? i18n.t('chair.field.minutesHint') : undefined;
  };
  const submit = async (): Promise<boolean> => {
    const changes = patch();
    if (changes === null) return false;
    const name = subjectOf(present());
    return chair.give(
      { type: 'editEntry', entryId: props.entryId, revision: opened().revision, patch: changes },
      i18n.t('chair.list.done', { action: i18n.t('common.save'), name }),
    );
  };

  return (
    <DialogForm
      wide
      title={i18n.t('chair.dialog.edit', { name: subjectOf(present()) })}
      submit={i18n.t('common.save')}
      blocked={blocked()}
      onSubmit={submit}
    >
      <Show when={overtaken()}>
        <Notice
          tone="warn"
          title={i18n.t('chair.dialog.changedMeanwhile')}
          advice={i18n.t('chair.dialog.changedAdvice')}
          dismissLabel={i18n.t('chair.dialog.loadPresent')}
          onDismiss={load}
        />
      </Show>
      <div class="chair-form-row">
        <LanguageField label={i18n.t('chair.field.language')} value={draft().language} onChoose={(language) => change({ language })} />
        <DeliveryField value={draft().delivery} onChoose={(delivery) => change({ delivery })} />
        <TextField label={i18n.t('chair.field.minutes')} value={draft().minutes} onInput={(minutes) => change({ minutes })} />
      </div>
      <div class="chair-form-row">
        <TextField label={i18n.t('chair.field.onBehalfOf')} value={draft().onBehalfOf} onInput={(onBehalfOf) => change({ onBehalfOf })} />
        <TextField label={i18n.t('chair.field.note')} value={draft().note} onInput={(note) => change({ note })} />
      </div>
      <For each={present().persons}>
        {(person) => (
          <Show when={draft().persons.find((other) => other.id === person.id)}>
            {(typed) => (
              <fieldset class="chair-fieldset">
                <legend>
                  <bdi lang={person.nameLanguage}>{person.name}</bdi>
                </legend>
                <div class="chair-form-row">
                  <TextField
                    label={i18n.t('chair.field.honorific')}
                    value={typed().honorific}
                    onInput={(honorific) => changePerson({ ...typed(), honorific })}
                  />
                  <TextField
                    label={i18n.t('chair.field.name')}
                    language={person.nameLanguage}
                    value={typed().name}
                    onInput={(name) => changePerson({ ...typed(), name })}
                  />
                </div>
                <Show when={person.kind === 'person'}>
                  <TextField
                    label={i18n.t('chair.field.function')}
                    value={typed().function}
                    onInput={(role) => changePerson({ ...typed(), function: role })}
                  />
                </Show>
                <SpokenFields draft={typed()} onChange={(spoken) => changePerson({ ...typed(), ...spoken })} />
                <CaptionFields
                  entry={present()}
                  person={person}
                  draft={typed()}
                  onChange={changePerson}
                  onVerified={() => rebase(typed())}
                />
              </fieldset>
            )}
          </Show>
        )}
      </For>
    </DialogForm>
  );
}

function snapshot(entry: Entry): { readonly revision: number; readonly draft: EntryDraft } {
  return { revision: entry.revision, draft: draftOf(entry) };
}
