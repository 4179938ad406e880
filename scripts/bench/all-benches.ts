/** Every bench by the name it is called by. */
import type { Bench } from './bench.ts';
import { cold } from './cold.ts';
import { command } from './command.ts';
import { commits } from './commits.ts';
import { edit } from './edit.ts';
import { fanout } from './fanout.ts';
import { fanoutMixed } from './fanout-mixed.ts';
import { herd } from './herd.ts';
import { join } from './join.ts';
import { pages } from './pages.ts';
import { replay } from './replay.ts';
import { slow } from './slow.ts';

export const benches: Readonly<Record<string, Bench>> = {
  fanout,
  'fanout-mixed': fanoutMixed,
  command,
  commits,
  join,
  herd,
  edit,
  slow,
  replay,
  cold,
  pages,
};
