/** What has become of the signals that this booth gave. */
import type { Meeting, Signal, SignalKind } from '../../../shared/domain/meeting.ts';
import type { Station } from '../../../shared/domain/stations.ts';

/** The key goes back to rest this long after the matter is done (our choice: long enough to be read between two sentences). */
export const doneShownMs = 30_000;

/** The newest signal of the kind while somebody has still to act on it, and shortly after it is done. */
export function shownSignal(meeting: Meeting, station: Station, kind: SignalKind, now: number): Signal | null {
  const newest = meeting.signals.findLast((signal) => signal.from === station && signal.kind === kind);
  if (newest === undefined) return null;
  return newest.state === 'done' && now - newest.stateAt >= doneShownMs ? null : newest;
}
