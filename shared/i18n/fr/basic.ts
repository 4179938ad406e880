import type { BasicSection, Catalogue } from '../catalogue.ts';
import { booth } from './booth.ts';
import { commands } from './commands.ts';
import { common } from './common.ts';
import { display } from './display.ts';
import { glossary } from './glossary.ts';
import { intake } from './intake.ts';
import { lookAhead } from './look-ahead.ts';
import { pace } from './pace.ts';
import { refusals } from './refusals.ts';
import { scripts } from './scripts.ts';
import { words } from './words.ts';

export const basic: Pick<Catalogue, BasicSection> = {
  commands,
  common,
  words,
  refusals,
  scripts,
  glossary,
  intake,
  booth,
  lookAhead,
  pace,
  display,
};
