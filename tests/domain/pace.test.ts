import { describe, expect, it } from 'vitest';
import type { Entry, Meeting, ScriptText } from '../../shared/domain/meeting.ts';
import { usualPractice } from '../../shared/domain/meeting-from-plan.ts';
import { livePace, paceLimitsOf, plannedPace, plannedPaceOf } from '../../shared/domain/rules/pace.ts';
import type { MeetingPlan } from '../../shared/domain/plan.ts';
import { must } from '../../shared/lib/assert.ts';
import { officialLanguages } from '../../shared/reference/languages.ts';
import { given, type Scenario, startsAt } from '../kit/given.ts';
import { delegation, smallPlan } from '../kit/plans.ts';

/** Five paragraphs of sixty words for two minutes: 150 words a minute. */
const words = (count: number): string => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');
const paragraphs = Array.from({ length: 5 }, () => words(60));

function planWith(text: Partial<ScriptText> & { readonly paragraphs: readonly string[] }): MeetingPlan {
  const language = text.language ?? 'en';
  const entries = [
    delegation('Reader', { language, script: { status: 'received', language, paragraphs: text.paragraphs } }),
    delegation('Next'),
  ];
  return smallPlan({ segments: [{ title: 'Floor', part: 'floor', budgetSeconds: 3600, entries }] });
}

const reading = given(planWith({ paragraphs })).when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 });

const mark = (on: Scenario, paragraph: number, at: number, mode: 'onScript' | 'offScript' | 'skipped' = 'onScript'): Scenario =>
  on.when({ type: 'setScriptPosition', entryId: 'e1', paragraph, mode }, { by: 'booth:fr', at });

const paceAt = (on: Scenario, second: number) => livePace(on.meeting, startsAt + second * 1000);

describe('the pace that a text asks for', () => {
  const limits = [
    [129, 'ok'],
    [130, 'amber'],
    [149, 'amber'],
    [150, 'red'],
  ] as const;
  it.each(limits)('[PC1] %i words a minute in English, French and Spanish: %s.', (perMinute, level) => {
    for (const language of ['en', 'fr', 'es']) {
      expect(plannedPace(textOf({ language, paragraphs: [words(perMinute)] }), 60, usualPractice)).toEqual({
        unit: 'words',
        count: perMinute,
        perMinute,
        level,
      });
    }
  });

  it('[PC2] Chinese is counted in characters and figures; Arabic and Russian in words, of which they need fewer.', () => {
    const chinese = textOf({ language: 'zh', paragraphs: ['主席先生，中国支持2030年议程。', '谢谢 UNDP。'] });
    expect(plannedPace(chinese, 60, usualPractice)).toMatchObject({ unit: 'characters', count: 18 });
    expect(plannedPace(textOf({ language: 'zh', paragraphs: ['人'.repeat(195)] }), 60, usualPractice)?.level).toBe('amber');
    expect(plannedPace(textOf({ language: 'ru', paragraphs: [words(130)] }), 60, usualPractice)?.level).toBe('red');
    expect(plannedPace(textOf({ language: 'ar', paragraphs: ['السيد الرئيس، شكرًا.'] }), 60, usualPractice)?.count).toBe(3);
    for (const language of officialLanguages) {
      const limits = paceLimitsOf(usualPractice, language);
      expect(limits.amber).toBeLessThan(limits.red);
    }
  });

  it('[PC3] Numbers and words are counted, dashes are not; nothing is said without a limit, a text, or in a language that is not counted.', () => {
    expect(plannedPace(textOf({ paragraphs: ['One two – 300.', '— A/HRC/34/24 …'] }), 60, usualPractice)?.count).toBe(4);
    expect(plannedPace(textOf({ paragraphs }), 0, usualPractice)).toBeNull();
    expect(plannedPace(textOf({ language: 'ja', paragraphs: ['議長、ありがとうございます。'] }), 60, usualPractice)).toBeNull();
    expect(plannedPaceOf(reading.meeting, entryOf(reading.meeting, 'e2'))).toBeNull();
    expect(plannedPaceOf(reading.meeting, entryOf(reading.meeting, 'e1'))).toEqual({
      unit: 'words',
      count: 300,
      perMinute: 150,
      level: 'red',
    });
  });

  it('[PC4] The chief interpreter sets other limits for a language and takes them back; the other languages keep theirs.', () => {
    const stricter = reading.when({ type: 'setPractice', practice: { paceLimits: { en: { amber: 100, red: 200 } } } });
    expect(plannedPaceOf(stricter.meeting, entryOf(stricter.meeting, 'e1'))?.level).toBe('amber');
    expect(paceLimitsOf(stricter.meeting.practice, 'fr')).toEqual({ amber: 130, red: 150 });
    expect(paceLimitsOf(stricter.meeting.practice, 'pt')).toEqual({ amber: 130, red: 150 });
    const usual = stricter.when({ type: 'setPractice', practice: { paceLimits: { en: null } } });
    expect(plannedPaceOf(usual.meeting, entryOf(usual.meeting, 'e1'))?.level).toBe('red');
  });

  it('counts a new version anew, also where a page writes it into the object of the old one', () => {
    const text = { ...textOf({ paragraphs: ['One two.'] }) };
    expect(plannedPace(text, 60, usualPractice)?.count).toBe(2);
    Object.assign(text, { version: 2, paragraphs: ['One two three.'] });
    expect(plannedPace(text, 60, usualPractice)?.count).toBe(3);
  });

  it('counts a text of a hundred pages in a moment, and then not again', () => {
    const long = textOf({ paragraphs: Array.from({ length: 1500 }, () => words(30)) });
    const began = performance.now();
    expect(plannedPace(long, 3600, usualPractice)?.count).toBe(45_000);
    const first = performance.now() - began;
    for (let again = 0; again < 1000; again += 1) plannedPace(long, 3600, usualPractice);
    expect(first).toBeLessThan(500);
    expect((performance.now() - began - first) / 1000).toBeLessThan(first);
  });
});

describe('the pace of the statement on the floor', () => {
  it('[PC5] What was read between two positions, against the time between them.', () => {
    expect(paceAt(reading, 10)).toEqual({ unit: 'words', measured: null, needed: null });
    const begun = mark(reading, 0, 5);
    expect(paceAt(begun, 6)?.measured).toBeNull();
    // 60 words in 20 s: far too fast.
    expect(paceAt(mark(begun, 1, 25), 26)?.measured).toEqual({ perMinute: 180, level: 'red' });
    // 120 words in 60 s; how long ago the position was set does not matter.
    const slower = mark(mark(begun, 1, 25), 2, 65);
    expect(paceAt(slower, 66)?.measured).toEqual({ perMinute: 120, level: 'ok' });
    expect(paceAt(slower, 90)?.measured).toEqual({ perMinute: 120, level: 'ok' });
  });

  it('[PC6] Pauses of the clock do not count, whether before the position or after it.', () => {
    const paused = mark(reading, 0, 0).when({ type: 'pauseClock' }, { at: 10 }).when({ type: 'resumeClock' }, { at: 40 });
    const marked = mark(paused, 1, 60);
    expect(paceAt(marked, 60)?.measured).toEqual({ perMinute: 120, level: 'ok' });
    const pausedAgain = marked.when({ type: 'pauseClock' }, { at: 61 }).when({ type: 'resumeClock' }, { at: 500 });
    expect(paceAt(pausedAgain, 501)?.measured).toEqual({ perMinute: 120, level: 'ok' });
    expect(paceAt(pausedAgain, 501)?.needed).toEqual(paceAt(marked, 62)?.needed);
  });

  it('[PC7] What was skipped or said off the text is not taken for reading.', () => {
    const read = mark(mark(reading, 0, 0), 1, 30);
    expect(paceAt(mark(read, 2, 40, 'skipped'), 41)?.measured).toBeNull();
    const after = mark(mark(read, 2, 40, 'skipped'), 3, 41);
    expect(paceAt(mark(after, 4, 71), 71)?.measured).toEqual({ perMinute: 120, level: 'ok' });
    const off = mark(read, 1, 40, 'offScript');
    expect(paceAt(off, 60)).toEqual({ unit: 'words', measured: null, needed: null });
    expect(paceAt(mark(mark(off, 1, 70), 2, 100), 100)?.measured).toEqual({ perMinute: 120, level: 'ok' });
  });

  it('[PC8] Two booths that mark one paragraph count once, a correction back is taken as such, and who starts in mid-text counts from its beginning.', () => {
    const twice = mark(mark(mark(reading, 0, 0), 1, 30), 1, 38);
    expect(paceAt(twice, 39)?.measured).toEqual({ perMinute: 120, level: 'ok' });
    const corrected = mark(mark(mark(mark(reading, 0, 0), 1, 2), 0, 3), 1, 30);
    expect(paceAt(corrected, 30)?.measured).toEqual({ perMinute: 120, level: 'ok' });
    expect(paceAt(mark(reading, 2, 60), 60)?.measured).toEqual({ perMinute: 120, level: 'ok' });
  });

  it('[PC9] What is left of the text against the time that is left, added time included; the speaker is taken to read on in the paragraph.', () => {
    const half = mark(mark(mark(reading, 0, 0), 1, 30), 2, 60);
    // 180 words are left for 60 s; ten seconds later at 120 a minute 160 for 50 s.
    expect(paceAt(half, 60)?.needed).toEqual({ perMinute: 180, level: 'red' });
    expect(paceAt(half, 70)?.needed).toEqual({ perMinute: 192, level: 'red' });
    expect(paceAt(half.when({ type: 'addTime', seconds: 60 }, { at: 60 }), 60)?.needed).toEqual({ perMinute: 90, level: 'ok' });
  });

  it('[PC10] No pace is asked for when the time or the text is over, nor from a position that nobody has moved for long.', () => {
    const half = mark(mark(reading, 0, 0), 2, 60);
    expect(paceAt(half, 120)?.needed).toBeNull();
    expect(paceAt(mark(reading, 2, 10), 95)?.needed).toBeNull();
    expect(paceAt(mark(half, 4, 100, 'skipped'), 101)?.needed).toBeNull();
  });

  it('[PC11] Where somebody stood in the text before the statement began says nothing about the speaker.', () => {
    const ahead = given(planWith({ paragraphs })).when(
      { type: 'setScriptPosition', entryId: 'e1', paragraph: 3, mode: 'onScript' },
      { at: -60 },
    );
    const begun = ahead.when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 });
    expect(paceAt(begun, 30)).toEqual({ unit: 'words', measured: null, needed: null });
    expect(paceAt(mark(mark(begun, 0, 30), 1, 60), 60)?.measured?.perMinute).toBe(120);
  });

  it('[PC12] A point of order stops the measure with the clock.', () => {
    const read = mark(mark(reading, 0, 0), 1, 30);
    const point = read.when(
      { type: 'raisePointOfOrder', entry: { persons: [{ name: 'Objector' }], rank: 'state', language: 'fr' } },
      { at: 35 },
    );
    expect(paceAt(point, 36)).toBeNull();
    const back = point.when({ type: 'endStatement' }, { at: 95 });
    expect(paceAt(mark(back, 2, 120), 120)?.measured).toEqual({ perMinute: 120, level: 'ok' });
  });

  it('is not known without a speaker or without a text', () => {
    expect(livePace(given(planWith({ paragraphs })).meeting, startsAt)).toBeNull();
    expect(paceAt(reading.when({ type: 'giveFloor', entryId: 'e2' }), 10)).toBeNull();
  });
});

function textOf(text: { readonly language?: string; readonly paragraphs: readonly string[] }): ScriptText {
  return { language: 'en', version: 1, handling: null, sample: false, receivedAt: null, previous: null, ...text };
}

function entryOf(meeting: Meeting, id: string): Entry {
  return must(
    meeting.entries.find((entry) => entry.id === id),
    id,
  );
}
