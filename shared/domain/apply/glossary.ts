/** What facts do to the glossary. */
import type { Meeting } from '../meeting.ts';
import type { EventOf } from './event-of.ts';

export function termsSet(meeting: Meeting, event: EventOf<'termsSet'>): Meeting {
  const given = new Map(event.terms.map((term) => [term.id, term]));
  const replaced = meeting.glossary.map((term) => given.get(term.id) ?? term);
  const known = new Set(meeting.glossary.map((term) => term.id));
  const fresh = event.terms.filter((term) => !known.has(term.id));
  return {
    ...meeting,
    glossary: [...replaced, ...fresh],
    counters: { ...meeting.counters, term: meeting.counters.term + fresh.length },
  };
}

export function termRemoved(meeting: Meeting, event: EventOf<'termRemoved'>): Meeting {
  return { ...meeting, glossary: meeting.glossary.filter((term) => term.id !== event.termId) };
}
