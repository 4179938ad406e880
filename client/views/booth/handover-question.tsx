import type { JSX } from 'solid-js';
import type { Command } from '../../../shared/domain/commands.ts';
import type { Booth, Meeting } from '../../../shared/domain/meeting.ts';
import { boothmates } from '../../../shared/domain/rules/teams.ts';
import { type BoothName, isLanguage } from '../../../shared/reference/languages.ts';
import { type I18n, useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { type KeyChoice, KeyChooser } from './key-chooser.tsx';

/** What boothmates can tell each other about the microphone: take it at once, or sign. The answers stay as they were when it opened. */
export function HandoverQuestion(props: {
  readonly meeting: Meeting;
  readonly booth: BoothName;
  readonly onDone: () => void;
}): JSX.Element {
  const i18n = useI18n();
  const state = useMeetingState();
  const choices = handoverChoices(props.booth, props.meeting.booths[props.booth], i18n);
  const give = async (command: Command): Promise<void> => {
    const outcome = await state.send(command);
    // The boothmate has pressed the same on the other tablet: what was wanted is so, and there is nothing to read.
    if (outcome.code === 'alreadyAtMicrophone')
      state
        .refusals()
        .find((refusal) => refusal.outcome === outcome)
        ?.dismiss();
  };
  return (
    <KeyChooser
      title={i18n.t(isLanguage(props.booth) ? 'booth.handOverMicrophone' : 'booth.silent.handOver')}
      choices={choices}
      empty={i18n.t('booth.noTeam')}
      cancelLabel={i18n.t('common.cancel')}
      onCancel={props.onDone}
      onChoose={(value) => {
        props.onDone();
        const chosen = choices.find((choice) => choice.value === value);
        if (chosen !== undefined) void give(chosen.command);
      }}
    />
  );
}

interface HandoverChoice extends KeyChoice {
  readonly command: Command;
}

/** One per digit. In a team that has more to say, the last of those who could be ready are left out. */
const most = 10;

export function handoverChoices(booth: BoothName, { interpreters, onMic, handover }: Booth, i18n: I18n): readonly HandoverChoice[] {
  const from = onMic?.interpreter ?? null;
  const mates = boothmates({ interpreters, onMic });
  const sign = (kind: 'request' | 'ready', interpreter: string): HandoverChoice => ({
    value: `${kind} ${interpreter}`,
    label: i18n.t(`booth.handover.${kind}`, { who: interpreter }),
    command: { type: 'signHandover', booth, kind, interpreter },
  });
  const takes = mates.map(
    (interpreter): HandoverChoice => ({
      value: `takes ${interpreter}`,
      label: i18n.t('booth.handover.takes', { who: interpreter }),
      command: { type: 'takeMicrophone', booth, interpreter, from },
    }),
  );
  const asks = from === null ? [] : [sign('request', from)];
  const withdraws: readonly HandoverChoice[] =
    handover === null
      ? []
      : [{ value: 'withdraw', label: i18n.t('booth.handover.withdraw'), command: { type: 'withdrawHandover', booth } }];
  const ready = (from === null ? [] : mates).map((interpreter) => sign('ready', interpreter));
  const room = Math.max(0, most - takes.length - asks.length - withdraws.length);
  return [...takes, ...ready.slice(0, room), ...asks, ...withdraws].slice(0, most);
}
