import { createEffect, createMemo, For, type JSX, on, Show } from 'solid-js';
import type { Signal } from '../../../shared/domain/meeting.ts';
import { answersAfter, isSlowDownLit, isUnanswered, waitingSignals } from '../../../shared/domain/rules/signals.ts';
import { boothLanguage } from '../../../shared/domain/stations.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { formatElapsed } from '../../ui/format-timer.ts';
import { useHotkey, useHotkeys } from '../../ui/hotkeys.ts';
import { printedKey } from '../../ui/key-names.ts';
import { codeOf } from '../booth/task-words.ts';
import { AlarmList, BoothStates, DoubleRelayConsent, useAlarms, usePlan } from './booth-states.tsx';
import { useChair } from './chair-context.tsx';
import { PresenceLine } from './presence-line.tsx';
import { scrollsByItself } from './scrolls-by-itself.ts';

/**
 * What the booths ask for, and how far they are with what they have to do. What is to be pressed keeps its place: the list
 * hangs from the head, the question of consent stands on the lower edge. To slow down is asked by no booth in particular:
 * who asked is not known here either.
 */
export function BoothsPanel(): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const plan = usePlan();
  const alarms = useAlarms(plan);
  const waiting = createMemo(() => waitingSignals(chair.meeting(), chair.second()));
  const words = (signal: Signal): string =>
    i18n.t('chair.booths.from', { kind: i18n.t(`words.signalKind.${signal.kind}`), station: i18n.stationName(signal.from) });
  /** With the code of a booth, which leaves room for the keys in every language. */
  const short = (signal: Signal): string => {
    const language = boothLanguage(signal.from);
    const station = language === null ? i18n.stationName(signal.from) : codeOf(language);
    return i18n.t('chair.booths.from', { kind: i18n.t(`words.signalKind.${signal.kind}`), station });
  };

  useHotkey({
    id: 'answerSignal',
    defaultKey: 'K',
    label: () => i18n.t('chair.booths.answerFirst'),
    run: () => {
      const first = waiting()[0];
      const next = first === undefined ? undefined : answersAfter(first.state)[0];
      if (first !== undefined && next !== undefined) void chair.give({ type: 'answerSignal', signalId: first.id, state: next });
    },
  });
  createEffect(
    on(
      () => chair.meeting().signals.at(-1)?.id,
      (id) => {
        const signal = waiting().find((candidate) => candidate.id === id);
        if (signal?.state === 'sent') chair.say(words(signal));
      },
      { defer: true },
    ),
  );

  return (
    <div class="card chair-booths">
      <div class="chair-booths-head">
        <h2 class="label" id="chair-booths-title">
          {i18n.t('chair.booths.title')}
        </h2>
        <SlowDownLamp />
        <SignalCount waiting={waiting()} />
      </div>
      <section class="chair-booths-list" aria-labelledby="chair-booths-title" tabindex="0" on:keydown={scrollsByItself}>
        <Show when={waiting().length > 0} fallback={<p class="muted">{i18n.t('chair.booths.noSignals')}</p>}>
          <ul class="chair-signals">
            <For each={waiting()}>
              {(signal, index) => <SignalLine signal={signal} words={words(signal)} short={short(signal)} first={index() === 0} />}
            </For>
          </ul>
        </Show>
        <PresenceLine meeting={chair.meeting()} />
        <AlarmList alarms={alarms().slice(1)} />
      </section>
      <div class="chair-booths-foot">
        <BoothStates alarms={alarms()} />
        <DoubleRelayConsent plan={plan()} />
      </div>
    </div>
  );
}

/** In the head, which never scrolls away: the list below may. */
function SignalCount(props: { readonly waiting: readonly Signal[] }): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const unanswered = (): number => props.waiting.filter((signal) => isUnanswered(signal, chair.second())).length;
  return (
    <Show when={props.waiting.length > 0}>
      <Chip tone={unanswered() > 0 ? 'warn' : 'info'}>
        {i18n.t('chair.booths.signalsWait', { count: props.waiting.length })}
        {unanswered() > 0 ? ` · ${i18n.t('chair.booths.unansweredCount', { count: unanswered() })}` : ''}
      </Chip>
    </Show>
  );
}

function SlowDownLamp(): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const lit = createMemo(() => isSlowDownLit(chair.meeting(), chair.second()));
  createEffect(
    on(
      () => chair.meeting().slowDown?.at,
      (at) => {
        if (at !== undefined && lit()) chair.say(i18n.t('chair.booths.slowDown'));
      },
      { defer: true },
    ),
  );
  return (
    <p class="chair-slow" data-lit={lit() ? '' : undefined}>
      <Show when={lit() ? chair.meeting().slowDown : null} fallback={<span class="muted">{i18n.t('chair.booths.nobodyAsks')}</span>}>
        {(request) => (
          <>
            <Chip tone="warn">{i18n.t('chair.booths.slowDown')}</Chip>
            <span class="chair-slow-words">
              {i18n.t('chair.booths.slowDownAsked', {
                count: request().count,
                time: formatElapsed(Math.max(0, chair.second() - request().at) / 1000),
              })}{' '}
              <span class="muted">· {i18n.t('chair.booths.notShown')}</span>
            </span>
          </>
        )}
      </Show>
    </p>
  );
}

function SignalLine(props: {
  readonly signal: Signal;
  readonly words: string;
  readonly short: string;
  readonly first: boolean;
}): JSX.Element {
  const chair = useChair();
  const hotkeys = useHotkeys();
  const i18n = useI18n();
  const age = (): string => formatElapsed((chair.second() - props.signal.at) / 1000);
  return (
    <li class="chair-signal">
      <span class="chair-signal-words">
        <strong aria-hidden="true">{props.short}</strong>
        <span class="visually-hidden">{props.words}</span>
        <Show
          when={isUnanswered(props.signal, chair.second())}
          fallback={
            <span class="muted figure">
              {i18n.t('common.ago', { time: age() })} · {i18n.t(`words.signalState.${props.signal.state}`)}
            </span>
          }
        >
          <span class="toned figure" data-tone="warn">
            {i18n.t('chair.booths.unanswered', { time: age() })}
          </span>
        </Show>
      </span>
      <span class="chair-signal-answers">
        <For each={answersAfter(props.signal.state)}>
          {(answer, index) => (
            <Button
              compact
              label={i18n.t(`chair.booths.answer.${answer}`)}
              spokenLabel={`${i18n.t(`chair.booths.answer.${answer}`)}: ${props.words}`}
              onPress={() => chair.give({ type: 'answerSignal', signalId: props.signal.id, state: answer })}
            >
              <Show when={props.first && index() === 0}>
                <kbd class="key" aria-hidden="true">
                  {printedKey(hotkeys?.keyOf('answerSignal') ?? '')}
                </kbd>
              </Show>
            </Button>
          )}
        </For>
      </span>
    </li>
  );
}
