import { describe, expect, it } from 'vitest';
import type { Command } from '../../shared/domain/commands.ts';
import type { EntryStatus, Meeting } from '../../shared/domain/meeting.ts';
import { elapsedMs } from '../../shared/domain/rules/clock.ts';
import { floorEntry, floorPerson } from '../../shared/domain/selectors.ts';
import { must } from '../../shared/lib/assert.ts';
import { given, startsAt } from '../kit/given.ts';
import { person, smallPlan } from '../kit/plans.ts';

const planned = given(smallPlan());
const objection = { persons: [person('Egypt', { kind: 'delegation' })], rank: 'state', language: 'ar' } as const;
/** Albania has had the floor for 30 s when Egypt raises a point of order. */
const interrupted = planned
  .when({ type: 'giveFloor', entryId: 'e5' }, { at: 0 })
  .when({ type: 'raisePointOfOrder', entry: objection }, { at: 30 });

describe('taking the floor', () => {
  it('[FL1] One entry at most has the floor: giving it ends the statement before, in the same commit.', () => {
    const first = planned.when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 });
    first.thenFacts({ type: 'floorGiven', entryId: 'e1', personId: 'p1', language: 'en', limitSeconds: 180 });
    expect(first.meeting).toMatchObject({ status: 'running', startedAt: startsAt });
    const second = first
      .when({ type: 'giveFloor', entryId: 'e3' }, { at: 100 })
      .thenFacts({ type: 'statementEnded', entryId: 'e1' }, { type: 'floorGiven', entryId: 'e3', language: 'es' });
    expect(statuses(second.meeting, 'e1', 'e3')).toEqual(['done', 'speaking']);
    const ended = second.when({ type: 'endStatement' }).thenFacts({ type: 'statementEnded', entryId: 'e3' });
    expect(ended.meeting.floor).toBeNull();
    ended.when({ type: 'endStatement' }).thenRefused('nobodySpeaking');
    expect(ended.meeting.startedAt).toBe(startsAt);
  });

  it('[FL2] The second hand on the same button is told who was first, and when.', () => {
    const { refusal } = planned
      .when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 })
      .when({ type: 'giveFloor', entryId: 'e1' }, { by: 'admin' })
      .thenRefused('alreadySpeaking');
    expect(refusal?.current).toEqual({ by: 'chair', since: startsAt });
  });

  it('[FL3] The person named gets the floor, else the first of the entry.', () => {
    expect(floorPerson(planned.when({ type: 'giveFloor', entryId: 'e2' }).meeting)?.name).toBe('Steiner');
    expect(floorPerson(planned.when({ type: 'giveFloor', entryId: 'e2', personId: 'p3' }).meeting)?.name).toBe('Piper');
    planned.when({ type: 'giveFloor', entryId: 'e2', personId: 'p1' }).thenRefused('personUnknown');
  });

  it('[FL4] The floor changes its language in mid-statement by one command, and the entry keeps its own (change b).', () => {
    const spanish = planned.when({ type: 'giveFloor', entryId: 'e3' }, { at: 0 });
    const { meeting } = spanish
      .when({ type: 'setFloorLanguage', language: 'en' }, { by: 'booth:es', at: 60 })
      .thenFacts(
        { type: 'floorLanguageSet', language: 'en' },
        { type: 'languageSwitchBegan', from: 'es', to: 'en' },
        { type: 'lateChangeNoted', kind: 'language', entryId: 'e3', distance: 0, before: 'es', after: 'en' },
      );
    expect(meeting.floor).toMatchObject({ language: 'en', languageSince: startsAt + 60_000, since: startsAt });
    expect(floorEntry(meeting)?.language).toBe('es');
    spanish.when({ type: 'setFloorLanguage', language: 'es' }).thenRefused('languageUnchanged');
    planned.when({ type: 'setFloorLanguage', language: 'es' }).thenRefused('nobodySpeaking');
  });
});

describe('a point of order', () => {
  it('[FL5] It takes the floor at once, stops the clock of the speaker, and stands behind it on the list (change g).', () => {
    interrupted.thenFacts(
      { type: 'pointOfOrderRaised', afterId: 'e5', entry: { id: 'e11', kind: 'pointOfOrder', segmentId: 's2', limitSeconds: 120 } },
      { type: 'lateChangeNoted', kind: 'pointOfOrder', entryId: 'e11', distance: 0, subject: 'Egypt' },
    );
    expect(interrupted.meeting.floor).toMatchObject({ entryId: 'e11', language: 'ar' });
    expect(interrupted.meeting.interrupted).toMatchObject({ entryId: 'e5', clock: { pausedAt: startsAt + 30_000 } });
    expect(statuses(interrupted.meeting, 'e5', 'e11')).toEqual(['speaking', 'speaking']);
    expect(interrupted.meeting.entries.map((entry) => entry.id).slice(3, 7)).toEqual(['e4', 'e5', 'e11', 'e6']);
    interrupted.when({ type: 'raisePointOfOrder', entry: objection }).thenRefused('pointOfOrderRunning');
    interrupted.when({ type: 'giveFloor', entryId: 'e5' }).thenRefused('entrySpeaking');
    const onEmptyFloor = planned.when({ type: 'raisePointOfOrder', entry: objection });
    expect(onEmptyFloor.meeting).toMatchObject({ floor: { entryId: 'e11' }, interrupted: null });
    onEmptyFloor.when({ type: 'raisePointOfOrder', entry: objection }).thenRefused('pointOfOrderRunning');
  });

  it('[FL6] Its end gives the floor back, and the clock runs on from where it stood.', () => {
    const { meeting } = interrupted.when({ type: 'endStatement' }, { at: 90 });
    expect(meeting).toMatchObject({ floor: { entryId: 'e5', since: startsAt }, interrupted: null });
    expect(statuses(meeting, 'e5', 'e11')).toEqual(['speaking', 'done']);
    expect(elapsedMs(must(meeting.floor, 'a floor').clock, startsAt + 100_000)).toBe(40_000);
  });

  it('[FL7] Its end starts no clock that the chair had stopped before, and none while the meeting is suspended.', () => {
    const stopped = planned
      .when({ type: 'giveFloor', entryId: 'e5' }, { at: 0 })
      .when({ type: 'pauseClock' }, { at: 10 })
      .when({ type: 'raisePointOfOrder', entry: objection }, { at: 30 })
      .when({ type: 'endStatement' }, { at: 50 });
    expect(stopped.meeting.floor?.clock.pausedAt).toBe(startsAt + 10_000);
    const suspended = interrupted.when({ type: 'suspendMeeting' }, { at: 40 }).when({ type: 'endStatement' }, { at: 50 });
    expect(suspended.meeting.floor?.clock.pausedAt).toBe(startsAt + 30_000);
    const again = suspended.when({ type: 'resumeMeeting' }, { at: 100 }).when({ type: 'resumeClock' }, { at: 110 });
    expect(elapsedMs(must(again.meeting.floor, 'a floor').clock, startsAt + 115_000)).toBe(35_000);
  });

  it('[FL8] Giving the floor to another entry ends the point of order and the statement that it interrupted.', () => {
    const { meeting } = interrupted
      .when({ type: 'giveFloor', entryId: 'e6' })
      .thenFacts(
        { type: 'statementEnded', entryId: 'e11' },
        { type: 'statementEnded', entryId: 'e5' },
        { type: 'floorGiven', entryId: 'e6' },
      );
    expect(statuses(meeting, 'e5', 'e11', 'e6')).toEqual(['done', 'done', 'speaking']);
    expect(meeting.interrupted).toBeNull();
  });

  it('[FL9] Who is replaced while speaking or interrupted hands the floor to the first of the new persons.', () => {
    const speaking = planned.when({ type: 'giveFloor', entryId: 'e2' });
    expect(floorPerson(speaking.when({ type: 'replaceSpeaker', entryId: 'e2', speakers: [{ name: 'Piper' }] }).meeting)?.name).toBe(
      'Piper',
    );
    const { meeting } = interrupted
      .when({ type: 'replaceSpeaker', entryId: 'e5', speakers: [person('Austria')] })
      .when({ type: 'endStatement' });
    expect(floorPerson(meeting)?.name).toBe('Austria');
  });
});

describe('the meeting as a whole', () => {
  it('[FL10] Suspension stops the clock and keeps the floor; nobody gets the floor and no clock starts until the meeting resumes.', () => {
    const suspended = planned.when({ type: 'giveFloor', entryId: 'e5' }, { at: 0 }).when({ type: 'suspendMeeting' }, { at: 20 });
    suspended.thenFacts({ type: 'clockPaused' }, { type: 'meetingSuspended' });
    expect(suspended.meeting).toMatchObject({ status: 'suspended', floor: { entryId: 'e5', clock: { pausedAt: startsAt + 20_000 } } });
    const refused: readonly Command[] = [
      { type: 'giveFloor', entryId: 'e6' },
      { type: 'raisePointOfOrder', entry: objection },
      { type: 'resumeClock' },
      { type: 'suspendMeeting' },
    ];
    for (const command of refused) suspended.when(command).thenRefused('meetingSuspended');
    const resumed = suspended.when({ type: 'resumeMeeting' }, { at: 80 });
    expect(resumed.meeting).toMatchObject({ status: 'running', floor: { clock: { pausedAt: startsAt + 20_000 } } });
    resumed.when({ type: 'resumeMeeting' }).thenRefused('meetingNotSuspended');
    expect(planned.when({ type: 'suspendMeeting' }).when({ type: 'resumeMeeting' }).meeting.status).toBe('planned');
  });

  it('[FL11] Closing ends what is on the floor and names who was not reached; absent and withdrawn ones stay so.', () => {
    const { meeting } = interrupted
      .when({ type: 'markAbsent', entryId: 'e6' })
      .when({ type: 'withdrawEntry', entryId: 'e7' })
      .when({ type: 'callEntry', entryId: 'e8' })
      .when({ type: 'closeMeeting' }, { at: 200 })
      .thenFacts(
        { type: 'statementEnded', entryId: 'e11' },
        { type: 'statementEnded', entryId: 'e5' },
        { type: 'meetingClosed', notReached: ['e8', 'e1', 'e2', 'e3', 'e4', 'e9', 'e10'] },
      );
    expect(meeting).toMatchObject({ status: 'closed', closedAt: startsAt + 200_000, floor: null, interrupted: null });
    expect(statuses(meeting, 'e5', 'e6', 'e7', 'e8')).toEqual(['done', 'absent', 'withdrawn', 'notReached']);
  });

  it('[FL12] After closing only Seen, answers to signals and clearing a caption are still possible.', () => {
    const closed = interrupted.when({ type: 'raiseSignal', kind: 'noSound' }).when({ type: 'closeMeeting' });
    closed.when({ type: 'giveFloor', entryId: 'e6' }).thenRefused('meetingClosed');
    closed.when({ type: 'closeMeeting' }).thenRefused('meetingClosed');
    closed.when({ type: 'requestSlowDown' }).thenRefused('meetingClosed');
    closed.when({ type: 'clearCaption' }).thenRefused('nothingOnAir');
    closed.when({ type: 'acknowledgeChange', changeId: 'change-1' }).thenFacts({ type: 'changeAcknowledged' });
    closed.when({ type: 'answerSignal', signalId: 'signal-1', state: 'done' }).thenFacts({ type: 'signalAnswered' });
  });
});

function statuses(meeting: Meeting, ...ids: readonly string[]): readonly (EntryStatus | undefined)[] {
  return ids.map((id) => meeting.entries.find((entry) => entry.id === id)?.status);
}
