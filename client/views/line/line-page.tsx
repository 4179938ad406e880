import './line.css';
import { createMemo, Index, type JSX, Show } from 'solid-js';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { changesOwedBy, mostUrgent } from '../../../shared/domain/rules/late-changes.ts';
import { boothLanguage } from '../../../shared/domain/stations.ts';
import type { MessageKey } from '../../../shared/i18n/catalogue.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { confirmationOf, makePlans } from '../booth/task.ts';
import { EarlierCommands } from '../frame/earlier-commands.tsx';
import { NothingYet, RefusalNotice } from '../frame/frame-states.tsx';
import { LostCommands } from '../frame/lost-commands.tsx';
import { brailleLines, type LineContext } from './braille-lines.ts';

/**
 * For one line of Braille: plain paragraphs that stay where they are, nothing that moves, buttons that stay in their
 * place whether there is something to see or to confirm or not. No live regions: the reader looks when the reader wants to.
 */
export function LinePage(): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  return (
    <main id="content" class="line-page">
      <h1 class="line-heading">{i18n.stationName(state.station)}</h1>
      <Show when={state.meeting()} fallback={<NothingYet />}>
        {(meeting) => <Lines meeting={meeting()} />}
      </Show>
      <LostCommands />
      <EarlierCommands />
      <Show when={state.refusals()[0]}>{(refusal) => <RefusalNotice refusal={refusal()} />}</Show>
    </main>
  );
}

function Lines(props: { readonly meeting: Meeting }): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  const word: LineContext['word'] = (key, params) => {
    const path: MessageKey = `line.${key}`;
    // Invisible marks would stand as blank cells.
    return translate(i18n.catalogue(), i18n.language(), path, params).replace(/[\u2068\u2069]/g, '');
  };
  const second = createMemo(() => Math.floor(state.now() / 1000) * 1000);
  const lines = createMemo(() =>
    brailleLines({ meeting: props.meeting, station: state.station, language: i18n.language(), now: second(), word }),
  );
  const owed = createMemo(() => mostUrgent(props.meeting, changesOwedBy(props.meeting, state.station)));
  const clock = (): string => i18n.clock(state.now(), props.meeting.timeZone, 'minutes');
  const freshness = (): string => {
    if (state.connection().status === 'live') return `${word('live')} ${clock()}`;
    const { since } = state.connection();
    return `${word('notLive')} ${since === null ? '' : i18n.clock(since, props.meeting.timeZone, 'minutes')}`;
  };

  const booth = boothLanguage(state.station);
  const awaited = createMemo(() => booth !== null && confirmationOf(props.meeting, makePlans(props.meeting), booth).state === 'awaited');

  function confirm(): void {
    if (booth !== null && awaited()) void state.send({ type: 'confirmTask', booth });
  }

  function see(): void {
    const change = owed();
    if (change !== null) void state.send({ type: 'acknowledgeChange', changeId: change.id });
  }

  return (
    <>
      <Index each={lines()}>
        {(line) => (
          <p class="line" data-line={line().name}>
            {line().text}
          </p>
        )}
      </Index>
      <p class="line" data-line="freshness">
        {freshness()}
      </p>
      <Show when={state.may('acknowledgeChange')}>
        <button type="button" class="line-seen" aria-disabled={owed() === null ? 'true' : undefined} onClick={see}>
          {word('seen')}
        </button>
      </Show>
      <Show when={booth !== null && state.may('confirmTask')}>
        <button type="button" class="line-confirm" aria-disabled={awaited() ? undefined : 'true'} onClick={confirm}>
          {word('confirm')}
        </button>
      </Show>
    </>
  );
}
