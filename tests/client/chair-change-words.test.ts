import { describe, expect, it } from 'vitest';
import { changeSentence, changesToShow, readersOf, secondsToSpeak } from '../../client/views/chair/change-words.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { forecast } from '../../shared/domain/rules/forecast.ts';
import { english } from '../../shared/i18n/en/catalogue.ts';
import { translate } from '../../shared/i18n/translate.ts';
import { must } from '../../shared/lib/assert.ts';
import { given, type Scenario } from '../kit/given.ts';
import { smallPlan } from '../kit/plans.ts';

const words = {
  t: (key: Parameters<typeof translate>[2], params?: Parameters<typeof translate>[3]) => translate(english, 'en', key, params),
  languageName: (code: string) => ({ en: 'English', es: 'Spanish' })[code] ?? code,
};
const sentences = (meeting: Meeting): readonly string[] => meeting.changes.map((change) => changeSentence(change, words));
const speaking = (): Scenario => given(smallPlan()).when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 });

describe('late changes in words', () => {
  it('name who speaks when the video fails, and not a new person who was there anyway', () => {
    const { meeting } = speaking().when({ type: 'replaceSpeaker', entryId: 'e2', speakers: [{ name: 'Piper', delivery: 'room' }] });
    expect(sentences(meeting)).toEqual(['Piper speaks in place of Steiner']);
  });

  it('name both when somebody else comes', () => {
    const { meeting } = speaking().when({ type: 'replaceSpeaker', entryId: 'e3', speakers: [{ name: 'Deputy' }] });
    expect(sentences(meeting)).toEqual(['Deputy replaces Minister']);
  });

  it('name languages, times and places in words', () => {
    const { meeting } = speaking()
      .when({ type: 'setFloorLanguage', language: 'es' })
      .when({ type: 'editEntry', entryId: 'e5', revision: 1, patch: { limitSeconds: 90, delivery: 'video' } })
      .when({ type: 'moveEntry', entryId: 'e6', beforeId: 'e5' })
      .when({ type: 'cutTime', from: 'e8', seconds: 60 });
    expect(sentences(meeting)).toEqual([
      'Chair: Spanish instead of English',
      'Albania: video message instead of in the room',
      'Albania: 1:30 instead of 2:00',
      'Brazil moved from 6 to 5',
      'From Chad on: 1:00 instead of 2:00',
    ]);
  });

  it('tell a correction of a name from its beginning', () => {
    const { meeting } = speaking().when({
      type: 'editEntry',
      entryId: 'e3',
      revision: 1,
      patch: { persons: [{ id: 'p4', name: 'Ministra' }] },
    });
    expect(sentences(meeting)).toEqual(['Minister is now: Ministra']);
  });
});

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
