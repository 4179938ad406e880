import { describe, expect, it } from 'vitest';
import { createI18n, type I18n } from '../../client/state/i18n-context.tsx';
import { aheadInCells } from '../../client/views/look-ahead/ahead-cells.ts';
import { byEntry, forBooth } from '../../client/views/look-ahead/use-ahead.ts';
import { boothSentence, chairSentence, dueWords, markWords, nothingWords } from '../../client/views/look-ahead/warning-words.ts';
import type { LineContext } from '../../client/views/line/braille-lines.ts';
import { cells } from '../../client/views/line/in-cells.ts';
import { samplePlan } from '../../server/sample/hrc37-panel.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { type AheadWarning, lookAhead } from '../../shared/domain/rules/look-ahead.ts';
import type { MessageKey } from '../../shared/i18n/catalogue.ts';
import { loadCatalogue } from '../../shared/i18n/load-catalogue.ts';
import { must } from '../../shared/lib/assert.ts';
import { lengthOf } from '../../shared/lib/text.ts';
import { type Language, officialLanguages } from '../../shared/reference/languages.ts';
import { given, type Scenario, startsAt } from '../kit/given.ts';
import { delegation, person, smallPlan } from '../kit/plans.ts';

const pages = new Map<Language, I18n>();
for (const language of officialLanguages) {
  const catalogue = await loadCatalogue(language);
  pages.set(
    language,
    createI18n(() => ({ language, catalogue })),
  );
}

function page(language: Language): I18n {
  return must(pages.get(language), language);
}

/** Spoken in turn, two minutes each; the English booth has its Russianist beside the microphone. */
function panel(onMic: 'E1' | 'E2'): Scenario {
  const named = ['United States of America', 'Russian Federation', 'China', 'Belarus'];
  const entries = ['en', 'ru', 'zh', 'ru'].map((language, index) =>
    delegation('', { language, persons: [person(named[index] ?? '', { kind: 'delegation', captions: {} })] }),
  );
  const plan = smallPlan({
    booths: must(samplePlan.booths, 'teams'),
    segments: [{ title: 'Slot', part: 'floor', budgetSeconds: 3600, entries }],
  });
  return given(plan)
    .when({ type: 'takeMicrophone', booth: 'en', interpreter: onMic }, { by: 'booth:en' })
    .when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 });
}

function warningsOf({ meeting }: Scenario, booth: Language): readonly AheadWarning[] {
  return forBooth(lookAhead(meeting, startsAt), booth);
}

describe('a warning ahead in words', () => {
  it('[LA12] tells the booth what to do: hand over, not to hand over, give a retour', () => {
    const say = (onMic: 'E1' | 'E2', booth: Language) =>
      warningsOf(panel(onMic), booth).map((warning) => boothSentence(warning, page('en')));
    expect(say('E1', 'en')).toEqual(['do not hand over to E2: relay for AR ZH needs E1']);
    expect(say('E2', 'en')[0]).toBe('hand over to E1');
    expect(say('E1', 'zh')).toEqual(['retour into EN by Z1']);
    expect(say('E1', 'ru')).toEqual([]);
  });

  it('[LA12] tells the booth of a gap, a double relay and a film without text', () => {
    const due = { entryId: 'e1', language: 'ru', at: null, severity: 'info' } as const;
    const troubles = [
      { kind: 'gap', booths: ['zh'], reason: 'noPath', ...due },
      { kind: 'gap', booths: ['zh'], reason: 'consentNeeded', ...due },
      { kind: 'doubleRelay', booths: ['zh'], relayFrom: 'en', interpreter: 'Z1', ...due },
      { kind: 'singlePivot', booths: ['es'], channel: 'es', takers: ['en', 'fr'], interpreter: 'S2', notTo: [], ...due },
      { kind: 'videoWithoutText', booths: officialLanguages, ...due },
    ] as const;
    expect(troubles.map((trouble) => boothSentence(trouble, page('en')))).toEqual([
      'gap: nobody can take Russian',
      'gap: only a double relay would help',
      'double relay from EN',
      'relay for EN FR needs S2: nobody else can',
      'film, and no text yet',
    ]);
    expect(troubles.map((trouble) => markWords(trouble, page('en')))).toEqual([null, null, null, 'only S2', null]);
  });

  it('[LA12] marks in the table who must come to the microphone and who must not', () => {
    const marks = (language: Language) => warningsOf(panel('E2'), 'en').map((warning) => markWords(warning, page(language)));
    expect(marks('en')).toEqual(['→ E1', 'not E2']);
    expect(marks('ar')[0]).toBe('← E1');
    const found = byEntry(warningsOf(panel('E2'), 'en'));
    expect([...found].map(([entryId, warnings]) => `${entryId} ${warnings.length}`)).toEqual(['e2 2', 'e4 2']);
  });

  it('[LA13] says the time that is left, a time of day when that is far, and nothing when nobody can tell', () => {
    const { meeting } = panel('E1');
    const [first] = warningsOf(panel('E1'), 'en');
    const said = (secondsLater: number, at = first?.at ?? null) =>
      dueWords({ at }, { now: startsAt + secondsLater * 1000, timeZone: meeting.timeZone }, page('en'));
    expect([said(0), said(61.2), said(130)]).toEqual(['in 2:10', 'in 1:08', 'in 0:00']);
    expect(said(0, startsAt + 3_600_000)).toBe('at 17:00');
    expect(said(0, startsAt + 3_599_000)).toBe('in 59:59');
    expect(dueWords({ at: null }, { now: startsAt, timeZone: meeting.timeZone }, page('en'))).toBeNull();
  });

  it('[LA14] tells the chair’s assistant which booth, who takes over from whom, and who relies on it', () => {
    const say = (onMic: 'E1' | 'E2') => lookAhead(panel(onMic).meeting, startsAt).map((warning) => chairSentence(warning, page('en')));
    expect(say('E1')).toEqual([
      'EN: do not hand over to E2; relay for AR ZH needs E1',
      'FR: do not hand over to F2; relay for ES needs F1',
      'ZH: retour into EN by Z1',
    ]);
    expect(say('E2')[0]).toBe('EN: E1 takes over from E2');
  });

  it('[LA14] keeps the codes of booths together, left to right, in an Arabic sentence', () => {
    const [warning] = lookAhead(panel('E1').meeting, startsAt);
    expect(chairSentence(must(warning, 'a warning'), page('ar'))).toContain('\u2066AR ZH\u2069');
  });

  it('[LA16] does not say that all is well when no team is known', () => {
    expect(nothingWords(panel('E1').meeting, page('en'))).toBe('Nothing to prepare for those still to speak');
    expect(nothingWords(given(smallPlan({ booths: {} })).meeting, page('en'))).toBe('No team is known: nothing can be foreseen');
  });

  it('[LA15] puts the most urgent warning of a booth into forty cells, what to do first, in whole minutes', () => {
    expect(line(panel('E1').meeting, 'en', 'en')).toBe('not E2 in 2 min Russian Federation');
    expect(line(panel('E2').meeting, 'en', 'en')).toBe('hand over to E1 in 2 min Russian Fed.');
    expect(line(panel('E1').meeting, 'ru', 'en')).toBeNull();
    for (const language of officialLanguages) {
      for (const booth of ['en', 'zh', 'fr'] as const) {
        for (const onMic of ['E1', 'E2'] as const) {
          const text = must(line(panel(onMic).meeting, booth, language), 'a line');
          expect(lengthOf(text), text).toBeLessThanOrEqual(cells);
          expect(text).not.toMatch(/[{}\u2066-\u2069]/);
        }
      }
    }
  });
});

function line(meeting: Meeting, booth: Language, language: Language): string | null {
  const word: LineContext['word'] = (key, params) => {
    const path: MessageKey = `line.${key}`;
    return page(language)
      .t(path, params)
      .replace(/[\u2068\u2069]/g, '');
  };
  return aheadInCells({ meeting, station: `booth:${booth}`, language, now: startsAt, word }, booth, cells);
}
