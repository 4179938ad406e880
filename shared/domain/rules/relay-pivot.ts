import type { Interpreter } from '../meeting.ts';
import type { Language } from '../../reference/languages.ts';
import { atMicrophone, canWork, colleagues, type RelayBooth, type RelayInput } from './relay-model.ts';

/** A channel that is, or can be, fed straight from the floor. */
export interface FirstHand {
  readonly language: Language;
  readonly booth: Language;
  /** Who would feed it: the one on the microphone if able, else the first of the team who is. */
  readonly interpreter: Interpreter;
  /** That somebody is on the microphone already. */
  readonly live: boolean;
  readonly retour: boolean;
  /** Interpreters in that booth who could. */
  readonly cover: number;
}

export interface Retour {
  readonly booth: RelayBooth;
  readonly into: Language;
  readonly interpreter: Interpreter;
}

/** Who in the booth works from the floor into `target`: the one on the microphone first, then in the order of the team. */
export function firstWhoCan(booth: RelayBooth, source: string, target: Language): Interpreter | undefined {
  const onMic = atMicrophone(booth);
  if (onMic !== undefined && canWork(onMic, source, target)) return onMic;
  return colleagues(booth).find((interpreter) => canWork(interpreter, source, target));
}

/** The channels relay may be taken from. Under `never` only those that need no change of microphone, and the retour. */
export function firstHandChannels(input: RelayInput, working: readonly RelayBooth[], retour: Retour | null): readonly FirstHand[] {
  const own = working.flatMap((booth) => firstHand(input, booth, booth.target) ?? []);
  const live = input.swap === 'never' ? own.filter((channel) => channel.live) : own;
  const fed = retour === null ? null : firstHand(input, retour.booth, retour.into);
  return fed === null ? live : [...live, fed];
}

function firstHand(input: RelayInput, booth: RelayBooth, into: Language): FirstHand | null {
  const interpreter = firstWhoCan(booth, input.floor, into);
  if (interpreter === undefined) return null;
  return {
    language: into,
    booth: booth.target,
    interpreter,
    live: interpreter === atMicrophone(booth),
    retour: into !== booth.target,
    cover: booth.interpreters.filter((other) => canWork(other, input.floor, into)).length,
  };
}

export interface PivotContext {
  readonly input: RelayInput;
  /** Booths that work from the floor in this plan whether or not anybody takes relay from them. */
  readonly direct: ReadonlySet<Language>;
  readonly takersSoFar: ReadonlyMap<Language, number>;
}

/**
 * The first difference decides: first-hand already (live, then after a handover that happens anyway), the pivot in use
 * while somebody speaks, A language before retour, the taker's command of it, two interpreters who can give it, family,
 * fewer takers. Codes come last so that all clients agree. Preferences of takers would stand before family: the domain
 * has none yet.
 */
export function bestPivot(
  taker: Interpreter,
  target: Language,
  channels: readonly FirstHand[],
  context: PivotContext,
): FirstHand | undefined {
  return channels
    .filter((channel) => canWork(taker, channel.language, target))
    .map((channel) => ({ channel, key: pivotKey(taker, target, channel, context) }))
    .sort((one, other) => compareKeys(one.key, other.key) || (one.channel.language < other.channel.language ? -1 : 1))
    .at(0)?.channel;
}

/** Lower is better at the first place where two differ. */
export function pivotKey(taker: Interpreter, target: Language, channel: FirstHand, context: PivotContext): readonly number[] {
  const { input, direct, takersSoFar } = context;
  return [
    readiness(channel, direct),
    input.midStatement && input.inUse?.[target] === channel.language ? 0 : 1,
    channel.retour ? 1 : 0,
    command(taker, channel.language),
    channel.cover >= 2 ? 0 : 1,
    families[channel.language] === families[target] ? 0 : 1,
    takersSoFar.get(channel.language) ?? 0,
  ];
}

export function compareKeys(one: readonly number[], other: readonly number[]): number {
  const place = one.findIndex((value, index) => value !== other[index]);
  return place < 0 ? 0 : (one[place] ?? 0) - (other[place] ?? 0);
}

function readiness(channel: FirstHand, direct: ReadonlySet<Language>): number {
  if (channel.live) return 0;
  return channel.retour || direct.has(channel.booth) ? 1 : 2;
}

function command(interpreter: Interpreter, language: Language): number {
  if (interpreter.a.includes(language)) return 0;
  return interpreter.b.includes(language) ? 1 : 2;
}

/** Near relatives only: of the six, just French and Spanish share a branch (ISO 639-5 collections). */
const families: Readonly<Record<Language, string>> = {
  ar: 'sem',
  zh: 'zhx',
  en: 'gmw',
  fr: 'roa',
  ru: 'zle',
  es: 'roa',
};
