import { type JSX, Show } from 'solid-js';
import type { Rank } from '../../../../shared/domain/meeting.ts';
import { useI18n } from '../../../state/i18n-context.tsx';
import type { SpeakerDraft } from '../entry-drafts.ts';
import { SelectField, TextField } from '../../../ui/fields.tsx';
import { DeliveryField, LanguageField } from './fields.tsx';
import { SpokenFields } from './spoken-fields.tsx';
import { StateField } from './state-field.tsx';

const ranks: readonly Rank[] = ['dignitary', 'group', 'state', 'igo', 'nhri', 'ngo'];

/** Who speaks: a State, an organization, or a named person. */
export function SpeakerFields(props: {
  readonly draft: SpeakerDraft;
  readonly onChange: (change: Partial<SpeakerDraft>) => void;
  /** Of a place that is new; who only replaces another takes its rank and time. */
  readonly withPlace: boolean;
}): JSX.Element {
  const i18n = useI18n();
  return (
    <>
      <SelectField
        label={i18n.t('chair.field.kind')}
        value={props.draft.kind}
        options={[
          { value: 'delegation', label: i18n.t('chair.field.delegation') },
          { value: 'person', label: i18n.t('chair.field.person') },
        ]}
        onChoose={(kind) => props.onChange(kind === 'person' ? { kind, state: null, rank: 'dignitary' } : { kind, rank: 'state' })}
      />
      <Show
        when={props.draft.kind === 'person'}
        fallback={
          <StateField value={props.draft.name} state={props.draft.state} onChange={(name, state) => props.onChange({ name, state })} />
        }
      >
        <TextField label={i18n.t('chair.field.name')} value={props.draft.name} onInput={(name) => props.onChange({ name })} />
        <div class="chair-form-row">
          <TextField
            label={i18n.t('chair.field.honorific')}
            value={props.draft.honorific}
            onInput={(honorific) => props.onChange({ honorific })}
          />
          <TextField
            label={i18n.t('chair.field.function')}
            value={props.draft.function}
            onInput={(role) => props.onChange({ function: role })}
          />
        </div>
      </Show>
      <SpokenFields draft={props.draft} onChange={props.onChange} />
      <div class="chair-form-row">
        <LanguageField
          label={i18n.t('chair.field.language')}
          value={props.draft.language}
          onChoose={(language) => props.onChange({ language })}
        />
        <DeliveryField value={props.draft.delivery} onChoose={(delivery) => props.onChange({ delivery })} />
      </div>
      <Show when={props.withPlace}>
        <div class="chair-form-row">
          <SelectField
            label={i18n.t('chair.field.rank')}
            value={props.draft.rank}
            options={ranks.map((value) => ({ value, label: i18n.t(`words.rank.${value}`) }))}
            onChoose={(rank) => props.onChange({ rank })}
          />
          <TextField
            label={i18n.t('chair.field.minutes')}
            hint={i18n.t('chair.field.minutesHint')}
            value={props.draft.minutes}
            onInput={(minutes) => props.onChange({ minutes })}
          />
        </div>
        <TextField
          label={i18n.t('chair.field.onBehalfOf')}
          value={props.draft.onBehalfOf}
          onInput={(onBehalfOf) => props.onChange({ onBehalfOf })}
        />
      </Show>
    </>
  );
}
