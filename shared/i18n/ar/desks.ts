import type { Catalogue, DeskSection } from '../catalogue.ts';
import { chair } from './chair.ts';
import { home } from './home.ts';
import { line } from './line.ts';
import { teams } from './teams.ts';
import { turns } from './turns.ts';
import { webcast } from './webcast.ts';

export const desks: Pick<Catalogue, DeskSection> = { home, line, chair, webcast, teams, turns };
