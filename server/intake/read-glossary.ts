/** A glossary as translators keep it: a spreadsheet with a column for each language, or TBX. */
import type { GlossaryRead } from '../../shared/domain/intake.ts';
import { foldForSearch } from '../../shared/lib/text.ts';
import { isLanguage, type Language } from '../../shared/reference/languages.ts';
import { kindOf } from './file-kind.ts';
import { collectFindings, type Findings } from './findings.ts';
import { languageOf } from './language-names.ts';
import { collectTerms } from './new-terms.ts';
import { readTable } from './table.ts';
import { readTbx } from './tbx.ts';
import { Unreadable } from './unreadable.ts';

/** @throws Unreadable columnsMissing, fileWithDoctype and whatever the file is refused for */
export async function readGlossary(file: Buffer): Promise<GlossaryRead> {
  const findings = collectFindings();
  const terms = collectTerms(findings);
  if ((await kindOf(file)) === 'xml') readTbx(file, findings, terms);
  else {
    const { heads, rows } = await readTable(file, findings);
    const columns = columnsIn(heads, findings);
    for (const row of rows) {
      const forms = new Map<Language, readonly string[]>();
      for (const [column, language] of columns.languages) {
        forms.set(language, [...(forms.get(language) ?? []), ...row.cell(column).split(/[;|]/)]);
      }
      terms.add({ line: row.line, forms, note: columns.note === null ? '' : row.cell(columns.note) });
    }
  }
  return { terms: terms.list(), findings: findings.list() };
}

const noteHeads = ['note', 'notes', 'nota', 'notas', 'remark', 'remarque', 'comment', 'commentaire', 'comentario', 'definition', 'context'];

interface Columns {
  readonly languages: readonly (readonly [number, Language])[];
  readonly note: number | null;
}

function columnsIn(heads: readonly string[], findings: Findings): Columns {
  const languages: (readonly [number, Language])[] = [];
  let note: number | null = null;
  for (const [index, head] of heads.entries()) {
    if (head === '') continue;
    const language = languageOf(head);
    if (language !== null && isLanguage(language)) languages.push([index, language]);
    else if (note === null && noteHeads.includes(foldForSearch(head))) note = index;
    else findings.add('warning', 'columnUnknown', null, { column: head });
  }
  if (languages.length === 0) throw new Unreadable('columnsMissing');
  return { languages, note };
}
