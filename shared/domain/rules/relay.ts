/**
 * Who works direct, who takes relay from whom, and who cannot be served, for one language on the floor. Pure, and the same
 * for the same input in every client. Loops cannot arise: relay is only taken from what comes straight from the floor.
 */
import { type Language, officialLanguages } from '../../reference/languages.ts';
import {
  canWork,
  type RelayBooth,
  type RelayCost,
  type RelayInput,
  type RelayPivot,
  type RelayPlan,
  type RelayRow,
} from './relay-model.ts';
import { compareKeys, firstWhoCan, type FirstHand, type Retour } from './relay-pivot.ts';
import { type Serving, serve } from './relay-rows.ts';

export function planRelay(input: RelayInput): RelayPlan {
  const booths = [...input.booths].sort((one, other) => placeOf(one.target) - placeOf(other.target));
  const ways = waysOf(input, booths).map((retour) => ({ retour, ...serve(input, booths, retour) }));
  const best = ways
    .map((way) => ({ ...way, key: wayKey(way) }))
    // The sort is stable: equal ways keep the booth's own order.
    .sort((one, other) => compareKeys(one.key, other.key))[0];
  if (best === undefined) throw new Error('Expected at least the way without a retour');
  const { retour, rows } = best;
  return {
    floor: input.floor,
    via: input.spoken ?? null,
    retour: retour === null ? null : { booth: retour.booth.target, into: retour.into, interpreter: retour.interpreter.id },
    rows,
    pivots: pivotsOf(booths, best),
    cost: costOf(rows),
  };
}

/**
 * What the booth of the floor language can do for the others. An announced retour that somebody can give is kept. Else
 * the way without a retour is compared too, and comes first: a booth that nobody needs does not work into its B language
 * (an A language before retour). For the Arabic and Chinese booths of the UN, whose language no other booth knows, this is
 * the rule that a biactive booth must give a retour, since without it every channel is a gap.
 */
function waysOf(input: RelayInput, booths: readonly RelayBooth[]): readonly (Retour | null)[] {
  const own = booths.find((booth) => booth.target === input.floor);
  if (own === undefined) return [null];
  const given = (into: Language): readonly Retour[] => {
    // The channel must exist, and be another than the floor's.
    if (into === own.target || booths.every((booth) => booth.target !== into)) return [];
    const interpreter = firstWhoCan(own, input.floor, into);
    return interpreter === undefined ? [] : [{ booth: own, into, interpreter }];
  };
  const announced = own.announcedRetour === null ? [] : given(own.announcedRetour);
  return announced.length > 0 ? announced : [null, ...own.retourInto.flatMap(given)];
}

function wayKey({ rows }: Serving): readonly number[] {
  const { gaps, doubles, handovers, relays } = costOf(rows);
  const retourHandover = rows.some((row) => row.role === 'retour' && row.handover) ? 1 : 0;
  return [gaps, doubles, handovers, retourHandover, relays];
}

/** A handover of the one who gives the retour counts: worked example 5 ("into en costs 1") settles what the prose leaves open. */
function costOf(rows: readonly RelayRow[]): RelayCost {
  const count = (role: RelayRow['role']) => rows.filter((row) => row.role === role).length;
  return {
    gaps: count('gap'),
    doubles: count('doubleRelay'),
    handovers: rows.filter((row) => row.handover).length,
    relays: count('relay'),
  };
}

function pivotsOf(booths: readonly RelayBooth[], { rows, channels }: Serving): readonly RelayPivot[] {
  return booths.flatMap(({ target: language }) => {
    const takers = rows.filter((row) => row.from === language).map((row) => row.booth);
    if (takers.length === 0) return [];
    return [pivotOf(language, takers, booths, rows, channels)];
  });
}

function pivotOf(
  language: Language,
  takers: readonly Language[],
  booths: readonly RelayBooth[],
  rows: readonly RelayRow[],
  channels: readonly FirstHand[],
): RelayPivot {
  // A booth that is itself on relay is the second pivot of a double relay: count who could take over that relay.
  const source = rows.find((row) => row.booth === language && row.role === 'relay')?.from ?? null;
  const channel = channels.find((candidate) => candidate.language === language);
  if (source === null && channel !== undefined) {
    return { language, booth: channel.booth, takers, single: channel.cover < 2, retour: channel.retour };
  }
  const team = booths.find((booth) => booth.target === language)?.interpreters ?? [];
  const able = team.filter((interpreter) => source !== null && canWork(interpreter, source, language));
  return { language, booth: language, takers, single: able.length < 2, retour: false };
}

function placeOf(language: Language): number {
  return officialLanguages.indexOf(language);
}
