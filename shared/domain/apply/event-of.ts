import type { Author, FactType, MeetingEvent } from '../events.ts';
import type { Station } from '../stations.ts';

/** The event of one type, with its time and author. */
export type EventOf<Type extends FactType> = Extract<MeetingEvent, { readonly type: Type }>;

/** Where the state names who did something: only requests to slow down are anonymous, and those record nobody. */
export function stationOf(author: Author): Station {
  return author === 'booth' ? 'viewer' : author;
}
