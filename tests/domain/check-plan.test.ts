import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../shared/domain/check-plan.ts';
import type { MeetingPlan, PlanEntry } from '../../shared/domain/plan.ts';
import { delegation, person, smallPlan } from '../kit/plans.ts';

describe('a plan from outside', () => {
  it('[TX5] It is cleaned like any other text: names, functions, captions, titles, notes, teams and paragraphs.', () => {
    const dirty = ' A\u202Eb\u0000  c ';
    const entry = delegation('X', {
      persons: [
        person(dirty, { honorific: dirty, function: dirty, captions: { fr: { name: dirty, function: dirty, verifiedBy: dirty } } }),
      ],
      onBehalfOf: dirty,
      note: dirty,
      script: { status: 'received', paragraphs: ['One\u202E\u0000 two', '  ', 'a <b> stays text'] },
    });
    const plan = withEntry(entry, { title: dirty, theme: dirty, booths: { fr: [{ id: dirty, a: ['fr'], b: [], c: [] }] } });
    const checked = checkPlan(plan);
    const clean = 'Ab c';
    expect(checked).toMatchObject({
      ok: true,
      value: {
        title: clean,
        theme: clean,
        booths: { fr: [{ id: clean }] },
        segments: [
          {
            entries: [
              {
                persons: [
                  { name: clean, honorific: clean, function: clean, captions: { fr: { name: clean, function: clean, verifiedBy: clean } } },
                ],
                onBehalfOf: clean,
                note: clean,
                script: { paragraphs: ['One two', 'a <b> stays text'] },
              },
            ],
          },
        ],
      },
    });
  });

  const bad: readonly (readonly [string, MeetingPlan, string, string])[] = [
    ['an unknown time zone', smallPlan({ timeZone: 'Mars/Olympus' }), 'timeZoneUnknown', 'timeZone'],
    ['an empty title', smallPlan({ title: ' ' }), 'textEmpty', 'title'],
    ['markup in the theme', smallPlan({ theme: '<b>' }), 'textMarkup', 'theme'],
    ['an entry without anybody', withEntry(delegation('X', { persons: [] })), 'personMissing', 'segments[0].entries[0].persons'],
    ['markup in a name', withEntry(delegation('<script>')), 'textMarkup', 'segments[0].entries[0].persons[0]'],
    ['a caption of 300 characters', withEntry(captioned('x'.repeat(300))), 'textTooLong', 'segments[0].entries[0].persons[0]'],
    ['markup in a note', withEntry(delegation('X', { note: 'a > b' })), 'textMarkup', 'segments[0].entries[0].note'],
    ['markup in a group', withEntry(delegation('X', { onBehalfOf: '<g>' })), 'textMarkup', 'segments[0].entries[0].onBehalfOf'],
    ['an interpreter without a name', smallPlan({ booths: { ru: [{ id: ' ', a: ['ru'], b: [], c: [] }] } }), 'textEmpty', 'booths.ru'],
  ];
  it.each(bad)('[TX6] A plan with %s is refused, and the refusal names the place.', (_, plan, code, field) => {
    expect(checkPlan(plan)).toMatchObject({ ok: false, error: { code, params: { field } } });
  });

  it('comes back as it was when there is nothing to clean', () => {
    expect(checkPlan(smallPlan())).toEqual({ ok: true, value: smallPlan() });
  });
});

function withEntry(entry: PlanEntry, more: Partial<MeetingPlan> = {}): MeetingPlan {
  return smallPlan({ segments: [{ title: 'Floor', part: 'floor', budgetSeconds: 60, entries: [entry] }], ...more });
}

function captioned(name: string): PlanEntry {
  return delegation('X', { persons: [person('X', { captions: { ar: { name } } })] });
}
