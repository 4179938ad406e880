/** Small plans for tests: nothing in them that a test has to think about, everything complete unless it says otherwise. */
import type { MeetingPlan, PlanEntry, PlanPerson } from '../../shared/domain/plan.ts';
import { officialLanguages } from '../../shared/reference/languages.ts';

/** `Ann` has the captions `Ann [ar]`, `Ann [zh]` and so on, all verified. */
export function person(name: string, more: Partial<PlanPerson> = {}): PlanPerson {
  const captions = Object.fromEntries(
    officialLanguages.map((language) => [
      language,
      { name: `${name} [${language}]`, function: `Function of ${name}`, verifiedBy: 'the test' },
    ]),
  );
  return { name, function: `Function of ${name}`, captions, ...more };
}

/** A delegation of two minutes, in English. */
export function delegation(name: string, more: Partial<PlanEntry> = {}): PlanEntry {
  return { persons: [person(name, { kind: 'delegation' })], rank: 'state', language: 'en', limitSeconds: 120, ...more };
}

/**
 * Podium (e1 Chair, e2 Steiner by video with Piper in the room, e3 Minister in Spanish), slot 1 (e4 Group, e5 Albania,
 * e6 Brazil, e7 Institute), slot 2 (e8 Chad, e9 Denmark, e10 Coalition). Persons count on: p1 Chair, p2 Steiner, p3 Piper,
 * p4 Minister, p5 Group and so on to p11 Coalition.
 */
export function smallPlan(more: Partial<MeetingPlan> = {}): MeetingPlan {
  return {
    title: 'Panel',
    date: '2018-02-26',
    startsAt: '16:00',
    endsAt: '18:00',
    timeZone: 'Europe/Zurich',
    segments: [
      {
        title: 'Podium',
        part: 'podium',
        budgetSeconds: 3600,
        entries: [
          { persons: [person('Chair')], role: 'chair', rank: 'dignitary', language: 'en', limitSeconds: 180 },
          {
            persons: [person('Steiner', { delivery: 'video' }), person('Piper', { delivery: 'room' })],
            role: 'panellist',
            rank: 'igo',
            delivery: 'video',
            language: 'en',
            limitSeconds: 480,
          },
          { persons: [person('Minister')], role: 'panellist', rank: 'dignitary', language: 'es', limitSeconds: 480 },
        ],
      },
      {
        title: 'Slot 1',
        part: 'floor',
        budgetSeconds: 1800,
        quota: { state: 2, nhri: 1 },
        entries: [
          delegation('Group', { rank: 'group', onBehalfOf: 'Some States', note: 'Arrives by the side door' }),
          delegation('Albania', {
            language: 'fr',
            script: { status: 'received', language: 'fr', handling: 'checkAgainstDelivery', paragraphs: ['Un.', 'Deux.', 'Trois.'] },
          }),
          delegation('Brazil', { language: 'es' }),
          delegation('Institute', { rank: 'nhri' }),
        ],
      },
      {
        title: 'Slot 2',
        part: 'floor',
        budgetSeconds: 1800,
        quota: { state: 2, ngo: 1 },
        entries: [delegation('Chad', { language: 'fr' }), delegation('Denmark'), delegation('Coalition', { rank: 'ngo' })],
      },
    ],
    booths: {
      fr: [
        { id: 'F. One', a: ['fr'], b: [], c: ['en', 'es'] },
        { id: 'F. Two', a: ['fr'], b: [], c: ['en', 'ru'] },
      ],
      zh: [{ id: 'Z. One', a: ['zh'], b: ['en'], c: ['fr'] }],
    },
    ...more,
  };
}

/** As many delegations of two minutes as asked for, `State 1` and on. */
export function floorPlan(count: number, more: Partial<MeetingPlan> = {}): MeetingPlan {
  const entries = Array.from({ length: count }, (_, index) => delegation(`State ${index + 1}`));
  return smallPlan({ segments: [{ title: 'Floor', part: 'floor', budgetSeconds: 3600, entries }], ...more });
}
