/** One way to serve all booths, once it is settled who gives the retour (`relay.ts` compares the ways). */
import type { Language } from '../../reference/languages.ts';
import type { Interpreter } from '../meeting.ts';
import {
  atMicrophone,
  canWork,
  colleagues,
  type RelayAlternative,
  type RelayBooth,
  type RelayInput,
  type RelayRow,
} from './relay-model.ts';
import { bestPivot, compareKeys, type FirstHand, firstHandChannels, type PivotContext, pivotKey, type Retour } from './relay-pivot.ts';

export interface Serving {
  /** In the order of the booths. */
  readonly rows: readonly RelayRow[];
  readonly channels: readonly FirstHand[];
}

/** `booths` in their final order: earlier ones choose their pivot first. */
export function serve(input: RelayInput, booths: readonly RelayBooth[], retour: Retour | null): Serving {
  const settled = booths.flatMap((booth) => floorRow(input, booth, retour) ?? []);
  const working = booths.filter((booth) => settled.every((row) => row.booth !== booth.target));
  const channels = firstHandChannels(input, working, retour);
  const direct = working.flatMap((booth) => directRow(input, booth, channels) ?? []);
  const rest = working.filter((booth) => direct.every((row) => row.booth !== booth.target));
  const relays = requireHandovers(relayRows(input, rest, channels, direct), channels);
  const pending = rest.filter((booth) => relays.every((row) => row.booth !== booth.target));
  const last = pending.map((booth) => lastResort(input, booth, relays));
  const all = [...settled, ...direct, ...relays, ...last];
  return { rows: booths.flatMap((booth) => all.filter((row) => row.booth === booth.target)), channels };
}

/** The booth of the floor language, and the one whose channel its retour feeds. */
function floorRow(input: RelayInput, booth: RelayBooth, retour: Retour | null): RelayRow | null {
  if (retour !== null && booth === retour.booth) {
    return { ...workRow(booth, retour.interpreter), role: 'retour', from: 'floor', depth: 1 };
  }
  if (booth.target === input.floor) return { ...idleRow(booth), role: 'standby', depth: 0, note: 'floorIsOwn' };
  if (booth.target === retour?.into) return { ...idleRow(booth), role: 'standby', depth: 1, note: 'fedByRetour' };
  return null;
}

function directRow(input: RelayInput, booth: RelayBooth, channels: readonly FirstHand[]): RelayRow | null {
  const own = channels.find((channel) => channel.language === booth.target);
  if (own === undefined) return null;
  if (!own.live && input.swap === 'suggest' && canRelayNow(booth, channels)) return null;
  return directFrom(booth, own.interpreter);
}

function directFrom(booth: RelayBooth, interpreter: Interpreter): RelayRow {
  return { ...workRow(booth, interpreter), role: 'direct', from: 'floor', depth: 1 };
}

function canRelayNow(booth: RelayBooth, channels: readonly FirstHand[]): boolean {
  const onMic = atMicrophone(booth);
  return onMic !== undefined && channels.some((channel) => channel.live && canWork(onMic, channel.language, booth.target));
}

function relayRows(
  input: RelayInput,
  booths: readonly RelayBooth[],
  channels: readonly FirstHand[],
  directRows: readonly RelayRow[],
): readonly RelayRow[] {
  const direct = new Set(directRows.map((row) => row.booth));
  const takersSoFar = new Map<Language, number>();
  return booths.flatMap((booth) => {
    const row = relayRow(booth, channels, { input, direct, takersSoFar });
    if (row === null || row.from === null || row.from === 'floor') return [];
    takersSoFar.set(row.from, (takersSoFar.get(row.from) ?? 0) + 1);
    return [row];
  });
}

function relayRow(booth: RelayBooth, channels: readonly FirstHand[], context: PivotContext): RelayRow | null {
  const others = channels.filter((channel) => channel.language !== booth.target);
  const taker = relayTaker(booth, others, context);
  if (taker === null) return null;
  const own = channels.find((channel) => channel.language === booth.target);
  return {
    ...workRow(booth, taker.interpreter),
    role: 'relay',
    from: taker.pivot.language,
    depth: 2,
    alternative: own === undefined ? null : directAlternative(booth, own.interpreter),
    note: taker.pivot.retour ? 'fromRetour' : null,
  };
}

function relayTaker(
  booth: RelayBooth,
  channels: readonly FirstHand[],
  context: PivotContext,
): { readonly interpreter: Interpreter; readonly pivot: FirstHand } | null {
  const withPivot = (interpreter: Interpreter) => {
    const pivot = bestPivot(interpreter, booth.target, channels, context);
    return pivot === undefined ? [] : [{ interpreter, pivot, key: pivotKey(interpreter, booth.target, pivot, context) }];
  };
  const onMic = atMicrophone(booth);
  const now = onMic === undefined ? [] : withPivot(onMic);
  if (now[0] !== undefined) return now[0];
  if (context.input.swap === 'never') return null;
  // The sort is stable: equally good colleagues keep the order of the team.
  return (
    colleagues(booth)
      .flatMap(withPivot)
      .sort((one, other) => compareKeys(one.key, other.key))[0] ?? null
  );
}

function directAlternative(booth: RelayBooth, interpreter: Interpreter): RelayAlternative {
  return { role: 'direct', from: 'floor', interpreter: interpreter.id, handover: interpreter !== atMicrophone(booth) };
}

/**
 * Relay is never taken from a relay, so a booth that others rely on must go first-hand. Once is enough: such a booth takes
 * relay only because its own source is live, so nobody new becomes indispensable.
 */
function requireHandovers(rows: readonly RelayRow[], channels: readonly FirstHand[]): readonly RelayRow[] {
  const needed = new Set(rows.map((row) => row.from));
  return rows.map((row) => {
    const own = channels.find((channel) => channel.language === row.booth);
    if (!needed.has(row.booth) || own === undefined) return row;
    return {
      booth: row.booth,
      role: 'direct',
      from: 'floor',
      interpreter: own.interpreter.id,
      depth: 1,
      handover: !own.live,
      alternative: null,
      note: 'neededAsPivot',
    };
  });
}

/** Relay of a relay: only with consent, else a gap with that as its way out. */
function lastResort(input: RelayInput, booth: RelayBooth, relays: readonly RelayRow[]): RelayRow {
  if (booth.interpreters.length === 0) return gapRow(booth, null, 'noTeam');
  const second = secondPivot(input, booth, relays);
  if (second === null) return gapRow(booth, null, 'noPath');
  const { interpreter, from } = second;
  const work = workRow(booth, interpreter);
  if (input.allowDouble) return { ...work, role: 'doubleRelay', from, depth: 3 };
  const way = { role: 'doubleRelay', from, interpreter: interpreter.id, handover: work.handover } as const;
  return gapRow(booth, way, 'consentNeeded');
}

function secondPivot(
  input: RelayInput,
  booth: RelayBooth,
  relays: readonly RelayRow[],
): { readonly interpreter: Interpreter; readonly from: Language } | null {
  const onMic = atMicrophone(booth);
  const askable = input.swap === 'never' ? [] : colleagues(booth);
  for (const interpreter of onMic === undefined ? askable : [onMic, ...askable]) {
    // By command of the language, then by code, as for a first pivot.
    const usable = relays.filter((row) => row.role === 'relay' && canWork(interpreter, row.booth, booth.target));
    const best = [...usable].sort(
      (one, other) => commandOf(interpreter, one) - commandOf(interpreter, other) || (one.booth < other.booth ? -1 : 1),
    )[0];
    if (best !== undefined) return { interpreter, from: best.booth };
  }
  return null;
}

function commandOf(interpreter: Interpreter, row: RelayRow): number {
  return [interpreter.a, interpreter.b, interpreter.c].findIndex((known) => known.includes(row.booth));
}

function workRow(booth: RelayBooth, interpreter: Interpreter) {
  return {
    booth: booth.target,
    interpreter: interpreter.id,
    handover: interpreter !== atMicrophone(booth),
    alternative: null,
    note: null,
  };
}

function idleRow(booth: RelayBooth) {
  return { booth: booth.target, from: null, interpreter: null, handover: false, alternative: null };
}

function gapRow(booth: RelayBooth, alternative: RelayAlternative | null, note: 'noTeam' | 'noPath' | 'consentNeeded'): RelayRow {
  return { ...idleRow(booth), role: 'gap', depth: null, alternative, note };
}
