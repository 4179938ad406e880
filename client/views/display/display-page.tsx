/** The room display: one name, one clock, the next two. It has no controls; `?lang=` and `?theme=` in its address choose. */
import './display.css';
import { createMemo, For, type JSX, Match, Show, Switch } from 'solid-js';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { isPaused, remainingMs } from '../../../shared/domain/rules/clock.ts';
import { isSlowDownLit } from '../../../shared/domain/rules/signals.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { PersonalName } from '../../ui/personal-name.tsx';
import { Timer } from '../../ui/timer.tsx';
import { ConnectionFreshness } from '../frame/connection-freshness.tsx';
import { NothingYet } from '../frame/frame-states.tsx';
import { displayedNext, displayedSpeaker, nameSize, phaseOf } from './display-picture.ts';

export function DisplayPage(): JSX.Element {
  const state = useMeetingState();
  const meeting = createMemo(() => state.meeting());
  return (
    <main id="content" class="display" data-status={state.connection().status}>
      <Show when={meeting()} fallback={<NothingYet />}>
        {(known) => (
          <>
            <h1 class="visually-hidden">
              <bdi>{known().title}</bdi>
            </h1>
            <div class="display-now" data-fresh={state.connection().status === 'live'}>
              <Speaker meeting={known()} />
              <SpeakersClock meeting={known()} />
            </div>
            <Lamp meeting={known()} />
            <Upcoming meeting={known()} fresh={state.connection().status === 'live'} />
          </>
        )}
      </Show>
    </main>
  );
}

function Speaker(props: { readonly meeting: Meeting }): JSX.Element {
  const i18n = useI18n();
  const speaker = createMemo(() => displayedSpeaker(props.meeting, i18n.language()));
  const phase = createMemo(() => phaseOf(props.meeting));
  return (
    <section class="display-speaker">
      <Switch>
        <Match when={phase() === 'closed'}>
          <p class="display-phase">{i18n.t('display.closed')}</p>
        </Match>
        <Match when={phase() === 'suspended'}>
          <p class="display-phase">{i18n.t('display.pause')}</p>
        </Match>
        <Match when={speaker()}>
          {(known) => (
            <>
              <Show
                when={known().kind !== 'statement'}
                fallback={
                  <Show when={known().video}>
                    <p class="display-kind">{i18n.t('words.delivery.video')}</p>
                  </Show>
                }
              >
                <p class="display-kind">
                  <span class="display-kind-chip" data-tone="warn">
                    {i18n.t(`words.entryKind.${known().kind}`)}
                  </span>
                </p>
              </Show>
              <h2 class="display-name" data-length={nameSize(known().name)}>
                <PersonalName name={known().name} language={known().language} />
              </h2>
              <Show when={known().own}>
                {(own) => (
                  <p class="display-own">
                    <PersonalName name={own().name} language={own().language} />
                  </p>
                )}
              </Show>
              <Show when={known().function}>
                {(role) => (
                  <p class="display-function">
                    <bdi lang={known().functionLanguage} dir="auto">
                      {role()}
                    </bdi>
                  </p>
                )}
              </Show>
            </>
          )}
        </Match>
        <Match when={phase() === 'planned'}>
          <p class="display-phase">{i18n.t('display.notBegun', { time: props.meeting.startsAt })}</p>
          <p class="display-function">
            <bdi dir="auto">{props.meeting.title}</bdi>
          </p>
        </Match>
        <Match when={true}>
          <p class="display-phase display-phase-quiet">{i18n.t('display.nobody')}</p>
        </Match>
      </Switch>
    </section>
  );
}

function SpeakersClock(props: { readonly meeting: Meeting }): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  const clock = (): Meeting['floor'] => (props.meeting.status === 'closed' ? null : props.meeting.floor);
  const spoken = (mark: number): string => {
    if (mark === 0) return i18n.t('common.timeIsUp');
    return mark === 60 ? i18n.t('common.minutesLeft', { count: 1 }) : i18n.t('common.secondsLeft', { count: mark });
  };
  return (
    <Show when={clock()}>
      {(floor) => {
        const seconds = createMemo(() => Math.ceil(remainingMs(floor().clock, state.now()) / 1000));
        const word = (): string => {
          if (isPaused(floor().clock)) return i18n.t('display.paused');
          return seconds() <= 0 ? i18n.t('common.timeIsUp') : '';
        };
        return (
          <section class="display-clock" data-tone={seconds() <= 0 ? 'air' : seconds() <= 30 ? 'warn' : undefined}>
            <Timer class="display-time" seconds={seconds()} over="zero" label={i18n.t('display.timeLeft')} spoken={spoken} />
            <p class="display-clock-word">{word()}</p>
          </section>
        );
      }}
    </Show>
  );
}

/** One reserved place for what must be read at once: that nothing here is live, or that the booths ask for less speed. */
function Lamp(props: { readonly meeting: Meeting }): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  const live = (): boolean => state.connection().status === 'live';
  const slow = createMemo(() => live() && isSlowDownLit(props.meeting, state.now()));
  return (
    <div class="display-lamp" data-state={live() ? (slow() ? 'slow' : 'quiet') : 'notLive'} data-tone={live() ? 'warn' : 'air'}>
      <div class="display-lamp-text" role="status">
        <Show when={slow()}>{i18n.t('display.slowDown')}</Show>
      </div>
      <div class="display-freshness">
        <ConnectionFreshness />
      </div>
    </div>
  );
}

function Upcoming(props: { readonly meeting: Meeting; readonly fresh: boolean }): JSX.Element {
  const i18n = useI18n();
  const upcoming = createMemo(() => (props.meeting.status === 'closed' ? [] : displayedNext(props.meeting, i18n.language())));
  const label = (index: number): string => {
    if (upcoming()[index]?.goesOn === true) return i18n.t('display.goesOn');
    return index === 0 ? i18n.t('words.next') : i18n.t('words.then');
  };
  return (
    <ol class="display-next" data-fresh={props.fresh}>
      <For
        each={upcoming()}
        fallback={
          <li class="display-next-one">
            <Show when={props.meeting.status !== 'closed'}>
              <span class="display-next-label">{i18n.t('display.endOfList')}</span>
            </Show>
          </li>
        }
      >
        {(next, index) => (
          <li class="display-next-one">
            <span class="display-next-label">{label(index())}</span>
            <span class="display-next-name" data-length={nameSize(next.name)}>
              <PersonalName name={next.name} language={next.language} />
            </span>
          </li>
        )}
      </For>
    </ol>
  );
}
