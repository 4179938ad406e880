import { type Language, officialLanguages } from '../../reference/languages.ts';
import { channelFedBy, type RelayPlan, type RelayRow } from './relay-model.ts';

/** In the order in which they must happen; a booth may have a `clear` and one other. */
export type RelayStep =
  /** Stop feeding `channel`. */
  | { readonly stage: 'clear'; readonly booth: Language; readonly channel: Language }
  | {
      readonly stage: 'pivots' | 'takers' | 'standbys';
      readonly booth: Language;
      /** `null`: the booth was not in the plan before. */
      readonly before: RelayRow | null;
      readonly after: RelayRow;
    };

/**
 * What each booth must do when one plan follows another, as when the speaker changes language. Channels are cleared first,
 * that of the new floor language before all: while somebody still feeds it, nobody hears the floor. Then pivots go live,
 * takers switch, and those who rest are told. Booths with nothing to do are left out.
 */
export function relayDifference(before: RelayPlan, after: RelayPlan): readonly RelayStep[] {
  const pivots = new Set(after.pivots.map((pivot) => pivot.booth));
  const changed = after.rows.flatMap((row) => {
    const old = before.rows.find(({ booth }) => booth === row.booth) ?? null;
    if (old !== null && sameWork(old, row) && channelFedBy(old, before) === channelFedBy(row, after)) return [];
    return [{ stage: stageOf(row, pivots), booth: row.booth, before: old, after: row }];
  });
  const inStage = (stage: RelayStep['stage']) => changed.filter((step) => step.stage === stage);
  return [...clearSteps(before, after), ...inStage('pivots'), ...inStage('takers'), ...inStage('standbys')];
}

function clearSteps(before: RelayPlan, after: RelayPlan): readonly RelayStep[] {
  const steps = before.rows.flatMap((row) => {
    const channel = channelFedBy(row, before);
    const next = after.rows.find(({ booth }) => booth === row.booth);
    if (channel === null || (next !== undefined && channelFedBy(next, after) === channel)) return [];
    return [{ stage: 'clear' as const, booth: row.booth, channel }];
  });
  const blocksFloor = (channel: Language) => (channel === after.floor ? 0 : 1);
  return steps.sort(
    (one, other) =>
      blocksFloor(one.channel) - blocksFloor(other.channel) ||
      officialLanguages.indexOf(one.booth) - officialLanguages.indexOf(other.booth),
  );
}

/** A gap counts among the takers: that booth too must learn it before those who rest. */
function stageOf(row: RelayRow, pivots: ReadonlySet<Language>): 'pivots' | 'takers' | 'standbys' {
  if (row.role === 'standby') return 'standbys';
  return pivots.has(row.booth) ? 'pivots' : 'takers';
}

/** Stand-by for the floor and stand-by for a retour differ by their depth. */
function sameWork(before: RelayRow, after: RelayRow): boolean {
  return (
    before.role === after.role && before.from === after.from && before.interpreter === after.interpreter && before.depth === after.depth
  );
}
