/** A plan becomes a meeting: ids are given out in order of the list, so that the same plan always gives the same meeting. */
import type { MeetingId } from '../lib/ids.ts';
import { instantToDate, zonedTimeToInstant } from '../lib/zoned-time.ts';
import { type BoothName, type Language, officialLanguages } from '../reference/languages.ts';
import type { Booth, CaptionText, Entry, Interpreter, Meeting, Person, Practice, Script, Segment } from './meeting.ts';
import type { MeetingPlan, PlanCaption, PlanEntry, PlanPerson, PlanScript } from './plan.ts';

/** Seconds lost at each change of speaker: `domain.md` section 0, fact 1 (10 to 12 s). */
const defaultChangeoverSeconds = 10;

/** Half an hour at the microphone is UN practice, and nobody takes relay of a relay unasked (`domain.md` 1.1). */
export const usualPractice: Practice = { turnMarks: [25, 30], paceLimits: {}, allowDoubleRelay: false };

export function meetingFromPlan(id: MeetingId, plan: MeetingPlan): Meeting {
  const segments = plan.segments.map(
    (segment, index): Segment => ({
      id: `s${index + 1}`,
      part: segment.part,
      title: segment.title,
      budgetSeconds: segment.budgetSeconds,
      quota: segment.quota ?? null,
      optional: segment.optional ?? false,
    }),
  );
  const numbers = { entry: 0, person: 0 };
  const entries = plan.segments.flatMap((segment, index) =>
    segment.entries.map((entry) => {
      numbers.entry += 1;
      const persons = entry.persons.map((person) => {
        numbers.person += 1;
        return personFromPlan(`p${numbers.person}`, person, entry);
      });
      return entryFromPlan(`e${numbers.entry}`, `s${index + 1}`, entry, persons);
    }),
  );
  const languages = plan.languages ?? officialLanguages;
  const plannedStartAt = zonedTimeToInstant(plan.date, plan.startsAt, plan.timeZone);
  // A meeting that ends "before" it starts runs past midnight.
  const lastDate = plan.endsAt > plan.startsAt ? plan.date : dateAfter(plan.date);
  const hardEndAt = zonedTimeToInstant(lastDate, plan.endsAt, plan.timeZone);
  return {
    id,
    title: plan.title,
    shortTitle: plan.shortTitle ?? plan.title,
    theme: plan.theme ?? null,
    body: plan.body ?? null,
    place: plan.place ?? null,
    webcast: plan.webcast ?? null,
    date: plan.date,
    startsAt: plan.startsAt,
    endsAt: plan.endsAt,
    timeZone: plan.timeZone,
    plannedStartAt,
    hardEndAt,
    languages,
    status: 'planned',
    startedAt: null,
    closedAt: null,
    listOpen: true,
    segments,
    entries,
    floor: null,
    interrupted: null,
    captions: { armed: null, onAir: null, seq: 0, required: languages },
    changes: [],
    signals: [],
    slowDown: null,
    booths: boothsFromPlan(plan.booths ?? {}),
    languageSwitch: null,
    glossary: (plan.glossary ?? []).map((term, index) => ({ id: `t${index + 1}`, forms: term.forms, note: term.note ?? null })),
    practice: usualPractice,
    changeoverSeconds: plan.changeoverSeconds ?? defaultChangeoverSeconds,
    counters: { entry: numbers.entry, person: numbers.person, cue: 0, change: 0, signal: 0, term: plan.glossary?.length ?? 0 },
  };
}

/** Midday is far from every edge of a day. */
function dateAfter(date: string): string {
  return instantToDate(zonedTimeToInstant(date, '12:00', 'UTC') + 24 * 3600_000, 'UTC');
}

/** Also for entries inscribed later: `decide` gives the id. */
export function personFromPlan(id: string, person: PlanPerson, entry: Pick<PlanEntry, 'delivery'>): Person {
  return {
    id,
    kind: person.kind ?? 'person',
    name: person.name,
    nameLanguage: person.nameLanguage ?? 'en',
    honorific: person.honorific ?? null,
    function: person.function ?? null,
    pronunciation: person.pronunciation ?? null,
    announcedAs: person.announcedAs ?? null,
    delivery: person.delivery ?? entry.delivery ?? 'room',
    captions: captionsFromPlan(person.captions ?? {}),
  };
}

export function entryFromPlan(id: string, segmentId: string, entry: PlanEntry, persons: readonly Person[]): Entry {
  return {
    id,
    revision: 1,
    captionRevision: 1,
    kind: 'statement',
    segmentId,
    role: entry.role ?? null,
    rank: entry.rank,
    status: 'listed',
    delivery: entry.delivery ?? 'room',
    language: entry.language,
    persons,
    replaced: [],
    onBehalfOf: entry.onBehalfOf ?? null,
    limitSeconds: entry.limitSeconds,
    script: scriptFromPlan(entry.script, entry.language),
    illustrative: entry.illustrative ?? false,
    note: entry.note ?? null,
    spoken: null,
    lastEdit: null,
  };
}

function captionsFromPlan(captions: Partial<Record<Language, PlanCaption>>): Partial<Record<Language, CaptionText>> {
  return Object.fromEntries(
    Object.entries(captions).map(([language, caption]) => [
      language,
      {
        name: caption.name,
        function: caption.function ?? null,
        verified: caption.verifiedBy === undefined ? null : { by: 'reference' as const, at: null, source: caption.verifiedBy },
      },
    ]),
  );
}

function scriptFromPlan(script: PlanScript | undefined, language: string): Script {
  if (script === undefined) return { status: 'none', texts: [], position: null };
  if (script.paragraphs === undefined || script.paragraphs.length === 0) return { status: script.status, texts: [], position: null };
  return {
    status: script.status,
    texts: [
      {
        language: script.language ?? language,
        version: 1,
        handling: script.handling ?? null,
        paragraphs: script.paragraphs,
        sample: script.sample ?? false,
        receivedAt: null,
        previous: null,
      },
    ],
    position: null,
  };
}

function boothsFromPlan(teams: Partial<Record<BoothName, readonly Interpreter[]>>): Meeting['booths'] {
  const booth = (name: BoothName): Booth => ({ ...emptyBooth, interpreters: teams[name] ?? [] });
  return {
    ar: booth('ar'),
    zh: booth('zh'),
    en: booth('en'),
    fr: booth('fr'),
    ru: booth('ru'),
    es: booth('es'),
    captions: booth('captions'),
    sign: booth('sign'),
  };
}

export const emptyBooth: Booth = { interpreters: [], retourInto: null, onMic: null, declared: null, handover: null };
