import { createMemo, type JSX, Show } from 'solid-js';
import { isWaiting } from '../../../shared/domain/entries.ts';
import type { Entry, ScriptText } from '../../../shared/domain/meeting.ts';
import { remainingMs } from '../../../shared/domain/rules/clock.ts';
import { textToFollow } from '../../../shared/domain/rules/statements.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import type { Tone } from '../../ui/chip.tsx';
import { formatElapsed, formatTimer } from '../../ui/format-timer.ts';
import { PaceHint } from '../pace/pace-hint.tsx';
import { useChair } from './chair-context.tsx';
import { lowerThirdOf, type RowState, rowState, seenCountOf } from './list-rows.ts';

export function TextCell(props: { readonly entry: Entry }): JSX.Element {
  const i18n = useI18n();
  const text = (): ScriptText | null => textToFollow(props.entry, props.entry.language);
  const status = (): string => {
    const version = text()?.version ?? 0;
    if (props.entry.script.status === 'received' && version > 1) return i18n.t('chair.list.texts.version', { version });
    return i18n.t(`chair.list.texts.${props.entry.script.status}`);
  };
  const coming = (): boolean => props.entry.status === 'listed' || props.entry.status === 'called';
  const tone = (): Tone | undefined => (props.entry.script.status === 'none' && coming() ? 'warn' : undefined);
  return (
    <td class="chair-fact">
      <span class="toned" data-tone={tone()}>
        {status()}
      </span>
      <Show when={text()?.handling}>
        {(handling) => (
          <span class="chair-second muted" title={i18n.t(`words.handling.${handling()}`)}>
            {i18n.t(`chair.list.handling.${handling()}`)}
          </span>
        )}
      </Show>
    </td>
  );
}

const lowerThirdTones = { ready: 'preview', armed: 'preview', onAir: 'air', stale: 'warn' } as const satisfies Record<string, Tone>;

export function LowerThirdCell(props: { readonly entry: Entry }): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const state = createMemo(() => lowerThirdOf(chair.meeting(), props.entry));
  return (
    <td class="chair-fact">
      <Show when={state()}>
        {(known) => {
          const words = (): { readonly text: string; readonly tone: Tone } => {
            const third = known();
            if (third.kind === 'partly') {
              return { text: i18n.t('chair.list.lowerThirds.partly', { verified: third.verified, of: third.of }), tone: 'warn' };
            }
            return { text: i18n.t(`chair.list.lowerThirds.${third.kind}`), tone: lowerThirdTones[third.kind] };
          };
          return (
            <span class="toned" data-tone={words().tone}>
              {words().text}
            </span>
          );
        }}
      </Show>
    </td>
  );
}

const stateTones: Partial<Record<RowState['kind'], Tone>> = {
  called: 'info',
  interrupted: 'warn',
  absent: 'warn',
  notReached: 'warn',
  afterTheWall: 'warn',
};

export function StateCell(props: { readonly entry: Entry }): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const state = createMemo(() => rowState(chair.meeting(), props.entry, chair.forecast()));
  const seen = createMemo(() => seenCountOf(chair.meeting(), props.entry.id));
  const plain = (kind: Exclude<RowState['kind'], 'speaking' | 'spoke'>): string => {
    if (kind === 'interrupted') return i18n.t('chair.list.interrupted');
    return kind === 'afterTheWall' ? i18n.t('chair.list.afterTheWall') : i18n.t(`words.entryStatus.${kind}`);
  };
  return (
    <td class="chair-fact chair-state">
      <Show when={state()}>
        {(known) => {
          const words = (): string | null => {
            const row = known();
            if (row.kind === 'speaking') return null;
            return row.kind === 'spoke' ? i18n.t('chair.list.spoke', { time: formatElapsed(row.seconds) }) : plain(row.kind);
          };
          return (
            <span class="chair-first toned" data-tone={stateTones[known().kind]}>
              <Show when={words()} fallback={<TimeLeft />}>
                {(text) => <>{text()}</>}
              </Show>
            </span>
          );
        }}
      </Show>
      <Show when={isWaiting(props.entry)}>
        <PaceHint meeting={chair.meeting()} entry={props.entry} class="chair-second chair-pace" />
      </Show>
      <Show when={seen()}>
        {(count) => (
          <span class="chair-second toned" data-tone={count().owed ? 'warn' : count().seen === count().of ? 'preview' : undefined}>
            {i18n.t('chair.list.seenBy', { seen: count().seen, of: count().of })}
          </span>
        )}
      </Show>
    </td>
  );
}

function TimeLeft(): JSX.Element {
  const chair = useChair();
  const state = useMeetingState();
  const i18n = useI18n();
  const left = (): string => {
    const floor = chair.meeting().floor;
    if (floor === null) return '';
    const seconds = remainingMs(floor.clock, state.now()) / 1000;
    return Math.ceil(seconds) < 0
      ? i18n.t('chair.list.overTime', { time: formatTimer(-seconds, 'zero') })
      : i18n.t('chair.list.left', { time: formatTimer(seconds, 'negative') });
  };
  return <strong>{left()}</strong>;
}
