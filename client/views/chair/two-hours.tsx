import { createMemo, Index, type JSX, Show } from 'solid-js';
import { entryById, subjectOf } from '../../../shared/domain/entries.ts';
import type { Budget } from '../../../shared/domain/rules/forecast.ts';
import { isRehearsal } from '../../../shared/domain/rules/forecast.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { Chip } from '../../ui/chip.tsx';
import { formatElapsed } from '../../ui/format-timer.ts';
import { useChair } from './chair-context.tsx';
import { LookAheadPanel } from './look-ahead-panel.tsx';
import { timeline, type TimelineBlock } from './timeline.ts';

/** How many names of those not reached are named; the list marks them all. */
const namesShown = 3;

/** The hour of the podium, the hour of the floor, and the wall of 18:00. */
export function TwoHours(): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const line = createMemo(() => timeline(chair.meeting(), chair.forecast(), chair.second()));
  const wall = (instant: number): string => i18n.clock(instant, chair.meeting().timeZone, 'minutes');
  const summary = (): string =>
    i18n.t('chair.hours.picture', {
      podium: formatElapsed(chair.forecast().podium.usedSeconds),
      podiumBudget: formatElapsed(chair.forecast().podium.budgetSeconds),
      floor: formatElapsed(chair.forecast().floor.usedSeconds),
      floorBudget: formatElapsed(chair.forecast().floor.budgetSeconds),
      now: wall(chair.second()),
      wall: wall(chair.forecast().wallAt),
    });

  return (
    <section class="card chair-hours" aria-labelledby="chair-hours-title">
      <div class="chair-hours-words">
        <h2 class="label" id="chair-hours-title">
          {i18n.t('chair.hours.title')}
        </h2>
        <BudgetWords name={i18n.t('words.part.podium')} budget={chair.forecast().podium} />
        <BudgetWords name={i18n.t('words.part.floor')} budget={chair.forecast().floor} />
        <Share />
        <Show when={isRehearsal(chair.meeting())}>
          <span title={i18n.t('chair.hours.rehearsalWhy')}>
            <Chip>{i18n.t('chair.hours.rehearsal')}</Chip>
          </span>
        </Show>
        <ProjectedEnd />
      </div>
      <div class="chair-bar" role="img" aria-label={summary()}>
        <Index each={line().blocks}>{(block) => <Block block={block()} />}</Index>
        <Show when={line().wallAt < 1}>
          <span class="chair-bar-over" style={{ 'inset-inline-start': percent(line().wallAt) }} />
        </Show>
        <span class="chair-bar-wall" style={{ 'inset-inline-start': percent(line().wallAt) }} />
        <Show when={line().nowAt !== null ? { at: line().nowAt ?? 0 } : null}>
          {(nowAt) => <span class="chair-bar-now" style={{ 'inset-inline-start': percent(nowAt().at) }} />}
        </Show>
      </div>
      <div class="chair-axis">
        <span class="time muted">{wall(line().from)}</span>
        <Missed />
        <LookAheadPanel />
        <span class="time muted">{i18n.t('chair.hours.wall', { time: wall(chair.forecast().wallAt) })}</span>
      </div>
    </section>
  );
}

function BudgetWords(props: { readonly name: string; readonly budget: Budget }): JSX.Element {
  const i18n = useI18n();
  return (
    <span class="chair-budget">
      <span>{props.name}</span>
      <span class="chair-budget-used time" data-tone={props.budget.leftSeconds < 0 ? 'warn' : undefined}>
        {formatElapsed(props.budget.usedSeconds)}
      </span>
      <span class="muted">{i18n.t('chair.hours.of', { budget: formatElapsed(props.budget.budgetSeconds) })}</span>
    </span>
  );
}

/** What each panellist may take, recomputed while openings run over; of no use once the last panellist speaks. */
function Share(): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const share = (): number | null => {
    const waits = chair.meeting().entries.some((entry) => entry.role === 'panellist' && entry.status === 'listed');
    return waits ? chair.forecast().sharePerPanellistSeconds : null;
  };
  return (
    <Show when={share()}>
      {(seconds) => <span class="muted chair-share">{i18n.t('chair.hours.share', { time: formatElapsed(seconds()) })}</span>}
    </Show>
  );
}

function ProjectedEnd(): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const over = (): number => chair.forecast().overSeconds;
  const closed = (): boolean => chair.meeting().status === 'closed';
  const end = (): string => {
    const time = i18n.clock(chair.forecast().projectedEndAt, chair.meeting().timeZone, 'minutes');
    return i18n.t(closed() ? 'chair.hours.ended' : 'chair.hours.end', { time });
  };
  const difference = (): string =>
    over() > 0
      ? i18n.t('chair.hours.over', { time: formatElapsed(over()) })
      : i18n.t('chair.hours.inHand', { time: formatElapsed(-over()) });
  return (
    <p class="chair-end toned" data-tone={over() > 0 && !closed() ? 'warn' : undefined}>
      <strong>{end()}</strong>
      <span>{difference()}</span>
    </p>
  );
}

/** In a line of its own that is always there: nothing moves when the first name appears. */
function Missed(): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const missed = (): string => {
    const ids = chair.forecast().notReached;
    if (chair.meeting().status === 'closed') return '';
    if (ids.length === 0) return i18n.t('chair.hours.allReached');
    const list = ids
      .slice(0, namesShown)
      .map((id) => nameOf(id))
      .join(', ');
    const names = ids.length > namesShown ? i18n.t('chair.hours.andMore', { names: list, count: ids.length - namesShown }) : list;
    return i18n.t('chair.hours.notReached', { count: ids.length, names });
  };
  const nameOf = (id: string): string => {
    const entry = entryById(chair.meeting(), id);
    if (entry === null) return '';
    const first = entry.persons[0];
    return (first?.kind === 'delegation' ? first.captions[i18n.language()]?.name : undefined) ?? subjectOf(entry);
  };
  return (
    <p class="toned" data-tone={chair.forecast().notReached.length > 0 ? 'warn' : undefined}>
      {missed()}
    </p>
  );
}

function Block(props: { readonly block: TimelineBlock }): JSX.Element {
  const i18n = useI18n();
  const label = (): string => i18n.t(`chair.hours.blocks.${props.block.kind}`, { count: props.block.speakers, slot: props.block.slot });
  return (
    <span
      class="chair-block"
      data-part={props.block.segment.part}
      data-state={props.block.state}
      title={label()}
      style={{ 'inset-inline-start': percent(props.block.start), 'inline-size': percent(props.block.size) }}
    >
      <span class="chair-block-done" style={{ 'inline-size': percent(props.block.done) }} />
      <span class="chair-block-label">{label()}</span>
    </span>
  );
}

function percent(part: number): string {
  return `${(part * 100).toFixed(3)}%`;
}
