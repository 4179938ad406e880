/** "What if the rest had 1:30?": the forecast of a meeting in which the cut has been decided. Nothing is sent. */
import { decide } from '../../../shared/domain/decide.ts';
import { evolve } from '../../../shared/domain/evolve.ts';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { type Forecast, forecast } from '../../../shared/domain/rules/forecast.ts';
import type { EntryId } from '../../../shared/lib/ids.ts';
import { queue } from '../../../shared/domain/selectors.ts';

export interface TimeCut {
  readonly seconds: number;
  readonly projectedEndAt: number;
  readonly overSeconds: number;
  readonly notReached: number;
}

/** The limits the Council has used for long lists (`domain.md` 2.2). */
const usualCuts = [150, 120, 90, 60] as const;

/** Only cuts that shorten somebody. `from`: the first whose time is cut. */
export function timeCuts(meeting: Meeting, from: EntryId, now: number): readonly TimeCut[] {
  return usualCuts.flatMap((seconds) => {
    const cut = afterCut(meeting, from, seconds, now);
    if (cut === null) return [];
    return [{ seconds, projectedEndAt: cut.projectedEndAt, overSeconds: cut.overSeconds, notReached: cut.notReached.length }];
  });
}

function afterCut(meeting: Meeting, from: EntryId, seconds: number, now: number): Forecast | null {
  const decision = decide(meeting, { type: 'cutTime', from, seconds }, { by: 'chair', now });
  if (!decision.ok) return null;
  const shortens = decision.value.some((fact) => fact.type === 'timeCut' && fact.entryIds.length > 0);
  if (!shortens) return null;
  const after = decision.value.reduce((folded, fact) => evolve(folded, { ...fact, at: now, by: 'chair' }), meeting);
  return forecast(after, now);
}

/** Next floor speaker: where a cut begins unless another is chosen. */
export function firstToCut(meeting: Meeting): EntryId | null {
  const floor = new Set(meeting.segments.filter((segment) => segment.part === 'floor').map((segment) => segment.id));
  return queue(meeting).find((entry) => floor.has(entry.segmentId))?.id ?? null;
}
