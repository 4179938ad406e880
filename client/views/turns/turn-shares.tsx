import './turn-shares.css';
import { For, type JSX, Show } from 'solid-js';
import type { BoothTurns, InterpreterTurns } from '../../../shared/domain/rules/turns.ts';
import { isLanguage } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { createTurns, type TurnSheet } from '../../state/turns.ts';
import { LanguageTag } from '../../ui/chip.tsx';

/**
 * Time at the microphone per booth and interpreter, so that a chief interpreter can share it fairly. Draws nothing at a
 * station that may not see it.
 */
export function TurnShares(): JSX.Element {
  const { station } = useMeetingState();
  return (
    <Show when={station === 'chief' || station === 'admin'}>
      <LiveTurnShares />
    </Show>
  );
}

function LiveTurnShares(): JSX.Element {
  const i18n = useI18n();
  const state = useMeetingState();
  const turns = createTurns(state);
  const asOf = ({ at }: TurnSheet): string => i18n.t('turns.asOf', { time: i18n.clock(at, state.meeting()?.timeZone ?? 'UTC', 'minutes') });
  return (
    <section class="card turn-shares" aria-labelledby="turn-shares-title">
      <div class="turn-shares-head">
        <h2 class="label" id="turn-shares-title">
          {i18n.t('turns.title')}
        </h2>
        <Show when={turns.sheet()}>{(sheet) => <span class="muted">{asOf(sheet())}</span>}</Show>
        <span class="toned" role="status" data-tone="warn">
          {turns.away() ? i18n.t('turns.away') : ''}
        </span>
      </div>
      <Show when={turns.sheet()} fallback={<p class="muted">{i18n.t('turns.reading')}</p>}>
        {(sheet) => <TurnTable booths={sheet().booths} />}
      </Show>
      <p class="muted">{i18n.t('turns.counted')}</p>
    </section>
  );
}

/** Of what was counted. Drawn by `TurnShares`. */
export function TurnTable(props: { readonly booths: readonly BoothTurns[] }): JSX.Element {
  const i18n = useI18n();
  return (
    <div class="turn-shares-booths">
      <For each={props.booths} fallback={<p class="muted">{i18n.t('turns.noTeams')}</p>}>
        {(own) => (
          <section data-booth={own.booth}>
            <h3>
              <Show when={isLanguage(own.booth)}>
                <LanguageTag code={own.booth} />
              </Show>
              {i18n.stationName(`booth:${own.booth}`)}
            </h3>
            <ul>
              <For each={own.interpreters}>{(interpreter) => <PersonRow own={interpreter} />}</For>
            </ul>
          </section>
        )}
      </For>
    </div>
  );
}

function PersonRow(props: { readonly own: InterpreterTurns }): JSX.Element {
  const i18n = useI18n();
  return (
    <li class="turn-shares-person">
      <bdi class="turn-shares-who">{props.own.interpreter}</bdi>
      <span class="turn-shares-bar" aria-hidden="true">
        <span style={{ 'inline-size': `${props.own.share * 100}%` }} />
      </span>
      <span class="turn-shares-time figure">
        {i18n.t('turns.minutes', { minutes: Math.round(props.own.seconds / 60) })} ·{' '}
        {i18n.t('turns.turns', { count: props.own.turns.length })}
      </span>
    </li>
  );
}
