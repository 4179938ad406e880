import { createMemo, type JSX, Show } from 'solid-js';
import { entryById } from '../../../shared/domain/entries.ts';
import type { Floor } from '../../../shared/domain/meeting.ts';
import { isPaused, remainingMs } from '../../../shared/domain/rules/clock.ts';
import { floorEntry, floorPerson, nextEntry } from '../../../shared/domain/selectors.ts';
import { useI18n } from '../../state/i18n-context.tsx';
import { useMeetingState } from '../../state/meeting-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { formatElapsed } from '../../ui/format-timer.ts';
import { PersonalName } from '../../ui/personal-name.tsx';
import { Timer } from '../../ui/timer.tsx';
import { Announcement } from './announcement.tsx';
import { useChair } from './chair-context.tsx';
import { FloorLanguage } from './floor-language.tsx';
import { displayName, functionIn } from './person-words.ts';

/** From so many letters on a name is set smaller, so that it keeps to the two lines that are kept for it. */
const longName = 32;

/** Who speaks, how long still, and everything that is done to the floor. */
export function FloorPanel(): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  return (
    <section
      class="card chair-floor"
      data-tone={chair.meeting().floor === null ? undefined : 'air'}
      aria-label={i18n.t('chair.floor.title')}
    >
      <WhoSpeaks />
      <GiveToNext />
      <Announcement />
      <FloorButtons />
      <FloorLanguage />
    </section>
  );
}

function WhoSpeaks(): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const person = createMemo(() => floorPerson(chair.meeting()));
  const entry = createMemo(() => floorEntry(chair.meeting()));
  const interrupted = createMemo(() => {
    const before = chair.meeting().interrupted;
    return before === null ? undefined : entryById(chair.meeting(), before.entryId)?.persons[0];
  });
  return (
    <div class="chair-who">
      <FloorState />
      <Show when={chair.meeting().floor}>{(floor) => <FloorClock floor={floor()} />}</Show>
      <Show when={person()} fallback={<p class="chair-who-nobody">{i18n.t('chair.floor.nobody')}</p>}>
        {(speaker) => (
          <>
            <p class="chair-who-name" data-long={speaker().name.length > longName ? '' : undefined}>
              <PersonalName
                name={displayName(speaker(), i18n.language()).name}
                language={displayName(speaker(), i18n.language()).language}
              />
            </p>
            <p class="chair-who-role muted">
              <Show when={functionIn(speaker(), i18n.language())}>{(role) => <bdi>{role()}</bdi>}</Show>
              <Show when={entry()?.onBehalfOf}>{(group) => <bdi>{i18n.t('chair.list.forGroup', { group: group() })}</bdi>}</Show>
              <Show when={interrupted()}>
                {(before) => <span>{i18n.t('chair.floor.returnsTo', { name: displayName(before(), i18n.language()).name })}</span>}
              </Show>
            </p>
          </>
        )}
      </Show>
    </div>
  );
}

function FloorState(): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const state = (): { readonly text: string; readonly tone?: Tone } => {
    const { status, floor } = chair.meeting();
    if (status === 'closed') return { text: i18n.t('chair.floor.closed') };
    if (status === 'suspended') return { text: i18n.t('chair.floor.suspended'), tone: 'warn' };
    if (floor === null) return { text: i18n.t(status === 'planned' ? 'chair.floor.notBegun' : 'words.meetingStatus.running') };
    if (isPaused(floor.clock)) return { text: i18n.t('chair.floor.paused'), tone: 'warn' };
    const kind = floorEntry(chair.meeting())?.kind ?? 'statement';
    return { text: i18n.t(kind === 'statement' ? 'chair.floor.speaking' : `words.entryKind.${kind}`), tone: 'air' };
  };
  return (
    <p>
      <Chip tone={state().tone} dot={state().tone === 'air'}>
        {state().text}
      </Chip>
    </p>
  );
}

function FloorClock(props: { readonly floor: Floor }): JSX.Element {
  const state = useMeetingState();
  const i18n = useI18n();
  const mark = (seconds: number): string => {
    if (seconds === 0) return i18n.t('common.timeIsUp');
    return seconds === 60 ? i18n.t('common.minutesLeft', { count: 1 }) : i18n.t('common.secondsLeft', { count: seconds });
  };
  return (
    <div class="chair-clock">
      <Timer
        class="chair-clock-time"
        seconds={remainingMs(props.floor.clock, state.now()) / 1000}
        over="negative"
        label={i18n.t('chair.floor.timeLeft')}
        spoken={mark}
      />
      <span class="muted figure">{i18n.t('chair.floor.of', { time: formatElapsed(props.floor.clock.limitSeconds) })}</span>
    </div>
  );
}

function GiveToNext(): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const next = createMemo(() => nextEntry(chair.meeting()));
  const nextName = () => {
    const person = next()?.persons[0];
    return person === undefined ? null : displayName(person, i18n.language());
  };
  const reason = (): string | undefined => {
    const { status, interrupted } = chair.meeting();
    if (status === 'closed') return i18n.t('chair.reason.closed');
    if (status === 'suspended') return i18n.t('chair.reason.suspended');
    if (interrupted !== null) return i18n.t('chair.reason.pointOfOrder');
    return next() === null ? i18n.t('chair.reason.nobodyWaits') : undefined;
  };
  const give = (): Promise<boolean> | undefined => {
    const entry = next();
    return entry === null ? undefined : chair.give({ type: 'giveFloor', entryId: entry.id });
  };
  return (
    <Button
      class="chair-give"
      kind="primary"
      action="giveFloorToNext"
      hotkey="Enter"
      label={i18n.t(next() === null ? 'chair.floor.nobodyWaits' : 'chair.floor.giveTo')}
      spokenLabel={`${i18n.t('chair.floor.giveTo')} ${nextName()?.name ?? ''}`}
      disabled={reason() !== undefined}
      reason={reason()}
      onPress={give}
    >
      <Show when={nextName()}>{(name) => <PersonalName name={name().name} language={name().language} />}</Show>
    </Button>
  );
}

/** What is done to the clock, and in the last column what interrupts the order: rows of three are two rows in every language. */
function FloorButtons(): JSX.Element {
  const chair = useChair();
  const i18n = useI18n();
  const nobody = (): boolean => chair.meeting().floor === null;
  const paused = (): boolean => {
    const floor = chair.meeting().floor;
    return floor !== null && isPaused(floor.clock);
  };
  const suspended = (): boolean => chair.meeting().status === 'suspended';
  const why = (): string | undefined => {
    if (nobody()) return i18n.t('chair.reason.nobodySpeaks');
    return suspended() ? i18n.t('chair.reason.suspended') : undefined;
  };
  const closed = (): boolean => chair.meeting().status === 'closed';
  const whyNoOrder = (): string | undefined => {
    if (closed()) return i18n.t('chair.reason.closed');
    if (suspended()) return i18n.t('chair.reason.suspended');
    return floorEntry(chair.meeting())?.kind === 'pointOfOrder' ? i18n.t('chair.reason.pointOfOrder') : undefined;
  };
  return (
    <div class="chair-buttons">
      <Button
        label={i18n.t('chair.floor.end')}
        action="endStatement"
        hotkey="X"
        disabled={nobody()}
        reason={why()}
        onPress={() => chair.give({ type: 'endStatement' })}
      />
      <Button
        label={i18n.t(paused() ? 'chair.floor.resume' : 'chair.floor.pause')}
        action="pauseClock"
        hotkey="P"
        disabled={nobody() || suspended()}
        reason={why()}
        onPress={() => chair.give({ type: paused() ? 'resumeClock' : 'pauseClock' })}
      />
      <Button
        label={i18n.t('chair.floor.pointOfOrder')}
        action="pointOfOrder"
        hotkey="O"
        disabled={whyNoOrder() !== undefined}
        reason={whyNoOrder()}
        onPress={() => chair.open({ kind: 'pointOfOrder' })}
      />
      <Button
        class="chair-time"
        label={i18n.t('chair.floor.subtract')}
        spokenLabel={i18n.t('chair.floor.subtractLong')}
        action="subtractTime"
        hotkey="-"
        disabled={nobody()}
        reason={why()}
        onPress={() => chair.give({ type: 'addTime', seconds: -30 })}
      />
      <Button
        class="chair-time"
        label={i18n.t('chair.floor.add')}
        spokenLabel={i18n.t('chair.floor.addLong')}
        action="addTime"
        hotkey="+"
        disabled={nobody()}
        reason={why()}
        onPress={() => chair.give({ type: 'addTime', seconds: 30 })}
      />
      <Button
        label={i18n.t('chair.floor.rightOfReply')}
        action="rightOfReply"
        hotkey="Y"
        disabled={closed()}
        reason={closed() ? i18n.t('chair.reason.closed') : undefined}
        onPress={() => chair.open({ kind: 'rightOfReply' })}
      />
    </div>
  );
}
