import { describe, expect, it } from 'vitest';
import { lastSeenBy, sentenceOf, type SentencePart } from '../../client/views/changes/change-sentence.ts';
import type { LateChange, Meeting } from '../../shared/domain/meeting.ts';
import { english } from '../../shared/i18n/en/catalogue.ts';
import { must } from '../../shared/lib/assert.ts';
import { given } from '../kit/given.ts';
import { person, smallPlan } from '../kit/plans.ts';

const start = given(smallPlan()).when({ type: 'giveFloor', entryId: 'e1' });

function lastChange(meeting: Meeting): LateChange {
  return must(meeting.changes.at(-1), 'a change');
}

function name(text: string, language: string | null = 'en'): SentencePart {
  return { kind: 'name', text, language };
}

describe('the sentence of a late change', () => {
  it('says who speaks in the place of a video that fails, without calling the other person new', () => {
    const { meeting } = start.when({ type: 'replaceSpeaker', entryId: 'e2', speakers: [{ name: 'Piper' }] });
    expect(sentenceOf(meeting, lastChange(meeting))).toMatchObject({
      message: 'replacedBySame',
      parts: { before: { text: 'Steiner' }, after: { text: 'Piper' } },
    });
  });

  it('names who goes and who comes when a speaker is replaced by somebody new', () => {
    const { meeting } = start.when({ type: 'replaceSpeaker', entryId: 'e3', speakers: [person('Deputy')] });
    expect(sentenceOf(meeting, lastChange(meeting))).toMatchObject({
      message: 'replaced',
      parts: { before: { text: 'Minister' }, after: { text: 'Deputy' } },
    });
  });

  it('says who speaks as well when nobody goes', () => {
    const { meeting } = start.when({ type: 'replaceSpeaker', entryId: 'e3', speakers: [person('Minister'), person('Deputy')] });
    expect(sentenceOf(meeting, lastChange(meeting))).toMatchObject({
      message: 'joined',
      parts: { name: { text: 'Minister' }, after: { text: 'Deputy' } },
    });
  });

  it('gives languages as codes and deliveries as such, for the page to name in its own language', () => {
    const language = start.when({ type: 'setFloorLanguage', language: 'fr' }).meeting;
    expect(sentenceOf(language, lastChange(language)).parts).toMatchObject({
      before: { kind: 'language', code: 'en' },
      after: { kind: 'language', code: 'fr' },
    });
    const revision = must(
      start.meeting.entries.find(({ id }) => id === 'e3'),
      'e3',
    ).revision;
    const delivery = start.when({ type: 'editEntry', entryId: 'e3', revision, patch: { delivery: 'remote' } }).meeting;
    expect(sentenceOf(delivery, lastChange(delivery)).parts).toMatchObject({
      before: { kind: 'delivery', delivery: 'room' },
      after: { kind: 'delivery', delivery: 'remote' },
    });
  });

  it('distinguishes a first text from a new version', () => {
    const first = start.when({ type: 'setScript', entryId: 'e2', language: 'en', text: 'One.', status: 'received' });
    expect(sentenceOf(first.meeting, lastChange(first.meeting)).message).toBe('textFirst');
    const second = first.when({ type: 'setScript', entryId: 'e2', language: 'en', text: 'Two.', status: 'received' });
    expect(sentenceOf(second.meeting, lastChange(second.meeting))).toMatchObject({ message: 'text', parts: { after: { text: '2' } } });
  });

  it('fills every place of its message, whatever the kind', () => {
    const kinds = Object.keys(english.words.changeKind) as readonly LateChange['kind'][];
    const some = lastChange(start.when({ type: 'setFloorLanguage', language: 'fr' }).meeting);
    for (const kind of kinds) {
      for (const [before, after] of [
        ['1', '2'],
        [null, '2'],
        ['1', null],
      ] as const) {
        const { message, parts } = sentenceOf(start.meeting, { ...some, kind, before, after });
        const places = [...english.words.change[message].matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
        expect(Object.keys(parts), kind).toEqual(expect.arrayContaining(places));
      }
    }
  });

  it('knows the language of a name that it finds in the entry', () => {
    const { meeting } = start.when({ type: 'withdrawEntry', entryId: 'e3' });
    expect(sentenceOf(meeting, lastChange(meeting)).parts.name).toEqual(name('Minister', meeting.entries[2]?.persons[0]?.nameLanguage));
  });
});

describe('the change that was seen last', () => {
  it('is none before the first Seen, then the one said Seen to last, of this station only', () => {
    const two = start.when({ type: 'withdrawEntry', entryId: 'e2' }).when({ type: 'setFloorLanguage', language: 'fr' });
    expect(lastSeenBy(two.meeting, 'booth:fr')).toBeNull();
    const [first, second] = two.meeting.changes;
    const seen = two
      .when({ type: 'acknowledgeChange', changeId: must(second, 'a second').id }, { by: 'booth:fr' })
      .when({ type: 'acknowledgeChange', changeId: must(first, 'a first').id }, { by: 'booth:fr' });
    expect(lastSeenBy(seen.meeting, 'booth:fr')).toMatchObject({ change: { id: first?.id }, at: seen.now });
    expect(lastSeenBy(seen.meeting, 'booth:es')).toBeNull();
  });
});
