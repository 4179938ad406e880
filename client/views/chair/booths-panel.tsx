import { createEffect, createMemo, For, type JSX, on, Show } from 'solid-js';
import type { Signal, SignalState } from '../../../shared/domain/meeting.ts';
import { isSlowDownLit } from '../../../shared/domain/rules/signals.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { formatElapsed } from '../../ui/format-timer.ts';
import { useHotkey, useHotkeys } from '../../ui/hotkeys.ts';
import { printedKey } from '../../ui/key-names.ts';
import { useChair } from './chair-context.tsx';
import { PresenceLine } from './presence-line.tsx';
import { scrollsByItself } from './scrolls-by-itself.ts';

/** Requests from the booths. To slow down is asked by no booth in particular: who asked is not known here either. */
export function BoothsPanel(): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const waiting = createMemo(() => chair.meeting().signals.filter((signal) => signal.state !== 'done'));
  const words = (signal: Signal): string =>
    i18n.t('chair.booths.from', { kind: i18n.t(`words.signalKind.${signal.kind}`), station: i18n.stationName(signal.from) });

  useHotkey({
    id: 'answerSignal',
    defaultKey: 'K',
    label: () => i18n.t('chair.booths.answerFirst'),
    run: () => {
      const first = waiting()[0];
      const next = first === undefined ? null : nextState(first.state);
      if (first !== undefined && next !== null) void chair.give({ type: 'answerSignal', signalId: first.id, state: next });
    },
  });
  createEffect(
    on(
      () => waiting().at(-1)?.id,
      (id) => {
        const signal = waiting().find((candidate) => candidate.id === id);
        if (signal?.state === 'sent') chair.say(words(signal));
      },
      { defer: true },
    ),
  );

  return (
    <section class="card chair-booths" aria-labelledby="chair-booths-title" tabindex="0" on:keydown={scrollsByItself}>
      <div class="chair-booths-head">
        <h2 class="label" id="chair-booths-title">
          {i18n.t('chair.booths.title')}
        </h2>
        <PresenceLine meeting={chair.meeting()} />
      </div>
      <SlowDownLamp />
      <Show when={waiting().length > 0} fallback={<p class="muted">{i18n.t('chair.booths.noSignals')}</p>}>
        <ul class="chair-signals">
          <For each={waiting()}>{(signal, index) => <SignalLine signal={signal} words={words(signal)} first={index() === 0} />}</For>
        </ul>
      </Show>
    </section>
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

function SignalLine(props: { readonly signal: Signal; readonly words: string; readonly first: boolean }): JSX.Element {
  const chair = useChair();
  const hotkeys = useHotkeys();
  const i18n = useI18n();
  return (
    <li class="chair-signal">
      <span class="chair-signal-words">
        <strong>{props.words}</strong>
        <span class="muted figure">
          {i18n.t('common.ago', { time: formatElapsed((chair.second() - props.signal.at) / 1000) })} ·{' '}
          {i18n.t(`words.signalState.${props.signal.state}`)}
        </span>
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

type Answer = Exclude<SignalState, 'sent'>;
const answers: readonly Answer[] = ['seen', 'handling', 'done'];

function answersAfter(state: SignalState): readonly Answer[] {
  return state === 'sent' ? answers : answers.slice(answers.indexOf(state) + 1);
}

function nextState(state: SignalState): Answer | null {
  return answersAfter(state)[0] ?? null;
}
