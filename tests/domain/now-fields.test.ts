import { describe, expect, it } from 'vitest';
import { nowFields } from '../../shared/domain/now-fields.ts';
import { given, startsAt } from '../kit/given.ts';
import { person, smallPlan } from '../kit/plans.ts';

const planned = given(smallPlan());
const objection = { persons: [person('Egypt')], rank: 'state', language: 'ar' } as const;

describe('what other programs read', () => {
  it('[CO6] Speaker, entry, language, script state, next and on air are strings, empty when there is nothing.', () => {
    expect(nowFields(planned.meeting, startsAt)).toEqual({
      speaker: '',
      entry: '',
      language: '',
      script: '',
      next: 'e1',
      nextSpeaker: 'Chair',
      since: '',
      onair: '',
      offset: '@offset',
    });
    const armed = planned.when({ type: 'giveFloor', entryId: 'e5' }, { at: 0 }).when({ type: 'armCaption', entryId: 'e5' });
    const { id, hash } = armed.meeting.captions.armed ?? { id: '', hash: '' };
    const running = armed
      .when({ type: 'takeCaption', cueId: id, cueHash: hash })
      .when({ type: 'setFloorLanguage', language: 'en' })
      .when({ type: 'setScriptPosition', entryId: 'e5', paragraph: 2, mode: 'onScript' });
    expect(nowFields(running.meeting, running.now)).toEqual({
      speaker: 'Albania',
      entry: 'e5',
      language: 'en',
      script: 'received 3 onScript',
      next: 'e1',
      nextSpeaker: 'Chair',
      since: String(startsAt),
      onair: 'Albania [fr]',
      offset: '@offset',
    });
  });

  it('leaves the instant of this commit to the store, and follows the floor through a point of order', () => {
    const given5 = planned.when({ type: 'giveFloor', entryId: 'e5' }, { at: 0 });
    expect(nowFields(given5.meeting, startsAt)).toMatchObject({ since: '@time', script: 'received' });
    const interrupted = given5.when({ type: 'raisePointOfOrder', entry: objection }, { at: 10 });
    expect(nowFields(interrupted.meeting, startsAt + 10_000)).toMatchObject({
      speaker: 'Egypt',
      language: 'ar',
      script: 'none',
      since: '@time',
    });
    const back = interrupted.when({ type: 'endStatement' }, { at: 20 });
    expect(nowFields(back.meeting, startsAt + 20_000)).toMatchObject({ speaker: 'Albania', since: String(startsAt) });
  });

  it('names nobody as next when nobody is', () => {
    expect(nowFields(planned.when({ type: 'closeMeeting' }).meeting, startsAt)).toMatchObject({ next: '', nextSpeaker: '' });
  });
});
