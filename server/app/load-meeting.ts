/** A meeting from the store: the folded state, and the newest part of its log. */
import { emptyMeeting, evolve } from '../../shared/domain/evolve.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import type { MeetingId } from '../../shared/lib/ids.ts';
import { type EventStore, noPosition, type Position, type RecordedEvent } from '../store/event-store.ts';

/** Raise it whenever `Meeting` or what `evolve` makes of an event changes: older snapshots are then not used. */
export const stateSchema = 2;

export interface LoadedMeeting {
  readonly meeting: Meeting;
  readonly position: Position;
  /** The newest events, for stations that resume: at least those after the snapshot. */
  readonly recent: readonly RecordedEvent[];
}

/** Events before a snapshot that are read all the same, so that stations can resume right after a restart. */
const readBeforeSnapshot = 250;
const page = 1000;

/** `null` when there is no such meeting. */
export async function loadMeeting(store: EventStore, meetingId: MeetingId): Promise<LoadedMeeting | null> {
  const loaded = await loadFromLog(store, meetingId);
  if (loaded === null) return null;
  // The epoch may have risen since the last event was written; then the head of the log says so.
  const head = await store.position(meetingId);
  const same = head.offset === loaded.position.offset && head.hash === loaded.position.hash;
  return same ? { ...loaded, position: head } : loaded;
}

async function loadFromLog(store: EventStore, meetingId: MeetingId): Promise<LoadedMeeting | null> {
  const snapshot = await store.loadSnapshot(meetingId);
  if (snapshot !== null && snapshot.schema === stateSchema) {
    const { offset, hash } = snapshot.position;
    const recent = await readAll(store, meetingId, Math.max(0, offset - readBeforeSnapshot));
    const stillThere = recent.some(({ position }) => position.offset === offset && position.hash === hash);
    if (stillThere) {
      // Written by `saveSnapshot` below, in this schema, and chained to the log by its hash.
      const meeting = JSON.parse(snapshot.state) as Meeting;
      return folded(
        meeting,
        recent,
        recent.filter(({ position }) => position.offset > offset),
      );
    }
  }
  const log = await readAll(store, meetingId, 0);
  return log.length === 0 ? null : folded(emptyMeeting, log, log);
}

export async function saveSnapshot(store: EventStore, meetingId: MeetingId, meeting: Meeting, position: Position): Promise<void> {
  await store.saveSnapshot(meetingId, { position, schema: stateSchema, state: JSON.stringify(meeting) });
}

/** The whole log after `after`, page by page; `upTo` inclusive. */
export async function readAll(
  store: EventStore,
  meetingId: MeetingId,
  after: number,
  upTo: number = Number.MAX_SAFE_INTEGER,
): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (;;) {
    const from = events.at(-1)?.position.offset ?? after;
    const limit = Math.min(page, upTo - from);
    const next = limit > 0 ? await store.read(meetingId, from, limit) : [];
    events.push(...next);
    if (next.length < limit || limit <= 0) return events;
  }
}

/** What comes after `position`, or `null` when that is not (or no longer) a place in this log. */
export async function readOn(store: EventStore, meetingId: MeetingId, position: Position): Promise<readonly RecordedEvent[] | null> {
  if (position.offset === 0) return readAll(store, meetingId, 0);
  const [here, ...rest] = await readAll(store, meetingId, position.offset - 1);
  return here !== undefined && here.position.hash === position.hash ? rest : null;
}

function folded(start: Meeting, recent: readonly RecordedEvent[], toFold: readonly RecordedEvent[]): LoadedMeeting {
  return {
    meeting: toFold.reduce((meeting, { event }) => evolve(meeting, event), start),
    position: recent.at(-1)?.position ?? noPosition,
    recent,
  };
}
