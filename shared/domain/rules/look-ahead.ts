/**
 * Trouble for the booths before it happens: the relay plan of everybody who is still to speak (`domain.md` 6.6, 8.1 no. 6
 * and 8). Seen from the microphones and teams of now, so a turn that ends changes the answer.
 */
import type { EntryId } from '../../lib/ids.ts';
import type { Language, LanguageCode } from '../../reference/languages.ts';
import type { Entry, Meeting, Severity } from '../meeting.ts';
import { queue } from '../selectors.ts';
import { forecast } from './forecast.ts';
import { severityAt } from './late-changes.ts';
import { planRelayFor } from './relay-from-meeting.ts';
import type { RelayPivot, RelayPlan, RelayRow } from './relay-model.ts';
import { textToFollow } from './statements.ts';

/** What is to be prepared. `booths` are those who have to act, in the order of the plan; never empty. */
export type Trouble =
  | { readonly kind: 'gap'; readonly booths: readonly Language[]; readonly reason: GapReason }
  | { readonly kind: 'doubleRelay'; readonly booths: readonly Language[]; readonly relayFrom: Language; readonly interpreter: string }
  | {
      readonly kind: 'handoverNeeded';
      readonly booths: readonly Language[];
      /** Who must take the microphone before that speaker begins. */
      readonly interpreter: string;
      /** Who is at it now; `null` when the booth has not said. */
      readonly takesOverFrom: string | null;
    }
  | { readonly kind: 'retourNeeded'; readonly booths: readonly Language[]; readonly into: Language; readonly interpreter: string }
  | {
      readonly kind: 'singlePivot';
      /** The booth that feeds `channel`. */
      readonly booths: readonly Language[];
      readonly channel: Language;
      readonly takers: readonly Language[];
      /** The only one who can give this relay. */
      readonly interpreter: string;
      /** Boothmates who must not take over then; empty when there is none. */
      readonly notTo: readonly string[];
    }
  | { readonly kind: 'videoWithoutText'; readonly booths: readonly Language[] };

type GapReason = 'noPath' | 'noTeam' | 'consentNeeded';

interface Due {
  readonly entryId: EntryId;
  /** Expected of the statement. */
  readonly language: LanguageCode;
  /** Likely start of the statement, epoch ms; `null` when nobody can tell: suspended, or planned for a time that is past. */
  readonly at: number | null;
  /** As for a late change: next and next but one warn. */
  readonly severity: Severity;
}

/** About one entry that is still to speak. */
export type EntryWarning = Trouble & Due;

/** About all entries that make the same trouble in the same language; `entryId`, `at` and `severity` are those of the first. */
export type AheadWarning = EntryWarning & {
  /** In order of speaking; never empty. */
  readonly entries: readonly EntryId[];
};

/** `null` while no booth has a team. */
type PlansByLanguage = (language: LanguageCode) => RelayPlan | null;

/** A film is useless to a booth without its text, which must be there ten minutes before (`domain.md` 8.1 no. 8). */
const textDueMs = 10 * 60_000;

/** In order of speaking, then by kind: gaps first. `plans`: where the caller has them already. */
export function lookAhead(meeting: Meeting, now: number, plans?: PlansByLanguage): readonly AheadWarning[] {
  const same = new Map<Trouble, Found[]>();
  for (const found of foundAhead(meeting, now, plans)) {
    const others = same.get(found.trouble);
    if (others === undefined) same.set(found.trouble, [found]);
    else others.push(found);
  }
  return [...same].flatMap(([trouble, all]) =>
    all.slice(0, 1).map(({ due }) => ({ ...trouble, ...due, entries: all.map((found) => found.due.entryId) })),
  );
}

/** The same, not folded: one per entry and trouble. */
export function warningsPerEntry(meeting: Meeting, now: number): readonly EntryWarning[] {
  return foundAhead(meeting, now).map(({ trouble, due }) => ({ ...trouble, ...due }));
}

/** One `Trouble` object per language and matter: the same object is the same warning. */
interface Found {
  readonly trouble: Trouble;
  readonly due: Due;
}

function foundAhead(meeting: Meeting, now: number, plans?: PlansByLanguage): readonly Found[] {
  if (meeting.status === 'closed') return [];
  const starts = new Map(forecast(meeting, now).starts.map(({ entryId, at }) => [entryId, at]));
  const relayTroubles = keptPerLanguage((language) => troublesOf(meeting, plans?.(language) ?? planRelayFor(meeting, language)));
  const filmTrouble = keptPerLanguage((): Trouble => ({ kind: 'videoWithoutText', booths: meeting.languages }));
  return queue(meeting).flatMap((entry, index) => {
    const { id: entryId, language } = entry;
    const start = starts.get(entryId) ?? null;
    const late = start === null || start < now;
    const at = late || meeting.status === 'suspended' ? null : start;
    const troubles = [...relayTroubles(language), ...(!late && isFilmWithoutText(entry, start - now) ? [filmTrouble(language)] : [])];
    return troubles.map((trouble) => ({ trouble, due: { entryId, language, at, severity: severityAt(index + 1) } }));
  });
}

function isFilmWithoutText(entry: Entry, leftMs: number): boolean {
  return entry.delivery === 'video' && leftMs <= textDueMs && textToFollow(entry, entry.language) === null;
}

function keptPerLanguage<Made>(make: (language: LanguageCode) => Made): (language: LanguageCode) => Made {
  const kept = new Map<LanguageCode, Made>();
  return (language) => {
    const known = kept.get(language);
    if (known !== undefined) return known;
    const made = make(language);
    kept.set(language, made);
    return made;
  };
}

function troublesOf(meeting: Meeting, plan: RelayPlan | null): readonly Trouble[] {
  if (plan === null) return [];
  return [
    ...gaps(plan),
    ...plan.rows.flatMap(doubleRelay),
    ...plan.rows.flatMap((row) => handover(meeting, row)),
    ...retour(plan),
    ...plan.pivots.filter((pivot) => pivot.single).flatMap((pivot) => singlePivot(meeting, plan, pivot)),
  ];
}

function gaps(plan: RelayPlan): readonly Trouble[] {
  const open = plan.rows.filter((row) => row.role === 'gap');
  return (['noPath', 'consentNeeded', 'noTeam'] as const).flatMap((reason) => {
    const booths = open.filter((row) => row.note === reason).map((row) => row.booth);
    return booths.length === 0 ? [] : [{ kind: 'gap', booths, reason }];
  });
}

function doubleRelay({ role, booth, from, interpreter }: RelayRow): readonly Trouble[] {
  if (role !== 'doubleRelay' || from === null || from === 'floor' || interpreter === null) return [];
  return [{ kind: 'doubleRelay', booths: [booth], relayFrom: from, interpreter }];
}

function handover(meeting: Meeting, { booth, interpreter, handover: needed }: RelayRow): readonly Trouble[] {
  if (!needed || interpreter === null) return [];
  return [{ kind: 'handoverNeeded', booths: [booth], interpreter, takesOverFrom: meeting.booths[booth].onMic?.interpreter ?? null }];
}

function retour({ retour: given }: RelayPlan): readonly Trouble[] {
  return given === null ? [] : [{ kind: 'retourNeeded', booths: [given.booth], into: given.into, interpreter: given.interpreter }];
}

function singlePivot(meeting: Meeting, plan: RelayPlan, pivot: RelayPivot): readonly Trouble[] {
  // Who feeds the channel is who works in that booth, whether into its own language or in a retour.
  const only = plan.rows.find((row) => row.booth === pivot.booth)?.interpreter ?? null;
  if (only === null) return [];
  const notTo = meeting.booths[pivot.booth].interpreters.map(({ id }) => id).filter((id) => id !== only);
  return [{ kind: 'singlePivot', booths: [pivot.booth], channel: pivot.language, takers: pivot.takers, interpreter: only, notTo }];
}
