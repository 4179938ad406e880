import { describe, expect, it } from 'vitest';
import type { Fact, MeetingEvent } from '../../shared/domain/events.ts';
import { emptyMeeting, evolve, fold } from '../../shared/domain/evolve.ts';
import { meetingFromPlan } from '../../shared/domain/meeting-from-plan.ts';
import { given, startsAt } from '../kit/given.ts';
import { smallPlan } from '../kit/plans.ts';

const { meeting } = given(smallPlan());

/** Facts about what is not there, or that say what is so already. */
const idle: readonly Fact[] = [
  { type: 'entryCalled', entryId: 'e99' },
  { type: 'statementEnded', entryId: 'e5' },
  { type: 'clockPaused' },
  { type: 'clockResumed' },
  { type: 'timeAdded', seconds: 5 },
  { type: 'floorLanguageSet', language: 'fr' },
  { type: 'entryMoved', entryId: 'e99', segmentId: 's2', beforeId: null, reason: null },
  { type: 'entriesSwapped', entryId: 'e99', withId: 'e5', reason: null },
  { type: 'entryWithdrawn', entryId: 'e99', reason: null },
  { type: 'entryMarkedAbsent', entryId: 'e99' },
  { type: 'entryRestored', entryId: 'e99', segmentId: 's2' },
  { type: 'entryEdited', entryId: 'e99', changes: {} },
  { type: 'timeCut', seconds: 60, entryIds: [] },
  { type: 'changeAcknowledged', changeId: 'change-9', station: 'webcast' },
  { type: 'captionTaken', cueId: 'cue-9', cueHash: 'x' },
  { type: 'captionCleared' },
  { type: 'nameVerified', entryId: 'e99', personId: 'p1', language: 'ar', name: 'X', function: null },
  { type: 'scriptSet', entryId: 'e99', status: 'expected', text: null },
  { type: 'scriptPositionSet', entryId: 'e99', paragraph: 0, mode: 'onScript' },
  { type: 'signalAnswered', signalId: 'signal-9', state: 'seen' },
];

describe('folding', () => {
  it.each(idle.map((fact) => [fact.type, fact] as const))('[CO7] The same reference comes back when %s changes nothing.', (_, fact) => {
    const event: MeetingEvent = { ...fact, at: startsAt, by: 'chair' };
    expect(evolve(meeting, event)).toBe(meeting);
  });

  it('[CO7] The same reference comes back for a second call of the same entry.', () => {
    const called = given(smallPlan()).when({ type: 'callEntry', entryId: 'e5' });
    expect(called.when({ type: 'callEntry', entryId: 'e5' }).meeting).toBe(called.meeting);
  });

  it('[CO8] The same log gives the same meeting, whole or in parts, and leaves untouched what an event does not concern.', () => {
    const { log, meeting: end } = given(smallPlan())
      .when({ type: 'giveFloor', entryId: 'e5' })
      .when({ type: 'swapEntries', entryId: 'e6', withId: 'e9' })
      .when({ type: 'armCaption', entryId: 'e5' })
      .when({ type: 'withdrawEntry', entryId: 'e7' });
    expect(fold(emptyMeeting, log)).toStrictEqual(end);
    for (let cut = 1; cut < log.length; cut += 1) {
      expect(fold(JSON.parse(JSON.stringify(fold(emptyMeeting, log.slice(0, cut)))), log.slice(cut))).toStrictEqual(end);
    }
    const before = given(smallPlan()).meeting;
    const after = given(smallPlan()).when({ type: 'withdrawEntry', entryId: 'e7' }).meeting;
    expect(after.entries[0]).toStrictEqual(before.entries[0]);
    const signalled = evolve(before, { type: 'slowDownRequested', at: startsAt, by: 'booth' });
    expect([signalled.entries, signalled.booths, signalled.captions]).toEqual([before.entries, before.booths, before.captions]);
    expect(signalled.entries).toBe(before.entries);
  });
});

describe('a meeting from a plan', () => {
  it('[CO9] The same plan gives the same meeting: everything listed, nothing on air, all six languages required.', () => {
    expect(meetingFromPlan('m1', smallPlan())).toStrictEqual(meeting);
    expect(new Set(meeting.entries.map(({ status }) => status))).toEqual(new Set(['listed']));
    expect(meeting).toMatchObject({
      status: 'planned',
      listOpen: true,
      floor: null,
      captions: { armed: null, onAir: null, seq: 0, required: ['ar', 'zh', 'en', 'fr', 'ru', 'es'] },
      changeoverSeconds: 10,
      shortTitle: 'Panel',
      counters: { entry: 10, person: 11, cue: 0, change: 0, signal: 0 },
    });
    expect(meeting.entries[1]?.persons.map(({ delivery }) => delivery)).toEqual(['video', 'room']);
    expect(meeting.entries[0]?.persons[0]?.captions.ar?.verified).toEqual({ by: 'reference', at: null, source: 'the test' });
  });

  it('[CO10] Its hours are instants of its place, and an end before the start is on the next day.', () => {
    expect([meeting.plannedStartAt, meeting.hardEndAt]).toEqual([startsAt, startsAt + 2 * 3600_000]);
    const late = meetingFromPlan('m1', smallPlan({ startsAt: '22:00', endsAt: '01:00' }));
    expect(late.hardEndAt - late.plannedStartAt).toBe(3 * 3600_000);
    const changed = meetingFromPlan('m1', smallPlan({ date: '2018-03-24', startsAt: '23:00', endsAt: '04:00' }));
    expect(changed.hardEndAt - changed.plannedStartAt).toBe(4 * 3600_000);
  });
});
