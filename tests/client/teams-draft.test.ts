import { createRoot, createSignal } from 'solid-js';
import { describe, expect, it } from 'vitest';
import { type BoothEdit, createBoothEdit } from '../../client/views/teams/booth-edit.ts';
import {
  addRow,
  classOf,
  type LanguageClass,
  moveRow,
  nextClass,
  otherLanguages,
  problemOf,
  rowsOf,
  sameTeam,
  type Team,
  teamOf,
  withClass,
} from '../../client/views/teams/team-draft.ts';
import { unPattern } from '../../client/views/teams/un-pattern.ts';
import { emptyBooth, usualPractice } from '../../shared/domain/meeting-from-plan.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { coverFindings, coverOf } from '../../shared/domain/rules/team-cover.ts';
import { must } from '../../shared/lib/assert.ts';
import { allBooths, isLanguage, type LanguageCode, officialLanguages } from '../../shared/reference/languages.ts';

const french: Team = [
  { id: 'F1', a: ['fr'], b: [], c: ['en', 'ru'] },
  { id: 'F2', name: 'Camille D.', a: ['fr'], b: [], c: ['en', 'es'] },
];
const russianOnly: Team = [{ id: 'F9', a: ['fr'], b: [], c: ['ru'] }];

describe('a draft of a team', () => {
  it('[TM5] is the same team after it has been made into rows and back', () => {
    expect(teamOf(rowsOf(french))).toEqual(french);
    const typed = rowsOf([{ id: '  F1 ', name: ' \u202eCamille  D. ', a: ['fr'], b: [], c: [] }]);
    expect(teamOf(typed)).toEqual([{ id: 'F1', name: 'Camille D.', a: ['fr'], b: [], c: [] }]);
  });

  it('[TM6] has a language in one class only, and keeps B languages in the order of preference', () => {
    const row = must(rowsOf([{ id: 'A1', a: ['ar'], b: ['fr'], c: ['en'] }])[0], 'a row');
    const both = withClass(row, 'en', 'b');
    expect([both.b, both.c]).toEqual([['fr', 'en'], []]);
    expect(classOf(withClass(both, 'fr', null), 'fr')).toBeNull();
    const presses: (LanguageClass | null)[] = [null];
    for (let press = 0; press < 4; press += 1) presses.push(nextClass(presses.at(-1) ?? null));
    expect(presses).toEqual([null, 'c', 'b', 'a', null]);
    expect(sameTeam([{ id: 'A1', a: ['ar'], b: ['en', 'fr'], c: [] }], [{ id: 'A1', a: ['ar'], b: ['fr', 'en'], c: [] }])).toBe(false);
    expect(sameTeam([{ id: 'A1', a: ['ar'], b: [], c: ['en', 'fr'] }], [{ id: 'A1', a: ['ar'], b: [], c: ['fr', 'en'] }])).toBe(true);
  });

  it('[TM6] gives a new interpreter the first free initials and the language of the booth', () => {
    const rows = addRow(rowsOf([must(french[1], 'F2')]), 'fr');
    expect(teamOf(rows).map(({ id, a }) => [id, a])).toEqual([
      ['F2', ['fr']],
      ['F1', ['fr']],
    ]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(2);
    expect(addRow([], 'sign')).toMatchObject([{ id: '', a: [] }]);
  });

  it('[TM6] moves a row within the team and never out of it', () => {
    const rows = rowsOf(french);
    expect(teamOf(moveRow(rows, 1, 1)).map(({ id }) => id)).toEqual(['F2', 'F1']);
    expect(moveRow(rows, 1, -1)).toBe(rows);
    expect(moveRow(rows, 2, 1)).toBe(rows);
  });

  it('[TM7] says why it cannot be saved: no initials, the same twice, more than twelve', () => {
    expect(problemOf(rowsOf(french))).toBeNull();
    expect(problemOf(rowsOf([{ id: ' ', a: [], b: [], c: [] }]))).toEqual({ kind: 'initialsMissing' });
    expect(problemOf(rowsOf([must(french[0], 'F1'), must(french[0], 'F1')]))).toMatchObject({ kind: 'refused', code: 'interpreterTwice' });
    const thirteen = Array.from({ length: 13 }, (_, index) => ({ id: `F${index}`, a: ['fr'], b: [], c: [] }));
    expect(problemOf(rowsOf(thirteen))).toEqual({ kind: 'tooMany' });
    expect(problemOf(rowsOf([{ id: 'x'.repeat(41), a: [], b: [], c: [] }]))).toEqual({ kind: 'initialsTooLong' });
  });

  it('[TM6] finds the languages that have no column yet', () => {
    const rows = rowsOf([{ id: 'S1', a: ['es'], b: [], c: ['pt', 'en', 'de'] }]);
    expect(otherLanguages(rows, officialLanguages)).toEqual(['de', 'pt']);
  });
});

interface Desk {
  readonly edit: BoothEdit;
  readonly sent: Team[];
  /** What the meeting holds from now on. */
  arrive(team: Team): void;
  answer(done: boolean): void;
}

function withDesk(run: (desk: Desk) => void | Promise<void>): Promise<void> {
  return createRoot(async (dispose) => {
    const [current, setCurrent] = createSignal<Team>(french, { equals: false });
    const sent: Team[] = [];
    let answer: (done: boolean) => void = () => {};
    const edit = createBoothEdit('fr', current, (team) => {
      sent.push(team);
      return new Promise((resolve) => {
        answer = resolve;
      });
    });
    try {
      await run({ edit, sent, arrive: setCurrent, answer: (done) => answer(done) });
    } finally {
      dispose();
    }
  });
}

function addRussian(edit: BoothEdit, key: number): void {
  edit.change((rows) => rows.map((row) => (row.key === key ? withClass(row, 'de', 'c') : row)));
}

describe('a team edited while others may save it', () => {
  it('[TM8] follows the meeting as long as nobody edits', () =>
    withDesk(({ edit, arrive }) => {
      arrive(russianOnly);
      expect(edit.team()).toEqual(russianOnly);
      expect([edit.dirty(), edit.elsewhere()]).toEqual([false, null]);
    }));

  it('[TM8] keeps what is being edited when the team changes elsewhere, and offers theirs', () =>
    withDesk(({ edit, arrive }) => {
      addRussian(edit, 1);
      const mine = edit.team();
      arrive(russianOnly);
      expect(edit.team()).toEqual(mine);
      expect(edit.elsewhere()).toEqual(russianOnly);
      edit.keepMine();
      expect([edit.team(), edit.elsewhere(), edit.dirty()]).toEqual([mine, null, true]);
      arrive(french);
      expect(edit.elsewhere()).toEqual(french);
      edit.discard();
      expect([edit.team(), edit.dirty()]).toEqual([french, false]);
    }));

  it('[TM8] is no conflict when the other saved the same', () =>
    withDesk(({ edit, arrive }) => {
      edit.load(russianOnly);
      expect(edit.dirty()).toBe(true);
      arrive(russianOnly);
      expect([edit.dirty(), edit.elsewhere()]).toEqual([false, null]);
    }));

  it('[TM9] is saved when the server says so, before or after the picture shows it, and keeps what was typed meanwhile', () =>
    withDesk(async ({ edit, sent, arrive, answer }) => {
      addRussian(edit, 1);
      const first = edit.save();
      expect(edit.saving()).toBe(true);
      addRussian(edit, 2);
      const both = edit.team();
      answer(true);
      await first;
      expect([edit.dirty(), edit.elsewhere(), edit.saving()]).toEqual([true, null, false]);
      arrive(must(sent[0], 'what was sent'));
      expect([edit.team(), edit.dirty(), edit.elsewhere()]).toEqual([both, true, null]);
      const second = edit.save();
      arrive(both);
      answer(true);
      await second;
      expect([edit.team(), edit.dirty()]).toEqual([both, false]);
    }));

  it('[TM9] stays a draft when the server refuses', () =>
    withDesk(async ({ edit, answer }) => {
      addRussian(edit, 1);
      const mine = edit.team();
      const saved = edit.save();
      answer(false);
      expect(await saved).toBe(false);
      expect([edit.team(), edit.dirty()]).toEqual([mine, true]);
    }));

  it('[TM9] shows what somebody saved right after it', () =>
    withDesk(async ({ edit, arrive, answer }) => {
      addRussian(edit, 1);
      const saved = edit.save();
      answer(true);
      await saved;
      arrive(russianOnly);
      expect([edit.team(), edit.dirty(), edit.elsewhere()]).toEqual([russianOnly, false, null]);
    }));
});

describe('the pattern of the United Nations', () => {
  it('[TM10] has three places in the Arabic and Chinese booths with a retour, two elsewhere with two C languages', () => {
    for (const booth of officialLanguages) {
      const biactive = booth === 'ar' || booth === 'zh';
      const team = unPattern(booth, officialLanguages);
      expect([booth, team.length]).toEqual([booth, biactive ? 3 : 2]);
      for (const { a, b, c } of team) {
        expect(a).toEqual([booth]);
        if (biactive) expect(['en', 'fr']).toContain(b.join());
        else expect([b.length, c.length]).toEqual([0, 2]);
      }
      expect(problemOf(rowsOf(team))).toBeNull();
    }
  });

  it('[TM10] leaves no gap, whatever is spoken', () => {
    const booths = Object.fromEntries(
      allBooths.map((name) => [name, { ...emptyBooth, interpreters: isLanguage(name) ? unPattern(name, officialLanguages) : [] }]),
    );
    const meeting = { languages: officialLanguages, practice: usualPractice, booths: booths as Meeting['booths'] };
    expect(coverFindings(meeting)).toEqual([]);
    const roles = coverOf(meeting)?.flatMap(({ cells }) => cells.map(({ role }) => role));
    expect(roles).not.toContain('gap');
    expect(roles?.length).toBe(36);
  });

  it('[TM10] names only languages that the meeting has', () => {
    const three = ['ar', 'fr', 'es'] as const;
    const known = (code: LanguageCode): boolean => three.some((language) => language === code);
    for (const booth of three) {
      for (const { a, b, c } of unPattern(booth, three)) expect([...a, ...b, ...c].every(known)).toBe(true);
    }
    expect(unPattern('ar', three).map(({ b }) => b)).toEqual([['fr'], ['fr'], ['fr']]);
  });
});
