/**
 * Logs of meetings in one file, for one process (`embedded-database.ts` refuses a second). Commits are synchronous: between
 * looking at the head of the log and writing to it nothing else runs.
 */
import type { CommandId, MeetingId } from '../../shared/lib/ids.ts';
import type { EmbeddedDatabase } from './embedded-database.ts';
import {
  type AppendResult,
  type Commit,
  type EventStore,
  type FeedListener,
  noPosition,
  type Position,
  type RecordedEvent,
  type RefuseResult,
  type Snapshot,
  type Unfollow,
} from './event-store.ts';
import { chainHash } from './hash-chain.ts';
import { integerIn, textIn } from './rows.ts';
import { isAuthor, positionOf, type StoredEvent, storedToRecorded } from './stored-event.ts';
import { factSchema } from './upcast.ts';

/** A synced file never forgets a commit, so its history is never cut. */
const onlyEpoch = 1;

/** `now`: epoch ms, whole; the time of everything that is stored. */
export function createEmbeddedEventStore(database: EmbeddedDatabase, now: () => number): EventStore {
  const log = createLog(database);
  const followers = createFollowers();

  return {
    async append(meetingId, expected, commit) {
      const result = database.transaction(() => decideAppend(log, now(), meetingId, expected, commit));
      if (result.status === 'committed') followers.tell(meetingId, result.events);
      return result;
    },
    async refuse(meetingId, expected, commandId, refusal) {
      return database.transaction(() => decideRefusal(log, now(), { meetingId, expected, commandId, refusal }));
    },
    async read(meetingId, after, limit) {
      return log.read(meetingId, after, limit).map(storedToRecorded);
    },
    async position(meetingId) {
      return log.head(meetingId);
    },
    async loadSnapshot(meetingId) {
      const snapshot = log.snapshot(meetingId);
      return snapshot !== null && log.holds(meetingId, snapshot.position) ? snapshot : null;
    },
    async saveSnapshot(meetingId, snapshot) {
      log.putSnapshot(meetingId, snapshot);
    },
    async follow(meetingId, listener) {
      database.assertOpen();
      return followers.add(meetingId, listener);
    },
    async remove(meetingId) {
      database.transaction(() => log.remove(meetingId, now()));
      // Else the pages as they were would stay in the write-ahead log.
      database.sql.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      followers.lose(meetingId);
    },
    async isRemoved(meetingId) {
      return log.isRemoved(meetingId);
    },
    async time() {
      return now();
    },
    async ping() {
      database.assertOpen();
      database.sql.prepare('SELECT 1').get();
    },
    async close() {
      followers.clear();
      database.close();
    },
  };
}

function decideAppend(log: Log, time: number, meetingId: MeetingId, expected: Position, commit: Commit): AppendResult {
  const known = log.known(meetingId, commit.commandId);
  if (known !== null) return known;
  if (commit.expires !== null && time > commit.expires) return { status: 'expired', time };
  const head = log.head(meetingId);
  if (head.offset !== expected.offset || head.hash !== expected.hash) return { status: 'conflict', position: head };

  let position = head;
  const events = commit.facts.map((fact) => {
    const offset = position.offset + 1;
    const text = JSON.stringify(fact);
    const stored: StoredEvent = {
      offset,
      epoch: onlyEpoch,
      hash: chainHash(position.hash, offset, time, text),
      time,
      by: commit.by,
      commandId: commit.commandId,
      schema: factSchema,
      fact: text,
    };
    log.add(meetingId, stored);
    position = positionOf(stored);
    return storedToRecorded(stored);
  });
  log.putOutcome(meetingId, commit.commandId, position, events.length);
  return { status: 'committed', events, position, time };
}

interface RefusedCommand {
  readonly meetingId: MeetingId;
  readonly expected: Position;
  readonly commandId: CommandId;
  readonly refusal: string;
}

function decideRefusal(log: Log, time: number, { meetingId, expected, commandId, refusal }: RefusedCommand): RefuseResult {
  const known = log.known(meetingId, commandId);
  if (known !== null) return known;
  const head = log.head(meetingId);
  if (head.offset !== expected.offset || head.hash !== expected.hash) return { status: 'conflict', position: head };
  log.putRefusal(meetingId, commandId, head, time, refusal);
  return { status: 'recorded' };
}

/** As long as Redis keeps an outcome (`commit-script.ts`). */
const refusalsKeptMs = 24 * 60 * 60 * 1000;

type Log = ReturnType<typeof createLog>;

function createLog(database: EmbeddedDatabase) {
  // "position" and not "offset", "author" and not "by": those two are words of SQL.
  const { sql } = database;
  const addEvent = sql.prepare('INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const readEvents = sql.prepare('SELECT * FROM log WHERE meeting = ? AND position > ? ORDER BY position LIMIT ?');
  const readHead = sql.prepare('SELECT epoch, position, hash FROM log WHERE meeting = ? ORDER BY position DESC LIMIT 1');
  const readHash = sql.prepare('SELECT hash FROM log WHERE meeting = ? AND position = ?');
  const addOutcome = sql.prepare('INSERT INTO outcomes VALUES (?, ?, ?, ?, ?, ?)');
  const readOutcome = sql.prepare('SELECT epoch, position, hash, events FROM outcomes WHERE meeting = ? AND command = ?');
  const addRefusal = sql.prepare('INSERT INTO refusals VALUES (?, ?, ?, ?, ?, ?, ?)');
  const readRefusal = sql.prepare('SELECT epoch, position, hash, refusal FROM refusals WHERE meeting = ? AND command = ?');
  const forgetRefusals = sql.prepare('DELETE FROM refusals WHERE meeting = ? AND time < ?');
  const addSnapshot = sql.prepare('INSERT OR REPLACE INTO snapshots VALUES (?, ?, ?, ?, ?, ?)');
  const readSnapshot = sql.prepare('SELECT * FROM snapshots WHERE meeting = ?');

  return {
    add(meetingId: MeetingId, event: StoredEvent): void {
      const { offset, epoch, hash, time, by, commandId, schema, fact } = event;
      addEvent.run(meetingId, offset, epoch, hash, time, by, commandId, schema, fact);
    },
    read(meetingId: MeetingId, after: number, limit: number): readonly StoredEvent[] {
      database.assertOpen();
      return readEvents.all(meetingId, after, limit).map(rowToStored);
    },
    head(meetingId: MeetingId): Position {
      database.assertOpen();
      const row = readHead.get(meetingId);
      return row === undefined ? noPosition : rowToPosition(row);
    },
    /** Whether `position` is one of this log. */
    holds(meetingId: MeetingId, position: Position): boolean {
      const row = readHash.get(meetingId, position.offset);
      return row !== undefined && textIn(row, 'hash') === position.hash;
    },
    /** The outcome that the command has already. */
    known(meetingId: MeetingId, commandId: CommandId): Extract<AppendResult, { status: 'duplicate' | 'refused' }> | null {
      const row = readOutcome.get(meetingId, commandId);
      if (row !== undefined) return { status: 'duplicate', position: rowToPosition(row), events: integerIn(row, 'events') };
      const refused = readRefusal.get(meetingId, commandId);
      return refused === undefined ? null : { status: 'refused', position: rowToPosition(refused), refusal: textIn(refused, 'refusal') };
    },
    putRefusal(meetingId: MeetingId, commandId: CommandId, { epoch, offset, hash }: Position, time: number, refusal: string): void {
      forgetRefusals.run(meetingId, time - refusalsKeptMs);
      addRefusal.run(meetingId, commandId, epoch, offset, hash, time, refusal);
    },
    putOutcome(meetingId: MeetingId, commandId: CommandId, { epoch, offset, hash }: Position, events: number): void {
      addOutcome.run(meetingId, commandId, epoch, offset, hash, events);
    },
    snapshot(meetingId: MeetingId): Snapshot | null {
      database.assertOpen();
      const row = readSnapshot.get(meetingId);
      if (row === undefined) return null;
      return { position: rowToPosition(row), schema: integerIn(row, 'state_schema'), state: textIn(row, 'state') };
    },
    remove(meetingId: MeetingId, time: number): void {
      for (const table of ['log', 'outcomes', 'refusals', 'snapshots'])
        sql.prepare(`DELETE FROM ${table} WHERE meeting = ?`).run(meetingId);
      sql.prepare('INSERT OR REPLACE INTO removed VALUES (?, ?)').run(meetingId, time);
    },
    isRemoved(meetingId: MeetingId): boolean {
      database.assertOpen();
      return sql.prepare('SELECT 1 FROM removed WHERE meeting = ?').get(meetingId) !== undefined;
    },
    putSnapshot(meetingId: MeetingId, { position, schema, state }: Snapshot): void {
      database.assertOpen();
      addSnapshot.run(meetingId, position.epoch, position.offset, position.hash, schema, state);
    },
  };
}

/**
 * Tells followers after the commit and outside of it: in a microtask, so that what a listener throws is not taken for a
 * failed append, and in turn, so that a listener that commits again does not make the others hear the second commit first.
 */
function createFollowers() {
  const followersByMeeting = new Map<MeetingId, Set<Follower>>();
  return {
    tell(meetingId: MeetingId, events: readonly RecordedEvent[]): void {
      // Who follows is settled now: one who starts in between was promised only what comes after.
      for (const follower of followersByMeeting.get(meetingId) ?? []) {
        queueMicrotask(() => {
          if (follower.active) follower.listener.onEvents(events);
        });
      }
    },
    lose(meetingId: MeetingId): void {
      for (const follower of followersByMeeting.get(meetingId) ?? []) {
        queueMicrotask(() => {
          if (follower.active) follower.listener.onEpoch(noPosition, 'lost');
        });
      }
    },
    add(meetingId: MeetingId, listener: FeedListener): Unfollow {
      const followers = followersByMeeting.get(meetingId) ?? new Set();
      const follower: Follower = { listener, active: true };
      followersByMeeting.set(meetingId, followers.add(follower));
      return async () => {
        follower.active = false;
        followers.delete(follower);
        if (followers.size === 0 && followersByMeeting.get(meetingId) === followers) followersByMeeting.delete(meetingId);
      };
    },
    clear(): void {
      for (const followers of followersByMeeting.values()) for (const follower of followers) follower.active = false;
      followersByMeeting.clear();
    },
  };
}

interface Follower {
  readonly listener: FeedListener;
  active: boolean;
}

function rowToPosition(row: unknown): Position {
  return { epoch: integerIn(row, 'epoch'), offset: integerIn(row, 'position'), hash: textIn(row, 'hash') };
}

function rowToStored(row: unknown): StoredEvent {
  const by = textIn(row, 'author');
  if (!isAuthor(by)) throw new Error(`Expected an author, got ${by}`);
  return {
    ...rowToPosition(row),
    time: integerIn(row, 'time'),
    by,
    commandId: textIn(row, 'command'),
    schema: integerIn(row, 'fact_schema'),
    fact: textIn(row, 'fact'),
  };
}
