/** Dialogs about the meeting: closing it, and a language on the floor that is none of the six. */
import { createSignal, type JSX, Show } from 'solid-js';
import { floorPerson, queue } from '../../../../shared/domain/selectors.ts';
import { useI18n } from '../../../state/i18n-context.tsx';
import { useChair } from '../chair-context.tsx';
import { isSpokenCode } from '../entry-drafts.ts';
import { DialogForm } from './dialog-form.tsx';
import { TextField } from '../../../ui/fields.tsx';

export function CloseMeetingDialog(): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const missed = (): number => queue(chair.meeting()).length;
  const speaker = () => floorPerson(chair.meeting());
  return (
    <DialogForm
      kind="danger"
      title={i18n.t('chair.dialog.closeMeeting')}
      submit={i18n.t('chair.dialog.closeMeetingDo')}
      onSubmit={() => chair.give({ type: 'closeMeeting' }, i18n.t('words.meetingStatus.closed'))}
    >
      <Show when={speaker()}>{(person) => <p>{i18n.t('chair.dialog.closeMeetingSpeaking', { name: person().name })}</p>}</Show>
      <p>{missed() === 0 ? i18n.t('chair.dialog.closeMeetingAll') : i18n.t('chair.dialog.closeMeetingMissed', { count: missed() })}</p>
      <p class="muted">{i18n.t('chair.dialog.closeMeetingFinal')}</p>
    </DialogForm>
  );
}

export function LanguageDialog(): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const [code, setCode] = createSignal('');
  const known = (): boolean => isSpokenCode(code());
  return (
    <DialogForm
      title={i18n.t('chair.dialog.language')}
      submit={i18n.t('chair.dialog.languageDo')}
      blocked={known() ? undefined : i18n.t('chair.field.languageCode')}
      onSubmit={() =>
        chair.give({ type: 'setFloorLanguage', language: code() }, i18n.t('chair.floor.speakNow', { language: i18n.languageName(code()) }))
      }
    >
      <TextField
        label={i18n.t('chair.field.languageCode')}
        value={code()}
        hint={known() ? i18n.languageName(code()) : ''}
        onInput={(text) => setCode(text.trim().toLowerCase())}
      />
    </DialogForm>
  );
}
