/**
 * Which booth can follow which language on the floor, and by whom: a property of the teams, not of the moment, so it does not
 * ask who is at the microphone or what is spoken now.
 */
import type { Language, LanguageCode } from '../../reference/languages.ts';
import type { Booth, Interpreter, Meeting } from '../meeting.ts';
import { planRelayFor, type RelayMeeting } from './relay-from-meeting.ts';
import { canWork, type RelayPlan, type RelayRow } from './relay-model.ts';

type Teams = Pick<Meeting, 'languages' | 'booths' | 'practice'>;

export interface FloorCover {
  readonly floor: Language;
  /** One per booth with a channel, in the order of the booths. */
  readonly cells: readonly CoverCell[];
  /** Everybody who brings this language to a channel first-hand. */
  readonly firstHand: readonly CoverPerson[];
  /** Relay hangs on one person, or nobody but one works from the floor at all. AIIC asks for at least two (`domain.md` 1.1). */
  readonly thin: boolean;
}

export interface CoverCell {
  readonly booth: Language;
  readonly role: 'own' | 'retour' | 'fedByRetour' | 'direct' | 'relay' | 'doubleRelay' | 'gap';
  /** Initials in the order of the team: who works direct or gives the retour; who gives the relay, or feeds the channel by a retour. */
  readonly who: readonly string[];
  /** Channel that relay is taken from, or that the retour goes out on. */
  readonly via: Language | null;
  /** Only one person: who works direct, or who gives the relay. */
  readonly single: boolean;
  /** A gap that relay of a relay would close, with consent. */
  readonly consentNeeded: boolean;
}

export interface CoverPerson {
  readonly booth: Language;
  readonly interpreter: string;
}

/** `null` while no booth has a team: then nothing is known. */
export function coverOf(meeting: Teams): readonly FloorCover[] | null {
  const resting = atRest(meeting);
  const covers = meeting.languages.flatMap((floor) => {
    const plan = planRelayFor(resting, floor);
    return plan === null ? [] : [floorCover(resting, plan, floor)];
  });
  return covers.length === 0 ? null : covers;
}

/** What is to be said in words beside the table. */
export type CoverFinding =
  | { readonly kind: 'noTeam'; readonly booth: Language }
  /** Understand the language of no other booth, and have no retour: cannot work here at all. */
  | { readonly kind: 'isolated'; readonly booth: Language; readonly who: readonly string[] }
  /** Nobody in its team can follow any other language. */
  | { readonly kind: 'alwaysGap'; readonly booth: Language }
  /** Booths with a team and no way from this floor language; `consent`: a double relay would do. */
  | { readonly kind: 'gap'; readonly floor: Language; readonly booths: readonly Language[]; readonly consent: boolean };

/** Worst first. Nothing while no booth has a team, or in a meeting of one language. */
export function coverFindings(meeting: Teams): readonly CoverFinding[] {
  const cover = coverOf(meeting);
  if (cover === null || cover.length < 2) return [];
  const staffed = meeting.languages.filter((booth) => meeting.booths[booth].interpreters.length > 0);
  const always = staffed.filter((booth) =>
    cover.every(({ floor, cells }) => floor === booth || cells.some((cell) => cell.booth === booth && cell.role === 'gap')),
  );
  return [
    ...meeting.languages.filter((booth) => !staffed.includes(booth)).map((booth) => ({ kind: 'noTeam' as const, booth })),
    ...staffed.flatMap((booth) => {
      const who = meeting.booths[booth].interpreters.filter((interpreter) => isIsolated(interpreter, booth, meeting.languages));
      return who.length === 0 ? [] : [{ kind: 'isolated' as const, booth, who: who.map(({ id }) => id) }];
    }),
    ...always.map((booth) => ({ kind: 'alwaysGap' as const, booth })),
    ...cover.flatMap(({ floor, cells }) =>
      [false, true].flatMap((consent) => {
        const gaps = cells.filter(
          ({ booth, role, consentNeeded }) =>
            role === 'gap' && consentNeeded === consent && staffed.includes(booth) && !always.includes(booth),
        );
        return gaps.length === 0 ? [] : [{ kind: 'gap' as const, floor, booths: gaps.map(({ booth }) => booth), consent }];
      }),
    ),
  ];
}

/** Languages a biactive booth can give a retour into, in the order in which the team names them. */
export function retourLanguagesOf(team: readonly Interpreter[], booth: Language, languages: readonly Language[]): readonly Language[] {
  const named = team.flatMap((interpreter) => interpreter.b);
  return languages
    .filter((language) => language !== booth && named.includes(language))
    .toSorted((one, other) => named.indexOf(one) - named.indexOf(other));
}

function atRest(meeting: Teams): RelayMeeting {
  const rested = Object.entries(meeting.booths).map(([name, booth]: [string, Booth]) => [name, { ...booth, onMic: null }] as const);
  // The same names with the same kind of booth.
  return { languages: meeting.languages, practice: meeting.practice, floor: null, booths: Object.fromEntries(rested) as Meeting['booths'] };
}

function floorCover(meeting: RelayMeeting, plan: RelayPlan, floor: Language): FloorCover {
  const cells = plan.rows.map((row) => coverCell(meeting, plan, row));
  const firstHand = cells
    .filter(({ role }) => role === 'direct' || role === 'retour')
    .flatMap(({ booth, who }) => who.map((interpreter) => ({ booth, interpreter })));
  const hangsOnOne = cells.some(({ role, single }) => single && role !== 'direct');
  return { floor, cells, firstHand, thin: firstHand.length === 1 || hangsOnOne };
}

function coverCell(meeting: RelayMeeting, plan: RelayPlan, row: RelayRow): CoverCell {
  const whoCan = (booth: Language, from: LanguageCode, into: Language): readonly string[] =>
    meeting.booths[booth].interpreters.filter((interpreter) => canWork(interpreter, from, into)).map(({ id }) => id);
  const cell = { booth: row.booth, via: null, single: false, consentNeeded: false };
  const { retour } = plan;
  if (row.note === 'floorIsOwn') return { ...cell, role: 'own', who: [] };
  if (retour !== null && row.role === 'retour') {
    const who = whoCan(row.booth, plan.floor, retour.into);
    return { ...cell, role: 'retour', who, via: retour.into, single: who.length === 1 };
  }
  if (retour !== null && row.note === 'fedByRetour') {
    const who = whoCan(retour.booth, plan.floor, row.booth);
    return { ...cell, role: 'fedByRetour', who, single: who.length === 1 };
  }
  const direct = whoCan(row.booth, plan.floor, row.booth);
  if (direct.length > 0) return { ...cell, role: 'direct', who: direct, single: direct.length === 1 };
  if (row.from === null || row.from === 'floor') {
    return { ...cell, role: 'gap', who: [], consentNeeded: row.note === 'consentNeeded' };
  }
  const via = row.from;
  const giver = retour?.into === via ? retour.booth : via;
  const taken = plan.rows.find(({ booth, role }) => booth === giver && role === 'relay')?.from;
  const who = whoCan(giver, taken ?? plan.floor, via);
  return { ...cell, role: row.role === 'doubleRelay' ? 'doubleRelay' : 'relay', who, via, single: who.length === 1 };
}

function isIsolated(interpreter: Interpreter, booth: Language, languages: readonly Language[]): boolean {
  return languages.every((other) => other === booth || (!canWork(interpreter, other, booth) && !canWork(interpreter, booth, other)));
}
