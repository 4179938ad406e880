/** Short dialogs about one entry of the list: withdraw, exchange places, shorten the time from it on. */
import { createMemo, createSignal, For, type JSX } from 'solid-js';
import { entryById, isWaiting, subjectOf } from '../../../../shared/domain/entries.ts';
import type { Entry } from '../../../../shared/domain/meeting.ts';
import { numberOf } from '../../../../shared/domain/selectors.ts';
import { must } from '../../../../shared/lib/assert.ts';
import { useI18n } from '../../../state/i18n-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { formatElapsed } from '../../../ui/format-timer.ts';
import { useChair } from '../chair-context.tsx';
import { timeCuts } from '../time-cut.ts';
import { DialogForm } from './dialog-form.tsx';
import { SelectField, TextField } from '../../../ui/fields.tsx';
import { Dialog } from '../../../ui/dialog.tsx';

export function WithdrawDialog(props: { readonly entryId: string }): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const entry = useEntry(() => props.entryId);
  const [reason, setReason] = createSignal('');
  return (
    <DialogForm
      kind="danger"
      title={i18n.t('chair.dialog.withdraw', { name: subjectOf(entry()) })}
      submit={i18n.t('chair.dialog.withdrawDo')}
      onSubmit={() =>
        chair.give(
          { type: 'withdrawEntry', entryId: props.entryId, ...given(reason()) },
          i18n.t('words.change.withdrawn', { name: subjectOf(entry()) }),
        )
      }
    >
      <p class="muted">{i18n.t('chair.dialog.withdrawAdvice')}</p>
      <TextField label={i18n.t('chair.field.reason')} value={reason()} onInput={setReason} />
    </DialogForm>
  );
}

export function SwapDialog(props: { readonly entryId: string }): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const entry = useEntry(() => props.entryId);
  const others = createMemo(() => chair.meeting().entries.filter((other) => isWaiting(other) && other.id !== props.entryId));
  const after = numberOf(chair.meeting(), props.entryId);
  const [withId, setWithId] = createSignal(
    others().find((other) => numberOf(chair.meeting(), other.id) > after)?.id ?? others()[0]?.id ?? '',
  );
  const [reason, setReason] = createSignal('');
  return (
    <DialogForm
      title={i18n.t('chair.dialog.swap', { name: subjectOf(entry()) })}
      submit={i18n.t('chair.dialog.swapDo')}
      blocked={withId() === '' ? i18n.t('chair.reason.nobodyWaits') : undefined}
      onSubmit={() =>
        chair.give(
          { type: 'swapEntries', entryId: props.entryId, withId: withId(), ...given(reason()) },
          i18n.t('chair.list.done', { action: i18n.t('chair.dialog.swapDo'), name: subjectOf(entry()) }),
        )
      }
    >
      <SelectField
        label={i18n.t('chair.dialog.swapWith')}
        value={withId() as string}
        options={others().map((other) => ({
          value: other.id as string,
          label: `${numberOf(chair.meeting(), other.id)}. ${subjectOf(other)}`,
        }))}
        onChoose={setWithId}
      />
      <TextField label={i18n.t('chair.field.reason')} value={reason()} onInput={setReason} />
    </DialogForm>
  );
}

/** What each cut would bring, before it is decided: each line is a button. */
export function CutDialog(props: { readonly entryId: string }): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const entry = useEntry(() => props.entryId);
  const cuts = createMemo(() => timeCuts(chair.meeting(), props.entryId, chair.second()));
  const heads = () => i18n.catalogue().chair.dialog;
  const clock = (instant: number): string => i18n.clock(instant, chair.meeting().timeZone, 'minutes');
  const balance = (seconds: number): string =>
    seconds > 0
      ? i18n.t('chair.hours.over', { time: formatElapsed(seconds) })
      : i18n.t('chair.hours.inHand', { time: formatElapsed(-seconds) });
  const cut = async (seconds: number): Promise<void> => {
    const action = i18n.t('chair.dialog.cutTo', { time: formatElapsed(seconds) });
    if (
      await chair.give({ type: 'cutTime', from: props.entryId, seconds }, i18n.t('chair.list.done', { action, name: subjectOf(entry()) }))
    )
      chair.close();
  };
  return (
    <Dialog open title={i18n.t('chair.dialog.cut')} closeLabel={i18n.t('common.close')} onClose={chair.close}>
      <p>{i18n.t('chair.dialog.cutFrom', { name: subjectOf(entry()) })}</p>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{heads().cutLimit}</th>
            <th scope="col">{heads().cutEnd}</th>
            <th scope="col">{heads().cutOver}</th>
            <th scope="col">{heads().cutMissed}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{heads().cutNow}</th>
            <td class="time">{clock(chair.forecast().projectedEndAt)}</td>
            <td>{balance(chair.forecast().overSeconds)}</td>
            <td>{i18n.number(chair.forecast().notReached.length)}</td>
          </tr>
          <For
            each={cuts()}
            fallback={
              <tr>
                <td colspan={4} class="muted">
                  {i18n.t('chair.reason.nothingToCut')}
                </td>
              </tr>
            }
          >
            {(choice) => (
              <tr>
                <th scope="row">
                  <Button
                    label={i18n.t('chair.dialog.cutTo', { time: formatElapsed(choice.seconds) })}
                    onPress={() => cut(choice.seconds)}
                  />
                </th>
                <td class="time">{clock(choice.projectedEndAt)}</td>
                <td>{balance(choice.overSeconds)}</td>
                <td>{i18n.number(choice.notReached)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Dialog>
  );
}

function useEntry(entryId: () => string): () => Entry {
  const chair = useChair();
  return () => must(entryById(chair.meeting(), entryId()), `an entry ${entryId()}`);
}

function given(reason: string): { readonly reason?: string } {
  return reason.trim() === '' ? {} : { reason };
}
