/** The glossary as a table: which languages stand first, in what order its terms stand, and which of them a search finds. */
import type { Meeting, Term } from '../../../shared/domain/meeting.ts';
import type { NewTerm } from '../../../shared/domain/plan.ts';
import { foldForSearch } from '../../../shared/lib/text.ts';
import { type BoothName, isLanguage, type Language } from '../../../shared/reference/languages.ts';

/** The booth's own language, then the one on the floor, then the others of the meeting. */
export function columnsOf(meeting: Pick<Meeting, 'languages' | 'floor'>, booth: BoothName | undefined): readonly Language[] {
  const first = [booth, meeting.floor?.language].flatMap((code) => (code !== undefined && isLanguage(code) ? [code] : []));
  return [...new Set([...first, ...meeting.languages])];
}

export interface GlossaryRow {
  readonly term: Term;
  /** What stands for the term in a sentence: its preferred form in the first column that has one. */
  readonly name: string;
  readonly nameLanguage: Language;
  /** Everything that a search looks at. */
  readonly folded: string;
}

/** By the first column, in the order of its language; terms that have no word there come last. */
export function rowsOf(glossary: readonly Term[], columns: readonly Language[]): readonly GlossaryRow[] {
  const first = columns[0] ?? 'en';
  const collator = new Intl.Collator(first, { numeric: true });
  return glossary
    .map((term) => rowOf(copyOf(term), columns))
    .sort((one, other) => {
      const missing = Number(one.nameLanguage !== first) - Number(other.nameLanguage !== first);
      return missing || collator.compare(one.name, other.name);
    });
}

/** Rows in which every word of the query occurs, wherever and in whatever language. */
export function foundRows(rows: readonly GlossaryRow[], query: string): readonly GlossaryRow[] {
  const words = foldForSearch(query).split(/\s+/).filter(Boolean);
  return words.length === 0 ? rows : rows.filter(({ folded }) => words.every((word) => folded.includes(word)));
}

function rowOf(term: Term, columns: readonly Language[]): GlossaryRow {
  const { name, language } = nameOf(term, columns);
  const words = [...Object.values(term.forms).flat(), term.note ?? ''];
  return { term, name, nameLanguage: language, folded: foldForSearch(words.join('\n')) };
}

export function nameOf(term: NewTerm | Term, columns: readonly Language[]): { readonly name: string; readonly language: Language } {
  const others = Object.keys(term.forms).filter(isLanguage);
  for (const language of [...columns, ...others]) {
    const name = term.forms[language]?.[0];
    if (name !== undefined) return { name, language };
  }
  return { name: '', language: 'en' };
}

/** Plain objects: a row is read often, the store's proxies are for reading once. */
function copyOf({ id, forms, note }: Term): Term {
  return { id, note, forms: Object.fromEntries(Object.entries(forms).map(([language, words]) => [language, [...words]])) };
}
