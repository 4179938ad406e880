import { describe, expect, it } from 'vitest';
import { sampleMeetingId, samplePlan } from '../../server/sample/hrc37-panel.ts';
import type { PlanEntry, PlanPerson } from '../../shared/domain/plan.ts';
import { must } from '../../shared/lib/assert.ts';
import { isLanguage, officialLanguages } from '../../shared/reference/languages.ts';
import { stateByName } from '../../shared/reference/un-short-names.ts';

const [podium, slot1, responses, slot2] = samplePlan.segments;
const slots = [must(slot1, 'slot 1'), must(slot2, 'slot 2')];
const entries = samplePlan.segments.flatMap((segment) => segment.entries);
const floorEntries = slots.flatMap((slot) => slot.entries);

describe('the sample meeting', () => {
  it('is the panel of the issue, at its date, place and hours', () => {
    expect(sampleMeetingId).toBe('hrc37-mainstreaming');
    expect(samplePlan).toMatchObject({
      title: 'Annual high-level panel on human rights mainstreaming',
      theme:
        'The promotion and protection of human rights in the light of the universal periodic review mechanism: challenges and opportunities',
      body: 'Human Rights Council, 37th session',
      place: 'Palais des Nations, Room XX',
      webcast: 'webtv.un.org',
      date: '2018-02-26',
      startsAt: '16:00',
      endsAt: '18:00',
      timeZone: 'Europe/Zurich',
    });
    expect(must(samplePlan.shortTitle, 'a short title').length).toBeLessThanOrEqual(40);
  });

  it('fills two hours to the second: one for the podium, two slots of half an hour for the floor', () => {
    expect(samplePlan.segments.map((segment) => [segment.title, segment.part, segment.budgetSeconds])).toEqual([
      ['Podium', 'podium', 3600],
      ['Floor, slot 1', 'floor', 1800],
      ['Panellists respond', 'podium', 0],
      ['Floor, slot 2', 'floor', 1800],
    ]);
    expect(responses).toMatchObject({ optional: true, entries: [] });
    for (const slot of slots) expect(secondsOf(slot.entries)).toBe(slot.budgetSeconds);
    expect(secondsOf(must(podium, 'the podium').entries)).toBeLessThanOrEqual(3600);
  });

  it('has two interpreters per booth and three in Arabic and Chinese, each with a language of their own booth', () => {
    for (const language of officialLanguages) {
      const team = must(samplePlan.booths?.[language], `a team for ${language}`);
      expect(team).toHaveLength(language === 'ar' || language === 'zh' ? 3 : 2);
      for (const interpreter of team) {
        expect(interpreter.a).toEqual([language]);
        expect([...interpreter.b, ...interpreter.c].every(isLanguage)).toBe(true);
        expect(interpreter.b.length > 0).toBe(language === 'ar' || language === 'zh');
      }
    }
  });
});

describe('the podium of the sample', () => {
  it('names nine places and ten persons exactly as the issue does', () => {
    const named = must(podium, 'the podium').entries.map((entry) => [entry.role, entry.persons.map(announced)]);
    expect(named).toEqual([
      ['chair', ['H.E. Mr. Vojislav Šuc, President of the Human Rights Council']],
      ['opening', ['H.E. Mr. Miroslav Lajčák, President of the 72nd session of the General Assembly']],
      ['opening', ['Ms. Amina Mohammed, Deputy Secretary-General of the United Nations']],
      ['opening', ["Mr. Zeid Ra'ad Al Hussein, United Nations High Commissioner for Human Rights"]],
      ['moderator', ['Ms. Kate Gilmore, United Nations Deputy High Commissioner for Human Rights']],
      [
        'panellist',
        [
          'Mr. Achim Steiner, Administrator of the United Nations Development Programme',
          'Mr. Robert Piper, Special Adviser on United Nations Reforms, United Nations Development Programme',
        ],
      ],
      [
        'panellist',
        [
          'Ms. Charlotte Petri Gornitzka, Chair of the Development Assistance Committee, Organisation for Economic Co-operation and Development',
        ],
      ],
      ['panellist', ['H.E. Ms. María Fernanda Espinosa Garcés, Minister of Foreign Affairs and Human Mobility of Ecuador']],
      ['panellist', ['Ms. Mary Robinson, former United Nations High Commissioner for Human Rights']],
    ]);
  });

  it('gives the times of the concept note', () => {
    expect(must(podium, 'the podium').entries.map((entry) => entry.limitSeconds)).toEqual([180, 360, 360, 360, 240, 480, 480, 480, 480]);
  });

  it('has two video messages, one of them in one place with the person in the room who takes part for its speaker', () => {
    const videos = entries.filter((entry) => entry.delivery === 'video');
    expect(videos.map((entry) => entry.persons.map((person) => [person.name, person.delivery]))).toEqual([
      [['Amina Mohammed', undefined]],
      [
        ['Achim Steiner', 'video'],
        ['Robert Piper', 'room'],
      ],
    ]);
  });

  it('speaks English, and Spanish for the Minister of Ecuador', () => {
    const spanish = must(podium, 'the podium').entries.filter((entry) => entry.language !== 'en');
    expect(spanish.map((entry) => [entry.persons[0]?.name, entry.language])).toEqual([['María Fernanda Espinosa Garcés', 'es']]);
  });

  it('shows verified, unverified and missing captions side by side', () => {
    expect(captionGaps('Miroslav Lajčák')).toEqual({ missing: [], unverified: [] });
    expect(captionGaps('Amina Mohammed')).toEqual({ missing: [], unverified: ['zh'] });
    expect(captionGaps('Achim Steiner')).toEqual({ missing: [], unverified: [] });
    expect(captionGaps('Mary Robinson')).toEqual({ missing: [], unverified: [] });
    expect(captionGaps('Robert Piper')).toEqual({ missing: [], unverified: ['zh'] });
    expect(captionGaps('María Fernanda Espinosa Garcés')).toEqual({ missing: [], unverified: ['ar'] });
    expect(captionGaps('Charlotte Petri Gornitzka')).toEqual({ missing: ['zh'], unverified: ['ar', 'ru'] });
    expect(captionGaps('Vojislav Šuc')).toEqual({ missing: ['zh'], unverified: ['ar', 'ru'] });
    expect(captionGaps('Kate Gilmore')).toEqual({ missing: [], unverified: ['ar', 'zh', 'ru'] });
  });

  it('says in each caption what the person is, with no honorific in the name', () => {
    for (const person of must(podium, 'the podium').entries.flatMap((entry) => entry.persons)) {
      expect(person.name).not.toMatch(/^(H\.E\.|Mr\.|Ms\.)/);
      expect(person.captions?.en?.name).toBe(person.name);
      for (const caption of Object.values(person.captions ?? {})) expect(caption.function).toBeTruthy();
    }
  });
});

describe('the floor of the sample', () => {
  it('has thirty illustrative delegations of two minutes, no person and no name twice', () => {
    expect(floorEntries).toHaveLength(30);
    for (const entry of floorEntries) {
      expect(entry).toMatchObject({ limitSeconds: 120, illustrative: true, persons: [{ kind: 'delegation' }] });
      expect(entry.persons).toHaveLength(1);
    }
    expect(new Set(floorEntries.map((entry) => entry.persons[0]?.name)).size).toBe(30);
    expect(entries.filter((entry) => entry.illustrative)).toHaveLength(30);
  });

  it.each(slots)('has twelve States, one NHRI and two NGOs in $title, in that order, and all six languages', (slot) => {
    const ranks = slot.entries.map((entry) => (entry.rank === 'group' ? 'state' : entry.rank));
    expect(ranks).toEqual([...Array.from({ length: 12 }, () => 'state'), 'nhri', 'ngo', 'ngo']);
    expect(slot.quota).toEqual({ state: 12, nhri: 1, ngo: 2 });
    expect(new Set(slot.entries.map((entry) => entry.language))).toEqual(new Set(officialLanguages));
  });

  it('lets the groups speak first: the European Union, then a State for the Arab States', () => {
    expect(floorEntries.map((entry) => entry.rank).lastIndexOf('group')).toBe(1);
    expect(floorEntries[0]?.persons[0]?.name).toBe('European Union');
    expect(floorEntries[1]).toMatchObject({ onBehalfOf: 'Group of Arab States', persons: [{ name: 'Egypt' }] });
    expect(floorEntries.map((entry) => entry.persons[0]?.name)).toEqual(
      expect.arrayContaining(['India', 'United States of America', 'Coalition of non-governmental organizations']),
    );
  });

  it('takes every name of a State from the table, in six verified languages', () => {
    const states = floorEntries.filter((entry) => stateByName(entry.persons[0]?.name ?? '') !== null);
    expect(states).toHaveLength(23);
    expect(floorEntries.filter((entry) => entry.rank === 'state').every((entry) => states.includes(entry))).toBe(true);
    for (const entry of states) {
      const [person] = entry.persons;
      const table = must(stateByName(person?.name ?? ''), 'a State');
      for (const language of officialLanguages) {
        expect(person?.captions?.[language]).toMatchObject({
          name: table.names[language],
          verifiedBy: expect.stringContaining('UN short names (UNTERM / M49)'),
        });
      }
    }
    expect(captionGaps('European Union')).toEqual({ missing: [], unverified: [] });
  });
});

describe('the scripts of the sample', () => {
  const received = entries.filter((entry) => entry.script?.status === 'received');

  it('exist for a third of the statements, each a sample in the language of its speaker and in its writing', () => {
    const writing: Readonly<Record<string, RegExp>> = { ar: /\p{sc=Arabic}/u, zh: /\p{sc=Han}/u, ru: /\p{sc=Cyrillic}/u };
    expect(received).toHaveLength(entries.length / 3);
    for (const { script, language } of received) {
      expect(script).toMatchObject({ sample: true, language });
      expect(script?.paragraphs?.length).toBeGreaterThanOrEqual(3);
      expect(script?.paragraphs?.length).toBeLessThanOrEqual(6);
      for (const paragraph of script?.paragraphs ?? []) {
        expect(paragraph).toMatch(writing[language] ?? /\p{sc=Latin}/u);
        expect(paragraph).toBe(paragraph.trim().normalize('NFC'));
      }
    }
    expect(new Set(received.map((entry) => entry.language))).toEqual(new Set(officialLanguages));
  });

  it('are expected for two more, one of them the video message that needs it most', () => {
    const expected = entries.filter((entry) => entry.script?.status === 'expected');
    expect(expected.map((entry) => entry.persons[0]?.name)).toEqual(['Achim Steiner', 'Pakistan']);
    for (const entry of expected) expect(entry.script?.paragraphs).toBeUndefined();
  });

  it('have one to be read out verbatim and several to be checked against delivery', () => {
    const handled = (handling: string) => received.filter((entry) => entry.script?.handling === handling);
    expect(handled('readOutVerbatim').map((entry) => entry.persons[0]?.name)).toEqual(['European Union']);
    expect(handled('checkAgainstDelivery').length).toBeGreaterThanOrEqual(3);
  });

  it('have one that is clearly too long for its two minutes, and only one', () => {
    const tooFast = received.filter((entry) => wordsPerMinute(entry) > 180);
    expect(tooFast.map((entry) => entry.persons[0]?.name)).toEqual(['India']);
    const words = wordsPerMinute(must(tooFast[0], 'a text too long')) * 2;
    expect(words).toBeGreaterThanOrEqual(400);
    expect(words).toBeLessThanOrEqual(440);
  });
});

function announced(person: PlanPerson): string {
  return `${person.honorific} ${person.name}, ${person.function}`;
}

function secondsOf(list: readonly PlanEntry[]): number {
  return list.reduce((sum, entry) => sum + entry.limitSeconds, 0);
}

function captionGaps(name: string): { missing: string[]; unverified: string[] } {
  const person = must(
    entries.flatMap((entry) => entry.persons).find((candidate) => candidate.name === name),
    name,
  );
  const missing = officialLanguages.filter((language) => person.captions?.[language] === undefined);
  const unverified = officialLanguages.filter((language) => person.captions?.[language]?.verifiedBy === undefined);
  return { missing, unverified: unverified.filter((language) => !missing.includes(language)) };
}

/** Chinese is not counted by spaces: about 1.7 characters make what English says in a word. */
function wordsPerMinute(entry: PlanEntry): number {
  const text = entry.script?.paragraphs?.join(' ') ?? '';
  const words = entry.language === 'zh' ? text.length / 1.7 : text.split(/\s+/u).length;
  return words / (entry.limitSeconds / 60);
}
