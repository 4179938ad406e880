/**
 * The receiver's side of `realtime.md` section 3, as a pure state machine: frames in, state and replies out.
 *
 *   offline --connected--> byOffset (asked for what is missing) or snapshotOnly (asked for everything)
 *   byOffset --live--> byCount, live        snapshotOnly --snapshot--> byCount --live--> live
 *   byCount: the next frame must carry n + 1. A gap: byOffset again. Another history: snapshotOnly.
 *
 * `live` is true only while nothing can be missing. After a reconnection a server process may answer that lags behind what
 * was shown here: its older snapshot is not taken, but asked about again for some beacons. When the log really is that short,
 * it is taken then.
 */
import { evolve } from '../../shared/domain/evolve.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import type { Audience } from '../../shared/domain/stations.ts';
import type { BeaconFrame, EventFrame, LiveFrame, SnapshotFrame, StaleFrame } from '../../shared/protocol/down.ts';
import type { Position } from '../../shared/protocol/position.ts';

export interface SyncState {
  readonly audience: Audience;
  readonly meeting: Meeting | null;
  readonly position: Position | null;
  /** Delivery counter of the last frame that was applied. */
  readonly n: number;
  readonly mode: 'offline' | 'byOffset' | 'snapshotOnly' | 'byCount';
  readonly live: boolean;
  /** Beacons since the last hello that was not answered by `live`. */
  readonly beaconsWaited: number;
  /** Rises when what was shown belongs to a history that is no more: what was acknowledged there may be lost. */
  readonly history: number;
  /** Older snapshots that were not taken since the last `live`. */
  readonly doubts: number;
}

export type SyncFrame = SnapshotFrame | EventFrame | LiveFrame | BeaconFrame | StaleFrame;

/** What has to be sent: a hello, with the position to go on from or without one to get everything. */
export interface SyncAction {
  readonly type: 'hello';
  readonly position: Position | null;
}

export interface Step {
  readonly state: SyncState;
  readonly actions: readonly SyncAction[];
}

/** A hello that brings nothing for so many beacons is said again. */
const beaconsBeforeRepeat = 3;
/**
 * An older snapshot is taken when it came so often, a beacon apart: a process compares itself with the log once a second, so
 * one that still lags after three has no more to give. Our choice.
 */
const doubtsBeforeBelief = 3;

export function emptySync(audience: Audience): SyncState {
  return { audience, meeting: null, position: null, n: 0, mode: 'offline', live: false, beaconsWaited: 0, history: 0, doubts: 0 };
}

/** A new socket is open. */
export function connected(state: SyncState): Step {
  return state.position === null ? refetch(state) : askFrom(state, state.position);
}

/** The socket is gone, or nothing was heard for too long. The picture stays, marked. */
export function disconnected(state: SyncState): SyncState {
  return { ...state, mode: 'offline', live: false };
}

export function receive(state: SyncState, frame: SyncFrame): Step {
  if (state.mode === 'offline') return stay(state);
  switch (frame.k) {
    case 'snapshot':
      return receiveSnapshot(state, frame);
    case 'event':
      return receiveEvent(state, frame);
    case 'live':
      return receiveLive(state, frame);
    case 'beacon':
      return receiveBeacon(state, frame);
    case 'stale':
      return stay({ ...state, live: false });
  }
}

function receiveSnapshot(state: SyncState, frame: SnapshotFrame): Step {
  const { position } = state;
  const isOlder = position !== null && isBefore(frame.position, position);
  if (isOlder && state.doubts < doubtsBeforeBelief) {
    return stay({ ...state, mode: 'snapshotOnly', live: false, beaconsWaited: 0, doubts: state.doubts + 1 });
  }
  const replaced = position !== null && (isOlder || isOtherHistory(position, frame.position));
  return stay({
    ...state,
    meeting: frame.meeting,
    position: frame.position,
    n: frame.n,
    mode: 'byCount',
    live: false,
    beaconsWaited: 0,
    history: replaced ? state.history + 1 : state.history,
  });
}

function receiveEvent(state: SyncState, frame: EventFrame): Step {
  const { position } = state;
  if (state.mode === 'snapshotOnly' || position === null) return stay(state);
  if (isOtherHistory(position, frame.position)) return otherHistory(state);
  // Staff get the whole log, so only the very next offset fits; that of the public is filtered.
  const fits = state.audience === 'staff' ? frame.position.offset === position.offset + 1 : frame.position.offset > position.offset;
  // Events that were on their way when the gap was noticed must not be applied over it.
  if (state.mode === 'byOffset') return fits ? apply(state, frame) : stay(state);
  if (frame.n <= state.n) return stay(state);
  if (frame.n > state.n + 1) return repair(state);
  if (fits) return apply(state, frame);
  // The counter says "next" and the log says "old": the server's history is not the one that was shown here.
  return frame.position.offset > position.offset ? repair(state) : otherHistory(state);
}

function receiveLive(state: SyncState, frame: LiveFrame): Step {
  const { position } = state;
  if (state.mode === 'snapshotOnly') return stay(state);
  if (position === null) return refetch(state);
  if (isOtherHistory(position, frame.position) || frame.position.offset < position.offset) return otherHistory(state);
  // Staff get the whole log, so a higher offset means a hole; the public's own events may all lie before it.
  if (state.audience === 'staff' && frame.position.offset > position.offset) return refetch(state);
  // Of the public only the counter tells: another number, also a lower one, is not the end of what was received here.
  if (state.mode === 'byCount' && frame.n !== state.n) return repair(state);
  return stay({ ...state, position: frame.position, n: frame.n, mode: 'byCount', live: true, beaconsWaited: 0, doubts: 0 });
}

function receiveBeacon(state: SyncState, frame: BeaconFrame): Step {
  if (!state.live) return waitForAnswer(state);
  const { position } = state;
  if (position === null) return refetch(state);
  if (isOtherHistory(position, frame.position) || frame.position.offset < position.offset) return otherHistory(state);
  // Only the beacon can show that the last event was lost: no later one reveals the gap.
  const hole = state.audience === 'staff' && frame.position.offset > position.offset;
  if (frame.n !== state.n || hole) return repair(state);
  return samePlace(position, frame.position) ? stay(state) : stay({ ...state, position: frame.position });
}

function waitForAnswer(state: SyncState): Step {
  if (state.doubts > 0 && state.mode === 'snapshotOnly' && state.position !== null) return askFrom(state, state.position);
  const beaconsWaited = state.beaconsWaited + 1;
  if (beaconsWaited < beaconsBeforeRepeat) return stay({ ...state, beaconsWaited });
  return state.mode === 'snapshotOnly' || state.position === null ? refetch(state) : askFrom(state, state.position);
}

function apply(state: SyncState, frame: EventFrame): Step {
  if (state.meeting === null) return refetch(state);
  const n = state.mode === 'byCount' ? frame.n : state.n;
  return stay({ ...state, meeting: evolve(state.meeting, frame.event), position: frame.position, n, beaconsWaited: 0 });
}

/**
 * Something was lost on this socket. The public's log is filtered: its offsets have holes anyway, and an event on its way
 * could not be told from the answer. It fetches everything, which for the public is small.
 */
function repair(state: SyncState): Step {
  return state.audience === 'public' || state.position === null ? refetch(state) : askFrom(state, state.position);
}

function askFrom(state: SyncState, position: Position): Step {
  return { state: { ...state, mode: 'byOffset', live: false, beaconsWaited: 0 }, actions: [{ type: 'hello', position }] };
}

function refetch(state: SyncState): Step {
  return { state: { ...state, mode: 'snapshotOnly', live: false, beaconsWaited: 0 }, actions: [{ type: 'hello', position: null }] };
}

/** Told on a connection that was followed so far, so it is no process that lags: the next snapshot is taken as it is. */
function otherHistory(state: SyncState): Step {
  return refetch({ ...state, history: state.history + 1, doubts: doubtsBeforeBelief });
}

function stay(state: SyncState): Step {
  return { state, actions: [] };
}

function isOtherHistory(ours: Position, theirs: Position): boolean {
  return ours.epoch !== theirs.epoch || (ours.offset === theirs.offset && ours.hash !== theirs.hash);
}

function isBefore(one: Position, other: Position): boolean {
  return one.epoch < other.epoch || (one.epoch === other.epoch && one.offset < other.offset);
}

function samePlace(ours: Position, theirs: Position): boolean {
  return ours.epoch === theirs.epoch && ours.offset === theirs.offset;
}
