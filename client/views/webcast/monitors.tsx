/** Preview and program: the renderer that goes on air, as large as the desk allows, and in words what it shows. */
import { createMemo, type JSX, Show } from 'solid-js';
import type { Cue, OutputLanguage } from '../../../shared/domain/meeting.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { Chooser } from '../../ui/chooser.tsx';
import { formatElapsed } from '../../ui/format-timer.ts';
import { useHotkey, useHotkeys } from '../../ui/hotkeys.ts';
import { printedKey } from '../../ui/key-names.ts';
import { PersonalName } from '../../ui/personal-name.tsx';
import { LowerThird, Stage } from '../lower-third/lower-third.tsx';
import { hasChangedSinceTaken, isOutputLanguage, lineOf, nameOfCue, outputLanguages } from './desk.ts';
import type { Desk } from './desk-state.ts';
import { lockReasons } from './lock-reasons.ts';

export function PreviewMonitor(props: { readonly desk: Desk }): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  const locked = createMemo(() => lockReasons(props.desk.meeting()).length > 0);
  const meta = (): string => {
    const cue = props.desk.armed();
    if (cue === null) return '';
    const { timeZone } = props.desk.meeting();
    const time = i18n.clock(cue.armedAt, timeZone, 'seconds');
    const station = cue.armedBy === state.station ? '' : i18n.stationName(cue.armedBy);
    return [i18n.t('webcast.revision', { revision: cue.captionRevision }), i18n.t('webcast.armedAt', { time }), station]
      .filter((part) => part !== '')
      .join(' · ');
  };
  return (
    <section
      class="monitor"
      data-tone={props.desk.armed() === null ? undefined : locked() ? 'warn' : 'preview'}
      aria-label={i18n.t('webcast.preview')}
    >
      <MonitorHead
        tally={i18n.t('webcast.preview')}
        tone={props.desk.armed() === null ? undefined : 'preview'}
        cue={props.desk.armed()}
        nothing={i18n.t('webcast.nothingArmed')}
        meta={meta()}
      >
        <Show when={locked()}>
          <Chip tone="warn">{i18n.t('webcast.locked')}</Chip>
        </Show>
      </MonitorHead>
      <Picture cue={props.desk.armed()} seq={props.desk.meeting().captions.seq} language={props.desk.language()} />
    </section>
  );
}

export function ProgramMonitor(props: { readonly desk: Desk }): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  const onAir = createMemo(() => props.desk.meeting().captions.onAir);
  const cue = (): Cue | null => onAir()?.cue ?? null;
  const meta = (): string => {
    const now = onAir();
    if (now === null) return '';
    const { timeZone } = props.desk.meeting();
    const since = i18n.t('webcast.since', { time: i18n.clock(now.takenAt, timeZone, 'seconds') });
    return `${i18n.t('webcast.revision', { revision: now.cue.captionRevision })} · ${since}`;
  };
  return (
    <section class="monitor" data-tone={onAir() === null ? undefined : 'air'} aria-label={i18n.t('webcast.program')}>
      <MonitorHead
        tally={onAir() === null ? i18n.t('webcast.program') : i18n.t('webcast.onAir')}
        tone={onAir() === null ? undefined : 'air'}
        cue={cue()}
        nothing={i18n.t('webcast.nothingOnAir')}
        meta={meta()}
      >
        <Show when={onAir()}>
          {(now) => (
            <span class="monitor-duration time" role="timer" aria-live="off" aria-label={i18n.t('webcast.onAirFor')}>
              {formatElapsed((state.now() - now().takenAt) / 1000)}
            </span>
          )}
        </Show>
        <MonitorLanguage desk={props.desk} />
      </MonitorHead>
      <Picture cue={cue()} seq={props.desk.meeting().captions.seq} language={props.desk.language()} />
      <Show when={hasChangedSinceTaken(props.desk.meeting())}>
        <p class="monitor-warning" data-tone="warn">
          {i18n.t('webcast.changedOnAir')}
        </p>
      </Show>
    </section>
  );
}

function MonitorHead(props: {
  readonly tally: string;
  readonly tone: Tone | undefined;
  readonly cue: Cue | null;
  readonly nothing: string;
  readonly meta: string;
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <header class="monitor-head">
      <h2 class="tally" data-tone={props.tone} data-lit={props.tone === undefined ? undefined : ''}>
        {props.tally}
      </h2>
      <div class="monitor-what">
        <Show when={props.cue} fallback={<p class="muted">{props.nothing}</p>}>
          {(cue) => (
            <>
              <p>
                <PersonalName name={nameOfCue(cue()).name} language={nameOfCue(cue()).language} />
              </p>
              <p class="monitor-meta muted">{props.meta}</p>
            </>
          )}
        </Show>
      </div>
      <div class="monitor-side">{props.children}</div>
    </header>
  );
}

function Picture(props: { readonly cue: Cue | null; readonly seq: number; readonly language: OutputLanguage }): JSX.Element {
  const i18n = useI18n();
  const line = (): ReturnType<typeof lineOf> => lineOf(props.cue, props.language);
  return (
    <div class="monitor-picture">
      <Stage picture={true}>
        <Show when={line()}>{(known) => <LowerThird line={known()} cueHash={props.cue?.hash ?? ''} seq={props.seq} />}</Show>
      </Stage>
      <Show when={props.cue !== null && line() === null}>
        <p class="monitor-warning" data-tone="warn">
          {i18n.t('webcast.noLine')}
        </p>
      </Show>
    </div>
  );
}

function MonitorLanguage(props: { readonly desk: Desk }): JSX.Element {
  const i18n = useI18n();
  const hotkeys = useHotkeys();
  useHotkey({
    id: 'nextMonitorLanguage',
    defaultKey: 'L',
    label: () => i18n.t('webcast.nextMonitorLanguage'),
    run: props.desk.nextLanguage,
  });
  return (
    <span class="monitor-language">
      <Chooser
        label={i18n.t('webcast.monitorLanguage')}
        value={props.desk.language()}
        choices={outputLanguages(props.desk.meeting()).map((value) => ({ value, label: i18n.t(`words.language.${value}`) }))}
        onChoose={(value) => isOutputLanguage(value) && props.desk.setLanguage(value)}
      />
      <Show when={hotkeys?.keyOf('nextMonitorLanguage')}>
        {(key) => (
          <kbd class="key" aria-hidden="true">
            {printedKey(key())}
          </kbd>
        )}
      </Show>
    </span>
  );
}
