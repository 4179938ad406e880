/**
 * One meeting in this process: the state folded from the log, and everybody who looks at it. It follows the store and
 * nothing else, so that a command taken by another process arrives here like one taken by this one (ADR 1).
 *
 * Joining is one tick: state read, bytes written, subscriber added, with no `await` between. What is committed before that
 * tick is in the bytes; what comes after is delivered.
 */
import { evolve } from '../../shared/domain/evolve.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { meetingAsSeenBy } from '../../shared/domain/permissions.ts';
import type { Audience } from '../../shared/domain/stations.ts';
import type { MeetingId } from '../../shared/lib/ids.ts';
import type { StaleFrame } from '../../shared/protocol/down.ts';
import type { StoreClock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import { type EventStore, noPosition, type Position, type RecordedEvent, type Unfollow } from '../store/event-store.ts';
import { createCommandIndex } from './command-index.ts';
import type { CommandIndex } from './command-index.ts';
import { createFanOut, type Rank, type Subscriber } from './fan-out.ts';
import { beaconFrame, liveFrame, snapshotFrame, staleFrame } from './frames.ts';
import { createJournal, type Journal, type PerAudience } from './journal.ts';
import { type LoadedMeeting, loadMeeting, readOn, saveSnapshot } from './load-meeting.ts';

export interface MeetingHub {
  readonly meetingId: MeetingId;
  state(): HubState;
  seenBy(audience: Audience): Meeting;
  /** Of the log that `state` was folded from. */
  commands(): CommandIndex;
  /** `from`: where the subscriber's own state stands, if it has one. Also for one that joined before and lost something. */
  join(subscriber: Subscriber, from: Position | null): void;
  leave(subscriber: Subscriber): void;
  beacon(rank: Rank): void;
  /** Compares with the log and reads on, or starts again when the log is not the one that was folded. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
}

export interface HubState {
  readonly meeting: Meeting;
  readonly position: Position;
  /** False while the store, or its feed, is away. */
  readonly live: boolean;
  /** Rises when the history was replaced: what was folded before must be thrown away. */
  readonly generation: number;
}

export interface HubDeps {
  readonly store: EventStore;
  readonly clock: StoreClock;
  readonly log: Log;
}

const snapshotEvery = 200;
const retryMs = 500;

/** `null` when there is no such meeting. Rejects with `StoreUnavailable`. */
export async function openHub({ store, clock, log }: HubDeps, meetingId: MeetingId): Promise<MeetingHub | null> {
  const fanOut = createFanOut();
  let meeting: Meeting;
  let position: Position = noPosition;
  let journal: Journal;
  let commands: CommandIndex;
  let generation = 0;
  let snapshots: Partial<Record<Audience, Buffer>> = {};
  let staleSince: { readonly at: number; readonly why: StaleFrame['why'] } | null = null;
  let catchingUp: Promise<void> | null = null;
  /** What the feed tells while the log is read. */
  let waiting: RecordedEvent[] | null = [];
  let closed = false;

  const unfollow: Unfollow = await store.follow(meetingId, {
    onEvents: (events) => (waiting === null ? take(events) : void waiting.push(...events)),
    onTrouble: (away) => (away ? goStale('storeUnavailable') : void catchUp()),
  });
  try {
    const loaded = await loadMeeting(store, meetingId);
    if (loaded === null) {
      await unfollow();
      return null;
    }
    begin(loaded);
    takeWaiting();
  } catch (fault) {
    await unfollow();
    throw fault;
  }

  function begin(loaded: LoadedMeeting): void {
    const oldest = loaded.recent[0]?.position;
    const fromStart = oldest === undefined || oldest.offset === 1;
    const counters = journal === undefined ? undefined : everyAudience((audience) => journal.counter(audience));
    journal = createJournal(fromStart ? noPosition : oldest, counters);
    for (const recorded of fromStart ? loaded.recent : loaded.recent.slice(1)) journal.add(recorded);
    commands = createCommandIndex(store, meetingId, loaded.recent);
    meeting = loaded.meeting;
    position = loaded.position;
    snapshots = {};
  }

  /** Folds events of the feed; at the first one that does not fit, reads the log instead. */
  function take(events: readonly RecordedEvent[]): void {
    const fresh = events.filter((recorded) => recorded.position.epoch !== position.epoch || recorded.position.offset > position.offset);
    const fits = fresh.every(
      (recorded, index) => recorded.position.epoch === position.epoch && recorded.position.offset === position.offset + index + 1,
    );
    if (!fits) return void catchUp();
    if (fresh.length > 0) advance(fresh);
  }

  function advance(events: readonly RecordedEvent[]): void {
    const before = position.offset;
    const frames = events.map((recorded) => {
      meeting = evolve(meeting, recorded.event);
      position = recorded.position;
      return journal.add(recorded);
    });
    commands.add(events);
    snapshots = {};
    fanOut.deliver({ kind: 'events', position, bytes: everyAudience((audience) => joined(frames.map((each) => each[audience]))) });
    if (Math.floor(before / snapshotEvery) !== Math.floor(position.offset / snapshotEvery)) keepSnapshot();
  }

  function takeWaiting(): void {
    const events = waiting ?? [];
    waiting = null;
    take(events);
  }

  function keepSnapshot(): void {
    saveSnapshot(store, meetingId, meeting, position).catch((fault: unknown) => {
      log.warn({ meetingId, fault: String(fault) }, 'snapshot not saved');
    });
  }

  function goStale(why: StaleFrame['why']): void {
    if (staleSince !== null) return;
    staleSince = { at: clock.now(), why };
    const bytes = staleFrame(staleSince.at, why);
    fanOut.deliver({ kind: 'signal', position, bytes: { staff: bytes, public: bytes } });
  }

  function goLive(): void {
    if (staleSince === null) return;
    staleSince = null;
    fanOut.deliver({ kind: 'signal', position, bytes: everyAudience((audience) => liveFrame(position, journal.counter(audience))) });
  }

  function catchUp(): Promise<void> {
    catchingUp ??= readUntilItFits().finally(() => {
      catchingUp = null;
    });
    return catchingUp;
  }

  async function readUntilItFits(): Promise<void> {
    waiting ??= [];
    goStale('catchingUp');
    for (;;) {
      if (closed) return;
      try {
        await readOnce();
        break;
      } catch (fault) {
        log.warn({ meetingId, fault: String(fault) }, 'log not readable, trying again');
        await new Promise((resolve) => setTimeout(resolve, retryMs).unref());
      }
    }
    // Live before what waited: should that not fit either, it makes everything stale again.
    goLive();
    takeWaiting();
  }

  async function readOnce(): Promise<void> {
    const events = await readOn(store, meetingId, position);
    const continues = events?.every((recorded) => recorded.position.epoch === position.epoch) ?? false;
    if (events !== null && continues) {
      if (events.length > 0) advance(events);
      return;
    }
    const loaded = await loadMeeting(store, meetingId);
    if (loaded === null) throw new Error(`Expected the log of ${meetingId} to be there still`);
    log.warn({ meetingId, was: position, is: loaded.position }, 'history replaced');
    begin(loaded);
    generation += 1;
    fanOut.forgetQueued();
    for (const subscriber of fanOut.subscribers()) join(subscriber, null);
  }

  function join(subscriber: Subscriber, from: Position | null): void {
    const { audience } = subscriber;
    const n = journal.counter(audience);
    const missed = from === null ? null : journal.since(audience, from);
    const end = staleSince === null ? liveFrame(position, n) : staleFrame(staleSince.at, staleSince.why);
    subscriber.recover(position, Buffer.concat([...(missed ?? [snapshotFor(audience)]), end]));
    fanOut.add(subscriber);
  }

  function snapshotFor(audience: Audience): Buffer {
    const built = snapshots[audience] ?? snapshotFrame(audience, position, journal.counter(audience), meeting);
    snapshots = { ...snapshots, [audience]: built };
    return built;
  }

  return {
    meetingId,
    state: () => ({ meeting, position, live: staleSince === null, generation }),
    seenBy: (audience) => meetingAsSeenBy(audience, meeting),
    commands: () => commands,
    join,
    leave: (subscriber) => fanOut.remove(subscriber),
    beacon(rank) {
      const time = clock.now();
      const bytes = everyAudience((audience) => beaconFrame(position, journal.counter(audience), time));
      fanOut.deliverTo(rank, { kind: 'signal', position, bytes });
    },
    catchUp,
    async close() {
      closed = true;
      await unfollow();
    },
  };
}

function everyAudience<T>(make: (audience: Audience) => T): PerAudience<T> {
  return { staff: make('staff'), public: make('public') };
}

function joined(frames: readonly (Buffer | null)[]): Buffer | null {
  const visible = frames.filter((each) => each !== null);
  return visible.length === 0 ? null : Buffer.concat(visible);
}
