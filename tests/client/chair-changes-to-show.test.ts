import { describe, expect, it } from 'vitest';
import { changesToShow, readersOf, secondsToSpeak } from '../../client/views/chair/changes-to-show.ts';
import { forecast } from '../../shared/domain/rules/forecast.ts';
import { must } from '../../shared/lib/assert.ts';
import { given, type Scenario } from '../kit/given.ts';
import { smallPlan } from '../kit/plans.ts';

const speaking = (): Scenario => given(smallPlan()).when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 });

describe('the panel of late changes', () => {
  it('puts who has the floor first, then who is next, then what is not near yet', () => {
    const { meeting } = speaking()
      .when({ type: 'swapEntries', entryId: 'e8', withId: 'e9' })
      .when({ type: 'replaceSpeaker', entryId: 'e2', speakers: [{ name: 'Piper', delivery: 'room' }] })
      .when({ type: 'setFloorLanguage', language: 'es' });
    expect(changesToShow(meeting).map(({ kind }) => kind)).toEqual(['language', 'replaced', 'swapped', 'swapped']);
  });

  it('leaves out what nobody has to see and what is over', () => {
    const { meeting } = speaking()
      .when({ type: 'setFloorLanguage', language: 'es' })
      .when({ type: 'editEntry', entryId: 'e5', revision: 1, patch: { limitSeconds: 90 } })
      .when({ type: 'giveFloor', entryId: 'e3' });
    expect(changesToShow(meeting)).toEqual([]);
  });

  it('says after how many seconds each reader saw it', () => {
    const { meeting } = speaking()
      .when({ type: 'replaceSpeaker', entryId: 'e2', speakers: [{ name: 'Piper', delivery: 'room' }] }, { at: 10 })
      .when({ type: 'acknowledgeChange', changeId: 'change-1' }, { at: 16, by: 'booth:ar' });
    const readers = readersOf(must(meeting.changes[0], 'a change'));
    expect(readers).toHaveLength(7);
    expect(readers[0]).toEqual({ station: 'booth:ar', after: 6 });
    expect(readers.at(-1)).toEqual({ station: 'webcast', after: null });
  });

  it('counts down to the moment its speaker is likely to begin', () => {
    const { meeting, now } = speaking().when(
      { type: 'replaceSpeaker', entryId: 'e2', speakers: [{ name: 'Piper', delivery: 'room' }] },
      { at: 10 },
    );
    const change = must(meeting.changes[0], 'a change');
    expect(secondsToSpeak(meeting, change, forecast(meeting, now), now)).toBe(180);
  });
});
