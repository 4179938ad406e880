import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Booth, Entry, Interpreter, Meeting } from '../../shared/domain/meeting.ts';
import { emptyBooth } from '../../shared/domain/meeting-from-plan.ts';
import { lookAhead, warningsPerEntry } from '../../shared/domain/rules/look-ahead.ts';
import { queue } from '../../shared/domain/selectors.ts';
import type { EntryId } from '../../shared/lib/ids.ts';
import { type Language, type LanguageCode, officialLanguages } from '../../shared/reference/languages.ts';
import { given, startsAt } from '../kit/given.ts';
import { floorPlan } from '../kit/plans.ts';

const runs = { numRuns: 500 };
/** A busy machine must not fail them: Vitest's 5 s is for one core of our own. */
const patience = 60_000;
const places = 8;
const languages = fc.constantFrom(...officialLanguages);
/** Portuguese: spoken on the floor, no booth works into it. */
const spoken = fc.constantFrom<LanguageCode>(...officialLanguages, 'pt');
const list = given(floorPlan(places)).meeting;

function interpreterOf(target: Language): fc.Arbitrary<Omit<Interpreter, 'id'>> {
  return fc
    .tuple(fc.option(languages, { freq: 3 }), fc.uniqueArray(spoken, { maxLength: 3 }))
    .map(([b, c]) => ({ a: [target], b: b === null || b === target ? [] : [b], c: c.filter((code) => code !== target && code !== b) }));
}

function boothOf(target: Language): fc.Arbitrary<Booth> {
  return fc.tuple(fc.array(interpreterOf(target), { maxLength: 3 }), fc.nat(3)).map(([people, place]) => {
    const interpreters = people.map((person, index) => ({ ...person, id: `${target}${index}` }));
    const onMic = interpreters[place];
    return { ...emptyBooth, interpreters, onMic: onMic === undefined ? null : { interpreter: onMic.id, since: startsAt } };
  });
}

const entryFacts = fc.record({
  language: spoken,
  delivery: fc.constantFrom<Entry['delivery']>('room', 'room', 'video', 'remote'),
  status: fc.constantFrom<Entry['status']>('listed', 'listed', 'listed', 'called', 'done', 'absent', 'withdrawn', 'replaced'),
});

const meetings: fc.Arbitrary<Meeting> = fc
  .record({
    booths: fc.record({ ar: boothOf('ar'), zh: boothOf('zh'), en: boothOf('en'), fr: boothOf('fr'), ru: boothOf('ru'), es: boothOf('es') }),
    facts: fc.array(entryFacts, { minLength: places, maxLength: places }),
    status: fc.constantFrom<Meeting['status']>('planned', 'running', 'suspended', 'closed'),
    allowDoubleRelay: fc.boolean(),
  })
  .map(({ booths, facts, status, allowDoubleRelay }) => ({
    ...list,
    status,
    booths: { ...list.booths, ...booths },
    practice: { ...list.practice, allowDoubleRelay },
    entries: list.entries.map((entry, index) => ({ ...entry, ...facts[index] })),
  }));
/** On the day before or after, or close to the start. */
const moments = fc.oneof(...[86_400_000, 600_000].map((far) => fc.integer({ min: startsAt - far, max: startsAt + far })));

function mayWork({ a, b, c }: Interpreter, source: LanguageCode, target: LanguageCode): boolean {
  return source !== target && (a.includes(target) ? [...a, ...b, ...c].includes(source) : b.includes(target) && a.includes(source));
}

describe('every look ahead', { timeout: patience }, () => {
  it('[LA9] speaks of entries in the queue only, in their order, to booths of the meeting, and of no time that is past', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(meetings, moments, (meeting, now) => {
        const order = queue(meeting).map(({ id }) => id);
        const warnings = lookAhead(meeting, now);
        const firsts = warnings.map(({ entries }) => order.indexOf(entries[0] ?? ''));
        const faults = warnings.filter(({ kind, entryId, entries, booths, at }) => {
          seen.set(kind, (seen.get(kind) ?? 0) + 1);
          const inQueue = isRising(entries.map((id) => order.indexOf(id))) && entries[0] === entryId;
          const known = booths.length > 0 && booths.every((booth) => meeting.languages.includes(booth));
          return !inQueue || !known || (at !== null && at < now);
        });
        expect([faults, firsts]).toEqual([[], firsts.toSorted((one, other) => one - other)]);
      }),
      runs,
    );
    expect([...seen.keys()].toSorted()).toEqual([
      'doubleRelay',
      'gap',
      'handoverNeeded',
      'retourNeeded',
      'singlePivot',
      'videoWithoutText',
    ]);
    expect(Math.min(...seen.values())).toBeGreaterThan(20);
  });

  it('[LA2] names for a handover one of the booth who is not at its microphone', () => {
    fc.assert(
      fc.property(meetings, moments, (meeting, now) => {
        const faults = lookAhead(meeting, now).filter((warning) => {
          if (warning.kind !== 'handoverNeeded') return false;
          const { interpreter, takesOverFrom, booths } = warning;
          const [booth] = booths.map((name) => meeting.booths[name]);
          const known = booth?.interpreters.some(({ id }) => id === interpreter);
          return known !== true || takesOverFrom !== (booth?.onMic?.interpreter ?? null) || interpreter === takesOverFrom;
        });
        expect(faults).toEqual([]);
      }),
      runs,
    );
  });

  it('[LA1] of a single pivot names the only one who can give that relay, and all others of the booth as those who cannot', () => {
    fc.assert(
      fc.property(meetings, moments, (meeting, now) => {
        const faults = lookAhead(meeting, now).filter((warning) => {
          // With double relay a second pivot takes relay itself: its cover is of that language, not of the floor's.
          if (warning.kind !== 'singlePivot' || meeting.practice.allowDoubleRelay) return false;
          const people = warning.booths.flatMap((name) => meeting.booths[name].interpreters);
          const able = people.filter((person) => mayWork(person, warning.language, warning.channel));
          const unable = people.filter((person) => !able.includes(person));
          return idsOf(able) !== warning.interpreter || idsOf(unable) !== warning.notTo.join();
        });
        expect(faults).toEqual([]);
      }),
      runs,
    );
  });

  it('[LA9] is the same for the same meeting and leaves it as it is', () => {
    fc.assert(
      fc.property(meetings, moments, (meeting, now) => {
        const before = JSON.stringify(meeting);
        const again: Meeting = JSON.parse(before);
        expect(JSON.stringify(lookAhead(again, now))).toBe(JSON.stringify(lookAhead(meeting, now)));
        expect(JSON.stringify(meeting) === before).toBe(true);
      }),
      runs,
    );
  });

  it('[LA9] is empty for a team in which everybody covers every language', () => {
    fc.assert(
      fc.property(meetings, moments, (meeting, now) => {
        const entries = meeting.entries.map((entry): Entry => ({ ...entry, delivery: 'room' }));
        expect(lookAhead({ ...meeting, entries, booths: { ...meeting.booths, ...polyglots(meeting) } }, now)).toEqual([]);
      }),
      runs,
    );
  });

  it('[LA3] has no more gaps for any speaker after an interpreter has joined a booth', () => {
    const joiners = languages.chain((target) => fc.tuple(fc.constant(target), interpreterOf(target)));
    let closed = 0;
    fc.assert(
      fc.property(meetings, joiners, moments, (meeting, [target, person], now) => {
        // Before anybody is known, nothing is said: that is not the same as no gap.
        fc.pre(officialLanguages.some((language) => meeting.booths[language].interpreters.length > 0));
        const old = meeting.booths[target];
        const joined = { ...old, interpreters: [...old.interpreters, { ...person, id: 'new' }] };
        const before = gapsOf(meeting, now);
        const after = gapsOf({ ...meeting, booths: { ...meeting.booths, [target]: joined } }, now);
        const more = queue(meeting).filter(({ id }) => (after.get(id) ?? 0) > (before.get(id) ?? 0));
        expect(more.map(({ language }) => language)).toEqual([]);
        closed += queue(meeting).filter(({ id }) => (after.get(id) ?? 0) < (before.get(id) ?? 0)).length;
      }),
      runs,
    );
    expect(closed).toBeGreaterThan(50);
  });
});

function isRising(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => number > (numbers[index - 1] ?? -1));
}

function idsOf(people: readonly Interpreter[]): string {
  return people.map(({ id }) => id).join();
}

/** Two in each booth, with all languages; whoever of the two is at the microphone stays there. */
function polyglots({ booths }: Meeting): Partial<Meeting['booths']> {
  return Object.fromEntries(
    officialLanguages.map((target) => {
      const c = [...officialLanguages, 'pt'].filter((code) => code !== target);
      const interpreters = [0, 1].map((index): Interpreter => ({ id: `${target}${index}`, a: [target], b: [], c }));
      return [target, { ...booths[target], interpreters }];
    }),
  );
}

/** Booths without a way, per entry. */
function gapsOf(meeting: Meeting, now: number): ReadonlyMap<EntryId, number> {
  const gaps = new Map<EntryId, number>();
  for (const warning of warningsPerEntry(meeting, now)) {
    if (warning.kind === 'gap') gaps.set(warning.entryId, (gaps.get(warning.entryId) ?? 0) + warning.booths.length);
  }
  return gaps;
}
