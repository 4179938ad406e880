import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { Declared, Meeting } from '../../../shared/domain/meeting.ts';
import { plannedState } from '../../../shared/domain/rules/booth-states.ts';
import type { Language } from '../../../shared/reference/languages.ts';
import { type I18n, useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Button } from '../../ui/button.tsx';
import { type KeyChoice, KeyChooser } from './key-chooser.tsx';
import { codeOf, consoleLine, consoleShort, secondsOf } from './task-words.ts';
import { confirmationOf, type Plans, retourChoices } from './task.ts';

/**
 * Two keys beside the task: one says that the booth does what the plan says, one opens what its console can be set to.
 * Neither is a lock: a booth that never presses them is not asked, and raises no alarm.
 */
export function DeclareKeys(props: {
  readonly meeting: Meeting;
  readonly booth: Language;
  readonly plans: Plans;
  /** What is confirmed, for a screen reader. */
  readonly task: string;
}): JSX.Element {
  const i18n = useI18n();
  const state = useMeetingState();
  /** As they were when the key was pressed: answers do not change under a finger. */
  const [choices, setChoices] = createSignal<readonly ConsoleChoice[] | null>(null);
  const confirmation = createMemo(() => confirmationOf(props.meeting, props.plans, props.booth));
  const declared = () => props.meeting.booths[props.booth].declared;
  const waiting = (type: string): boolean => state.pending().some((command) => command.type === type);
  const blocked = (): boolean => ['nothingPlanned', 'asDeclared'].includes(confirmation().state);
  const after = (): string => {
    const ms = confirmation().afterMs;
    return ms === null ? '' : i18n.t('booth.switch.after', { seconds: secondsOf(ms) });
  };
  const ask = (): void => {
    setChoices(choices() === null ? consoleChoices(props.meeting, props.booth, i18n) : null);
  };
  return (
    <div class="booth-declare">
      <Button
        label={i18n.t('booth.switch.done')}
        spokenLabel={i18n.t('booth.switch.doneSpoken', { task: props.task })}
        kind={confirmation().state === 'awaited' ? 'primary' : 'plain'}
        action="booth.confirmTask"
        hotkey="C"
        pending={waiting('confirmTask')}
        disabled={blocked()}
        reason={i18n.t(confirmation().state === 'asDeclared' ? 'booth.switch.asDeclared' : 'booth.switch.nothingPlanned')}
        onPress={() => void state.send({ type: 'confirmTask', booth: props.booth })}
      >
        <span class="booth-key-state">{after()}</span>
      </Button>
      <Button
        label={i18n.t('booth.console.key')}
        action="booth.console"
        hotkey="D"
        expanded={choices() !== null}
        pending={waiting('declareBooth')}
        onPress={ask}
      >
        <span class="booth-key-state">
          <Show when={declared()} fallback={i18n.t('booth.console.notDeclared')}>
            {(known) => (
              <>
                <span aria-hidden="true">{consoleShort(known(), i18n)}</span>
                <span class="visually-hidden">{consoleLine(known(), i18n)}</span>
              </>
            )}
          </Show>
        </span>
      </Button>
      <Show when={choices()}>
        {(known) => (
          <KeyChooser
            title={i18n.t('booth.console.title')}
            choices={known()}
            empty=""
            cancelLabel={i18n.t('common.cancel')}
            onCancel={() => setChoices(null)}
            onChoose={(value) => {
              const chosen = known().find((choice) => choice.value === value);
              setChoices(null);
              if (chosen !== undefined) void state.send({ type: 'declareBooth', booth: props.booth, ...chosen.said });
            }}
          />
        )}
      </Show>
    </div>
  );
}

interface ConsoleChoice extends KeyChoice {
  readonly said: Pick<Declared, 'feeds' | 'listensTo'>;
}

/** One answer sets the microphone, or what is heard; the other stays as declared, else as planned. Ten at most: one per digit. */
function consoleChoices(meeting: Meeting, booth: Language, i18n: I18n): readonly ConsoleChoice[] {
  const { feeds, listensTo } = meeting.booths[booth].declared ?? plannedState(meeting, booth) ?? { feeds: null, listensTo: null };
  const known = meeting.booths[booth].declared !== null;
  const noted = (isSo: boolean) => (known && isSo ? { note: i18n.t('booth.console.now') } : {});
  const channels = [booth, ...retourChoices(meeting, booth), null];
  const sources = ['floor' as const, ...meeting.languages.filter((language) => language !== booth)];
  return [
    ...channels.map((channel) => ({
      value: `feeds ${channel}`,
      label: channel === null ? i18n.t('booth.console.micOff') : i18n.t('booth.console.micOn', { channel: codeOf(channel) }),
      said: { feeds: channel, listensTo },
      ...noted(channel === feeds),
    })),
    ...sources.map((source) => ({
      value: `hears ${source}`,
      label: i18n.t('booth.console.hears', { source: source === 'floor' ? i18n.t('words.relay.floor') : codeOf(source) }),
      said: { feeds, listensTo: source },
      ...noted(source === listensTo),
    })),
  ].slice(0, 10);
}
