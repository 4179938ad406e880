import type { JSX } from 'solid-js';
import { useI18n } from '../../state/i18n-context.tsx';
import { Button } from '../../ui/button.tsx';
import { nameOfCue, type DeskAction } from './desk.ts';
import type { Desk } from './desk-state.ts';

/** Take is red only when it can be taken; what cannot be done now says why. */
export function DeskKeys(props: { readonly desk: Desk }): JSX.Element {
  const i18n = useI18n();
  const disabled = (action: DeskAction): boolean => props.desk.block(action) !== null;
  const reason = (action: DeskAction): string => {
    const block = props.desk.block(action);
    return block === null ? '' : i18n.t(`webcast.reason.${block}`);
  };
  const takeLabel = (): string => {
    const cue = props.desk.armed();
    return cue === null ? i18n.t('webcast.take') : `${i18n.t('webcast.take')}: ${nameOfCue(cue).name}`;
  };
  return (
    <div class="desk-keys">
      <Button
        class="desk-take"
        label={i18n.t('webcast.take')}
        spokenLabel={takeLabel()}
        action="take"
        hotkey="Space"
        kind={disabled('take') ? 'plain' : 'danger'}
        disabled={disabled('take')}
        reason={reason('take')}
        onPress={props.desk.take}
      />
      <Button
        label={i18n.t('webcast.clear')}
        action="clear"
        hotkey="Escape"
        disabled={disabled('clear')}
        reason={reason('clear')}
        onPress={props.desk.clear}
      />
      <Button
        label={i18n.t('webcast.cueNext')}
        action="cueNext"
        hotkey="N"
        kind={props.desk.armed() === null && !disabled('cueNext') ? 'primary' : 'plain'}
        disabled={disabled('cueNext')}
        reason={reason('cueNext')}
        onPress={props.desk.cueNext}
      />
      <Button
        label={i18n.t('webcast.cueFloor')}
        action="cueFloor"
        hotkey="F"
        disabled={disabled('cueFloor')}
        reason={reason('cueFloor')}
        onPress={props.desk.cueFloor}
      />
    </div>
  );
}
