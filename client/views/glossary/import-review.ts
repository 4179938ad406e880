/** What an import would do, before it is done: told by the very rule that will decide it. */
import type { Meeting } from '../../../shared/domain/meeting.ts';
import type { NewTerm } from '../../../shared/domain/plan.ts';
import type { Refusal } from '../../../shared/domain/refusals.ts';
import { importTerms } from '../../../shared/domain/rules/glossary.ts';

export interface ImportReview {
  readonly fresh: number;
  readonly changed: number;
  /** Lines that the glossary says already. */
  readonly same: number;
  /** Why it cannot be sent. */
  readonly problem: 'tooLarge' | 'nothingRead' | Refusal | null;
}

/** What the server takes in one command is 1 MiB, with room for what comes beside the terms. */
const mostBytes = 1_000_000;

export function reviewOf(meeting: Meeting, terms: readonly NewTerm[]): ImportReview {
  const nothing = { fresh: 0, changed: 0, same: 0 };
  if (terms.length === 0) return { ...nothing, problem: 'nothingRead' };
  if (new TextEncoder().encode(JSON.stringify(terms)).length > mostBytes) return { ...nothing, problem: 'tooLarge' };
  const decided = importTerms(meeting, { type: 'importTerms', terms });
  if (!decided.ok) return { ...nothing, same: decided.error.code === 'glossaryUnchanged' ? terms.length : 0, problem: decided.error };
  const known = new Set(meeting.glossary.map(({ id }) => id));
  const set = decided.value.flatMap((fact) => (fact.type === 'termsSet' ? fact.terms : []));
  const changed = set.filter(({ id }) => known.has(id)).length;
  return { fresh: set.length - changed, changed, same: terms.length - set.length, problem: null };
}

/** By its look: XML begins with an angle bracket. */
export function pastedTerms(text: string): File {
  const isXml = text.trimStart().startsWith('<');
  return new File([text], isXml ? 'pasted.tbx' : 'pasted.csv', { type: isXml ? 'application/xml' : 'text/csv' });
}
