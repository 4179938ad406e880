/** Three ways to a new entry: inscribed on the list, a point of order at once, a right of reply at the end. */
import { createSignal, type JSX, Show } from 'solid-js';
import type { Command, NewEntry } from '../../../../shared/domain/commands.ts';
import { isWaiting, subjectOf } from '../../../../shared/domain/entries.ts';
import { presentSegment } from '../../../../shared/domain/rules/list-of-speakers.ts';
import { numberOf } from '../../../../shared/domain/selectors.ts';
import { useI18n } from '../../../state/i18n-context.tsx';
import { useChair } from '../chair-context.tsx';
import { emptySpeakerDraft, isSpokenCode, newEntryFrom, secondsFrom, type SpeakerDraft } from '../entry-drafts.ts';
import { DialogForm } from './dialog-form.tsx';
import { SelectField } from '../../../ui/fields.tsx';
import { SpeakerFields } from './speaker-fields.tsx';

export function InsertDialog(): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const [place, setPlace] = createSignal(`segment:${presentSegment(chair.meeting())}`);
  const places = () => [
    ...chair.meeting().segments.map((segment) => ({
      value: `segment:${segment.id}`,
      label: i18n.t('chair.field.byRank', { segment: segment.title }),
    })),
    ...chair
      .meeting()
      .entries.filter(isWaiting)
      .map((entry) => ({
        value: `before:${entry.id}`,
        label: i18n.t('chair.field.before', { number: numberOf(chair.meeting(), entry.id), name: subjectOf(entry) }),
      })),
  ];
  const commandFor = (entry: NewEntry): Command => {
    const [kind, id] = place().split(':');
    if (kind === 'before' && id !== undefined) return { type: 'insertEntry', entry, beforeId: id };
    return { type: 'insertEntry', entry: id === undefined ? entry : { ...entry, segmentId: id } };
  };
  return (
    <NewEntryDialog title={i18n.t('chair.dialog.insert')} submit={i18n.t('chair.dialog.insertDo')} commandFor={commandFor}>
      <SelectField label={i18n.t('chair.field.place')} value={place()} options={places()} onChoose={setPlace} />
    </NewEntryDialog>
  );
}

export function PointOfOrderDialog(): JSX.Element {
  const i18n = useI18n();
  return (
    <NewEntryDialog
      title={i18n.t('chair.dialog.pointOfOrder')}
      advice={i18n.t('chair.dialog.pointOfOrderAdvice')}
      submit={i18n.t('chair.dialog.pointOfOrderDo')}
      commandFor={(entry) => ({ type: 'raisePointOfOrder', entry })}
    />
  );
}

export function RightOfReplyDialog(): JSX.Element {
  const i18n = useI18n();
  return (
    <NewEntryDialog
      title={i18n.t('chair.dialog.rightOfReply')}
      advice={i18n.t('chair.dialog.rightOfReplyAdvice')}
      submit={i18n.t('chair.dialog.rightOfReplyDo')}
      commandFor={(entry) => ({ type: 'requestRightOfReply', entry })}
    />
  );
}

function NewEntryDialog(props: {
  readonly title: string;
  readonly submit: string;
  readonly advice?: string;
  readonly commandFor: (entry: NewEntry) => Command;
  readonly children?: JSX.Element;
}): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const [draft, setDraft] = createSignal<SpeakerDraft>(emptySpeakerDraft(chair.meeting().floor?.language ?? 'en'));
  const [verifies, setVerifies] = createSignal(true);
  const blocked = (): string | undefined => {
    const { name, minutes, language } = draft();
    if (name.trim() === '') return i18n.t('refusals.personMissing.advice');
    if (!isSpokenCode(language)) return i18n.t('chair.field.languageCode');
    return minutes.trim() === '' || secondsFrom(minutes) !== null ? undefined : i18n.t('chair.field.minutesHint');
  };
  const submit = async (): Promise<boolean> => {
    const state = draft().kind === 'delegation' ? draft().state : null;
    if (state !== null && verifies()) chair.verifyWhenListed(state.names.en, state.names);
    return chair.give(props.commandFor(newEntryFrom(draft())), i18n.t('chair.list.done', { action: props.submit, name: draft().name }));
  };
  return (
    <DialogForm title={props.title} submit={props.submit} blocked={blocked()} onSubmit={submit}>
      <Show when={props.advice}>{(advice) => <p class="muted">{advice()}</p>}</Show>
      <SpeakerFields draft={draft()} onChange={(change) => setDraft((before) => ({ ...before, ...change }))} withPlace />
      {props.children}
      <Show when={draft().state !== null}>
        <label class="chair-check">
          <input type="checkbox" checked={verifies()} onChange={(event) => setVerifies(event.currentTarget.checked)} />
          {i18n.t('chair.field.verifyNames')}
        </label>
      </Show>
    </DialogForm>
  );
}
