import { type Accessor, createMemo } from 'solid-js';
import type { Meeting } from '../../../shared/domain/meeting.ts';
import { type AheadWarning, lookAhead } from '../../../shared/domain/rules/look-ahead.ts';
import type { EntryId } from '../../../shared/lib/ids.ts';
import type { Language } from '../../../shared/reference/languages.ts';
import { makePlans, type Plans } from '../booth/task.ts';

/** `now` in whole seconds: looked at again with each, and handed on only when something in it has changed. */
export function useAhead(
  meeting: Accessor<Meeting>,
  now: Accessor<number>,
  plans: Plans = ownPlans(meeting),
): Accessor<readonly AheadWarning[]> {
  return createMemo(() => lookAhead(meeting(), now(), plans), [], {
    equals: (before, after) => JSON.stringify(before) === JSON.stringify(after),
  });
}

function ownPlans(meeting: Accessor<Meeting>): Plans {
  const plans = createMemo(() => makePlans(meeting()));
  return (language) => plans()(language);
}

export function forBooth(warnings: readonly AheadWarning[], booth: Language): readonly AheadWarning[] {
  return warnings.filter(({ booths }) => booths.includes(booth));
}

export function byEntry(warnings: readonly AheadWarning[]): ReadonlyMap<EntryId, readonly AheadWarning[]> {
  const found = new Map<EntryId, AheadWarning[]>();
  for (const warning of warnings) {
    for (const entryId of warning.entries) {
      const others = found.get(entryId);
      if (others === undefined) found.set(entryId, [warning]);
      else others.push(warning);
    }
  }
  return found;
}
