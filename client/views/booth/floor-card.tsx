import './floor-card.css';
import { createMemo, type JSX, Show } from 'solid-js';
import type { Entry, Floor, Meeting, Person } from '../../../shared/domain/meeting.ts';
import { entryById, subjectOf } from '../../../shared/domain/entries.ts';
import { isPaused, remainingMs } from '../../../shared/domain/rules/clock.ts';
import { isCritical, type LiveAlarm, liveAlarms } from '../../../shared/domain/rules/live-alarms.ts';
import { floorEntry, floorPerson } from '../../../shared/domain/selectors.ts';
import type { Language } from '../../../shared/reference/languages.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Chip } from '../../ui/chip.tsx';
import { formatTimer } from '../../ui/format-timer.ts';
import { Timer } from '../../ui/timer.tsx';
import { NameCard } from './name-card.tsx';
import { NobodySpeaking } from './nobody-speaking.tsx';
import { PaceLine } from './pace-line.tsx';
import { placeWords, SpeakerName } from './speaker-name.tsx';
import { alarmSentence, spokenTask, stepWords } from './task-words.ts';
import { TaskBlock } from './task-block.tsx';
import { boothSwitch, type Plans, taskOf } from './task.ts';

interface Speaking {
  readonly floor: Floor;
  readonly entry: Entry;
  readonly person: Person;
}

/** The biggest thing on the page: who speaks, for how long still, in which language, and what this booth does. */
export function FloorCard(props: {
  readonly meeting: Meeting;
  /** Of a booth without a channel: the language it reads. */
  readonly booth: Language;
  readonly plans: Plans;
  readonly silent?: boolean | undefined;
}): JSX.Element {
  const i18n = useI18n();
  const speaking = (): Speaking | null => {
    const [floor, entry, person] = [props.meeting.floor, floorEntry(props.meeting), floorPerson(props.meeting)];
    return floor === null || entry === null || person === null ? null : { floor, entry, person };
  };
  const said = createMemo((): string => {
    const now = speaking();
    if (now === null) return i18n.t(`booth.nobody.${props.meeting.status}`);
    const language = i18n.languageName(now.floor.language);
    const task = taskOf(props.plans(now.floor.language), props.booth);
    const steps = boothSwitch(props.meeting, props.plans, props.booth, props.silent)?.steps ?? [];
    const words = steps.map((step) => stepWords(step, task, i18n));
    return i18n.t('booth.announceSpeaker', { name: now.person.name, language, task: spokenTask(words, task, i18n) });
  });
  const alarm = createMemo((): LiveAlarm | null => {
    const floor = props.meeting.floor;
    if (floor === null || props.silent === true) return null;
    return liveAlarms(props.meeting, props.plans(floor.language)).find(({ booth }) => booth === props.booth) ?? null;
  });
  const alarmed = createMemo(() => {
    const known = alarm();
    return known === null ? null : { critical: isCritical(known), text: alarmSentence(known, i18n) };
  });
  return (
    <>
      <Show
        when={speaking()}
        fallback={<NobodySpeaking meeting={props.meeting} booth={props.booth} plans={props.plans} silent={props.silent} />}
      >
        {(now) => (
          <section class="card booth-floor" data-tone="air" aria-labelledby="booth-floor-title">
            <FloorHead meeting={props.meeting} entry={now().entry} person={now().person} />
            <div class="booth-floor-who">
              <SpeakerName person={now().person} entry={now().entry} booth={props.booth} class="booth-floor-name" />
              <FloorClock floor={now().floor} />
            </div>
            <PaceLine meeting={props.meeting} />
            <TaskBlock
              meeting={props.meeting}
              booth={props.booth}
              plans={props.plans}
              language={now().floor.language}
              alarm={alarm()}
              silent={props.silent}
            />
          </section>
        )}
      </Show>
      <NameCard meeting={props.meeting} booth={props.booth} />
      <p class="visually-hidden" role="status">
        {said()}
      </p>
      <p class="visually-hidden" aria-live="assertive">
        {alarmed()?.critical === true ? alarmed()?.text : ''}
      </p>
      <p class="visually-hidden" aria-live="polite">
        {alarmed()?.critical === false ? alarmed()?.text : ''}
      </p>
    </>
  );
}

function FloorHead(props: { readonly meeting: Meeting; readonly entry: Entry; readonly person: Person }): JSX.Element {
  const i18n = useI18n();
  const interrupted = (): { readonly name: string; readonly left: string } | null => {
    const floor = props.meeting.interrupted;
    const entry = floor === null ? null : entryById(props.meeting, floor.entryId);
    if (floor === null || entry === null) return null;
    const name = entry.persons.find((person) => person.id === floor.personId)?.name ?? subjectOf(entry);
    // Its clock stands still, so no time needs to be named.
    return { name, left: formatTimer(remainingMs(floor.clock, floor.clock.pausedAt ?? floor.since) / 1000, 'negative') };
  };
  return (
    <div class="booth-floor-head">
      <h2 id="booth-floor-title">
        <Chip tone="air" dot>
          {i18n.t('booth.speakingNow')}
        </Chip>
      </h2>
      <span class="label">{placeWords(props.meeting, props.entry, i18n)}</span>
      <Show when={interrupted()}>
        {(known) => (
          <span class="booth-interrupted toned" data-tone="warn">
            {i18n.t('booth.interrupts', { name: known().name })} · {i18n.t('booth.interruptedLeft', { time: known().left })}
          </span>
        )}
      </Show>
      <span class="booth-space" />
      <Chip tone={props.person.delivery === 'room' ? undefined : 'info'}>{i18n.t(`words.delivery.${props.person.delivery}`)}</Chip>
    </div>
  );
}

function FloorClock(props: { readonly floor: Floor }): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  const limit = (): number => props.floor.clock.limitSeconds;
  const left = (): number => remainingMs(props.floor.clock, state.now()) / 1000;
  const over = createMemo(() => Math.ceil(left()) < 0);
  const paused = (): boolean => isPaused(props.floor.clock);
  const tone = (): 'warn' | undefined => (paused() || over() ? 'warn' : undefined);
  return (
    <div class="booth-clock" data-tone={tone()}>
      <Timer
        class="booth-clock-time"
        seconds={left()}
        over="negative"
        label={i18n.t('booth.timeLeft')}
        spoken={(mark) =>
          mark === 0
            ? i18n.t('common.timeIsUp')
            : mark === 60
              ? i18n.t('common.minutesLeft', { count: 1 })
              : i18n.t('common.secondsLeft', { count: mark })
        }
      />
      <FloorBar floor={props.floor} />
      <span class="booth-clock-of toned">
        {paused() ? `${i18n.t('booth.clockPaused')} · ` : over() ? `${i18n.t('booth.overTime')} · ` : ''}
        <span class="muted">{i18n.t('booth.ofLimit', { time: formatTimer(limit(), 'negative') })}</span>
      </span>
    </div>
  );
}

function FloorBar(props: { readonly floor: Floor }): JSX.Element {
  const state = useMeetingState();
  // Steps of half a percent: the page then draws a frame for it every half second at most, not at every tick.
  const spent = createMemo(() => {
    const limitMs = Math.max(1, props.floor.clock.limitSeconds * 1000);
    return Math.min(200, Math.round((1 - remainingMs(props.floor.clock, state.now()) / limitMs) * 200)) / 2;
  });
  return (
    <div class="booth-bar" aria-hidden="true">
      <div class="booth-bar-spent" data-tone={spent() >= 100 ? 'warn' : 'preview'} style={{ 'inline-size': `${spent()}%` }} />
    </div>
  );
}
