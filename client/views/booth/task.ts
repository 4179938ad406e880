/** What one booth does for one language on the floor, in the terms of its own page. All from the relay plan. */
import type { Booth, Meeting } from '../../../shared/domain/meeting.ts';
import { isAsPlanned, stateInPlan, switchProgress } from '../../../shared/domain/rules/booth-states.ts';
import { relayDifference, type RelayStep } from '../../../shared/domain/rules/relay-difference.ts';
import { planRelayFor, type RelayMeeting } from '../../../shared/domain/rules/relay-from-meeting.ts';
import { type RelayPlan, type RelayRow, shownDepth } from '../../../shared/domain/rules/relay-model.ts';
import { type BoothName, isLanguage, type Language, type LanguageCode } from '../../../shared/reference/languages.ts';

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
  const meeting: RelayMeeting = {
    languages: [...live.languages],
    floor: live.floor,
    practice: { ...live.practice },
    booths: copyOfBooths(live),
  };
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
    declared: null,
    handover: null,
  });
  return {
    ar: copy(booths.ar),
    zh: copy(booths.zh),
    en: copy(booths.en),
    fr: copy(booths.fr),
    ru: copy(booths.ru),
    es: copy(booths.es),
    captions: copy(booths.captions),
    sign: copy(booths.sign),
  };
}

/** The change of language in the present statement, as one booth has to carry it out. */
export interface BoothSwitch {
  readonly from: LanguageCode;
  readonly at: number;
  /** What this booth does about it, in order, at most a `clear` and one other; empty = it goes on as before. */
  readonly steps: readonly RelayStep[];
  /** It has said that it has followed. */
  readonly confirmed: boolean;
  readonly before: Task | null;
}

/** `silent`: a booth that feeds no channel has none to clear, and is not asked whether it has followed. */
export function boothSwitch(
  { languageSwitch }: Pick<Meeting, 'languageSwitch'>,
  plans: Plans,
  booth: Language,
  silent = false,
): BoothSwitch | null {
  if (languageSwitch === null) return null;
  const { from, to, at } = languageSwitch;
  const [before, after] = [plans(from), plans(to)];
  if (before === null || after === null) return null;
  const steps = relayDifference(before, after).filter((step) => step.booth === booth && !(silent && step.stage === 'clear'));
  return { from, at, steps, confirmed: !silent && languageSwitch.confirmed[booth] !== undefined, before: taskOf(before, booth) };
}

/** What the key that says "done" can do for one booth. */
export interface Confirmation {
  readonly state: 'nothingPlanned' | 'asDeclared' | 'possible' | 'awaited';
  /** From the change of language to the booth's word; `null` without one. */
  readonly afterMs: number | null;
}

/** `awaited`: others wait for it. `possible`: the booth has not declared what the plan says, and need not. */
export function confirmationOf(meeting: Pick<Meeting, 'floor' | 'languageSwitch' | 'booths'>, plans: Plans, booth: Language): Confirmation {
  const word = switchProgress(meeting, 0)?.booths.find((candidate) => candidate.booth === booth);
  const afterMs = word?.afterMs ?? null;
  const plan = meeting.floor === null ? null : plans(meeting.floor.language);
  const planned = plan === null ? null : stateInPlan(plan, booth);
  if (planned === null) return { state: 'nothingPlanned', afterMs };
  if (word?.afterMs === null) return { state: 'awaited', afterMs };
  const { declared } = meeting.booths[booth];
  return { state: declared !== null && isAsPlanned(declared, planned) ? 'asDeclared' : 'possible', afterMs };
}

/** B languages of the team: what it can announce as its retour. Not empty = a biactive booth. */
export function retourChoices(meeting: Meeting, booth: BoothName): readonly Language[] {
  if (!isLanguage(booth)) return [];
  const named = meeting.booths[booth].interpreters.flatMap((interpreter) => interpreter.b.filter(isLanguage));
  return [...new Set(named)].filter((language) => language !== booth && meeting.languages.includes(language));
}
