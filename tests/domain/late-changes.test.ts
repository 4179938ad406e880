import { describe, expect, it } from 'vitest';
import type { Command } from '../../shared/domain/commands.ts';
import type { ChangeKind, LateChange } from '../../shared/domain/meeting.ts';
import {
  changesOwedBy,
  isPast,
  latestChangeOf,
  mostUrgent,
  notYetSeenBy,
  presentSeverity,
  severityAt,
} from '../../shared/domain/rules/late-changes.ts';
import type { Station } from '../../shared/domain/stations.ts';
import { must } from '../../shared/lib/assert.ts';
import { given, type Scenario } from '../kit/given.ts';
import { delegation, person, smallPlan } from '../kit/plans.ts';

/** The podium has spoken, the group has the floor; next are e5 Albania, e6 Brazil, e7 Institute. */
const slot1 = ['e1', 'e2', 'e3', 'e4'].reduce((scenario, entryId) => scenario.when({ type: 'giveFloor', entryId }), given(smallPlan()));
const booths: readonly Station[] = ['booth:ar', 'booth:zh', 'booth:en', 'booth:fr', 'booth:ru', 'booth:es'];
const newcomer = { persons: [person('Egypt')], rank: 'state', language: 'ar' } as const;
const toRussian = (entryId: string): Command => ({ type: 'editEntry', entryId, revision: 1, patch: { language: 'ru' } });

describe('how serious a late change is', () => {
  it('[LC1] On the floor is critical, next and next but one warn, three or more away or out of the queue informs.', () => {
    expect([0, 1, 2, 3, 30, null].map(severityAt)).toEqual(['critical', 'warning', 'warning', 'info', 'info', 'info']);
  });

  it('[LC2] Severity follows the distance now: a change far away asks for nothing until its speaker comes near.', () => {
    const far = slot1.when(toRussian('e8'));
    expect(lastChange(far)).toMatchObject({ distance: 4 });
    expect(owed(far, 'booth:ru')).toEqual([]);
    let scenario = far;
    const seen: unknown[] = [];
    for (const entryId of ['e5', 'e6', 'e7', 'e8']) {
      scenario = scenario.when({ type: 'giveFloor', entryId });
      seen.push([presentSeverity(scenario.meeting, lastChange(scenario)), owed(scenario, 'booth:ru').length]);
    }
    expect(seen).toEqual([
      ['info', 0],
      ['warning', 1],
      ['warning', 1],
      ['critical', 1],
    ]);
    expect(owed(scenario.when({ type: 'endStatement' }), 'booth:ru')).toEqual([]);
  });

  it('[LC3] Distance counts who is called and who stands before; for a move the nearer of the two places counts.', () => {
    const called = slot1.when({ type: 'callEntry', entryId: 'e9' });
    expect(lastChange(called.when({ type: 'insertEntry', entry: newcomer, beforeId: 'e5' }))).toMatchObject({ distance: 2 });
    expect(lastChange(called.when({ type: 'insertEntry', entry: newcomer, beforeId: 'e9' }))).toMatchObject({ distance: 6 });
    expect(lastChange(slot1.when({ type: 'insertEntry', entry: { ...newcomer, segmentId: 's2', rank: 'ngo' } }))).toMatchObject({
      distance: 4,
    });
    expect(lastChange(slot1.when({ type: 'moveEntry', entryId: 'e5', beforeId: 'e10' }))).toMatchObject({ distance: 1 });
    expect(lastChange(slot1.when({ type: 'moveEntry', entryId: 'e10', beforeId: 'e6' }))).toMatchObject({ distance: 2 });
    expect(lastChange(slot1.when({ type: 'swapEntries', entryId: 'e10', withId: 'e6' }))).toMatchObject({ distance: 2 });
  });

  it('[LC4] Who is interrupted by a point of order counts as on the floor.', () => {
    const switched = slot1.when({ type: 'setFloorLanguage', language: 'fr' });
    const interrupted = switched.when({ type: 'raisePointOfOrder', entry: newcomer });
    expect(presentSeverity(interrupted.meeting, must(interrupted.meeting.changes[0], 'the change of language'))).toBe('critical');
    expect(owed(interrupted, 'booth:ru')).toEqual(['change-1', 'change-2']);
    expect(lastChange(interrupted.when(toRussian('e4')))).toMatchObject({ distance: 0 });
  });

  it('[LC5] The change of an entry that left the queue stays as serious as it was when made.', () => {
    const withdrawn = slot1.when({ type: 'withdrawEntry', entryId: 'e6' });
    const later = withdrawn.when({ type: 'giveFloor', entryId: 'e5' }).when({ type: 'giveFloor', entryId: 'e7' });
    expect(presentSeverity(later.meeting, lastChange(later))).toBe('warning');
    expect(owed(later, 'booth:ru')).toEqual(['change-1']);
    const far = slot1.when({ type: 'withdrawEntry', entryId: 'e10' });
    expect(owed(far.when({ type: 'giveFloor', entryId: 'e9' }), 'booth:ru')).toEqual([]);
  });
});

describe('who must see it', () => {
  const makers: readonly (readonly [ChangeKind, Command, readonly Station[]])[] = [
    ['inserted', { type: 'insertEntry', entry: newcomer }, [...booths, 'webcast']],
    ['withdrawn', { type: 'withdrawEntry', entryId: 'e5' }, [...booths, 'webcast']],
    ['absent', { type: 'markAbsent', entryId: 'e5' }, [...booths, 'webcast']],
    ['moved', { type: 'moveEntry', entryId: 'e5' }, [...booths, 'webcast']],
    ['swapped', { type: 'swapEntries', entryId: 'e5', withId: 'e6' }, [...booths, 'webcast']],
    ['replaced', { type: 'replaceSpeaker', entryId: 'e5', speakers: [person('Austria')] }, [...booths, 'webcast']],
    ['representation', { type: 'editEntry', entryId: 'e5', revision: 1, patch: { onBehalfOf: 'Others' } }, [...booths, 'webcast']],
    ['language', { type: 'setFloorLanguage', language: 'fr' }, booths],
    ['delivery', { type: 'editEntry', entryId: 'e5', revision: 1, patch: { delivery: 'video' } }, booths],
    ['titleOrName', { type: 'verifyName', entryId: 'e5', language: 'ar', text: 'New' }, [...booths, 'webcast']],
    ['text', { type: 'setScript', entryId: 'e5', language: 'fr', text: 'New', status: 'received' }, booths],
    ['timeLimit', { type: 'editEntry', entryId: 'e5', revision: 1, patch: { limitSeconds: 60 } }, []],
    ['slotCut', { type: 'cutTime', seconds: 60, from: 'e5' }, []],
    ['pointOfOrder', { type: 'raisePointOfOrder', entry: newcomer }, [...booths, 'webcast']],
  ];
  it.each(makers)('[LC6] A change of kind %s must be seen by whom the table of kinds names.', (kind, command, mustSee) => {
    expect(lastChange(slot1.when(command))).toMatchObject({ kind, mustSee });
  });

  it('[LC6] A restored entry must be seen by booths and webcast; booths are those of the languages of the meeting.', () => {
    const restored = slot1.when({ type: 'withdrawEntry', entryId: 'e5' }).when({ type: 'restoreEntry', entryId: 'e5' });
    expect(lastChange(restored)).toMatchObject({ kind: 'restored', mustSee: [...booths, 'webcast'] });
    const bilingual = given(smallPlan({ languages: ['en', 'fr'] })).when({ type: 'withdrawEntry', entryId: 'e5' });
    expect(lastChange(bilingual).mustSee).toEqual(['booth:en', 'booth:fr', 'webcast']);
  });

  it('[LC7] Each station says Seen once, for itself; the others still owe it.', () => {
    const changed = slot1.when({ type: 'setFloorLanguage', language: 'fr' });
    const seen = changed.when({ type: 'acknowledgeChange', changeId: 'change-1' }, { by: 'booth:fr', at: 999 });
    seen.thenFacts({ type: 'changeAcknowledged', changeId: 'change-1', station: 'booth:fr' });
    expect(notYetSeenBy(seen.meeting, lastChange(seen))).toEqual(booths.filter((booth) => booth !== 'booth:fr'));
    expect(lastChange(seen).seen).toEqual({ 'booth:fr': seen.now });
    seen.when({ type: 'acknowledgeChange', changeId: 'change-1' }, { by: 'booth:fr' }).thenRefused('changeNotYours');
    seen.when({ type: 'acknowledgeChange', changeId: 'change-1' }, { by: 'webcast' }).thenRefused('changeNotYours');
    seen.when({ type: 'acknowledgeChange', changeId: 'change-1' }, { by: 'admin' }).thenRefused('changeNotYours');
    seen.when({ type: 'acknowledgeChange', changeId: 'change-9' }).thenRefused('changeUnknown');
  });

  it('[LC8] A booth that was away still owes what came meanwhile, until it says Seen or the statement is over.', () => {
    const two = slot1.when({ type: 'withdrawEntry', entryId: 'e5' }).when({ type: 'setFloorLanguage', language: 'fr' });
    expect(owed(two, 'booth:zh')).toEqual(['change-1', 'change-2']);
    expect(mostUrgent(two.meeting, changesOwedBy(two.meeting, 'booth:zh'))?.id).toBe('change-2');
    expect(mostUrgent(two.meeting, [])).toBeNull();
    expect(owed(two.when({ type: 'acknowledgeChange', changeId: 'change-2' }, { by: 'booth:zh' }), 'booth:zh')).toEqual(['change-1']);
    expect(owed(two.when({ type: 'endStatement' }), 'booth:zh')).toEqual(['change-1']);
    expect(owed(two.when({ type: 'closeMeeting' }), 'webcast')).toEqual(['change-1']);
  });
});

describe('what a later change makes void', () => {
  it('[LC9] A change back and forth of the same kind leaves only the last; leaving the list voids what was open.', () => {
    const there = slot1.when({ type: 'setFloorLanguage', language: 'fr' }).when({ type: 'setFloorLanguage', language: 'en' });
    expect(there.meeting.changes.map((change) => change.cancelledBy)).toEqual(['change-2', null]);
    expect(owed(there, 'booth:es')).toEqual(['change-2']);
    expect(isPast(there.meeting, must(there.meeting.changes[0], 'the first change'))).toBe(true);
    const gone = slot1
      .when(toRussian('e5'))
      .when({ type: 'swapEntries', entryId: 'e5', withId: 'e6' })
      .when({ type: 'withdrawEntry', entryId: 'e5' });
    expect(gone.meeting.changes.map((change) => [change.entryId, change.kind, change.cancelledBy])).toEqual([
      ['e5', 'language', 'change-4'],
      ['e5', 'swapped', 'change-4'],
      ['e6', 'swapped', null],
      ['e5', 'withdrawn', null],
    ]);
    expect(latestChangeOf(gone.meeting, 'e5')?.kind).toBe('withdrawn');
    const back = gone.when({ type: 'restoreEntry', entryId: 'e5' });
    expect(owed(back, 'booth:es')).toEqual(['change-3']);
    expect(latestChangeOf(back.meeting, 'e5')?.kind).toBe('restored');
  });

  it('[LC10] A correction of one text does not void that of another: both must be seen, until the same text changes again.', () => {
    const arabic = slot1.when({ type: 'verifyName', entryId: 'e5', language: 'ar', text: 'Arabic 2' });
    const both = arabic.when({ type: 'verifyName', entryId: 'e5', language: 'fr', text: 'French 2' });
    expect(owed(both, 'webcast')).toEqual(['change-1', 'change-2']);
    const again = both.when({ type: 'verifyName', entryId: 'e5', language: 'ar', text: 'Arabic 3' });
    expect(owed(again, 'webcast')).toEqual(['change-2', 'change-3']);
  });

  it('[LC13] is seen by the booth that makes it, and owed by the others', () => {
    const switched = slot1.when({ type: 'setFloorLanguage', language: 'fr' }, { at: 50, by: 'booth:fr' });
    expect(lastChange(switched).seen).toEqual({ 'booth:fr': lastChange(switched).at });
    expect(notYetSeenBy(switched.meeting, lastChange(switched))).toEqual(booths.filter((booth) => booth !== 'booth:fr'));
    expect(lastChange(slot1.when({ type: 'setFloorLanguage', language: 'fr' })).seen).toEqual({});
  });

  it('keeps the changes of other entries apart, also when one command notes two', () => {
    const twice = slot1
      .when({ type: 'swapEntries', entryId: 'e5', withId: 'e6' })
      .when({ type: 'insertEntry', entry: delegation('Fiji') })
      .when({ type: 'swapEntries', entryId: 'e6', withId: 'e7' });
    expect(twice.meeting.changes.map((change) => [change.id, change.entryId, change.cancelledBy])).toEqual([
      ['change-1', 'e5', null],
      ['change-2', 'e6', 'change-4'],
      ['change-3', 'e11', null],
      ['change-4', 'e6', null],
      ['change-5', 'e7', null],
    ]);
    expect(twice.meeting.counters.change).toBe(5);
  });
});

function lastChange({ meeting }: Scenario): LateChange {
  return must(meeting.changes.at(-1), 'a late change');
}

function owed({ meeting }: Scenario, station: Station): readonly string[] {
  return changesOwedBy(meeting, station).map((change) => change.id);
}
