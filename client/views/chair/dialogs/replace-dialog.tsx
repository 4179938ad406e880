import { createSignal, For, type JSX, Show } from 'solid-js';
import { entryById, subjectOf } from '../../../../shared/domain/entries.ts';
import type { PlanPerson } from '../../../../shared/domain/plan.ts';
import { must } from '../../../../shared/lib/assert.ts';
import { useI18n } from '../../../state/i18n-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { PersonalName } from '../../../ui/personal-name.tsx';
import { useChair } from '../chair-context.tsx';
import { asSpeaker, emptySpeakerDraft, isSpokenCode, type SpeakerDraft, speakerFrom } from '../entry-drafts.ts';
import { DialogForm } from './dialog-form.tsx';
import { SpeakerFields } from './speaker-fields.tsx';

/** Another speaker in the same place. Who is in the place already is one key away: the video fails, the other person speaks. */
export function ReplaceDialog(props: { readonly entryId: string }): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const entry = () => must(entryById(chair.meeting(), props.entryId), `an entry ${props.entryId}`);
  const [draft, setDraft] = createSignal<SpeakerDraft>({ ...emptySpeakerDraft(entry().language), kind: 'person' });
  const blocked = (): string | undefined => {
    if (draft().name.trim() === '') return i18n.t('refusals.personMissing.advice');
    return isSpokenCode(draft().language) ? undefined : i18n.t('chair.field.languageCode');
  };
  const replaceBy = (speakers: readonly PlanPerson[], language: string): Promise<boolean> =>
    chair.give(
      { type: 'replaceSpeaker', entryId: props.entryId, speakers, language },
      i18n.t('words.change.replaced', { after: speakers.map((person) => person.name).join(' · '), before: subjectOf(entry()) }),
    );
  const speakAlone = async (speaker: PlanPerson): Promise<void> => {
    if (await replaceBy([speaker], entry().language)) chair.close();
  };
  /** Who is in the room first: that is who can speak when the video fails. */
  const others = () =>
    entry().persons.length < 2
      ? []
      : entry().persons.toSorted((one, other) => Number(one.delivery === 'video') - Number(other.delivery === 'video'));
  return (
    <DialogForm
      title={i18n.t('chair.dialog.replace', { name: subjectOf(entry()) })}
      submit={i18n.t('chair.dialog.replaceDo')}
      blocked={blocked()}
      onSubmit={() => replaceBy([speakerFrom(draft())], draft().language)}
    >
      <Show when={others().length > 0}>
        <div class="chair-form-group">
          <p class="label">{i18n.t('chair.dialog.othersOfPlace')}</p>
          <For each={others()}>
            {(person) => (
              <Button
                label=""
                spokenLabel={i18n.t('chair.dialog.speaksAlone', { name: person.name })}
                onPress={() => speakAlone(asSpeaker(person))}
              >
                <PersonalName name={person.name} language={person.nameLanguage} />{' '}
                <Chip tone={person.delivery === 'room' ? undefined : 'info'}>{i18n.t(`words.delivery.${person.delivery}`)}</Chip>
              </Button>
            )}
          </For>
        </div>
        <p class="label">{i18n.t('chair.dialog.replaceByOther')}</p>
      </Show>
      <SpeakerFields draft={draft()} onChange={(change) => setDraft((before) => ({ ...before, ...change }))} withPlace={false} />
    </DialogForm>
  );
}
