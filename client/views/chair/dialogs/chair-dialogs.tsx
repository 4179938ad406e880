/** All dialogs of the page in one chunk of their own: none is needed to see who speaks. */
import './chair-dialogs.css';
import { type JSX, Match, Switch } from 'solid-js';
import type { ChairDialog } from '../chair-context.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { CutDialog, SwapDialog, WithdrawDialog } from './list-dialogs.tsx';
import { CloseMeetingDialog, LanguageDialog } from './meeting-dialogs.tsx';
import { InsertDialog, PointOfOrderDialog, RightOfReplyDialog } from './new-entry-dialogs.tsx';
import { ReplaceDialog } from './replace-dialog.tsx';
import { ScriptDialog } from './script-dialog.tsx';

export function ChairDialogs(props: { readonly dialog: ChairDialog }): JSX.Element {
  const entryId = (kind: ChairDialog['kind']): string | null =>
    props.dialog.kind === kind && 'entryId' in props.dialog ? props.dialog.entryId : null;
  return (
    <Switch>
      <Match when={props.dialog.kind === 'insert'}>
        <InsertDialog />
      </Match>
      <Match when={props.dialog.kind === 'pointOfOrder'}>
        <PointOfOrderDialog />
      </Match>
      <Match when={props.dialog.kind === 'rightOfReply'}>
        <RightOfReplyDialog />
      </Match>
      <Match when={props.dialog.kind === 'closeMeeting'}>
        <CloseMeetingDialog />
      </Match>
      <Match when={props.dialog.kind === 'language'}>
        <LanguageDialog />
      </Match>
      <Match when={entryId('edit')}>{(id) => <EditDialog entryId={id()} />}</Match>
      <Match when={entryId('replace')}>{(id) => <ReplaceDialog entryId={id()} />}</Match>
      <Match when={entryId('withdraw')}>{(id) => <WithdrawDialog entryId={id()} />}</Match>
      <Match when={entryId('swap')}>{(id) => <SwapDialog entryId={id()} />}</Match>
      <Match when={entryId('script')}>{(id) => <ScriptDialog entryId={id()} />}</Match>
      <Match when={entryId('cut')}>{(id) => <CutDialog entryId={id()} />}</Match>
    </Switch>
  );
}
