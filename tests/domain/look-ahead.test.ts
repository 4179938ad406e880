import { describe, expect, it } from 'vitest';
import { samplePlan } from '../../server/sample/hrc37-panel.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import type { PlanEntry } from '../../shared/domain/plan.ts';
import { type AheadWarning, lookAhead, warningsPerEntry } from '../../shared/domain/rules/look-ahead.ts';
import { must } from '../../shared/lib/assert.ts';
import { isLanguage, type Language, officialLanguages } from '../../shared/reference/languages.ts';
import { given, type Scenario, startsAt } from '../kit/given.ts';
import { delegation, smallPlan } from '../kit/plans.ts';

/** The team of the worked examples (`domain.md` 6.6) is that of the sample. */
const team = must(samplePlan.booths, 'teams in the sample');

/** One delegation of two minutes per language, e1 and on, in one slot; nobody has begun. */
function listOf(languages: string, more: { readonly booths?: typeof team; readonly onMic?: string } = {}): Scenario {
  const entries = languages.split(' ').map((language, index) => delegation(`State ${index + 1}`, { language }));
  return listOfEntries(entries, more);
}

function listOfEntries(
  entries: readonly PlanEntry[],
  { booths = team, onMic = '' }: { booths?: typeof team; onMic?: string } = {},
): Scenario {
  const plan = smallPlan({ booths, segments: [{ title: 'Slot', part: 'floor', budgetSeconds: 3600, entries }] });
  return onMic
    .split(' ')
    .filter((id) => id !== '')
    .reduce((scenario, interpreter) => {
      const booth = boothOf(interpreter);
      return scenario.when({ type: 'takeMicrophone', booth, interpreter }, { by: `booth:${booth}`, at: 0 });
    }, given(plan));
}

const letters: Readonly<Record<string, Language>> = { A: 'ar', Z: 'zh', E: 'en', F: 'fr', R: 'ru', S: 'es' };

function boothOf(interpreter: string): Language {
  return must(letters[interpreter.slice(0, 1)], `a booth for ${interpreter}`);
}

/** The thin team of worked example 7. */
function only(ids: string): typeof team {
  const kept = ids.split(' ');
  return Object.fromEntries(Object.entries(team).map(([booth, people]) => [booth, people?.filter(({ id }) => kept.includes(id)) ?? []]));
}

/** `e2 ru handoverNeeded en: E1 for E2`: everything that a warning says besides its time. */
function inWords(warning: AheadWarning): string {
  return `${warning.entries.join('+')} ${warning.language} ${warning.kind} ${warning.booths.join('+')}${details(warning)}`;
}

function details(warning: AheadWarning): string {
  switch (warning.kind) {
    case 'gap':
      return `: ${warning.reason}`;
    case 'doubleRelay':
      return `: ${warning.interpreter} from ${warning.relayFrom}`;
    case 'handoverNeeded':
      return `: ${warning.interpreter} for ${warning.takesOverFrom}`;
    case 'retourNeeded':
      return `: ${warning.interpreter} into ${warning.into}`;
    case 'singlePivot':
      return `: ${warning.interpreter} on ${warning.channel} to ${warning.takers.join('+')}, not ${warning.notTo.join('+')}`;
    case 'videoWithoutText':
      return '';
  }
}

function ahead({ meeting, now }: Pick<Scenario, 'meeting' | 'now'>): readonly string[] {
  return lookAhead(meeting, now).map(inWords);
}

describe('what is ahead on the list', () => {
  it('[LA1] says before a Russian speaker which booths have one Russianist on whom others rely, and who must not take over', () => {
    expect(ahead(listOf('en ru'))).toEqual([
      'e2 ru singlePivot en: E1 on en to ar+zh, not E2',
      'e2 ru singlePivot fr: F1 on fr to es, not F2',
    ]);
  });

  it('[LA2] says who must take over from whom when nobody at a microphone has the language', () => {
    const warnings = ahead(listOf('en ru', { onMic: 'E2 F2 S1' }));
    expect(warnings.filter((words) => words.includes('handover'))).toEqual([
      'e2 ru handoverNeeded en: E1 for E2',
      'e2 ru handoverNeeded fr: F1 for F2',
      'e2 ru handoverNeeded es: S2 for S1',
    ]);
  });

  it('[LA2] names nobody to take over from while a booth has not said who is at its microphone', () => {
    const booths = { ...team, en: [...must(team.en, 'an English booth')].reverse(), fr: [], es: [] };
    expect(ahead(listOf('en ru', { booths }))).toContain('e2 ru handoverNeeded en: E1 for null');
  });

  it('[LA3] says which booths have no way, and whether the consent of the chief interpreter would give one', () => {
    const thin = only('A1 Z1 E2 F2 S2 R1');
    expect(ahead(listOf('en ru', { booths: thin }))).toEqual([
      'e2 ru gap ar+zh: consentNeeded',
      'e2 ru singlePivot es: S2 on es to en+fr, not ',
    ]);
    expect(ahead(listOf('en ru', { booths: { ...thin, es: [] } })).filter((words) => words.includes('ru'))).toEqual([
      'e2 ru gap ar+zh+en+fr: noPath',
      'e2 ru gap es: noTeam',
    ]);
  });

  it('[LA3] says double relay, with the single pivots of both steps, once the chief interpreter has consented', () => {
    const scenario = listOf('en ru', { booths: only('A1 Z1 E2 F2 S2 R1') }).when(
      { type: 'setPractice', practice: { allowDoubleRelay: true } },
      { by: 'chief' },
    );
    expect(ahead(scenario)).toEqual([
      'e2 ru doubleRelay ar: A1 from en',
      'e2 ru doubleRelay zh: Z1 from en',
      'e2 ru singlePivot en: E2 on en to ar+zh, not ',
      'e2 ru singlePivot es: S2 on es to en+fr, not ',
    ]);
  });

  it('[LA4] tells a biactive booth that its retour is needed, and who must come to the microphone for it', () => {
    expect(ahead(listOf('en ar', { onMic: 'A2 S2 R2 Z1' }))).toEqual([
      'e2 ar handoverNeeded ar: A1 for A2',
      'e2 ar retourNeeded ar: A1 into en',
    ]);
  });

  it('[LA5] makes one warning of the same trouble with several speakers, with all of them in the order of the list', () => {
    const languages = ['en', ...Array.from({ length: 12 }, () => 'ru'), 'fr', 'ru'].join(' ');
    const twelve = Array.from({ length: 12 }, (_, index) => `e${index + 2}`).join('+');
    expect(ahead(listOf(languages, { onMic: 'E2' }))).toEqual([
      `${twelve}+e15 ru handoverNeeded en: E1 for E2`,
      `${twelve}+e15 ru singlePivot en: E1 on en to zh, not E2`,
      `${twelve}+e15 ru singlePivot fr: F1 on fr to ar+es, not F2`,
    ]);
  });

  it('[LA6] warns of the next and the next but one; what is further away is information', () => {
    const scenario = listOf('en ru zh en ar').when({ type: 'giveFloor', entryId: 'e1' });
    const severities = lookAhead(scenario.meeting, scenario.now).map(({ entryId, severity }) => `${entryId} ${severity}`);
    expect([...new Set(severities)]).toEqual(['e2 warning', 'e3 warning', 'e5 info']);
    const later = scenario.when({ type: 'giveFloor', entryId: 'e2' });
    expect(lookAhead(later.meeting, later.now).map(({ entryId, severity }) => `${entryId} ${severity}`)).toEqual(['e3 warning', 'e5 info']);
  });

  it('[LA7] is due when the forecast lets that speaker begin, with two minutes each and ten seconds between', () => {
    const { meeting, now } = listOf('en en zh').when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 });
    const due = () =>
      must(
        lookAhead(meeting, now).find(({ language }) => language === 'zh'),
        'a warning',
      ).at;
    expect(due()).toBe(startsAt + 2 * (120 + 10) * 1000);
    const at = (seconds: number) => lookAhead(meeting, startsAt + seconds * 1000)[0]?.at ?? null;
    expect([at(119), at(120), at(180)]).toEqual([startsAt + 260_000, startsAt + 260_000, startsAt + 320_000]);
  });

  it('[LA7] has no time while the meeting is suspended, or when the time it was planned for is past', () => {
    const suspended = listOf('en zh').when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 }).when({ type: 'suspendMeeting' });
    expect(lookAhead(suspended.meeting, suspended.now)).toMatchObject([{ kind: 'retourNeeded', at: null }]);
    const { meeting } = listOf('en zh');
    expect(lookAhead(meeting, startsAt - 60_000)).toMatchObject([{ at: startsAt + 130_000 }]);
    expect(lookAhead(meeting, startsAt + 86_400_000)).toMatchObject([{ at: null }]);
  });

  it('[LA8] warns of a film without a text from ten minutes before it on, and until the text is there', () => {
    const film = delegation('Film', { delivery: 'video', language: 'en' });
    const list = listOfEntries([delegation('One', { limitSeconds: 900 }), film, film]).when(
      { type: 'giveFloor', entryId: 'e1' },
      { at: 0 },
    );
    const words = (seconds: number) => ahead({ meeting: list.meeting, now: startsAt + seconds * 1000 });
    expect(words(309)).toEqual([]);
    expect(words(310)).toEqual([`e2 en videoWithoutText ${officialLanguages.join('+')}`]);
    expect(words(600)).toEqual([`e2+e3 en videoWithoutText ${officialLanguages.join('+')}`]);
    const handedIn = list.when({ type: 'setScript', entryId: 'e2', language: 'en', text: 'Thank you.', status: 'received' });
    expect(ahead({ meeting: handedIn.meeting, now: startsAt + 310_000 })).toEqual([]);
  });

  it('[LA9] says nothing of who has spoken, has the floor, has withdrawn or is absent, nor after the meeting', () => {
    const list = listOf('zh ru ar zh').when({ type: 'giveFloor', entryId: 'e1' });
    const about = ({ meeting, now }: Scenario) => [...new Set(lookAhead(meeting, now).flatMap(({ entries }) => entries))];
    expect(about(list)).toEqual(['e2', 'e3', 'e4']);
    const fewer = list.when({ type: 'withdrawEntry', entryId: 'e2' }).when({ type: 'markAbsent', entryId: 'e3' });
    expect(about(fewer)).toEqual(['e4']);
    expect(about(fewer.when({ type: 'giveFloor', entryId: 'e4' }).when({ type: 'endStatement' }).when({ type: 'closeMeeting' }))).toEqual(
      [],
    );
    expect(about(list.when({ type: 'endStatement' }).when({ type: 'closeMeeting' }))).toEqual([]);
  });

  it('[LA9] says nothing while no team is known', () => {
    expect(ahead(listOf('en ru zh ar', { booths: {} }))).toEqual([]);
  });

  it('[LA10] gives per entry what the folded list gives once', () => {
    const { meeting, now } = listOf('fr ru zh ru ar pt fr', { onMic: 'E2 A3' });
    const folded = lookAhead(meeting, now).flatMap((warning) =>
      warning.entries.map((entryId) => `${entryId} ${warning.kind} ${warning.booths}`),
    );
    const each = warningsPerEntry(meeting, now).map((warning) => `${warning.entryId} ${warning.kind} ${warning.booths}`);
    expect(each.length).toBeGreaterThan(8);
    expect(folded.toSorted()).toEqual(each.toSorted());
    const starts = warningsPerEntry(meeting, now).filter(({ language }) => language === 'ru');
    expect(new Set(starts.map(({ at }) => at)).size).toBe(2);
  });

  it('[LA11] looks at 150 speakers in less than five milliseconds', () => {
    const { meeting, now } = longList();
    for (let run = 0; run < 100; run += 1) lookAhead(meeting, now);
    const times = Array.from({ length: 100 }, () => {
      const start = performance.now();
      lookAhead(meeting, now);
      return performance.now() - start;
    });
    // The fastest: what it costs, not what else the machine does.
    expect(Math.min(...times)).toBeLessThan(5);
  });
});

function longList(): { readonly meeting: Meeting; readonly now: number } {
  const languages = Array.from({ length: 150 }, (_, index) => must([...officialLanguages, 'pt'][index % 7], 'a language'));
  expect(languages.filter((language) => isLanguage(language)).length).toBeGreaterThan(120);
  return listOf(languages.join(' '), { onMic: 'E2 F2' });
}
