/** What will happen in one run, made from its seed alone: so that a failure can be looked at, and run again. */
import type { Station } from '../../shared/domain/stations.ts';
import { faultKinds, type FaultKind } from './world-faults.ts';
import { makeRandom } from './random.ts';
import type { WorldKind } from './world.ts';

export interface Schedule {
  readonly seed: number;
  readonly lengthMs: number;
  readonly steps: readonly Step[];
}

export type Step =
  /** `chance` seeds what is chosen from what the station sees at that moment. */
  | { readonly at: number; readonly what: 'command'; readonly station: Station; readonly chance: number }
  | { readonly at: number; readonly what: 'reload' | 'leave' | 'join'; readonly station: Station }
  | { readonly at: number; readonly what: 'fault'; readonly fault: PlannedFault };

export interface PlannedFault {
  readonly kind: FaultKind;
  /** Index of the server it concerns. */
  readonly server: number;
  readonly forMs: number;
  readonly chance: number;
}

/** One of each that acts, and those who only look. */
export const cast: readonly Station[] = ['chair', 'webcast', 'booth:fr', 'booth:ar', 'output', 'viewer'];

const lengthMs = 3_000;
/** Of all commands, about so many by each. */
const handsOn: readonly Station[] = ['chair', 'chair', 'chair', 'webcast', 'webcast', 'webcast', 'booth:fr', 'booth:ar'];

export function makeSchedule(seed: number, kind: WorldKind): Schedule {
  const random = makeRandom(seed);
  const steps: Step[] = [];
  for (let at = 0; at < lengthMs; at += random.between(10, 80)) {
    steps.push({ at, what: 'command', station: random.pick(handsOn), chance: random.between(0, 2 ** 31) });
  }
  for (let count = random.between(1, 3); count > 0; count -= 1) {
    const fault = { kind: random.pick(faultKinds(kind)), server: random.between(0, kind === 'redis' ? 1 : 0) };
    const at = random.between(100, lengthMs - 500);
    steps.push({ at, what: 'fault', fault: { ...fault, forMs: random.between(300, 4_000), chance: random.between(0, 2 ** 31) } });
  }
  for (let count = random.between(0, 2); count > 0; count -= 1) {
    steps.push({ at: random.between(200, lengthMs), what: 'reload', station: random.pick(cast) });
  }
  if (random.next() < 0.5) {
    const station = random.pick(cast);
    const at = random.between(200, lengthMs - 800);
    steps.push({ at, what: 'leave', station }, { at: at + random.between(50, 700), what: 'join', station });
  }
  return { seed, lengthMs, steps: steps.toSorted((one, other) => one.at - other.at) };
}

/** Everything but the commands, which are many. */
export function describeSchedule({ seed, steps }: Schedule): string {
  const lines = steps.flatMap((step): readonly string[] => {
    if (step.what === 'command') return [];
    if (step.what !== 'fault') return [`${step.at} ms: ${step.what} ${step.station}`];
    const { kind, server, forMs } = step.fault;
    return [`${step.at} ms: ${kind} at server ${server} for ${forMs} ms`];
  });
  return [`seed ${seed}`, ...lines].join('\n  ');
}
