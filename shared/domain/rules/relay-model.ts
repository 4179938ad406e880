/** What the relay planner (`relay.ts`) is told and what it answers. Languages A, B and C are those of AIIC. */
import type { Language, LanguageCode } from '../../reference/languages.ts';
import type { Interpreter } from '../meeting.ts';

export interface RelayInput {
  readonly floor: LanguageCode;
  /** At most one per target; any order. */
  readonly booths: readonly RelayBooth[];
  /** May a colleague in the same booth be asked to take the microphone? */
  readonly swap: 'never' | 'suggest' | 'prefer';
  /** Consent of the chief interpreter to relay of a relay. */
  readonly allowDouble: boolean;
  /** Somebody is speaking: then whoever takes relay keeps the pivot in use if it is as good. */
  readonly midStatement: boolean;
  /** The pivot language each booth listens to now. */
  readonly inUse?: Partial<Record<Language, Language>>;
  /**
   * What is really spoken, when a delegation's own interpreter puts it into `floor` (rule 53 of the Council): the booths
   * then work from that interpreter, and everybody is one step further from the speaker.
   */
  readonly spoken?: LanguageCode;
}

export interface RelayBooth {
  readonly target: Language;
  readonly interpreters: readonly Interpreter[];
  /** Unknown, or somebody who has left the team: the first of the team is taken to be on the microphone. */
  readonly onMic: string | null;
  /** Languages the booth may work into for the others, in its own order of preference. Not empty = a biactive booth. */
  readonly retourInto: readonly Language[];
  readonly announcedRetour: Language | null;
}

export interface RelayPlan {
  readonly floor: LanguageCode;
  /** The delegation's language when its own interpreter is in between, else `null`. */
  readonly via: LanguageCode | null;
  readonly retour: { readonly booth: Language; readonly into: Language; readonly interpreter: string } | null;
  /** One per booth, in the order of `officialLanguages`. */
  readonly rows: readonly RelayRow[];
  /** Channels that others take relay from, in the same order. */
  readonly pivots: readonly RelayPivot[];
  readonly cost: RelayCost;
}

export interface RelayRow {
  readonly booth: Language;
  readonly role: 'standby' | 'direct' | 'relay' | 'doubleRelay' | 'retour' | 'gap';
  /** What to listen to: `floor`, or the language of a channel; `null` when there is nothing to interpret. */
  readonly from: 'floor' | Language | null;
  /** Who works; `null` on stand-by and in a gap. */
  readonly interpreter: string | null;
  /**
   * Steps from the floor to what the booth's output carries: 0 the floor itself, 1 first-hand (+), 2 relay (-), 3 double
   * relay. On stand-by that of its channel, `null` in a gap.
   */
  readonly depth: 0 | 1 | 2 | 3 | null;
  /** `interpreter` is not on the microphone and must take it first. */
  readonly handover: boolean;
  readonly alternative: RelayAlternative | null;
  readonly note: RelayNote | null;
}

/** Another way for the booth. A double relay offered here waits for the consent of the chief interpreter. */
export interface RelayAlternative {
  readonly role: 'direct' | 'doubleRelay';
  readonly from: 'floor' | Language;
  readonly interpreter: string;
  readonly handover: boolean;
}

export type RelayNote =
  /** Stand-by: the floor is this booth's channel. */
  | 'floorIsOwn'
  /** Stand-by: another booth's retour goes out on this channel. */
  | 'fedByRetour'
  /** Relay is taken from colleagues who work into their B language. */
  | 'fromRetour'
  /** The handover is not a choice: others can take relay from nobody else. */
  | 'neededAsPivot'
  /** Gap that a double relay would close. */
  | 'consentNeeded'
  | 'noPath'
  | 'noTeam';

export interface RelayPivot {
  /** Language of the channel. */
  readonly language: Language;
  /** Who feeds it: another booth than `language` when it is a retour. */
  readonly booth: Language;
  readonly takers: readonly Language[];
  /** Fewer than two interpreters in that booth can give this relay; AIIC asks for at least two. */
  readonly single: boolean;
  readonly retour: boolean;
}

export interface RelayCost {
  readonly gaps: number;
  readonly doubles: number;
  /** Including that of the retour. */
  readonly handovers: number;
  /** Not counting double relays. */
  readonly relays: number;
}

/** The interpreter who is taken to be on the microphone; `undefined` in a booth without a team. */
export function atMicrophone(booth: RelayBooth): Interpreter | undefined {
  return booth.interpreters.find(({ id }) => id === booth.onMic) ?? booth.interpreters[0];
}

export function colleagues(booth: RelayBooth): readonly Interpreter[] {
  const onMic = atMicrophone(booth);
  return booth.interpreters.filter((interpreter) => interpreter !== onMic);
}

/** Into an A language from all that is understood; into a B language only from an A language, as most who have one do. */
export function canWork(interpreter: Interpreter, source: LanguageCode, target: LanguageCode): boolean {
  if (source === target) return false;
  if (interpreter.a.includes(target)) return understands(interpreter, source);
  return interpreter.b.includes(target) && interpreter.a.includes(source);
}

function understands(interpreter: Interpreter, language: LanguageCode): boolean {
  return interpreter.a.includes(language) || interpreter.b.includes(language) || interpreter.c.includes(language);
}

/** Relay marks add one step for the delegation's own interpreter, so this may be 4. */
export function shownDepth(plan: RelayPlan, row: RelayRow): number | null {
  if (row.depth === null || plan.via === null) return row.depth;
  return row.depth + 1;
}

/** Its own, or that of its retour; `null` for a booth that does not work. */
export function channelFedBy(row: RelayRow, plan: RelayPlan): Language | null {
  if (row.role === 'retour') return plan.retour?.into ?? null;
  return row.role === 'standby' || row.role === 'gap' ? null : row.booth;
}
