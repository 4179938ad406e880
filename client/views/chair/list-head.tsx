import type { JSX } from 'solid-js';
import { useI18n } from '../../state/i18n-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { useChair } from './chair-context.tsx';
import { firstToCut } from './time-cut.ts';

/** What is done to the list as a whole. */
export function ListHead(props: { readonly onToSpeaker: () => void }): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const open = (): boolean => chair.meeting().listOpen;
  const closed = (): boolean => chair.meeting().status === 'closed';
  const whyNoInsert = (): string | undefined => {
    if (closed()) return i18n.t('chair.reason.closed');
    return open() ? undefined : i18n.t('chair.reason.listClosed');
  };
  const cutFrom = (): string | null => (closed() ? null : firstToCut(chair.meeting()));
  return (
    <div class="chair-list-head">
      <h2 class="label" id="chair-list-title">
        {i18n.t('words.listOfSpeakers')}
      </h2>
      <Chip tone={open() ? undefined : 'warn'}>{i18n.t(open() ? 'chair.list.open' : 'chair.list.closed')}</Chip>
      <span class="chair-space" />
      <Button
        compact
        label={i18n.t('chair.action.insert')}
        action="insertEntry"
        hotkey="I"
        disabled={whyNoInsert() !== undefined}
        reason={whyNoInsert()}
        onPress={() => chair.open({ kind: 'insert' })}
      />
      <Button
        compact
        label={i18n.t('chair.action.cut')}
        action="cutTime"
        hotkey="H"
        disabled={cutFrom() === null}
        reason={i18n.t('chair.reason.nobodyWaits')}
        onPress={() => {
          const entryId = cutFrom();
          if (entryId !== null) chair.open({ kind: 'cut', entryId });
        }}
      />
      <Button
        compact
        label={i18n.t(open() ? 'chair.action.closeList' : 'chair.action.openList')}
        action="closeList"
        hotkey="L"
        disabled={closed()}
        reason={i18n.t('chair.reason.closed')}
        onPress={() => chair.give({ type: open() ? 'closeList' : 'openList' })}
      />
      <Button
        compact
        label={i18n.t(chair.meeting().floor === null ? 'chair.list.toNext' : 'chair.list.toSpeaker')}
        action="toSpeaker"
        hotkey="B"
        onPress={props.onToSpeaker}
      />
    </div>
  );
}
