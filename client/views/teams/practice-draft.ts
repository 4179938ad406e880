/** What is typed into the fields of practice, and the change that it asks for. Pure. */
import type { PracticePatch } from '../../../shared/domain/commands.ts';
import type { PaceLimits, Practice } from '../../../shared/domain/meeting.ts';
import { usualPaceLimits } from '../../../shared/domain/rules/pace.ts';
import { type Language, officialLanguages } from '../../../shared/reference/languages.ts';

export type PracticeField = 'first' | 'second' | `${'amber' | 'red'}:${Language}`;

/** Only fields that differ from what is saved. */
export type PracticeDraft = Readonly<Partial<Record<PracticeField, string>>>;

export type PracticeProblem = { readonly kind: 'minutes' } | { readonly kind: 'pace'; readonly language: Language };

/** As it is saved; an empty field of pace is the usual figure. */
export function savedField(practice: Practice, field: PracticeField): string {
  if (field === 'first') return String(practice.turnMarks[0]);
  if (field === 'second') return String(practice.turnMarks[1]);
  const [level, language] = partsOf(field);
  const limits = practice.paceLimits[language];
  return limits === undefined ? '' : String(limits[level]);
}

export function usualFigure(field: Exclude<PracticeField, 'first' | 'second'>): number {
  const [level, language] = partsOf(field);
  return usualPaceLimits[language][level];
}

export function withField(practice: Practice, draft: PracticeDraft, field: PracticeField, text: string): PracticeDraft {
  const { [field]: _, ...others } = draft;
  return text.trim() === savedField(practice, field) ? others : { ...others, [field]: text };
}

export function practiceProblem(practice: Practice, draft: PracticeDraft): PracticeProblem | null {
  const [first, second] = marksOf(practice, draft);
  if (!isWithin(first, 1, 240) || !isWithin(second, 1, 240) || first > second) return { kind: 'minutes' };
  const wrong = officialLanguages.find((language) => {
    const limits = limitsOf(practice, draft, language);
    return limits !== null && (!isWithin(limits.amber, 10, 1_000) || !isWithin(limits.red, 10, 1_000) || limits.amber > limits.red);
  });
  return wrong === undefined ? null : { kind: 'pace', language: wrong };
}

/** Names only what was touched, so that two people can set different things at once. Ask `practiceProblem` first. */
export function practicePatch(practice: Practice, draft: PracticeDraft): PracticePatch {
  const touched = officialLanguages.filter((language) => `amber:${language}` in draft || `red:${language}` in draft);
  const marks = draft.first === undefined && draft.second === undefined ? {} : { turnMarks: marksOf(practice, draft) };
  if (touched.length === 0) return marks;
  return { ...marks, paceLimits: Object.fromEntries(touched.map((language) => [language, limitsOf(practice, draft, language)])) };
}

function marksOf(practice: Practice, draft: PracticeDraft): readonly [number, number] {
  const value = (field: 'first' | 'second'): number => numberIn(draft[field] ?? savedField(practice, field));
  return [value('first'), value('second')];
}

/** `null`: both fields are empty, the usual figures. One that is empty beside a full one is its usual figure. */
function limitsOf(practice: Practice, draft: PracticeDraft, language: Language): PaceLimits | null {
  const text = (level: 'amber' | 'red'): string => (draft[`${level}:${language}`] ?? savedField(practice, `${level}:${language}`)).trim();
  if (text('amber') === '' && text('red') === '') return null;
  const figure = (level: 'amber' | 'red'): number => (text(level) === '' ? usualPaceLimits[language][level] : numberIn(text(level)));
  return { amber: figure('amber'), red: figure('red') };
}

function partsOf(field: Exclude<PracticeField, 'first' | 'second'>): readonly ['amber' | 'red', Language] {
  const [level, language] = field.split(':');
  const known = officialLanguages.find((candidate) => candidate === language);
  if (known === undefined) throw new Error(`Expected a field of pace, got ${field}`);
  return [level === 'amber' ? 'amber' : 'red', known];
}

function numberIn(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

function isWithin(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}
