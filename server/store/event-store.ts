/**
 * The port to durable storage. Two implementations (`embedded-event-store.ts`, `redis-event-store.ts`) pass one contract
 * suite (`tests/contract/event-store-contract.ts`).
 */
import type { Author, Fact, MeetingEvent } from '../../shared/domain/events.ts';
import type { CommandId, MeetingId } from '../../shared/lib/ids.ts';

/**
 * A place in the history of one meeting. `offset` counts events from 1 (0 = nothing yet); `hash` chains over everything up
 * to here, so that the right offset of a wrong history is noticed; `epoch` rises when the history may have been cut.
 */
export interface Position {
  readonly epoch: number;
  readonly offset: number;
  readonly hash: string;
}

export const noPosition: Position = { epoch: 0, offset: 0, hash: '' };

/** One event where it stands in the log. */
export interface RecordedEvent {
  readonly position: Position;
  readonly event: MeetingEvent;
  readonly commandId: CommandId;
}

export interface Commit {
  readonly commandId: CommandId;
  readonly by: Author;
  /** Refused as expired when the store's clock is past this instant. */
  readonly expires: number | null;
  /** At least one. All are stored with the same time, or none is. */
  readonly facts: readonly Fact[];
  /**
   * The whole of `{m:<id>}:now` after this commit: fields of earlier commits that are not named here disappear, so that no
   * other program reads a speaker who is gone. `{}` leaves it as it was. The value `@time` stands for the time of the
   * commit, `@offset` for its last offset. The embedded store, which no other program can ask, ignores it.
   */
  readonly now: Readonly<Record<string, string>>;
}

export type AppendResult =
  | { readonly status: 'committed'; readonly events: readonly RecordedEvent[]; readonly position: Position; readonly time: number }
  /** The log is not where `expected` says: read on from there and decide again. */
  | { readonly status: 'conflict'; readonly position: Position }
  /** This command id was committed before (known for at least 24 h), whatever is sent now; `position` is where its last event stands, `events` how many it made. */
  | { readonly status: 'duplicate'; readonly position: Position; readonly events: number }
  /** This command id was refused before (known for at least 24 h), on the state at `position`; `refusal` as `refuse` was given it. */
  | { readonly status: 'refused'; readonly position: Position; readonly refusal: string }
  | { readonly status: 'expired'; readonly time: number };

export type RefuseResult =
  | { readonly status: 'recorded' }
  | Extract<AppendResult, { readonly status: 'conflict' | 'duplicate' | 'refused' }>;

export interface Snapshot {
  readonly position: Position;
  /** A folded `Meeting` as JSON, written by `schema`. */
  readonly schema: number;
  readonly state: string;
}

/**
 * Thrown by every call when the store does not answer within its time-out (2 s), at once when it is known to be away, and
 * when what it holds of a meeting is damaged. Not an outcome: it may or may not have been written, and the command may be
 * sent again under the same id.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

export interface EventStore {
  /** Durable when it resolves. `expected` must be the position of the log's last event (`noPosition` for a new meeting). */
  append(meetingId: MeetingId, expected: Position, commit: Commit): Promise<AppendResult>;
  /**
   * Remembers, durably, that a command was refused on the state at `expected`: a copy of it that still waits somewhere, at
   * whatever server, is then never carried out. `refusal`: any text, given back to who sends the copy.
   */
  refuse(meetingId: MeetingId, expected: Position, commandId: CommandId, refusal: string): Promise<RefuseResult>;
  /** Events with offset > `after`, in order, at most `limit`. */
  read(meetingId: MeetingId, after: number, limit: number): Promise<readonly RecordedEvent[]>;
  /** `noPosition` when there is no such meeting. */
  position(meetingId: MeetingId): Promise<Position>;
  /** `null` too when the snapshot does not stand on the present log: it was folded from a history that is no more. */
  loadSnapshot(meetingId: MeetingId): Promise<Snapshot | null>;
  saveSnapshot(meetingId: MeetingId, snapshot: Snapshot): Promise<void>;
  /**
   * Calls `onEvents` with every commit after the moment `follow` resolves, in order, once, without gaps; by whatever
   * process it was made. `onTrouble` tells when the feed is away (`true`) and when it is back and caught up (`false`).
   */
  follow(meetingId: MeetingId, listener: FeedListener): Promise<Unfollow>;
  /**
   * Deletes the log, the snapshot and all else that says what was said in the meeting. Followers are told of a history that is
   * `lost`, and `isRemoved` holds for at least 24 h. Outcomes of commands, which hold no text, expire by themselves.
   */
  remove(meetingId: MeetingId): Promise<void>;
  /** Deleted on purpose: a log that is missing without this is a fault of the store. */
  isRemoved(meetingId: MeetingId): Promise<boolean>;
  /** The store's clock, epoch ms. */
  time(): Promise<number>;
  /** Resolves when the store answers; rejects with `StoreUnavailable`. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Called synchronously, one call at a time. What a listener throws is a fault of the program and reaches its top. */
export interface FeedListener {
  /** Whole commits: one, or several when the feed had to catch up. */
  onEvents(events: readonly RecordedEvent[]): void;
  /**
   * The history may have been cut (another Redis process answers), or was. `kept`: everything told so far still stands, at
   * `position` with the new epoch, and the events after it follow. `lost`: some of what was told is not in the log; forget
   * it, load the meeting again up to `position` or later; the events after `position` follow. Comes before those events,
   * within about a second even when nobody commits. Never from the embedded store.
   */
  onEpoch(position: Position, history: 'kept' | 'lost'): void;
  /** `true`: the feed is away, events may be missing. `false`: it is back, and everything missed was told before this call. */
  onTrouble(away: boolean): void;
  /** So many of the events told next had to be read from the log: their messages were lost, or late. */
  onRefilled?(events: number): void;
}

export type Unfollow = () => Promise<void>;
