/** The chief interpreter's sheet: a line for each interpreter. Columns in any order, named in English, French or Spanish. */
import type { IntakeFindingCode, TeamSheetRead } from '../../shared/domain/intake.ts';
import type { Interpreter } from '../../shared/domain/meeting.ts';
import type { Params } from '../../shared/i18n/translate.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { cleanLine, foldForSearch, type TextProblem } from '../../shared/lib/text.ts';
import { type BoothName, isLanguage, type LanguageCode } from '../../shared/reference/languages.ts';
import { collectFindings, type Findings } from './findings.ts';
import { languageOf } from './language-names.ts';
import { readTable, type Row } from './table.ts';
import { Unreadable } from './unreadable.ts';

/** @throws Unreadable columnsMissing and whatever the file is refused for */
export async function readTeamSheet(file: Buffer): Promise<TeamSheetRead> {
  const findings = collectFindings();
  const { heads, rows } = await readTable(file, findings);
  const columns = columnsIn(heads, findings);
  const teams: Partial<Record<BoothName, Interpreter[]>> = {};
  for (const row of rows) {
    const member = memberIn(row, columns);
    if (!member.ok) {
      findings.add('error', member.error.code, row.line, member.error.params);
      continue;
    }
    const { booth, interpreter } = member.value;
    const team = teams[booth] ?? [];
    teams[booth] = team;
    if (team.some(({ id }) => id === interpreter.id)) {
      findings.add('error', 'interpreterTwice', row.line, { interpreter: interpreter.id });
      continue;
    }
    const { id, a, b, c } = interpreter;
    if (a.length + b.length + c.length === 0) findings.add('warning', 'languagesMissing', row.line, { interpreter: id });
    team.push(interpreter);
  }
  return { teams, findings: findings.list() };
}

type Column = 'booth' | 'initials' | 'name' | 'a' | 'b' | 'c';

const headWords: Readonly<Record<Column, readonly string[]>> = {
  booth: ['booth', 'cabine', 'cabina', 'team', 'equipe', 'equipo'],
  initials: ['initials', 'initiales', 'iniciales', 'id', 'code', 'codigo'],
  name: ['name', 'nom', 'nombre', 'interpreter', 'interprete', 'full name', 'nom complet', 'nombre completo'],
  a: ['a', 'a language', 'a languages', 'language a', 'langue a', 'langues a', 'idioma a', 'lengua a', 'lenguas a'],
  b: ['b', 'b language', 'b languages', 'language b', 'langue b', 'langues b', 'idioma b', 'lengua b', 'lenguas b'],
  c: ['c', 'c language', 'c languages', 'language c', 'langue c', 'langues c', 'idioma c', 'idiomas c', 'lengua c', 'lenguas c'],
};

type Columns = Readonly<Partial<Record<Column, number>>>;

function columnsIn(heads: readonly string[], findings: Findings): Columns {
  const columns: Partial<Record<Column, number>> = {};
  for (const [index, head] of heads.entries()) {
    if (head === '') continue;
    const word = foldForSearch(head)
      .replace(/[\s_.:-]+/g, ' ')
      .trim();
    const column = (Object.keys(headWords) as Column[]).find((name) => headWords[name].includes(word));
    if (column === undefined || columns[column] !== undefined) findings.add('warning', 'columnUnknown', null, { column: head });
    else columns[column] = index;
  }
  const isEnough = columns.booth !== undefined && (columns.initials !== undefined || columns.name !== undefined);
  if (!isEnough) throw new Unreadable('columnsMissing');
  return columns;
}

interface Member {
  readonly booth: BoothName;
  readonly interpreter: Interpreter;
}

interface BadLine {
  readonly code: IntakeFindingCode;
  readonly params?: Params;
}

function memberIn(row: Row, columns: Columns): Result<Member, BadLine> {
  const text = (column: Column): string => (columns[column] === undefined ? '' : row.cell(columns[column]));
  const booth = boothOf(text('booth'));
  if (booth === null) return err({ code: 'boothUnknown', params: { booth: text('booth') } });
  const hasInitials = text('initials') !== '';
  const id = cleanLine(hasInitials ? text('initials') : text('name'));
  if (!id.ok) return err(badText(id.error, hasInitials ? 'initials' : 'name'));
  const name = cleanLine(hasInitials ? text('name') : '');
  if (!name.ok && name.error !== 'textEmpty') return err(badText(name.error, 'name'));
  const [a, b, c] = [languagesIn(text('a')), languagesIn(text('b')), languagesIn(text('c'))];
  if (!a.ok) return a;
  if (!b.ok) return b;
  if (!c.ok) return c;
  return ok({ booth, interpreter: { id: id.value, a: a.value, b: b.value, c: c.value, ...(name.ok ? { name: name.value } : {}) } });
}

function badText(problem: TextProblem, column: string): BadLine {
  return problem === 'textEmpty' ? { code: 'initialsMissing' } : { code: problem, params: { column } };
}

const silentBoothWords: Readonly<Record<string, BoothName>> = {
  captions: 'captions',
  captioning: 'captions',
  captioner: 'captions',
  cart: 'captions',
  'sous-titrage': 'captions',
  subtitulos: 'captions',
  sign: 'sign',
  'sign language': 'sign',
  signes: 'sign',
  'langue des signes': 'sign',
  'lengua de senas': 'sign',
  'lengua de signos': 'sign',
};

/** `EN booth` and `Cabine anglaise`… are not guessed: the language alone, as a code, UN letter or name. */
function boothOf(cell: string): BoothName | null {
  const language = languageOf(cell);
  if (language !== null) return isLanguage(language) ? language : null;
  return silentBoothWords[foldForSearch(cell.trim())] ?? null;
}

/** Separated by commas, strokes, `+` or spaces; `EFS` written together is three UN letters. */
function languagesIn(cell: string): Result<readonly LanguageCode[], BadLine> {
  if (/^[-–—/]?$/.test(cell)) return ok([]);
  const whole = languageOf(cell);
  if (whole !== null) return ok([whole]);
  const codes = new Set<LanguageCode>();
  for (const word of cell.split(/[\s,;/+&|]+/).filter((part) => part !== '')) {
    const found = languageOf(word);
    const letters = found === null && /^[ACEFRS]{2,6}$/.test(word) ? [...word].map(languageOf) : [found];
    for (const code of letters) {
      if (code === null) return err({ code: 'languageUnknown', params: { language: word } });
      codes.add(code);
    }
  }
  return ok([...codes]);
}
