/** A term while it is being edited: one line per language, its forms parted by semicolons. */
import type { Term } from '../../../shared/domain/meeting.ts';
import type { NewTerm } from '../../../shared/domain/plan.ts';
import { type Language, officialLanguages } from '../../../shared/reference/languages.ts';

export interface TermDraft {
  readonly lines: Readonly<Partial<Record<Language, string>>>;
  readonly note: string;
}

export const emptyDraft: TermDraft = { lines: {}, note: '' };

/** What one command takes. */
export const mostForms = 10;

export function draftOf(term: Term): TermDraft {
  return {
    lines: Object.fromEntries(Object.entries(term.forms).map(([language, forms]) => [language, forms.join('; ')])),
    note: term.note ?? '',
  };
}

/** Every writing has its own semicolon. */
const semicolons = /[;；؛]/u;

function formsIn(line: string): readonly string[] {
  return line
    .split(semicolons)
    .map((form) => form.trim())
    .filter((form) => form !== '');
}

export type DraftProblem = 'noForm' | 'tooManyForms';

/** Why it cannot be sent yet. */
export function problemOf(draft: TermDraft): DraftProblem | null {
  const counts = Object.values(draft.lines).map((line) => formsIn(line).length);
  if (counts.every((count) => count === 0)) return 'noForm';
  return counts.some((count) => count > mostForms) ? 'tooManyForms' : null;
}

export function termFrom(draft: TermDraft): NewTerm {
  const forms: Partial<Record<Language, readonly string[]>> = {};
  for (const language of officialLanguages) {
    const words = formsIn(draft.lines[language] ?? '');
    if (words.length > 0) forms[language] = words;
  }
  const note = draft.note.trim();
  return { forms, ...(note === '' ? {} : { note }) };
}
