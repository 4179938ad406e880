/** What the rehearsal sent and what came of it: every command must end in exactly one outcome, and an expected one. */
import type { Command } from '../../shared/domain/commands.ts';
import type { LateChange, Meeting } from '../../shared/domain/meeting.ts';
import type { Station } from '../../shared/domain/stations.ts';
import type { OutcomeFrame } from '../../shared/protocol/down.ts';

export interface LedgerLine {
  readonly station: Station;
  readonly command: Command;
  readonly outcome: OutcomeFrame;
  /** Code of the refusal that was meant to happen. */
  readonly expectation: string | null;
}

export interface Ledger {
  record(line: LedgerLine): void;
  lines(): readonly LedgerLine[];
}

export function makeLedger(): Ledger {
  const lines: LedgerLine[] = [];
  return { record: (line) => lines.push(line), lines: () => lines };
}

export function isAsExpected({ outcome, expectation }: LedgerLine): boolean {
  if (expectation === null) return outcome.status === 'ok' || outcome.status === 'duplicate';
  return outcome.status === 'refused' && outcome.code === expectation;
}

/** Ids of commands that were acknowledged but are in no event of the log: must be empty. */
export function acknowledgedButLost(lines: readonly LedgerLine[], commandIdsInLog: ReadonlySet<string>): readonly string[] {
  return lines
    .filter(({ outcome }) => outcome.status === 'ok' || outcome.status === 'duplicate')
    .map(({ outcome }) => outcome.commandId)
    .filter((commandId) => !commandIdsInLog.has(commandId));
}

export interface ChangeReport {
  readonly change: LateChange;
  readonly seen: number;
  /** ms from the change until the last of those who said Seen; `null` when nobody had to. */
  readonly lastSeenMs: number | null;
}

export function reportChanges(meeting: Meeting): readonly ChangeReport[] {
  return meeting.changes.map((change) => {
    const times = Object.values(change.seen);
    return { change, seen: times.length, lastSeenMs: times.length === 0 ? null : Math.max(...times) - change.at };
  });
}
