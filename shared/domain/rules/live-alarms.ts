/** Where what the booths have declared contradicts the floor, one another, or the plan (domain report 6.5). Pure. */
import { type Language, officialLanguages } from '../../reference/languages.ts';
import type { Declared } from '../meeting.ts';
import { stateInPlan } from './booth-states.ts';
import { planRelayFor, type RelayMeeting } from './relay-from-meeting.ts';
import type { RelayPlan } from './relay-model.ts';

/** In order of urgency. */
const alarmKinds = [
  /** Feeds the channel of the language on the floor: its listeners do not hear the floor. */
  'overFloor',
  /** Feeds a channel that another booth feeds too. */
  'channelConflict',
  /** Feeds another channel than the plan says. */
  'wrongChannel',
  /** The plan has it feed a channel that nobody feeds: its listeners hear the floor, and only a page like this can tell. */
  'silentChannel',
  /** Listens to the channel of the language now on the floor. */
  'staleRelay',
  /** Listens to a channel that nobody feeds. */
  'deadRelay',
  /** Hears, through others, what it says itself. */
  'relayLoop',
  /** Takes relay from a booth that takes relay itself, without consent. */
  'doubleRelay',
] as const;

export type LiveAlarmKind = (typeof alarmKinds)[number];

export interface LiveAlarm {
  readonly kind: LiveAlarmKind;
  /** The booth that has to do something about it. */
  readonly booth: Language;
  readonly channel: Language;
  /** Other booths in it: those that feed the same channel, those of the loop, the second pivot. */
  readonly others: readonly Language[];
}

/** Nobody hears the speaker, or two voices at once: the two that cannot wait. */
export function isCritical(alarm: LiveAlarm): boolean {
  return alarm.kind === 'overFloor' || alarm.kind === 'channelConflict';
}

type AlarmMeeting = Pick<RelayMeeting, 'languages' | 'booths' | 'floor' | 'practice'>;

/**
 * Most urgent first, then in the order of `officialLanguages`. None while nobody has the floor. A booth that has declared
 * nothing raises no alarm, and what it might be doing silences those of others: a channel counts as dead or silent only
 * when every booth that should feed it has said that it does not. `plan`: that of the language on the floor, if the caller
 * has it.
 */
export function liveAlarms(
  meeting: AlarmMeeting,
  plan: RelayPlan | null = meeting.floor === null ? null : planRelayFor(meeting, meeting.floor.language),
): readonly LiveAlarm[] {
  if (meeting.floor === null) return [];
  const consoles = consolesOf(meeting, plan);
  if (consoles.declared.size === 0) return [];
  const alarms = [
    ...[...consoles.declared.keys()].flatMap((booth) => [
      ...microphoneAlarms(booth, consoles),
      ...listeningAlarms(booth, consoles, meeting.practice.allowDoubleRelay),
    ]),
    ...silentChannels(meeting.languages, consoles),
  ];
  return alarms.toSorted((one, other) => alarmKinds.indexOf(one.kind) - alarmKinds.indexOf(other.kind) || place(one) - place(other));
}

interface Consoles {
  readonly floor: string;
  readonly plan: RelayPlan | null;
  /** In the order of `officialLanguages`. */
  readonly declared: ReadonlyMap<Language, Declared>;
}

function consolesOf(meeting: AlarmMeeting, plan: RelayPlan | null): Consoles {
  const inOrder = officialLanguages.filter((language) => meeting.languages.includes(language));
  const said = inOrder.flatMap((booth): [Language, Declared][] => {
    const { declared } = meeting.booths[booth];
    return declared === null ? [] : [[booth, declared]];
  });
  return { floor: meeting.floor?.language ?? '', plan, declared: new Map(said) };
}

function microphoneAlarms(booth: Language, consoles: Consoles): readonly LiveAlarm[] {
  const channel = consoles.declared.get(booth)?.feeds ?? null;
  if (channel === null) return [];
  const alarms: LiveAlarm[] = [];
  const rivals = feedersOf(channel, consoles).filter((other) => other !== booth);
  if (rivals.length > 0) alarms.push({ kind: 'channelConflict', booth, channel, others: rivals });
  // Said once: whoever must stop feeding the floor's channel learns the rest from the plan.
  if (channel === consoles.floor) alarms.push({ kind: 'overFloor', booth, channel, others: [] });
  else if (isOffPlan(booth, channel, consoles)) alarms.push({ kind: 'wrongChannel', booth, channel, others: [] });
  return alarms;
}

function isOffPlan(booth: Language, channel: Language, { plan }: Consoles): boolean {
  const planned = plan === null ? null : stateInPlan(plan, booth);
  return planned !== null && planned.feeds !== channel;
}

function listeningAlarms(booth: Language, consoles: Consoles, allowDouble: boolean): readonly LiveAlarm[] {
  const channel = relayOf(booth, consoles);
  if (channel === null) return [];
  if (channel === consoles.floor) return [{ kind: 'staleRelay', booth, channel, others: [] }];
  const pivots = feedersOf(channel, consoles);
  if (pivots.length === 0) return isKnownSilent(channel, consoles) ? [{ kind: 'deadRelay', booth, channel, others: [] }] : [];
  const loop = loopThrough(booth, consoles);
  if (loop !== null) return [{ kind: 'relayLoop', booth, channel, others: loop.filter((other) => other !== booth) }];
  const second = pivots.filter((pivot) => isOnRelay(pivot, consoles));
  return second.length === 0 || allowDouble ? [] : [{ kind: 'doubleRelay', booth, channel, others: second }];
}

/** Of a booth whose language nobody hears, that booth; of a retour that does not come, the booth that should give it. */
function silentChannels(languages: readonly Language[], consoles: Consoles): readonly LiveAlarm[] {
  return languages.flatMap((channel) => {
    if (channel === consoles.floor || feedersOf(channel, consoles).length > 0 || !isKnownSilent(channel, consoles)) return [];
    return [{ kind: 'silentChannel' as const, booth: plannedFeeder(channel, consoles) ?? channel, channel, others: [] }];
  });
}

function feedersOf(channel: Language, { declared }: Consoles): readonly Language[] {
  return [...declared].filter(([, said]) => said.feeds === channel).map(([booth]) => booth);
}

function isKnownSilent(channel: Language, consoles: Consoles): boolean {
  return consoles.declared.has(channel) && consoles.declared.has(plannedFeeder(channel, consoles) ?? channel);
}

function plannedFeeder(channel: Language, { plan }: Consoles): Language | null {
  return plan?.rows.find((row) => stateInPlan(plan, row.booth)?.feeds === channel)?.booth ?? null;
}

/** Channel the booth takes relay from; `null` when it hears the floor, or nothing. */
function relayOf(booth: Language, { declared }: Consoles): Language | null {
  const source = declared.get(booth)?.listensTo ?? null;
  return source === 'floor' ? null : source;
}

/** The channel of the floor language is the floor. */
function isOnRelay(booth: Language, consoles: Consoles): boolean {
  const channel = relayOf(booth, consoles);
  return channel !== null && channel !== consoles.floor;
}

/** The shortest way on which the booth's own words come back to it, in order; `null` when they do not. */
function loopThrough(booth: Language, consoles: Consoles): readonly Language[] | null {
  const ways: (readonly Language[])[] = [[booth]];
  const met = new Set<Language>();
  for (const way of ways) {
    const channel = relayOf(way.at(-1) ?? booth, consoles);
    if (channel === null || channel === consoles.floor) continue;
    for (const pivot of feedersOf(channel, consoles)) {
      if (pivot === booth) return way;
      if (met.has(pivot)) continue;
      met.add(pivot);
      ways.push([...way, pivot]);
    }
  }
  return null;
}

function place(alarm: LiveAlarm): number {
  return officialLanguages.indexOf(alarm.booth);
}
