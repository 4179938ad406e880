/** Terms as they are gathered from a file, held to the same rules as terms that are typed in. */
import type { NewTerm } from '../../shared/domain/plan.ts';
import { mostTerms } from '../../shared/domain/rules/glossary.ts';
import { cleanLine } from '../../shared/lib/text.ts';
import { type Language, officialLanguages } from '../../shared/reference/languages.ts';
import type { Findings } from './findings.ts';

export interface RawTerm {
  /** Line of the file. */
  readonly line: number;
  readonly forms: ReadonlyMap<Language, readonly string[]>;
  readonly note: string;
}

export interface NewTerms {
  /** A term with something wrong is a finding and left out. */
  add(term: RawTerm): void;
  list(): readonly NewTerm[];
}

export function collectTerms(findings: Findings): NewTerms {
  const terms: NewTerm[] = [];
  let isFull = false;
  return {
    add(raw) {
      const term = cleanTerm(raw, findings);
      if (term === null) return;
      if (terms.length < mostTerms) terms.push(term);
      else if (!isFull) {
        isFull = true;
        findings.add('error', 'tooManyLines', raw.line, { count: mostTerms });
      }
    },
    list: () => terms,
  };
}

function cleanTerm({ line, forms, note }: RawTerm, findings: Findings): NewTerm | null {
  const cleaned: Partial<Record<Language, readonly string[]>> = {};
  for (const language of officialLanguages) {
    const words: string[] = [];
    for (const form of forms.get(language) ?? []) {
      const word = cleanLine(form);
      if (word.ok) words.push(word.value);
      else if (word.error !== 'textEmpty') {
        findings.add('error', word.error, line, { column: language });
        return null;
      }
    }
    if (words.length > 0) cleaned[language] = [...new Set(words)];
  }
  if (Object.keys(cleaned).length === 0) {
    findings.add('error', 'termEmpty', line);
    return null;
  }
  const text = cleanLine(note);
  if (!text.ok && text.error !== 'textEmpty') {
    findings.add('error', text.error, line, { column: 'note' });
    return null;
  }
  return { forms: cleaned, ...(text.ok ? { note: text.value } : {}) };
}
