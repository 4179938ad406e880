/** The terms of the team: edited one by one, or read in from a file. */
import { ok, type Result } from '../../lib/result.ts';
import { foldForSearch } from '../../lib/text.ts';
import { type Language, officialLanguages } from '../../reference/languages.ts';
import type { Command } from '../commands.ts';
import type { Fact } from '../events.ts';
import type { Meeting, Term } from '../meeting.ts';
import type { NewTerm } from '../plan.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { cleanOptional, cleanText } from './inscription.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type Decision = Result<readonly Fact[], Refusal>;

/** Every staff page holds the glossary; this many terms are about 500 kB. */
export const mostTerms = 3_000;

export function setTerm(meeting: Meeting, command: Of<'setTerm'>): Decision {
  const term = cleanTerm(command.term);
  if (!term.ok) return term;
  const known = command.termId === undefined ? null : meeting.glossary.find(({ id }) => id === command.termId);
  if (known === undefined) return refuse('termUnknown');
  if (known === null && meeting.glossary.length >= mostTerms) return refuse('glossaryFull', { params: { count: mostTerms } });
  return ok([{ type: 'termsSet', terms: [numbered(known?.id ?? `t${meeting.counters.term + 1}`, term.value)] }]);
}

export function removeTerm(meeting: Meeting, command: Of<'removeTerm'>): Decision {
  if (!meeting.glossary.some(({ id }) => id === command.termId)) return refuse('termUnknown');
  return ok([{ type: 'termRemoved', termId: command.termId }]);
}

/**
 * A line that a known term says already changes nothing. Any other goes to the known term with which it shares most forms, and
 * replaces there the languages that it gives: a French and English list leaves the Spanish of the others alone. Lines of one
 * file stay apart even when they share a form.
 */
export function importTerms(meeting: Meeting, command: Of<'importTerms'>): Decision {
  const cleaned = cleanTerms(command.terms);
  if (!cleaned.ok) return cleaned;
  if (cleaned.value.length === 0) return refuse('textEmpty', { params: { field: 'terms' } });
  const known = knownByForm(meeting.glossary);
  const taken = new Set<Term>();
  const news: NewTerm[] = [];
  for (const line of withoutRepetition(cleaned.value)) {
    const same = sharing(known, line).find(({ term }) => says(term, line));
    if (same === undefined) news.push(line);
    else taken.add(same.term);
  }
  const set: Term[] = [];
  let fresh = 0;
  for (const line of news) {
    const like = sharing(known, line).find(({ term }) => !taken.has(term))?.term;
    if (like === undefined) {
      fresh += 1;
      set.push(numbered(`t${meeting.counters.term + fresh}`, line));
    } else {
      taken.add(like);
      set.push({ id: like.id, forms: { ...like.forms, ...line.forms }, note: line.note ?? like.note });
    }
  }
  if (meeting.glossary.length + fresh > mostTerms) return refuse('glossaryFull', { params: { count: mostTerms } });
  return set.length === 0 ? refuse('glossaryUnchanged') : ok([{ type: 'termsSet', terms: set }]);
}

export function cleanTerms(terms: readonly NewTerm[]): Result<readonly NewTerm[], Refusal> {
  const cleaned: NewTerm[] = [];
  for (const [index, term] of terms.entries()) {
    const one = cleanTerm(term);
    if (!one.ok) return refuse(one.error.code, { params: { ...one.error.params, field: `terms[${index}]` } });
    cleaned.push(one.value);
  }
  return ok(cleaned);
}

function cleanTerm(term: NewTerm): Result<NewTerm, Refusal> {
  const forms: Partial<Record<Language, readonly string[]>> = {};
  for (const language of officialLanguages) {
    const words: string[] = [];
    for (const form of term.forms[language] ?? []) {
      const word = cleanText(form, 'forms');
      if (!word.ok) return word;
      words.push(word.value);
    }
    if (words.length > 0) forms[language] = [...new Set(words)];
  }
  if (Object.keys(forms).length === 0) return refuse('textEmpty', { params: { field: 'forms' } });
  const note = cleanOptional(term.note, 'note');
  if (!note.ok) return note;
  return ok({ forms, ...(note.value === undefined ? {} : { note: note.value }) });
}

function numbered(id: string, term: NewTerm): Term {
  return { id, forms: term.forms, note: term.note ?? null };
}

/** A form that more terms than this share tells none of them from the others. */
const mostSharing = 50;

function knownByForm(glossary: readonly Term[]): ReadonlyMap<string, readonly Term[]> {
  const known = new Map<string, Term[]>();
  for (const term of glossary) {
    for (const key of keysOf(term.forms)) {
      const others = known.get(key);
      if (others === undefined) known.set(key, [term]);
      else if (others.length < mostSharing) others.push(term);
    }
  }
  return known;
}

/** Known terms that share forms with the line, those that share most first. */
function sharing(known: ReadonlyMap<string, readonly Term[]>, line: NewTerm): readonly { readonly term: Term; readonly count: number }[] {
  const counts = new Map<Term, number>();
  for (const key of keysOf(line.forms)) for (const term of known.get(key) ?? []) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts].map(([term, count]) => ({ term, count })).sort((one, other) => other.count - one.count);
}

/** To the letter: a line that corrects a capital or an accent is news. */
function says(term: Term, line: NewTerm): boolean {
  if (line.note !== undefined && line.note !== term.note) return false;
  return officialLanguages.every((language) => {
    const given = line.forms[language];
    return given === undefined || JSON.stringify(given) === JSON.stringify(term.forms[language]);
  });
}

function withoutRepetition(lines: readonly NewTerm[]): readonly NewTerm[] {
  return [...new Map(lines.map((line) => [JSON.stringify([line.forms, line.note]), line])).values()];
}

/** One key per form, whatever its capitals and accents. */
function keysOf(forms: NewTerm['forms']): ReadonlySet<string> {
  return new Set(Object.entries(forms).flatMap(([language, words]) => words.map((word) => `${language} ${foldForSearch(word)}`)));
}
