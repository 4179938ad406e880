import { describe, expect, it } from 'vitest';
import { columnsOf, foundRows, nameOf, rowsOf } from '../../client/views/glossary/glossary-rows.ts';
import { pastedTerms, reviewOf } from '../../client/views/glossary/import-review.ts';
import { draftOf, problemOf, termFrom } from '../../client/views/glossary/term-draft.ts';
import type { NewTerm } from '../../shared/domain/plan.ts';
import { given } from '../kit/given.ts';
import { smallPlan } from '../kit/plans.ts';

const glossary: readonly NewTerm[] = [
  { forms: { en: ['universal periodic review', 'UPR'], fr: ['examen périodique universel', 'EPU'], ar: ['الاستعراض الدوري الشامل'] } },
  { forms: { en: ['follow-up'], fr: ['suivi'] }, note: 'of recommendations' },
  { forms: { en: ['peer review'] } },
  { forms: { fr: ['État examiné'], en: ['State under review'] } },
];
const { meeting } = given(smallPlan({ glossary }));

describe('the glossary as a table', () => {
  it('[UP11] The booth’s own language comes first, then the one on the floor, then the others of the meeting.', () => {
    const onFloor = given(smallPlan()).when({ type: 'giveFloor', entryId: 'e3' }).meeting;
    expect(columnsOf(onFloor, 'ru')).toEqual(['ru', 'es', 'ar', 'zh', 'en', 'fr']);
    expect(columnsOf(onFloor, 'es')).toEqual(['es', 'ar', 'zh', 'en', 'fr', 'ru']);
    expect(columnsOf(onFloor, 'captions')).toEqual(['es', 'ar', 'zh', 'en', 'fr', 'ru']);
    expect(columnsOf({ languages: ['en', 'fr'], floor: null }, undefined)).toEqual(['en', 'fr']);
  });

  it('[UP11] Terms stand in the order of the first column; those without a word there come last.', () => {
    const names = rowsOf(meeting.glossary, ['fr', 'en']).map(({ name }) => name);
    expect(names).toEqual(['État examiné', 'examen périodique universel', 'suivi', 'peer review']);
  });

  it('[UP12] A search finds every word of it, in any language and in the note, whatever its accents and capitals.', () => {
    const rows = rowsOf(meeting.glossary, ['fr', 'en']);
    const find = (query: string) => foundRows(rows, query).map(({ name }) => name);
    expect(find('REVIEW')).toEqual(['État examiné', 'examen périodique universel', 'peer review']);
    expect(find('periodique examen')).toEqual(['examen périodique universel']);
    expect(find('الدوري')).toEqual(['examen périodique universel']);
    expect(find('recommend')).toEqual(['suivi']);
    expect(find('  ')).toHaveLength(4);
    expect(find('nothing')).toEqual([]);
  });

  it('names a term by its first column that has a word, and by any other language before by none', () => {
    expect(nameOf({ forms: { zh: ['大会'] } }, ['fr', 'en'])).toEqual({ name: '大会', language: 'zh' });
  });
});

describe('a term being edited', () => {
  it('[UP13] Forms are parted by the semicolon of any writing, and languages that have no field are kept.', () => {
    const [term] = meeting.glossary;
    if (term === undefined) throw new Error('Expected a term');
    const draft = draftOf(term);
    expect(draft.lines).toEqual({
      en: 'universal periodic review; UPR',
      fr: 'examen périodique universel; EPU',
      ar: 'الاستعراض الدوري الشامل',
    });
    const edited = { note: ' since 2006 ', lines: { ...draft.lines, ar: 'أ؛ ب', zh: '普遍定期审议；审议', fr: ' ; ' } };
    expect(termFrom(edited)).toEqual({
      forms: { ar: ['أ', 'ب'], zh: ['普遍定期审议', '审议'], en: ['universal periodic review', 'UPR'] },
      note: 'since 2006',
    });
  });

  it('[UP13] Without a word, or with too many in one language, it cannot be sent.', () => {
    expect(problemOf({ lines: { en: ' ; ' }, note: 'x' })).toBe('noForm');
    expect(problemOf({ lines: { en: Array.from({ length: 11 }, (_, index) => index).join(';') }, note: '' })).toBe('tooManyForms');
    expect(problemOf({ lines: { en: 'UPR' }, note: '' })).toBeNull();
  });
});

describe('an import before it is sent', () => {
  it('[UP14] What is new, what changes and what is there already is counted by the rule that decides it.', () => {
    const lines: readonly NewTerm[] = [
      { forms: { en: ['peer review'] } },
      { forms: { en: ['follow-up'], es: ['seguimiento'] } },
      { forms: { en: ['Paris Principles'] } },
    ];
    expect(reviewOf(meeting, lines)).toEqual({ fresh: 1, changed: 1, same: 1, problem: null });
    expect(reviewOf(meeting, lines.slice(0, 1))).toMatchObject({ same: 1, problem: { code: 'glossaryUnchanged' } });
    expect(reviewOf(meeting, [])).toMatchObject({ problem: 'nothingRead' });
    const long = Array.from({ length: 2_000 }, (_, index): NewTerm => ({ forms: { en: [`${index}`], zh: ['字'.repeat(199)] } }));
    expect(reviewOf(meeting, long)).toMatchObject({ problem: 'tooLarge' });
  });

  it('what is pasted is a table, or TBX when it looks like XML', () => {
    expect(pastedTerms('en,fr\na,b').name).toBe('pasted.csv');
    expect(pastedTerms(' <?xml version="1.0"?><tbx/>').name).toBe('pasted.tbx');
  });
});
