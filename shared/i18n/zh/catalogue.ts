import type { Catalogue } from '../catalogue.ts';
import { booth } from './booth.ts';
import { chair } from './chair.ts';
import { commands } from './commands.ts';
import { common } from './common.ts';
import { display } from './display.ts';
import { home } from './home.ts';
import { line } from './line.ts';
import { refusals } from './refusals.ts';
import { webcast } from './webcast.ts';
import { words } from './words.ts';

export const chinese: Catalogue = { commands, common, words, refusals, home, line, chair, booth, webcast, display };
