import { describe, expect, it } from 'vitest';
import { type PracticeDraft, practicePatch, practiceProblem, savedField, withField } from '../../client/views/teams/practice-draft.ts';
import { usualPractice } from '../../shared/domain/meeting-from-plan.ts';
import type { Practice } from '../../shared/domain/meeting.ts';
import { usualPaceLimits } from '../../shared/domain/rules/pace.ts';

const frenchSlower: Practice = { ...usualPractice, paceLimits: { fr: { amber: 120, red: 140 } } };

describe('the fields of practice', () => {
  it('[TM14] are empty where the usual figure holds', () => {
    expect(savedField(frenchSlower, 'first')).toBe('25');
    expect(savedField(frenchSlower, 'red:fr')).toBe('140');
    expect(savedField(frenchSlower, 'red:en')).toBe('');
  });

  it('[TM14] ask only for what was touched', () => {
    const marks = withField(usualPractice, {}, 'second', '35');
    expect(practicePatch(usualPractice, marks)).toEqual({ turnMarks: [25, 35] });
    const pace = withField(frenchSlower, {}, 'amber:en', '125');
    expect(practicePatch(frenchSlower, pace)).toEqual({ paceLimits: { en: { amber: 125, red: usualPaceLimits.en.red } } });
    const emptied: PracticeDraft = { 'amber:fr': '', 'red:fr': ' ' };
    expect(practicePatch(frenchSlower, emptied)).toEqual({ paceLimits: { fr: null } });
    expect(withField(usualPractice, marks, 'second', '30')).toEqual({});
  });

  it('[TM14] are not sent out of order or out of range', () => {
    expect(practiceProblem(usualPractice, {})).toBeNull();
    expect(practiceProblem(usualPractice, { first: '31' })).toEqual({ kind: 'minutes' });
    expect(practiceProblem(usualPractice, { first: '' })).toEqual({ kind: 'minutes' });
    expect(practiceProblem(usualPractice, { second: '241' })).toEqual({ kind: 'minutes' });
    expect(practiceProblem(frenchSlower, { 'amber:fr': '141' })).toEqual({ kind: 'pace', language: 'fr' });
    expect(practiceProblem(usualPractice, { 'red:zh': '1001' })).toEqual({ kind: 'pace', language: 'zh' });
    expect(practiceProblem(usualPractice, { 'red:ru': 'quick' })).toEqual({ kind: 'pace', language: 'ru' });
  });
});
