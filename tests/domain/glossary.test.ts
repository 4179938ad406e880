import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleGlossary } from '../../server/sample/hrc37-glossary.ts';
import type { Term } from '../../shared/domain/meeting.ts';
import type { NewTerm } from '../../shared/domain/plan.ts';
import { mostTerms } from '../../shared/domain/rules/glossary.ts';
import { meetingAsSeenBy } from '../../shared/domain/permissions.ts';
import { officialLanguages } from '../../shared/reference/languages.ts';
import { given, type Scenario } from '../kit/given.ts';
import { smallPlan } from '../kit/plans.ts';

const planned = given(
  smallPlan({
    glossary: [{ forms: { en: ['universal periodic review', 'UPR'], fr: ['examen périodique universel'] }, note: 'since 2006' }],
  }),
);
const empty = given(smallPlan());

describe('the glossary', () => {
  it('[UP2] A term is cleaned, numbered and changed by its number; the first form of a language is the preferred one.', () => {
    const added = planned
      .when({ type: 'setTerm', term: { forms: { fr: [' droit  au\u200B développement ', 'droit au développement'] } } })
      .thenFacts({ type: 'termsSet', terms: [{ id: 't2', forms: { fr: ['droit au développement'] }, note: null }] });
    expect(idsOf(added)).toEqual(['t1', 't2']);
    const changed = added.when({ type: 'setTerm', termId: 't1', term: { forms: { en: ['UPR', 'universal periodic review'] } } });
    expect(changed.meeting.glossary[0]).toEqual({ id: 't1', forms: { en: ['UPR', 'universal periodic review'] }, note: null });
    expect(idsOf(changed)).toEqual(['t1', 't2']);
  });

  it('[UP2] A term without a word, with markup or with an unknown number is refused.', () => {
    planned.when({ type: 'setTerm', term: { forms: {} } }).thenRefused('textEmpty');
    planned.when({ type: 'setTerm', term: { forms: { en: [' '] } } }).thenRefused('textEmpty');
    planned.when({ type: 'setTerm', term: { forms: { en: ['<b>'] } } }).thenRefused('textMarkup');
    planned.when({ type: 'setTerm', term: { forms: { en: ['x'.repeat(201)] } } }).thenRefused('textTooLong');
    planned.when({ type: 'setTerm', termId: 't9', term: { forms: { en: ['x'] } } }).thenRefused('termUnknown');
    planned.when({ type: 'removeTerm', termId: 't9' }).thenRefused('termUnknown');
  });

  it('[UP3] A removed term is gone; set again it is a term with a new number, and no number is given out twice.', () => {
    const removed = planned.when({ type: 'removeTerm', termId: 't1' }).thenFacts({ type: 'termRemoved', termId: 't1' });
    expect(removed.meeting.glossary).toEqual([]);
    const again = removed.when({ type: 'setTerm', term: { forms: { en: ['UPR'] } } });
    expect(idsOf(again)).toEqual(['t2']);
  });

  it('[UP4] A line of an import goes to the term that shares a form, and replaces only the languages that it gives.', () => {
    const imported = planned
      .when(importing({ forms: { en: ['Upr'], es: ['examen periódico universal', 'EPU'] } }))
      .thenFacts({ type: 'termsSet', terms: [{ id: 't1' }] });
    expect(imported.meeting.glossary).toEqual([
      {
        id: 't1',
        forms: { en: ['Upr'], fr: ['examen périodique universel'], es: ['examen periódico universal', 'EPU'] },
        note: 'since 2006',
      },
    ]);
  });

  it('[UP4] The same word in another language is another term.', () => {
    const imported = planned.when(importing({ forms: { es: ['UPR'] } }));
    expect(idsOf(imported)).toEqual(['t1', 't2']);
  });

  it('[UP5] Lines of one file stay apart when they share a form; a line given twice is one term.', () => {
    const lines: readonly NewTerm[] = [
      { forms: { en: ['right'], fr: ['droit'] } },
      { forms: { en: ['right'], fr: ['droite'] } },
      { forms: { en: ['law'], fr: ['droit'] } },
      { forms: { fr: ['droit'], en: ['law'] } },
    ];
    const imported = empty.when(importing(...lines));
    expect(imported.meeting.glossary.map(({ forms }) => forms)).toEqual(lines.slice(0, 3).map(({ forms }) => forms));
    imported.when(importing(...lines)).thenRefused('glossaryUnchanged');
    imported.when(importing(...lines.toReversed())).thenRefused('glossaryUnchanged');
  });

  it('[UP5] A corrected line changes its own term, not its neighbour’s.', () => {
    const imported = empty
      .when(importing({ forms: { en: ['right'], fr: ['droit'] } }, { forms: { en: ['right'], fr: ['droite'] } }))
      .when(importing({ forms: { en: ['right'], fr: ['droit'] } }, { forms: { en: ['Right'], fr: ['droite'] } }));
    expect(imported.facts).toEqual([{ type: 'termsSet', terms: [{ id: 't2', forms: { en: ['Right'], fr: ['droite'] }, note: null }] }]);
  });

  it('[UP5] Importing any file a second time changes nothing, whatever was there before.', () => {
    fc.assert(
      fc.property(files, files, (before, file) => {
        const once = empty.when(importing(...before)).when(importing(...file));
        once.when(importing(...file)).thenRefused('glossaryUnchanged');
        for (const line of file) expect(once.meeting.glossary.some((term) => says(term, line))).toBe(true);
        expect(new Set(idsOf(once)).size).toBe(once.meeting.glossary.length);
      }),
      { numRuns: 500 },
    );
  });

  it('[UP6] A glossary holds 3,000 terms; an import that would make more is refused as a whole.', () => {
    const many = Array.from({ length: mostTerms }, (_, index): NewTerm => ({ forms: { en: [`term ${index}`] } }));
    planned.when(importing(...many)).thenRefused('glossaryFull');
    const full = empty.when(importing(...many));
    expect(full.meeting.glossary).toHaveLength(mostTerms);
    full.when({ type: 'setTerm', term: { forms: { en: ['one more'] } } }).thenRefused('glossaryFull');
    full.when({ type: 'setTerm', termId: 't7', term: { forms: { en: ['another'] } } }).thenFacts({ type: 'termsSet' });
  });

  it('[UP6] An import in which all terms share a form is decided in good time.', () => {
    const alike = (from: number) =>
      Array.from({ length: mostTerms }, (_, index): NewTerm => ({ forms: { en: ['same'], fr: [`n ${from + index}`] } }));
    const full = empty.when(importing(...alike(0)));
    const before = performance.now();
    full.when(importing(...alike(100_000))).thenRefused('glossaryFull');
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it('[UP6] An import with a line that cannot be a term is refused with its number; an empty one is refused too.', () => {
    const refused = planned.when(importing({ forms: { en: ['good'] } }, { forms: { en: ['<i>'] } })).thenRefused('textMarkup');
    expect(refused.refusal?.params?.field).toBe('terms[1]');
    planned.when(importing()).thenRefused('textEmpty');
  });

  it('[UP15] The sample glossary has forty terms and more, each in the six languages and none twice.', () => {
    expect(sampleGlossary.length).toBeGreaterThanOrEqual(40);
    for (const { forms } of sampleGlossary)
      expect(officialLanguages.filter((language) => (forms[language] ?? []).length === 0)).toEqual([]);
    const imported = empty.when(importing(...sampleGlossary));
    expect(imported.meeting.glossary.map(({ forms }) => forms)).toEqual(sampleGlossary.map(({ forms }) => forms));
    const english = sampleGlossary.flatMap(({ forms }) => forms.en ?? []);
    expect(new Set(english).size).toBe(english.length);
  });

  it('[UP7] The public sees no glossary.', () => {
    expect(meetingAsSeenBy('public', planned.meeting).glossary).toEqual([]);
  });
});

const files = fc.array(
  fc.record({
    forms: fc
      .record(
        {
          en: fc.uniqueArray(fc.constantFrom('a', 'A', 'b', 'c', 'd'), { minLength: 1, maxLength: 2 }),
          fr: fc.uniqueArray(fc.constantFrom('a', 'b', 'é', 'e'), { minLength: 1, maxLength: 2 }),
          es: fc.uniqueArray(fc.constantFrom('x', 'y'), { minLength: 1, maxLength: 1 }),
        },
        { requiredKeys: [] },
      )
      .filter((forms) => Object.keys(forms).length > 0),
  }),
  { minLength: 1, maxLength: 8 },
);

function says(term: Term, line: NewTerm): boolean {
  return Object.entries(line.forms).every(([language, forms]) => {
    const known = Object.entries(term.forms).find(([other]) => other === language)?.[1];
    return JSON.stringify(known) === JSON.stringify(forms);
  });
}

function importing(...terms: readonly NewTerm[]) {
  return { type: 'importTerms', terms } as const;
}

function idsOf({ meeting }: Scenario): readonly string[] {
  return meeting.glossary.map(({ id }) => id);
}
