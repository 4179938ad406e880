/**
 * The sample meeting: the panel of 26 February 2018, from its concept note. The paper names the podium; the thirty places
 * of the floor are filled with delegations to have something to run, and marked illustrative.
 */
import type { Interpreter } from '../../shared/domain/meeting.ts';
import type { MeetingPlan } from '../../shared/domain/plan.ts';
import type { Language } from '../../shared/reference/languages.ts';
import { firstSlot, secondSlot } from './hrc37-floor.ts';
import { sampleGlossary } from './hrc37-glossary.ts';
import { podium } from './hrc37-podium.ts';

export const sampleMeetingId = 'hrc37-mainstreaming';

/** One hour for the podium; 2 slots of 15 places of 2 minutes make the other. Nothing is left for changes of speaker. */
const podiumSeconds = 3600;
const slotSeconds = 1800;
const slotQuota = { state: 12, nhri: 1, ngo: 2 } as const;

/** Invented initials; combinations as in the examples of the relay rules. Arabic and Chinese also work into another language. */
const booths: Partial<Record<Language, readonly Interpreter[]>> = {
  ar: [
    { id: 'A1', a: ['ar'], b: ['en'], c: ['fr'] },
    { id: 'A2', a: ['ar'], b: ['fr'], c: ['en'] },
    { id: 'A3', a: ['ar'], b: ['en'], c: [] },
  ],
  zh: [
    { id: 'Z1', a: ['zh'], b: ['en'], c: [] },
    { id: 'Z2', a: ['zh'], b: ['en'], c: ['fr'] },
    { id: 'Z3', a: ['zh'], b: ['en'], c: [] },
  ],
  en: [
    { id: 'E1', a: ['en'], b: [], c: ['fr', 'ru'] },
    { id: 'E2', a: ['en'], b: [], c: ['fr', 'es'] },
  ],
  fr: [
    { id: 'F1', a: ['fr'], b: [], c: ['en', 'ru'] },
    { id: 'F2', a: ['fr'], b: [], c: ['en', 'es'] },
  ],
  ru: [
    { id: 'R1', a: ['ru'], b: [], c: ['en', 'fr'] },
    { id: 'R2', a: ['ru'], b: [], c: ['en', 'es'] },
  ],
  es: [
    { id: 'S1', a: ['es'], b: [], c: ['en', 'fr'] },
    { id: 'S2', a: ['es'], b: [], c: ['en', 'ru'] },
  ],
};

export const samplePlan: MeetingPlan = {
  title: 'Annual high-level panel on human rights mainstreaming',
  shortTitle: 'Human rights mainstreaming · HRC 37',
  theme:
    'The promotion and protection of human rights in the light of the universal periodic review mechanism: challenges and opportunities',
  body: 'Human Rights Council, 37th session',
  place: 'Palais des Nations, Room XX',
  webcast: 'webtv.un.org',
  date: '2018-02-26',
  startsAt: '16:00',
  endsAt: '18:00',
  timeZone: 'Europe/Zurich',
  languages: ['ar', 'zh', 'en', 'fr', 'ru', 'es'],
  segments: [
    { title: 'Podium', part: 'podium', budgetSeconds: podiumSeconds, entries: podium },
    { title: 'Floor, slot 1', part: 'floor', budgetSeconds: slotSeconds, quota: slotQuota, entries: firstSlot },
    { title: 'Panellists respond', part: 'podium', budgetSeconds: 0, optional: true, entries: [] },
    { title: 'Floor, slot 2', part: 'floor', budgetSeconds: slotSeconds, quota: slotQuota, entries: secondSlot },
  ],
  booths,
  glossary: sampleGlossary,
};
