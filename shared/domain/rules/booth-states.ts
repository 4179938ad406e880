/** What booths say of their consoles, since no console tells: which channel they feed, and what they hear. */
import { ok, type Result } from '../../lib/result.ts';
import type { Command } from '../commands.ts';
import type { Fact } from '../events.ts';
import type { Declared, Meeting } from '../meeting.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { Station } from '../stations.ts';
import type { Language, LanguageCode } from '../../reference/languages.ts';
import { relayDifference } from './relay-difference.ts';
import { planRelayFor } from './relay-from-meeting.ts';
import { channelFedBy, type RelayPlan } from './relay-model.ts';
import { isOtherBooth } from './teams.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type Decision = Result<readonly Fact[], Refusal>;
type Said = Omit<Declared, 'at'>;

export function declareBooth(meeting: Meeting, command: Of<'declareBooth'>, by: Station): Decision {
  if (isOtherBooth(by, command.booth)) return refuse('notYourStation');
  const { booth, feeds, listensTo } = command;
  const planned = plannedState(meeting, booth);
  const confirms = planned !== null && isAsPlanned({ feeds, listensTo }, planned);
  return ok([{ type: 'boothDeclared', booth, feeds, listensTo, confirms }]);
}

export function confirmTask(meeting: Meeting, command: Of<'confirmTask'>, by: Station): Decision {
  if (isOtherBooth(by, command.booth)) return refuse('notYourStation');
  const planned = plannedState(meeting, command.booth);
  if (planned === null) return refuse('noTask');
  return ok([{ type: 'boothDeclared', booth: command.booth, ...planned, confirms: true }]);
}

/** What the booth's console would show if it did what the plan says; `null` when there is no plan for it now. */
export function plannedState(meeting: Meeting, booth: Language): Said | null {
  const plan = meeting.floor === null ? null : planRelayFor(meeting, meeting.floor.language);
  return plan === null ? null : stateInPlan(plan, booth);
}

export function stateInPlan(plan: RelayPlan, booth: Language): Said | null {
  const row = plan.rows.find((candidate) => candidate.booth === booth);
  return row === undefined ? null : { feeds: channelFedBy(row, plan), listensTo: row.from };
}

/** With nothing to interpret, what a booth hears is its own affair. */
export function isAsPlanned(said: Said, planned: Said): boolean {
  return said.feeds === planned.feeds && (planned.listensTo === null || said.listensTo === planned.listensTo);
}

/** Booths whose work changes with the language on the floor, in the order in which they have to act; each once. */
export function boothsInSwitch(meeting: Meeting, from: LanguageCode, to: LanguageCode): readonly Language[] {
  const before = planRelayFor(meeting, from);
  const after = planRelayFor(meeting, to);
  if (before === null || after === null) return [];
  return [...new Set(relayDifference(before, after).map(({ booth }) => booth))];
}

export interface SwitchProgress {
  readonly from: LanguageCode;
  readonly to: LanguageCode;
  /** In the order in which they have to act. `afterMs`: from the switch to the booth's word; `null` while it is awaited. */
  readonly booths: readonly { readonly booth: Language; readonly afterMs: number | null }[];
  readonly waiting: readonly Language[];
  /** Until the last of them had confirmed, or until now. Never negative. */
  readonly elapsedMs: number;
}

/** How far the booths are with the change of language in the present statement; `null` when there was none. */
export function switchProgress({ languageSwitch }: Pick<Meeting, 'languageSwitch'>, now: number): SwitchProgress | null {
  if (languageSwitch === null) return null;
  const { from, to, at, confirmed } = languageSwitch;
  const after = (instant: number): number => Math.max(0, instant - at);
  const booths = languageSwitch.booths.map((booth) => {
    const instant = confirmed[booth];
    return { booth, afterMs: instant === undefined ? null : after(instant) };
  });
  const waiting = booths.filter(({ afterMs }) => afterMs === null).map(({ booth }) => booth);
  const elapsedMs = waiting.length > 0 ? after(now) : Math.max(0, ...booths.map(({ afterMs }) => afterMs ?? 0));
  return { from, to, booths, waiting, elapsedMs };
}
