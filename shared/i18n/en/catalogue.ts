import { basic } from './basic.ts';
import { desks } from './desks.ts';

/** All of the source in one piece: for what the server says in English, and for tests. */
export const english = { ...basic, ...desks };
