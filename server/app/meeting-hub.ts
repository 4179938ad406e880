/**
 * One meeting in this process: the state folded from the log, and everybody who looks at it. It follows the store and
 * nothing else, so that a command taken by another process arrives here like one taken by this one (ADR 1).
 *
 * Joining is one tick: state read, bytes written, subscriber added, with no `await` between. What is committed before that
 * tick is in the bytes; what comes after is delivered.
 */
import { emptyMeeting, evolve } from '../../shared/domain/evolve.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { meetingAsSeenBy } from '../../shared/domain/permissions.ts';
import type { Audience } from '../../shared/domain/stations.ts';
import type { MeetingId } from '../../shared/lib/ids.ts';
import type { StaleFrame } from '../../shared/protocol/down.ts';
import { limits } from '../../shared/protocol/limits.ts';
import type { StoreClock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { StationCounts } from '../store/presence.ts';
import { type EventStore, noPosition, type Position, type RecordedEvent, type Unfollow } from '../store/event-store.ts';
import { type CommandIndex, createCommandIndex } from './command-index.ts';
import { createFanOut, type Rank, ranks, type Subscriber } from './fan-out.ts';
import { beaconFrame, liveFrame, presenceFrame, snapshotFrame, staleFrame } from './frames.ts';
import { createJournal, type PerAudience } from './journal.ts';
import { createRecoveries } from './recoveries.ts';
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
  /** To the displays, or to all others; not to an audience that has just been sent an event, which says the same. */
  beacon(to: 'displays' | 'others'): void;
  /** Who is connected: told to staff when it differs from what they were told, and to each who joins. */
  showPresence(stations: StationCounts): void;
  /** Compares with the log and reads on, or starts again when the log is not the one that was folded. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
}

export interface HubState {
  readonly meeting: Meeting;
  readonly position: Position;
  /** False while the store, or its feed, is away. */
  readonly live: boolean;
  /** Store's time, ms, from when on it has not been live; `null` while it is. */
  readonly staleSince: number | null;
  /** Rises when the history was replaced: what was folded before must be thrown away. */
  readonly generation: number;
}

export interface HubDeps {
  readonly store: EventStore;
  readonly clock: StoreClock;
  readonly log: Log;
  /** The meeting was deleted, by whatever process; the hub is closed already. */
  readonly onGone: (meetingId: MeetingId) => void;
}

const snapshotEvery = 200;
/**
 * An event that is younger than this share of a beacon stands for it: while events flow, beacons would be a tenth of all that
 * is sent. Silence is then at most 1.25 beacons, and 2.5 mean "not live".
 */
const shareOfBeacon = 0.25;
/** `version.ts`: older clients do not know the frame. */
const presenceSinceVersion = 2;
const displaysOnly: readonly Rank[] = ['displays'];
const allButDisplays: readonly Rank[] = ranks.filter((rank) => rank !== 'displays');
const retryMs = 500;

/** `null` when there is no such meeting. Rejects with `StoreUnavailable`. */
export async function openHub({ store, clock, log, onGone }: HubDeps, meetingId: MeetingId): Promise<MeetingHub | null> {
  const fanOut = createFanOut();
  let meeting: Meeting = emptyMeeting;
  let position: Position = noPosition;
  let journal = createJournal(noPosition);
  let commands = createCommandIndex(store, meetingId, []);
  let generation = 0;
  /** When an event was last sent, monotonic ms. */
  const toldAt: Record<Audience, number> = { staff: 0, public: 0 };
  const recoveries = createRecoveries({
    missed: (audience, from) => journal.since(audience, from),
    snapshot: (audience) => snapshotFrame(audience, position, journal.counter(audience), meeting),
    end: (audience) => (staleSince === null ? liveFrame(position, journal.counter(audience)) : staleFrame(staleSince.at, staleSince.why)),
    extra: ({ audience, version }) => (audience === 'staff' && version >= presenceSinceVersion ? present : null),
  });
  /** The last presence frame. */
  let present: Buffer | null = null;
  let feedAway = false;
  /** What was folded may be of another history. */
  let mustLoad = false;
  let opened = false;
  let staleSince: { readonly at: number; readonly why: StaleFrame['why'] } | null = null;
  let catchingUp: Promise<void> | null = null;
  /** What the feed tells while the log is read. */
  let waiting: RecordedEvent[] | null = [];
  let closed = false;

  const unfollow: Unfollow = await store.follow(meetingId, {
    onEvents: (events) => (waiting === null ? take(events) : void waiting.push(...events)),
    onEpoch(from, history) {
      const stands = history === 'kept' && from.offset === position.offset && from.hash === position.hash;
      if (stands && waiting === null) return continueFrom(from);
      mustLoad = true;
      if (opened) void catchUp();
    },
    onTrouble(away) {
      feedAway = away;
      if (away) goStale('storeUnavailable');
      else if (opened) void catchUp();
    },
  });
  try {
    const loaded = await loadMeeting(store, meetingId);
    if (loaded === null) {
      await unfollow();
      return null;
    }
    begin(loaded);
    opened = true;
    if (!takeWaiting()) await catchUp();
  } catch (fault) {
    await unfollow();
    throw fault;
  }

  function begin(loaded: LoadedMeeting): void {
    const oldest = loaded.recent[0]?.position;
    const fromStart = oldest === undefined || oldest.offset === 1;
    journal = createJournal(fromStart ? noPosition : oldest, everyAudience(journal.counter));
    for (const recorded of fromStart ? loaded.recent : loaded.recent.slice(1)) journal.add(recorded);
    commands = createCommandIndex(store, meetingId, loaded.recent);
    meeting = loaded.meeting;
    position = loaded.position;
    recoveries.forget();
  }

  /** Folds events of the feed; when they do not fit, reads the log instead. */
  function take(events: readonly RecordedEvent[]): void {
    const fresh = freshOf(events);
    if (fresh === null) void catchUp();
    else if (fresh.length > 0) advance(fresh);
  }

  /** What is not folded yet; `null` when it does not follow on what is. */
  function freshOf(events: readonly RecordedEvent[]): readonly RecordedEvent[] | null {
    const { epoch, offset } = position;
    const fresh = events.filter(({ position: at }) => at.epoch > epoch || (at.epoch === epoch && at.offset > offset));
    return fresh.every(({ position: at }, index) => at.epoch === epoch && at.offset === offset + index + 1) ? fresh : null;
  }

  function advance(events: readonly RecordedEvent[]): void {
    const before = position.offset;
    const frames = events.map((recorded) => {
      meeting = evolve(meeting, recorded.event);
      position = recorded.position;
      return journal.add(recorded);
    });
    commands.add(events);
    recoveries.forget();
    const bytes = everyAudience((audience) => joined(frames.map((each) => each[audience])));
    for (const audience of audiences) if (bytes[audience] !== null) toldAt[audience] = performance.now();
    fanOut.deliver({ kind: 'events', position, bytes });
    if (Math.floor(before / snapshotEvery) !== Math.floor(position.offset / snapshotEvery)) keepSnapshot();
  }

  /** False when the log has to be read once more. */
  function takeWaiting(): boolean {
    const fresh = freshOf(waiting ?? []);
    if (mustLoad || fresh === null) {
      waiting = [];
      return false;
    }
    waiting = null;
    if (fresh.length > 0) advance(fresh);
    return true;
  }

  function keepSnapshot(): void {
    saveSnapshot(store, meetingId, meeting, position).catch((fault: unknown) => {
      log.warn({ meetingId, fault: String(fault) }, 'snapshot not saved');
    });
  }

  function goStale(why: StaleFrame['why']): void {
    if (staleSince !== null) return;
    staleSince = { at: clock.now(), why };
    recoveries.forget();
    const bytes = staleFrame(staleSince.at, why);
    fanOut.deliver({ kind: 'signal', position, bytes: { staff: bytes, public: bytes } });
  }

  function goLive(): void {
    if (staleSince === null || feedAway) return;
    staleSince = null;
    recoveries.forget();
    fanOut.deliver({ kind: 'signal', position, bytes: everyAudience((audience) => liveFrame(position, journal.counter(audience))) });
  }

  function catchUp(): Promise<void> {
    catchingUp ??= readUntilItFits();
    return catchingUp;
  }

  async function readUntilItFits(): Promise<void> {
    waiting ??= [];
    goStale('catchingUp');
    while (!closed) {
      try {
        await readOnce();
        if (closed || takeWaiting()) break;
      } catch (fault) {
        log.warn({ meetingId, fault: String(fault) }, 'log not readable, trying again');
        await new Promise((resolve) => setTimeout(resolve, retryMs).unref());
      }
    }
    // In one tick with the last event taken, so that the next one that does not fit starts anew.
    catchingUp = null;
    if (!closed) goLive();
  }

  async function readOnce(): Promise<void> {
    const events = mustLoad ? null : await readOn(store, meetingId, position);
    if (events?.every((recorded) => recorded.position.epoch === position.epoch) && !mustLoad) {
      if (events.length > 0) advance(events);
      return;
    }
    mustLoad = false;
    const loaded = await loadMeeting(store, meetingId).catch((fault: unknown) => {
      mustLoad = true;
      throw fault;
    });
    if (loaded === null) {
      mustLoad = true;
      if (!(await store.isRemoved(meetingId))) throw new Error(`Expected the log of ${meetingId} to be there still`);
      return end();
    }
    log.warn({ meetingId, was: position, is: loaded.position }, 'history replaced');
    begin(loaded);
    beginAgainForAll();
  }

  async function end(): Promise<void> {
    closed = true;
    await unfollow();
    onGone(meetingId);
  }

  /** The store began a new epoch, and everything folded so far still stands. */
  function continueFrom(from: Position): void {
    position = from;
    journal = createJournal(from, everyAudience(journal.counter));
    beginAgainForAll();
  }

  function beginAgainForAll(): void {
    generation += 1;
    recoveries.forget();
    fanOut.forgetQueued();
    for (const subscriber of fanOut.subscribers()) join(subscriber, null);
  }

  function join(subscriber: Subscriber, from: Position | null): void {
    fanOut.flush();
    subscriber.recover(position, recoveries.bytesFor(subscriber, from));
    fanOut.add(subscriber);
  }

  return {
    meetingId,
    state: () => ({ meeting, position, live: staleSince === null, staleSince: staleSince?.at ?? null, generation }),
    seenBy: (audience) => meetingAsSeenBy(audience, meeting),
    commands: () => commands,
    join,
    leave: (subscriber) => fanOut.remove(subscriber),
    beacon(to) {
      const only = to === 'displays' ? displaysOnly : allButDisplays;
      if (!only.some((rank) => fanOut.has(rank))) return;
      const time = clock.now();
      const justTold = performance.now() - limits.beaconMs[to === 'displays' ? 'display' : 'station'] * shareOfBeacon;
      const bytes = everyAudience((audience) =>
        toldAt[audience] > justTold ? null : beaconFrame(position, journal.counter(audience), time),
      );
      fanOut.deliverTo(only, { kind: 'signal', position, bytes });
    },
    showPresence(stations) {
      const bytes = presenceFrame(stations);
      if (present?.equals(bytes)) return;
      present = bytes;
      recoveries.forgetExtra();
      const delivery = { kind: 'signal', position, bytes: { staff: bytes, public: null }, sinceVersion: presenceSinceVersion } as const;
      fanOut.deliverTo(allButDisplays, delivery);
    },
    catchUp,
    async close() {
      closed = true;
      await unfollow();
    },
  };
}

const audiences: readonly Audience[] = ['staff', 'public'];

function everyAudience<T>(make: (audience: Audience) => T): PerAudience<T> {
  return { staff: make('staff'), public: make('public') };
}

function joined(frames: readonly (Buffer | null)[]): Buffer | null {
  const visible = frames.filter((each) => each !== null);
  return visible.length === 0 ? null : Buffer.concat(visible);
}
