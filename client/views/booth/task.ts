/** What one booth does for one language on the floor, in the terms of its own page. All from the relay plan. */
import type { Booth, Meeting } from '../../../shared/domain/meeting.ts';
import { relayDifference } from '../../../shared/domain/rules/relay-difference.ts';
import { planRelayFor, type RelayMeeting } from '../../../shared/domain/rules/relay-from-meeting.ts';
import { type RelayPlan, type RelayRow, shownDepth } from '../../../shared/domain/rules/relay-model.ts';
import { isLanguage, type Language, type LanguageCode } from '../../../shared/reference/languages.ts';

export interface Task {
  readonly row: RelayRow;
  /** The sign on the desks of interpreters: `+` a translation of the floor, `-` a translation of a translation (`domain.md` fact 6). */
  readonly sign: '+' | '-' | null;
  /** Booth that puts the floor into this channel or into the one relay is taken from, when that is a retour. */
  readonly retourBooth: Language | null;
  /** Language this booth works into: its own, or that of its retour. */
  readonly into: Language;
  /** Booths that take relay from this one. */
  readonly takers: readonly Language[];
}

/** `null` when no team is known, or the plan has no row for the booth. */
export function taskOf(plan: RelayPlan | null, booth: Language): Task | null {
  const row = plan?.rows.find((candidate) => candidate.booth === booth);
  if (plan === null || row === undefined) return null;
  const depth = shownDepth(plan, row);
  return {
    row,
    sign: row.role === 'standby' || depth === null ? null : depth <= 1 ? '+' : '-',
    retourBooth:
      plan.retour !== null && plan.retour.booth !== booth && (row.note === 'fedByRetour' || row.note === 'fromRetour')
        ? plan.retour.booth
        : null,
    into: row.role === 'retour' && plan.retour !== null ? plan.retour.into : booth,
    takers: plan.pivots.filter((pivot) => pivot.booth === booth).flatMap((pivot) => pivot.takers),
  };
}

/** One plan for each language that somebody speaks or is expected to speak. */
export type Plans = (language: LanguageCode) => RelayPlan | null;

/**
 * Plans are computed when they are first asked for, and kept. The teams are read here and now, and all of them: who calls
 * this in a memo gets new plans when a team changes, whatever was asked for before.
 */
export function makePlans(live: RelayMeeting): Plans {
  const meeting: RelayMeeting = { languages: [...live.languages], floor: live.floor, booths: copyOfBooths(live) };
  const known = new Map<LanguageCode, RelayPlan | null>();
  return (language) => {
    const kept = known.get(language);
    if (kept !== undefined) return kept;
    const plan = planRelayFor(meeting, language);
    known.set(language, plan);
    return plan;
  };
}

function copyOfBooths({ booths }: RelayMeeting): RelayMeeting['booths'] {
  const copy = (booth: Booth): Booth => ({
    interpreters: booth.interpreters.map(({ id, a, b, c }) => ({ id, a: [...a], b: [...b], c: [...c] })),
    retourInto: booth.retourInto,
    onMic: booth.onMic === null ? null : { interpreter: booth.onMic.interpreter, since: booth.onMic.since },
  });
  return { ar: copy(booths.ar), zh: copy(booths.zh), en: copy(booths.en), fr: copy(booths.fr), ru: copy(booths.ru), es: copy(booths.es) };
}

export interface LanguageSwitch {
  readonly from: LanguageCode;
  readonly to: LanguageCode;
  readonly at: number;
  /** Channel that the booth fed and must release first, or nobody hears the floor on it. */
  readonly clear: Language | null;
  readonly before: Task | null;
}

/** The speaker went on in another language in the same statement; `null` when the floor has had one language. */
export function languageSwitchOf(meeting: Pick<Meeting, 'floor' | 'changes'>, plans: Plans, booth: Language): LanguageSwitch | null {
  const floor = meeting.floor;
  if (floor === null || floor.languageSince <= floor.since) return null;
  const noted = meeting.changes.findLast(
    (change) =>
      change.kind === 'language' && change.entryId === floor.entryId && change.after === floor.language && change.at >= floor.since,
  );
  const from = noted?.before ?? null;
  if (from === null) return null;
  const before = plans(from);
  const after = plans(floor.language);
  const clear =
    before === null || after === null
      ? undefined
      : relayDifference(before, after).find((step) => step.stage === 'clear' && step.booth === booth);
  return {
    from,
    to: floor.language,
    at: floor.languageSince,
    clear: clear?.stage === 'clear' ? clear.channel : null,
    before: taskOf(before, booth),
  };
}

/** B languages of the team: what it can announce as its retour. Not empty = a biactive booth. */
export function retourChoices(meeting: Meeting, booth: Language): readonly Language[] {
  const named = meeting.booths[booth].interpreters.flatMap((interpreter) => interpreter.b.filter(isLanguage));
  return [...new Set(named)].filter((language) => language !== booth && meeting.languages.includes(language));
}

/** The team in the order in which it hands over: who comes after the one at the microphone first. */
export function handoverChoices(meeting: Meeting, booth: Language): readonly string[] {
  const team = meeting.booths[booth].interpreters.map((interpreter) => interpreter.id);
  const at = team.indexOf(meeting.booths[booth].onMic?.interpreter ?? '');
  return at < 0 ? team : [...team.slice(at + 1), ...team.slice(0, at)];
}

/** Half an hour at the United Nations (`domain.md` 1.1). A figure beside the clock, never a lock. */
export const usualTurnMs = 30 * 60_000;
