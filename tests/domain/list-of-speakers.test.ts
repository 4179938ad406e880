import { describe, expect, it } from 'vitest';
import type { Command } from '../../shared/domain/commands.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { nextEntry, numberOf, placeInSegment, queue } from '../../shared/domain/selectors.ts';
import { must } from '../../shared/lib/assert.ts';
import { given } from '../kit/given.ts';
import { delegation, person, smallPlan } from '../kit/plans.ts';

const running = given(smallPlan());
/** The podium has spoken; the group, first of slot 1, has the floor. */
const slot1 = ['e1', 'e2', 'e3', 'e4'].reduce((scenario, entryId) => scenario.when({ type: 'giveFloor', entryId }), running);

describe('who is inscribed where', () => {
  it('[LS1] The list is in order of segments, then of entries, and ids count on without being given twice.', () => {
    expect(namesOf(running.meeting)).toEqual([
      'Chair',
      'Steiner',
      'Minister',
      'Group',
      'Albania',
      'Brazil',
      'Institute',
      'Chad',
      'Denmark',
      'Coalition',
    ]);
    const { meeting } = running
      .when({ type: 'insertEntry', entry: { ...newcomer('Egypt'), segmentId: 's2' } })
      .when({ type: 'replaceSpeaker', entryId: 'e5', speakers: [person('Andorra'), person('Austria')] })
      .when({ type: 'withdrawEntry', entryId: 'e11' })
      .when({ type: 'insertEntry', entry: { ...newcomer('Fiji'), segmentId: 's1' } });
    expect(meeting.entries.map((entry) => entry.segmentId)).toEqual([...meeting.entries.map((entry) => entry.segmentId)].sort());
    expect(entryOf(meeting, 'Egypt')).toMatchObject({ id: 'e11', persons: [{ id: 'p12' }] });
    expect(entryOf(meeting, 'Andorra').persons.map(({ id }) => id)).toEqual(['p13', 'p14']);
    expect(entryOf(meeting, 'Fiji')).toMatchObject({ id: 'e12', persons: [{ id: 'p15' }] });
  });

  const placesByRank = [
    ['dignitary', ['Group', 'Newcomer', 'Albania', 'Brazil', 'Institute']],
    ['group', ['Group', 'Newcomer', 'Albania', 'Brazil', 'Institute']],
    ['state', ['Group', 'Albania', 'Brazil', 'Newcomer', 'Institute']],
    ['igo', ['Group', 'Albania', 'Brazil', 'Newcomer', 'Institute']],
    ['nhri', ['Group', 'Albania', 'Brazil', 'Institute', 'Newcomer']],
    ['ngo', ['Group', 'Albania', 'Brazil', 'Institute', 'Newcomer']],
  ] as const;
  it.each(placesByRank)('[LS2] A new %s without a place goes to the end of its rank in the running segment.', (rank, order) => {
    const { meeting } = slot1.when({ type: 'insertEntry', entry: { ...newcomer('Newcomer'), rank } });
    expect(namesOf(meeting, 's2')).toEqual(order);
  });

  it('[LS3] A dignitary inserted while somebody speaks goes to the head of what is left of the slot (change c).', () => {
    const { meeting } = slot1
      .when({ type: 'insertEntry', entry: { ...newcomer('President'), rank: 'dignitary' } })
      .thenFacts(
        { type: 'entryInserted', beforeId: 'e5', entry: { id: 'e11', segmentId: 's2', status: 'listed' } },
        { type: 'lateChangeNoted', kind: 'inserted', entryId: 'e11', distance: 1, subject: 'President' },
      );
    expect(meeting.floor?.entryId).toBe('e4');
    expect(nextEntry(meeting)?.id).toBe('e11');
    expect(numberOf(meeting, 'e11')).toBe(5);
    expect(placeInSegment(meeting, entryOf(meeting, 'President'))).toEqual({ place: 2, of: 5 });
  });

  it('[LS4] A place before a waiting entry of another segment is in that segment; a place that has passed is refused.', () => {
    const inserted = slot1.when({ type: 'insertEntry', entry: { ...newcomer('Egypt'), segmentId: 's2' }, beforeId: 'e9' });
    expect(namesOf(inserted.meeting, 's3')).toEqual(['Chad', 'Egypt', 'Denmark', 'Coalition']);
    slot1.when({ type: 'insertEntry', entry: newcomer('Egypt'), beforeId: 'e4' }).thenRefused('movedBeforeSpoken');
    slot1.when({ type: 'insertEntry', entry: newcomer('Egypt'), beforeId: 'e99' }).thenRefused('entryUnknown');
    slot1.when({ type: 'insertEntry', entry: { ...newcomer('Egypt'), segmentId: 's9' } }).thenRefused('segmentUnknown');
    slot1.when({ type: 'insertEntry', entry: { ...newcomer('Egypt'), persons: [] } }).thenRefused('personMissing');
  });

  it('[LS5] A new entry without a time limit gets that of who waits in its segment, or two minutes.', () => {
    const limitAfter = (meeting: Meeting) => entryOf(meeting, 'Egypt').limitSeconds;
    const cut = running.when({ type: 'cutTime', seconds: 90, from: 'e8' });
    const add: Command = { type: 'insertEntry', entry: { ...newcomer('Egypt'), segmentId: 's3' } };
    expect(limitAfter(cut.when(add).meeting)).toBe(90);
    const empty = ['e8', 'e9', 'e10'].reduce((scenario, entryId) => scenario.when({ type: 'withdrawEntry', entryId }), cut);
    expect(limitAfter(empty.when(add).meeting)).toBe(120);
    expect(limitAfter(empty.when({ ...add, entry: { ...add.entry, limitSeconds: 60 } }).meeting)).toBe(60);
  });

  it('[LS6] A closed list takes no new entry, but a point of order and a right of reply.', () => {
    const closed = slot1.when({ type: 'closeList' }).thenFacts({ type: 'listClosed' });
    closed.when({ type: 'insertEntry', entry: newcomer('Egypt') }).thenRefused('listClosed');
    closed.when({ type: 'closeList' }).thenRefused('listClosed');
    closed
      .when({ type: 'raisePointOfOrder', entry: newcomer('Egypt') })
      .thenFacts({ type: 'pointOfOrderRaised' }, { type: 'lateChangeNoted' });
    closed
      .when({ type: 'requestRightOfReply', entry: newcomer('Egypt') })
      .thenFacts({ type: 'entryInserted' }, { type: 'lateChangeNoted' });
    closed.when({ type: 'openList' }).thenFacts({ type: 'listOpened' }).when({ type: 'openList' }).thenRefused('listOpen');
  });

  it('[LS7] A right of reply goes to the end of the last segment with three minutes.', () => {
    const { meeting } = slot1
      .when({ type: 'requestRightOfReply', entry: { ...newcomer('Egypt'), rank: 'dignitary' } })
      .thenFacts({ type: 'entryInserted', beforeId: null }, { type: 'lateChangeNoted', kind: 'inserted', distance: 7 });
    expect(meeting.entries.at(-1)).toMatchObject({ kind: 'rightOfReply', segmentId: 's3', limitSeconds: 180 });
  });
});

describe('who moves', () => {
  it('[LS8] A moved entry goes before the one named, or to the end of its segment.', () => {
    const before = slot1.when({ type: 'moveEntry', entryId: 'e10', beforeId: 'e5', reason: 'Leaves early' });
    before.thenFacts(
      { type: 'entryMoved', entryId: 'e10', segmentId: 's2', beforeId: 'e5', reason: 'Leaves early' },
      { type: 'lateChangeNoted', kind: 'moved', before: '10', after: '5', distance: 1 },
    );
    expect(namesOf(before.meeting)).toEqual([
      'Chair',
      'Steiner',
      'Minister',
      'Group',
      'Coalition',
      'Albania',
      'Brazil',
      'Institute',
      'Chad',
      'Denmark',
    ]);
    const back = slot1.when({ type: 'moveEntry', entryId: 'e5' });
    back.thenFacts(
      { type: 'entryMoved', beforeId: null },
      { type: 'lateChangeNoted', kind: 'moved', before: '5', after: '7', distance: 1 },
    );
    expect(namesOf(back.meeting, 's2')).toEqual(['Group', 'Brazil', 'Institute', 'Albania']);
    slot1.when({ type: 'moveEntry', entryId: 'e5', beforeId: 'e5' }).thenRefused('sameEntry');
    slot1.when({ type: 'moveEntry', entryId: 'e5', beforeId: 'e4' }).thenRefused('movedBeforeSpoken');
  });

  it('[LS9] An entry that is put down where it was is no late change.', () => {
    const same = slot1.when({ type: 'moveEntry', entryId: 'e5', beforeId: 'e6' }).thenFacts({ type: 'entryMoved' });
    expect(namesOf(same.meeting)).toEqual(namesOf(slot1.meeting));
    slot1.when({ type: 'moveEntry', entryId: 'e10' }).thenFacts({ type: 'entryMoved' });
  });

  it('[LS10] Two waiting entries swap places and segments, and each notes it (change d).', () => {
    const swapped = slot1
      .when({ type: 'swapEntries', entryId: 'e6', withId: 'e9', reason: 'At the request of both' })
      .thenFacts(
        { type: 'entriesSwapped', entryId: 'e6', withId: 'e9' },
        { type: 'lateChangeNoted', changeId: 'change-1', kind: 'swapped', entryId: 'e6', before: '6', after: '9', distance: 2 },
        { type: 'lateChangeNoted', changeId: 'change-2', kind: 'swapped', entryId: 'e9', before: '9', after: '6', distance: 2 },
      );
    expect(namesOf(swapped.meeting, 's2')).toEqual(['Group', 'Albania', 'Denmark', 'Institute']);
    expect(namesOf(swapped.meeting, 's3')).toEqual(['Chad', 'Brazil', 'Coalition']);
    slot1.when({ type: 'swapEntries', entryId: 'e6', withId: 'e6' }).thenRefused('sameEntry');
    slot1.when({ type: 'swapEntries', entryId: 'e6', withId: 'e4' }).thenRefused('entrySpeaking');
  });

  const onlyWaiting = (entryId: string): readonly Command[] => [
    { type: 'callEntry', entryId },
    { type: 'giveFloor', entryId },
    { type: 'moveEntry', entryId },
    { type: 'swapEntries', entryId, withId: 'e6' },
    { type: 'withdrawEntry', entryId },
    { type: 'markAbsent', entryId },
    { type: 'cutTime', seconds: 60, from: entryId },
  ];
  it.each(onlyWaiting('e4').map((command) => command.type))('[LS11] Only an entry that waits can be the object of %s.', (type) => {
    const commandOn = (entryId: string) =>
      must(
        onlyWaiting(entryId).find((command) => command.type === type),
        type,
      );
    const gone = slot1.when({ type: 'withdrawEntry', entryId: 'e5' }).when({ type: 'endStatement' });
    gone.when(commandOn('e4')).thenRefused('entryNotWaiting');
    gone.when(commandOn('e5')).thenRefused('entryNotWaiting');
    gone.when(commandOn('e99')).thenRefused('entryUnknown');
    slot1.when(commandOn('e4')).thenRefused(type === 'giveFloor' ? 'alreadySpeaking' : 'entrySpeaking');
    expect(slot1.when(commandOn('e5')).refusal).toBeNull();
  });

  it('[LS12] Who is called is next wherever it stands, one at a time, until a move or swap gives it another place.', () => {
    const called = slot1.when({ type: 'callEntry', entryId: 'e9' }).thenFacts({ type: 'entryCalled', entryId: 'e9' });
    expect(queue(called.meeting).map((entry) => entry.id)).toEqual(['e9', 'e5', 'e6', 'e7', 'e8', 'e10']);
    const another = called.when({ type: 'callEntry', entryId: 'e6' });
    expect(another.meeting.entries.filter((entry) => entry.status === 'called').map((entry) => entry.id)).toEqual(['e6']);
    expect(nextEntry(called.when({ type: 'moveEntry', entryId: 'e9' }).meeting)?.id).toBe('e5');
    expect(nextEntry(called.when({ type: 'swapEntries', entryId: 'e9', withId: 'e5' }).meeting)?.id).toBe('e9');
    expect(nextEntry(called.when({ type: 'swapEntries', entryId: 'e6', withId: 'e9' }).meeting)?.id).toBe('e5');
    expect(nextEntry(called.when({ type: 'giveFloor', entryId: 'e5' }).meeting)?.id).toBe('e9');
  });
});

describe('who leaves and comes back', () => {
  it('[LS13] Who is absent when called comes back to the end of the slot (change e).', () => {
    const absent = slot1.when({ type: 'callEntry', entryId: 'e5' }).when({ type: 'markAbsent', entryId: 'e5' });
    absent.thenFacts({ type: 'entryMarkedAbsent', entryId: 'e5' }, { type: 'lateChangeNoted', kind: 'absent', distance: 1 });
    expect(queue(absent.meeting).map((entry) => entry.id)).not.toContain('e5');
    const back = absent.when({ type: 'restoreEntry', entryId: 'e5' });
    back.thenFacts({ type: 'entryRestored', entryId: 'e5', segmentId: 's2' }, { type: 'lateChangeNoted', kind: 'restored', distance: 3 });
    expect(namesOf(back.meeting, 's2')).toEqual(['Group', 'Brazil', 'Institute', 'Albania']);
    expect(entryOf(back.meeting, 'Albania').status).toBe('listed');
    back.when({ type: 'restoreEntry', entryId: 'e5' }).thenRefused('entryNotAway');
  });

  it('[LS14] Who comes back after its segment has passed goes to the end of the present one.', () => {
    const { meeting } = slot1
      .when({ type: 'withdrawEntry', entryId: 'e5' })
      .when({ type: 'giveFloor', entryId: 'e8' })
      .when({ type: 'restoreEntry', entryId: 'e5' })
      .thenFacts({ type: 'entryRestored', segmentId: 's3' }, { type: 'lateChangeNoted', kind: 'restored', distance: 5 });
    expect(namesOf(meeting, 's3')).toEqual(['Chad', 'Denmark', 'Coalition', 'Albania']);
  });

  it('[LS15] The list stays in order of segments when a point of order comes between two segments.', () => {
    const { meeting } = slot1
      .when({ type: 'endStatement' })
      .when({ type: 'withdrawEntry', entryId: 'e5' })
      .when({ type: 'withdrawEntry', entryId: 'e6' })
      .when({ type: 'withdrawEntry', entryId: 'e7' })
      .when({ type: 'raisePointOfOrder', entry: newcomer('Egypt') });
    expect(namesOf(meeting, 's2')).toEqual(['Group', 'Egypt', 'Albania', 'Brazil', 'Institute']);
    const segments = meeting.entries.map((entry) => entry.segmentId);
    expect(segments).toEqual([...segments].sort());
  });
});

describe('shorter time', () => {
  it('[LS16] A cut shortens who waits on the floor from the one named on; it lengthens nobody and spares the podium.', () => {
    const cut = slot1
      .when({ type: 'editEntry', entryId: 'e8', revision: 1, patch: { limitSeconds: 60 } })
      .when({ type: 'cutTime', seconds: 90, from: 'e6' })
      .thenFacts(
        { type: 'timeCut', seconds: 90, entryIds: ['e6', 'e7', 'e9', 'e10'] },
        { type: 'lateChangeNoted', kind: 'slotCut', entryId: 'e6', before: '120', after: '90', mustSee: [] },
      );
    expect(cut.meeting.entries.map((entry) => entry.limitSeconds)).toEqual([180, 480, 480, 120, 120, 90, 90, 60, 90, 90]);
    const fromPodium = running.when({ type: 'cutTime', seconds: 90, from: 'e2' });
    fromPodium.thenFacts({ type: 'timeCut' }, { type: 'lateChangeNoted', entryId: 'e4', before: '120', after: '90' });
    expect(fromPodium.meeting.entries.slice(0, 3).map((entry) => entry.limitSeconds)).toEqual([180, 480, 480]);
  });

  it('[LS17] A cut that shortens nobody is no late change.', () => {
    const { meeting } = slot1.when({ type: 'cutTime', seconds: 120, from: 'e6' }).thenFacts({ type: 'timeCut', entryIds: [] });
    expect(meeting).toEqual(slot1.meeting);
  });
});

function newcomer(name: string) {
  const { persons, rank, language } = delegation(name);
  return { persons, rank, language };
}

function namesOf(meeting: Meeting, segmentId?: string): readonly (string | undefined)[] {
  const entries = meeting.entries.filter((entry) => segmentId === undefined || entry.segmentId === segmentId);
  return entries.map((entry) => entry.persons[0]?.name);
}

function entryOf(meeting: Meeting, name: string) {
  return must(
    meeting.entries.find((entry) => entry.persons.some((candidate) => candidate.name === name)),
    name,
  );
}
