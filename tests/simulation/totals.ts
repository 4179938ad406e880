/** Many runs added up, and what must be in them so that their silence means something. */
import type { FindingKind } from '../kit/oracle.ts';
import type { RunReport } from './program.ts';

export interface Totals {
  readonly seeds: number;
  readonly failed: number;
  readonly commands: Readonly<Record<string, number>>;
  readonly faults: Readonly<Record<string, number>>;
  readonly findings: Readonly<Partial<Record<FindingKind, number>>>;
  readonly events: number;
  readonly airings: number;
  readonly recoveries: number;
}

export const noRuns: Totals = { seeds: 0, failed: 0, commands: {}, faults: {}, findings: {}, events: 0, airings: 0, recoveries: 0 };

export function withRun(totals: Totals, run: RunReport): Totals {
  const found: Partial<Record<FindingKind, number>> = {};
  for (const { kind } of run.findings) found[kind] = (found[kind] ?? 0) + 1;
  return {
    seeds: totals.seeds + 1,
    failed: totals.failed + (run.findings.length > 0 ? 1 : 0),
    commands: sum(totals.commands, run.commands),
    faults: sum(totals.faults, run.faults),
    findings: sum(totals.findings, found),
    events: totals.events + run.events,
    airings: totals.airings + run.airings,
    recoveries: totals.recoveries + run.recoveries,
  };
}

/** What was missing: a program that does nothing finds nothing. */
export function idleParts({ commands, faults, airings, recoveries }: Totals): readonly string[] {
  const parts = {
    'commands that were carried out': commands.ok ?? 0,
    'commands that were refused': commands.refused ?? 0,
    'faults that broke something': total(faults),
    'names that went on air': airings,
    'stations that came back': recoveries,
  };
  return Object.entries(parts).flatMap(([name, count]) => (count > 0 ? [] : [name]));
}

/** The one line that a soak ends with. */
export function lastLine({ seeds, failed, commands, findings }: Totals): string {
  const lost = (findings.lost ?? 0) + (findings.noOutcome ?? 0);
  const duplicated = (findings.duplicated ?? 0) + (findings.twoOutcomes ?? 0);
  const names = (findings.wrongName ?? 0) + (findings.neverCommitted ?? 0) + (findings.oldAsLive ?? 0);
  return `seeds ${seeds}, failed ${failed}, commands ${total(commands)}, lost ${lost}, duplicated ${duplicated}, wrong names ${names}`;
}

export function total(counts: Readonly<Partial<Record<string, number>>>): number {
  return Object.values(counts).reduce<number>((all, count) => all + (count ?? 0), 0);
}

function sum<Counts extends Readonly<Partial<Record<string, number>>>>(one: Counts, other: Counts): Counts {
  const all: Partial<Record<string, number>> = { ...one };
  for (const [name, count] of Object.entries(other)) all[name] = (all[name] ?? 0) + (count ?? 0);
  return all as Counts;
}
