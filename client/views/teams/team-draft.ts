/** A booth's team while somebody edits it: rows as they are typed, and what became of the saved team meanwhile. Pure. */
import type { Interpreter } from '../../../shared/domain/meeting.ts';
import type { RefusalCode } from '../../../shared/domain/refusals.ts';
import { cleanTeam } from '../../../shared/domain/rules/teams.ts';
import { type BoothName, isLanguage, type LanguageCode, unLetters } from '../../../shared/reference/languages.ts';

export type Team = readonly Interpreter[];
export type LanguageClass = 'a' | 'b' | 'c';

export interface DraftRow {
  /** Names the row while it is moved and edited. */
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly a: readonly LanguageCode[];
  readonly b: readonly LanguageCode[];
  readonly c: readonly LanguageCode[];
}

/** As many as `setTeam` takes, and as long. */
const mostInTeam = 12;
const longestInitials = 40;

export function rowsOf(team: Team): readonly DraftRow[] {
  return team.map(({ id, name, a, b, c }, index) => ({ key: index + 1, id, name: name ?? '', a: [...a], b: [...b], c: [...c] }));
}

/** As the server will keep it, when it can be saved. */
export function teamOf(rows: readonly DraftRow[]): Team {
  const typed = rows.map(({ id, name, a, b, c }) => ({ id, name, a: [...a], b: [...b], c: [...c] }));
  const cleaned = cleanTeam(typed, 'interpreters');
  return cleaned.ok ? cleaned.value : typed;
}

/** The order of B languages is that of preference for a retour; that of the others means nothing. */
export function sameTeam(one: Team, other: Team): boolean {
  return one.length === other.length && one.every((interpreter, index) => sameInterpreter(interpreter, other[index]));
}

function sameInterpreter(one: Interpreter, other: Interpreter | undefined): boolean {
  if (other === undefined || one.id !== other.id || (one.name ?? '') !== (other.name ?? '')) return false;
  const unordered = (codes: readonly LanguageCode[]): string => codes.toSorted().join(' ');
  return unordered(one.a) === unordered(other.a) && one.b.join(' ') === other.b.join(' ') && unordered(one.c) === unordered(other.c);
}

/** With the first free initials of the booth (`F3`), and its language as mother tongue. */
export function addRow(rows: readonly DraftRow[], booth: BoothName): readonly DraftRow[] {
  const key = Math.max(0, ...rows.map((row) => row.key)) + 1;
  if (!isLanguage(booth)) return [...rows, { key, id: '', name: '', a: [], b: [], c: [] }];
  const numbers = rows.map((_, index) => index + 1);
  const free = numbers.find((number) => rows.every(({ id }) => id !== `${unLetters[booth]}${number}`)) ?? rows.length + 1;
  return [...rows, { key, id: `${unLetters[booth]}${free}`, name: '', a: [booth], b: [], c: [] }];
}

export function removeRow(rows: readonly DraftRow[], key: number): readonly DraftRow[] {
  return rows.filter((row) => row.key !== key);
}

/** `by`: -1 up, 1 down; past the end nothing happens. */
export function moveRow(rows: readonly DraftRow[], key: number, by: -1 | 1): readonly DraftRow[] {
  const at = rows.findIndex((row) => row.key === key);
  const moved = rows[at];
  if (moved === undefined || at + by < 0 || at + by >= rows.length) return rows;
  return rows.toSpliced(at, 1).toSpliced(at + by, 0, moved);
}

export function editRow(rows: readonly DraftRow[], key: number, change: (row: DraftRow) => DraftRow): readonly DraftRow[] {
  return rows.map((row) => (row.key === key ? change(row) : row));
}

export function classOf(row: DraftRow, language: LanguageCode): LanguageClass | null {
  return classes.find((name) => row[name].includes(language)) ?? null;
}

const classes: readonly LanguageClass[] = ['a', 'b', 'c'];

/** A language belongs to one class only; a new B language comes last in the order of preference. */
export function withClass(row: DraftRow, language: LanguageCode, name: LanguageClass | null): DraftRow {
  if (classOf(row, language) === name) return row;
  const next = (of: LanguageClass): readonly LanguageCode[] => {
    const others = row[of].filter((code) => code !== language);
    return of === name ? [...others, language] : others;
  };
  return { ...row, a: next('a'), b: next('b'), c: next('c') };
}

/** What one more press makes of it: none, C, B, A, none. Most languages of a team are C. */
export function nextClass(name: LanguageClass | null): LanguageClass | null {
  if (name === null) return 'c';
  return classes[classes.indexOf(name) - 1] ?? null;
}

/** Languages of work that the table has no column for yet. */
export function otherLanguages(rows: readonly DraftRow[], columns: readonly LanguageCode[]): readonly LanguageCode[] {
  const named = rows.flatMap((row) => [...row.a, ...row.b, ...row.c]);
  return [...new Set(named)].filter((code) => !columns.includes(code)).toSorted();
}

export type DraftProblem =
  | { readonly kind: 'initialsMissing' | 'initialsTooLong' | 'tooMany' }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly params: Readonly<Record<string, string | number>> };

/** Why the team cannot be saved as it is. */
export function problemOf(rows: readonly DraftRow[]): DraftProblem | null {
  if (rows.length > mostInTeam) return { kind: 'tooMany' };
  if (rows.some(({ id }) => id.trim() === '')) return { kind: 'initialsMissing' };
  if (rows.some(({ id }) => id.trim().length > longestInitials)) return { kind: 'initialsTooLong' };
  const cleaned = cleanTeam(teamOf(rows), 'interpreters');
  return cleaned.ok ? null : { kind: 'refused', code: cleaned.error.code, params: cleaned.error.params ?? {} };
}

export interface DraftState {
  /** The team that the rows were made from. */
  readonly base: Team;
  readonly rows: readonly DraftRow[];
  /** Acknowledged by the server, not yet seen in the meeting. */
  readonly awaited: Team | null;
}

export function startDraft(current: Team): DraftState {
  return { base: current, rows: rowsOf(current), awaited: null };
}

export function isDirty(state: DraftState): boolean {
  return !sameTeam(teamOf(state.rows), state.awaited ?? state.base);
}

/** The team of the meeting is now `current`. Who has not edited gets it; who has keeps the rows, and `isElsewhere` tells. */
export function follow(state: DraftState, current: Team): DraftState {
  if (state.awaited !== null) {
    if (sameTeam(current, state.awaited)) return { ...state, base: current, awaited: null };
    if (sameTeam(current, state.base)) return state;
    // A later change has come with it.
    return follow({ ...state, base: state.awaited, awaited: null }, current);
  }
  if (sameTeam(current, teamOf(state.rows))) return { ...state, base: current };
  return isDirty(state) ? state : startDraft(current);
}

/** Somebody else has changed the team since these rows were begun. */
export function isElsewhere(state: DraftState, current: Team): boolean {
  return state.awaited === null && isDirty(state) && !sameTeam(current, state.base);
}
