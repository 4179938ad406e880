/** Seeds that once found something, with what it was. They are run for ever, in `npm test`. */
import type { WorldKind } from './world.ts';

export interface Regression {
  readonly seed: number;
  readonly kind: WorldKind;
  readonly found: string;
}

export const regressions: readonly Regression[] = [
  { seed: 113, kind: 'redis', found: 'two copies of a command waited for a slow store; one was refused and the other carried out' },
  { seed: 116, kind: 'redis', found: 'only the way to the server was dead; commands had no outcome for 32 s on a page that was live' },
];
