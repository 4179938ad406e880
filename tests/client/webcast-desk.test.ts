import { describe, expect, it } from 'vitest';
import {
  blockOf,
  hasChangedSinceTaken,
  languageAfter,
  lineStateOf,
  neighbourOf,
  placeStateOf,
  presentPlace,
  readinessOf,
  reviewedPlace,
  runOfShow,
} from '../../client/views/webcast/desk.ts';
import { lockReasons } from '../../client/views/webcast/lock-reasons.ts';
import { entryById } from '../../shared/domain/entries.ts';
import type { Entry, Meeting } from '../../shared/domain/meeting.ts';
import { must } from '../../shared/lib/assert.ts';
import { given } from '../kit/given.ts';
import { delegation, person, smallPlan } from '../kit/plans.ts';

/** The Chair (e1) speaks; next is Steiner's place (e2), with Steiner (p2) by video and Piper (p3) in the room. */
const speaking = given(smallPlan()).when({ type: 'giveFloor', entryId: 'e1' });
const armed = speaking.when({ type: 'armCaption', entryId: 'e2' });
const replaced = armed.when({ type: 'replaceSpeaker', entryId: 'e2', speakers: [{ name: 'Piper' }] });
const desk = { live: true, selected: null };

describe('the run of show', () => {
  it('keeps the last two that have spoken in sight, and all that follow', () => {
    const later = ['e2', 'e3', 'e4', 'e5'].reduce((scene, entryId) => scene.when({ type: 'giveFloor', entryId }), speaking);
    expect(runOfShow(later.meeting).map(({ id }) => id)).toEqual(['e3', 'e4', 'e5', 'e6', 'e7', 'e8', 'e9', 'e10']);
    expect(runOfShow(speaking.meeting)).toHaveLength(speaking.meeting.entries.length);
  });

  it('says who has the floor, who is next, who was interrupted and who is through', () => {
    const order = speaking.when({
      type: 'raisePointOfOrder',
      entry: { persons: [person('Egypt')], rank: 'state', language: 'ar' },
    }).meeting;
    const states = runOfShow(order).map((entry) => placeStateOf(order, entry));
    expect(states.slice(0, 4)).toEqual(['interrupted', 'floor', 'next', 'waiting']);
    const next = speaking.when({ type: 'giveFloor', entryId: 'e2' }).meeting;
    expect(placeStateOf(next, entry(next, 'e1'))).toBe('over');
  });

  it('marks each language of a name as verified, not verified or missing', () => {
    const plan = smallPlan();
    const unsure = person('Gilmore', { captions: { en: { name: 'Gilmore', verifiedBy: 'paper' }, zh: { name: '吉尔摩' } } });
    const [first, ...rest] = plan.segments;
    const podium = { ...must(first, 'a podium'), entries: [delegation('Gilmore', { persons: [unsure] })] };
    const { meeting } = given({ ...plan, segments: [podium, ...rest] });
    const marks = readinessOf(meeting, must(meeting.entries[0]?.persons[0], 'Gilmore'));
    expect(marks.map(({ state }) => state)).toEqual(['missing', 'unverified', 'verified', 'missing', 'missing', 'missing']);
  });

  it('goes up and down by persons, since each of them can be armed', () => {
    const steiner = neighbourOf(speaking.meeting, { entryId: 'e1', personId: 'p1' }, 1);
    expect(steiner).toEqual({ entryId: 'e2', personId: 'p2' });
    expect(neighbourOf(speaking.meeting, steiner, 1)).toEqual({ entryId: 'e2', personId: 'p3' });
    expect(neighbourOf(speaking.meeting, { entryId: 'e1', personId: 'p1' }, -1)).toBeNull();
    expect(neighbourOf(speaking.meeting, null, 1)).toEqual({ entryId: 'e1', personId: 'p1' });
  });

  it('selects what was chosen, else what is armed, else who speaks, else who is next', () => {
    const chosen = { entryId: 'e3', personId: 'p4' };
    expect(presentPlace(armed.meeting, chosen)).toEqual(chosen);
    expect(presentPlace(armed.meeting, null)).toEqual({ entryId: 'e2', personId: 'p2' });
    expect(presentPlace(speaking.meeting, null)).toEqual({ entryId: 'e1', personId: 'p1' });
    expect(presentPlace(given(smallPlan()).meeting, null)).toEqual({ entryId: 'e1', personId: 'p1' });
  });

  it('goes to who now stands in the place when the armed person has left it', () => {
    expect(presentPlace(replaced.meeting, null)).toEqual({ entryId: 'e2', personId: 'p3' });
  });
});

describe('the keys of the desk', () => {
  it('say why they can do nothing', () => {
    const empty = given(smallPlan()).meeting;
    expect(blockOf('take', empty, desk)).toBe('nothingArmed');
    expect(blockOf('clear', empty, desk)).toBe('nothingOnAir');
    expect(blockOf('cueFloor', empty, desk)).toBe('nobodySpeaks');
    expect(blockOf('cueNext', empty, desk)).toBeNull();
    expect(blockOf('arm', empty, desk)).toBe('noSelection');
    expect(blockOf('review', empty, desk)).toBe('nothingArmed');
    const over = speaking.when({ type: 'giveFloor', entryId: 'e2' }).meeting;
    expect(blockOf('arm', over, { live: true, selected: { entryId: 'e1', personId: 'p1' } })).toBe('cannotBeArmed');
  });

  it('take only what is not locked', () => {
    expect(blockOf('take', armed.meeting, desk)).toBeNull();
    expect(blockOf('take', replaced.meeting, desk)).toBe('locked');
  });

  it('rest while the page is not live, except that a name may always be taken off', () => {
    const cue = must(armed.meeting.captions.armed, 'an armed cue');
    const { meeting } = armed.when({ type: 'takeCaption', cueId: cue.id, cueHash: cue.hash });
    const away = { live: false, selected: null };
    expect(blockOf('cueNext', meeting, away)).toBe('notLive');
    expect(blockOf('take', meeting, away)).toBe('notLive');
    expect(blockOf('clear', meeting, away)).toBeNull();
  });

  it('review the same person, or who speaks in that place now', () => {
    expect(reviewedPlace(armed.meeting)).toEqual({ entryId: 'e2', personId: 'p2' });
    expect(reviewedPlace(replaced.meeting)).toEqual({ entryId: 'e2' });
    expect(reviewedPlace(speaking.meeting)).toBeNull();
  });

  it('show the monitors in one language after the other, the floor last', () => {
    expect(languageAfter(armed.meeting, 'ar')).toBe('zh');
    expect(languageAfter(armed.meeting, 'es')).toBe('floor');
    expect(languageAfter(armed.meeting, 'floor')).toBe('ar');
  });
});

describe('why the take is locked', () => {
  it('is nothing while a cue may be taken, or none is armed', () => {
    expect(lockReasons(speaking.meeting)).toEqual([]);
    expect(lockReasons(armed.meeting)).toEqual([]);
  });

  it('names who changed the entry and when, what the change was, and who is gone', () => {
    const [stale, gone] = lockReasons(replaced.meeting);
    expect(stale).toMatchObject({ kind: 'stale', edit: { at: replaced.now, by: 'chair' }, change: { kind: 'replaced', after: 'Piper' } });
    expect(gone).toEqual({ kind: 'gone', name: 'Steiner' });
  });

  it('does not blame a change that came before the cue was armed', () => {
    const again = replaced.when({ type: 'armCaption', entryId: 'e2' });
    expect(lockReasons(again.meeting)).toEqual([]);
    const moved = again.when({ type: 'verifyName', entryId: 'e2', language: 'ar', text: 'بايبر' }, { at: 500 });
    expect(lockReasons(moved.meeting)).toMatchObject([
      { kind: 'stale', edit: { at: moved.now, by: 'chair' }, change: { kind: 'titleOrName' } },
    ]);
  });

  it('says that the speaker neither has the floor nor is next, and puts languages of one kind together', () => {
    const bare = delegation('Elfland', {
      persons: [person('Elfland', { captions: { en: { name: 'Elfland' }, fr: { name: 'Elfland' } } })],
    });
    const last = must(speaking.meeting.segments.at(-1), 'a last slot');
    const far = speaking.when({ type: 'insertEntry', entry: { ...bare, segmentId: last.id } });
    const id = must(
      far.meeting.entries.find((each) => each.persons[0]?.name === 'Elfland'),
      'Elfland',
    ).id;
    const { meeting } = far.when({ type: 'armCaption', entryId: id });
    expect(lockReasons(meeting)).toEqual([
      { kind: 'notOnFloor', name: 'Elfland' },
      { kind: 'missing', languages: ['ar', 'zh', 'ru', 'es'] },
      { kind: 'unverified', languages: ['en', 'fr'] },
    ]);
    const cue = must(meeting.captions.armed, 'an armed cue');
    expect([lineStateOf(cue, 'ar'), lineStateOf(cue, 'en'), lineStateOf(cue, 'floor')]).toEqual(['missing', 'unverified', 'verified']);
  });

  it('is told for what is on air too, when its entry changes afterwards', () => {
    const cue = must(armed.meeting.captions.armed, 'an armed cue');
    const onAir = armed.when({ type: 'takeCaption', cueId: cue.id, cueHash: cue.hash });
    expect(hasChangedSinceTaken(onAir.meeting)).toBe(false);
    const corrected = onAir.when({ type: 'verifyName', entryId: 'e2', language: 'ar', text: 'شتاينر' });
    expect(hasChangedSinceTaken(corrected.meeting)).toBe(true);
    expect(hasChangedSinceTaken(speaking.meeting)).toBe(false);
  });
});

function entry(meeting: Meeting, id: string): Entry {
  return must(entryById(meeting, id), `entry ${id}`);
}
