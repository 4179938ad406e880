import { createSignal, type JSX, Show } from 'solid-js';
import { useI18n } from '../../state/i18n-context.tsx';
import { deleteMeeting, type MeetingSummary } from '../../state/meetings-list.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** For the administrator: asks once more, with what will be gone, before anything is. */
export function DeleteMeeting(props: { readonly meeting: MeetingSummary; readonly onDeleted: () => void }): JSX.Element {
  const i18n = useI18n();
  const [asking, setAsking] = createSignal(false);
  const [failed, setFailed] = createSignal(false);

  async function carryOut(): Promise<void> {
    const done = await deleteMeeting(props.meeting.id);
    setFailed(!done);
    if (!done) return;
    setAsking(false);
    props.onDeleted();
  }

  return (
    <>
      <Button compact label={i18n.t('home.delete')} onPress={() => setAsking(true)} />
      <Dialog open={asking()} title={i18n.t('home.deleteTitle')} closeLabel={i18n.t('common.cancel')} onClose={() => setAsking(false)}>
        <p>
          <bdi>
            <strong>{props.meeting.title}</strong>
          </bdi>
        </p>
        <p>{i18n.t('home.deleteAdvice')}</p>
        <Show when={failed()}>
          <p role="alert">{i18n.t('home.deleteFailed')}</p>
        </Show>
        <Button kind="danger" label={i18n.t('home.deleteNow')} onPress={carryOut} />
      </Dialog>
    </>
  );
}
