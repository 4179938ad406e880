import type { JSX } from 'solid-js';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Button } from '../../ui/button.tsx';

/** What is done to the meeting as a whole, in the bar. */
export function MeetingButtons(props: { readonly meeting: Meeting; readonly onClose: () => void }): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  const closed = (): boolean => props.meeting.status === 'closed';
  const suspended = (): boolean => props.meeting.status === 'suspended';
  const why = (): string | undefined => (closed() ? i18n.t('chair.reason.closed') : undefined);
  return (
    <span class="chair-meeting">
      <a class="button" data-compact href={`/m/${props.meeting.id}/teams/chair`} target="_blank" rel="noopener">
        {i18n.t('teams.title')}
      </a>
      <Button
        compact
        label={i18n.t(suspended() ? 'chair.floor.resumeMeeting' : 'chair.floor.suspend')}
        action="suspendMeeting"
        hotkey="U"
        disabled={closed()}
        reason={why()}
        onPress={() => state.send({ type: suspended() ? 'resumeMeeting' : 'suspendMeeting' })}
      />
      <Button
        compact
        label={i18n.t('chair.floor.closeMeeting')}
        action="closeMeeting"
        hotkey="Shift+Q"
        disabled={closed()}
        reason={why()}
        onPress={props.onClose}
      />
    </span>
  );
}
