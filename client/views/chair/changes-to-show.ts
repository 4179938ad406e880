/** Late changes in the order in which the chair's assistant has to care for them. */
import type { LateChange, Meeting } from '../../../shared/domain/meeting.ts';
import type { Forecast } from '../../../shared/domain/rules/forecast.ts';
import { isPast, notYetSeenBy, presentSeverity } from '../../../shared/domain/rules/late-changes.ts';
import type { Station } from '../../../shared/domain/stations.ts';

/** Changes that booths or the webcast had to see, of statements that are not over: owed ones first (the worst, then the oldest), then the newest. */
export function changesToShow(meeting: Meeting): readonly LateChange[] {
  const current = meeting.changes.filter((change) => change.mustSee.length > 0 && !isPast(meeting, change));
  const owed = current.filter((change) => notYetSeenBy(meeting, change).length > 0);
  const rest = current.filter((change) => !owed.includes(change)).toReversed();
  const critical = owed.filter((change) => presentSeverity(meeting, change) === 'critical');
  return [...critical, ...owed.filter((change) => !critical.includes(change)), ...rest];
}

export interface Reader {
  readonly station: Station;
  /** Seconds from the change to Seen; `null` = not yet. */
  readonly after: number | null;
}

export function readersOf(change: LateChange): readonly Reader[] {
  return change.mustSee.map((station) => {
    const seen = change.seen[station];
    return { station, after: seen === undefined ? null : Math.max(0, (seen - change.at) / 1000) };
  });
}

/** Until its speaker is likely to begin; 0 when on the floor, `null` when not in the queue. */
export function secondsToSpeak(meeting: Meeting, change: LateChange, forecast: Pick<Forecast, 'starts'>, now: number): number | null {
  if (meeting.floor?.entryId === change.entryId) return 0;
  const start = forecast.starts.find((candidate) => candidate.entryId === change.entryId);
  return start === undefined ? null : Math.max(0, (start.at - now) / 1000);
}
