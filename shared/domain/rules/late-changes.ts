/**
 * Late changes: what changed after the list was given out, how near it is, and who must say Seen (`domain.md` 2.6).
 * Severity follows the distance *now*: a change far away asks for nothing until its speaker comes near.
 */
import type { ChangeId, EntryId } from '../../lib/ids.ts';
import { ok, type Result } from '../../lib/result.ts';
import type { Command } from '../commands.ts';
import { entryById, subjectOf } from '../entries.ts';
import type { Fact } from '../events.ts';
import type { ChangeKind, LateChange, Meeting, Severity } from '../meeting.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { distanceOf } from '../selectors.ts';
import { silentBooths } from '../../reference/languages.ts';
import type { Station } from '../stations.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** Three or more speakers away is information; next and next but one warn; on the floor is critical. */
export function severityAt(distance: number | null): Severity {
  if (distance === null || distance >= 3) return 'info';
  return distance === 0 ? 'critical' : 'warning';
}

type Readers = 'booths' | 'boothsAndWebcast' | 'nobody';

/** `timeLimit` and `slotCut` concern the chair's side and the display, which show them anyway. */
const readersByKind: Readonly<Record<ChangeKind, Readers>> = {
  inserted: 'boothsAndWebcast',
  withdrawn: 'boothsAndWebcast',
  absent: 'boothsAndWebcast',
  restored: 'boothsAndWebcast',
  moved: 'boothsAndWebcast',
  swapped: 'boothsAndWebcast',
  replaced: 'boothsAndWebcast',
  representation: 'boothsAndWebcast',
  language: 'booths',
  delivery: 'booths',
  titleOrName: 'boothsAndWebcast',
  text: 'booths',
  timeLimit: 'nobody',
  slotCut: 'nobody',
  pointOfOrder: 'boothsAndWebcast',
  notReached: 'nobody',
};

/** What makes earlier changes of the same entry void, besides another of the same kind. */
const voids: Partial<Record<ChangeKind, readonly ChangeKind[]>> = {
  withdrawn: [
    'inserted',
    'absent',
    'restored',
    'moved',
    'swapped',
    'replaced',
    'representation',
    'language',
    'delivery',
    'titleOrName',
    'text',
  ],
  absent: ['restored', 'moved', 'swapped'],
  restored: ['absent', 'withdrawn', 'moved', 'swapped'],
  moved: ['swapped'],
  swapped: ['moved'],
  replaced: ['titleOrName'],
};

export interface Noted {
  readonly kind: ChangeKind;
  readonly entryId: EntryId;
  readonly distance: number | null;
  readonly subject: string;
  /**
   * By convention of the kind: names (`replaced`, `titleOrName`, `representation`), language codes (`language`), list
   * numbers (`moved`, `swapped`), deliveries (`delivery`), seconds (`timeLimit`, `slotCut`), versions (`text`).
   */
  readonly before: string | null;
  readonly after: string | null;
}

/** `already`: how many changes this same command noted before, since ids are counted. */
export function noteChange(meeting: Meeting, noted: Noted, already: number): Fact {
  return {
    type: 'lateChangeNoted',
    changeId: `change-${meeting.counters.change + 1 + already}`,
    ...noted,
    mustSee: readersOf(meeting, noted.kind),
    cancels: cancelledBy(meeting, noted),
  };
}

/** `noted` about an entry as it stands before the change. */
export function changeOf(
  meeting: Meeting,
  entryId: EntryId,
  kind: ChangeKind,
  words: { readonly before: string | null; readonly after: string | null },
): Noted {
  const entry = entryById(meeting, entryId);
  return { kind, entryId, distance: distanceOf(meeting, entryId), subject: entry === null ? '' : subjectOf(entry), ...words };
}

/** How serious it is at this moment. An entry that left the queue keeps the severity it had when it was changed. */
export function presentSeverity(meeting: Meeting, change: LateChange): Severity {
  const entry = entryById(meeting, change.entryId);
  const gone = entry === null || entry.status === 'withdrawn' || entry.status === 'absent' || entry.status === 'replaced';
  return severityAt(gone ? change.distance : distanceOf(meeting, change.entryId));
}

/** Void, or its statement is over: nobody has to see it any more. */
export function isPast(meeting: Meeting, change: LateChange): boolean {
  const status = entryById(meeting, change.entryId)?.status;
  return change.cancelledBy !== null || status === 'done' || status === 'notReached';
}

/** Who has still to say Seen, and must: near enough, not over, not cancelled. */
export function notYetSeenBy(meeting: Meeting, change: LateChange): readonly Station[] {
  if (isPast(meeting, change) || presentSeverity(meeting, change) === 'info') return [];
  return change.mustSee.filter((station) => change.seen[station] === undefined);
}

/** Oldest first; the booth sees the most urgent of them in its reserved place. */
export function changesOwedBy(meeting: Meeting, station: Station): readonly LateChange[] {
  return meeting.changes.filter((change) => notYetSeenBy(meeting, change).includes(station));
}

/** The worst of the two severities first, then the oldest. */
export function mostUrgent(meeting: Meeting, changes: readonly LateChange[]): LateChange | null {
  return changes.find((change) => presentSeverity(meeting, change) === 'critical') ?? changes[0] ?? null;
}

/** The latest change that is not void of each entry that is still to speak or speaking. */
export function latestChangeOf(meeting: Meeting, entryId: EntryId): LateChange | null {
  return meeting.changes.findLast((change) => change.entryId === entryId && !isPast(meeting, change)) ?? null;
}

export function acknowledgeChange(meeting: Meeting, command: Of<'acknowledgeChange'>, by: Station): Result<readonly Fact[], Refusal> {
  const change = meeting.changes.find((candidate) => candidate.id === command.changeId);
  if (change === undefined) return refuse('changeUnknown');
  if (!change.mustSee.includes(by) || change.seen[by] !== undefined) return refuse('changeNotYours', { current: change.seen[by] ?? null });
  return ok([{ type: 'changeAcknowledged', changeId: change.id, station: by }]);
}

function readersOf(meeting: Meeting, kind: ChangeKind): readonly Station[] {
  const readers = readersByKind[kind];
  if (readers === 'nobody') return [];
  // Booths without a channel that nobody staffs would owe for ever.
  const silent = silentBooths.filter((name) => meeting.booths[name].interpreters.length > 0);
  const booths = [...meeting.languages, ...silent].map((name): Station => `booth:${name}`);
  return readers === 'booths' ? booths : [...booths, 'webcast'];
}

function cancelledBy(meeting: Meeting, noted: Noted): readonly ChangeId[] {
  const kinds = new Set<ChangeKind>([noted.kind, ...(voids[noted.kind] ?? [])]);
  return meeting.changes
    .filter((change) => change.entryId === noted.entryId && change.cancelledBy === null && kinds.has(change.kind))
    .filter((change) => !isOtherText(change, noted))
    .map((change) => change.id);
}

/** A correction of the French name does not undo that of the Arabic one: only a later correction of the same text does. */
function isOtherText(change: LateChange, noted: Noted): boolean {
  return change.kind === 'titleOrName' && noted.kind === 'titleOrName' && change.after !== noted.before;
}
