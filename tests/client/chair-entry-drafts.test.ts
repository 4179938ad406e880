import { describe, expect, it } from 'vitest';
import {
  draftOf,
  type EntryDraft,
  emptySpeakerDraft,
  insteadOfVideo,
  languageOfWriting,
  newEntryFrom,
  patchFrom,
  secondsFrom,
} from '../../client/views/chair/entry-drafts.ts';
import { displayName, functionIn, otherWriting } from '../../client/views/chair/person-words.ts';
import { searchStates } from '../../client/views/chair/state-search.ts';
import { entryById } from '../../shared/domain/entries.ts';
import type { Entry, Person } from '../../shared/domain/meeting.ts';
import { commandPayloadSchema } from '../../shared/protocol/messages/command.ts';
import { must } from '../../shared/lib/assert.ts';
import { stateByIso2 } from '../../shared/reference/un-short-names.ts';
import { given } from '../kit/given.ts';
import { smallPlan } from '../kit/plans.ts';

const entry = (id: string): Entry => must(entryById(given(smallPlan()).meeting, id), id);
const personIn = (id: string): Person => must(entry(id).persons[0], 'a person');

describe('the search for a State', () => {
  it.each([
    ['Braz', 'BR'],
    ['Брази', 'BR'],
    ['البراز', 'BR'],
    ['巴西', 'BR'],
    ['cote d', 'CI'],
    ['Corée', 'KR'],
    ['uk', 'GB'],
    ['共和国', 'CF'],
  ])('finds for "%s" a State with the code %s', (query, iso2) => {
    expect(searchStates(query).map((state) => state.iso2)).toContain(iso2);
  });

  it('puts the State of that very name first', () => {
    expect(searchStates('Niger')[0]?.iso2).toBe('NE');
    expect(searchStates('Guinea')[0]?.iso2).toBe('GN');
  });

  it('shows at most eight, and none for nothing', () => {
    expect(searchStates('s').length).toBeLessThanOrEqual(8);
    expect(searchStates('  ')).toEqual([]);
  });
});

describe('how a name sounds and is called', () => {
  it('goes with a new speaker only when it was written, a State included', () => {
    const draft = { ...emptySpeakerDraft('fr'), name: 'Бразилия', state: stateByIso2('BR'), announcedAs: 'Brazil' };
    const [speaker] = newEntryFrom(draft).persons;
    expect(speaker).toMatchObject({ name: 'Brazil', announcedAs: 'Brazil' });
    expect(speaker).not.toHaveProperty('pronunciation');
  });

  it('is all that a patch says when nothing else was typed, and is taken away by an empty field', () => {
    const opened = draftOf({ ...entry('e5'), persons: [{ ...personIn('e5'), announcedAs: 'Albania' }] });
    const draft = { ...opened, persons: opened.persons.map((typed) => ({ ...typed, pronunciation: '/alˈbeɪniə/', announcedAs: '' })) };
    expect(patchFrom(opened, draft)).toEqual({ persons: [{ id: personIn('e5').id, pronunciation: '/alˈbeɪniə/', announcedAs: null }] });
  });
});

describe('a new entry from what was typed', () => {
  it('names a State in all six languages', () => {
    const draft = { ...emptySpeakerDraft('fr'), name: 'Бразилия', state: stateByIso2('BR'), minutes: '1:30' };
    const made = newEntryFrom(draft);
    expect(made).toMatchObject({ rank: 'state', language: 'fr', limitSeconds: 90 });
    expect(made.persons[0]).toMatchObject({
      kind: 'delegation',
      name: 'Brazil',
      captions: { fr: { name: 'Brésil' }, zh: { name: '巴西' } },
    });
    expect(commandPayloadSchema.safeParse({ type: 'insertEntry', entry: made }).success).toBe(true);
  });

  it('keeps a person as written, with function and honorific, and leaves empty fields out', () => {
    const draft = { ...emptySpeakerDraft('en'), kind: 'person' as const, rank: 'dignitary' as const, name: 'Ахмед', function: 'Министр' };
    const made = newEntryFrom(draft);
    expect(made.persons).toEqual([{ kind: 'person', name: 'Ахмед', nameLanguage: 'ru', function: 'Министр', delivery: 'room' }]);
    expect(made).not.toHaveProperty('limitSeconds');
    expect(made).not.toHaveProperty('onBehalfOf');
  });

  it.each([
    ['2', 120],
    ['2:00', 120],
    ['1:30', 90],
    ['0', null],
    ['soon', null],
    ['', null],
  ])('reads "%s" as %s seconds', (text, seconds) => {
    expect(secondsFrom(text)).toBe(seconds);
  });

  it.each([
    ['李明', 'en', 'zh'],
    ['سارة', 'fr', 'ar'],
    ['Иван', 'en', 'ru'],
    ['María', 'es', 'es'],
    ['Li Ming', 'zh', 'en'],
  ])('guesses that %s, spoken in %s, is written in %s', (name, spoken, written) => {
    expect(languageOfWriting(name, spoken)).toBe(written);
  });
});

describe('an edit', () => {
  const edited = (change: (draft: EntryDraft) => EntryDraft) => patchFrom(draftOf(entry('e2')), change(draftOf(entry('e2'))));

  it('sends nothing when nothing was changed', () => {
    expect(edited((draft) => draft)).toBeNull();
    expect(edited((draft) => ({ ...draft, minutes: '8:00' }))).toBeNull();
  });

  it('sends only what was changed, and takes away what was emptied', () => {
    expect(edited((draft) => ({ ...draft, language: 'fr', minutes: '6' }))).toEqual({ language: 'fr', limitSeconds: 360 });
    const opened = draftOf(entry('e4'));
    expect(patchFrom(opened, { ...opened, note: ' ' })).toEqual({ note: null });
  });

  it('leaves captions that were not touched out, so that they stay verified', () => {
    const patch = edited((draft) => ({
      ...draft,
      persons: draft.persons.map((person) =>
        person.id === 'p3' ? { ...person, captions: { ...person.captions, ar: { name: 'بايبر', function: '' } } } : person,
      ),
    }));
    expect(patch).toEqual({ persons: [{ id: 'p3', captions: { ar: { name: 'بايبر', function: null } } }] });
  });
});

describe('a failed video', () => {
  it('leaves the other person of the place', () => {
    expect(insteadOfVideo(entry('e2')).map(({ name, delivery }) => [name, delivery])).toEqual([['Piper', 'room']]);
  });

  it('is no choice where nobody else is in the place', () => {
    expect(insteadOfVideo(entry('e3'))).toEqual([]);
  });
});

describe('the name on the list', () => {
  it('is a person’s own, with the other writing beside it', () => {
    expect(displayName(personIn('e1'), 'ar')).toEqual({ name: 'Chair', language: 'en' });
    expect(otherWriting(personIn('e1'), 'ar')).toBe('Chair [ar]');
    expect(functionIn(personIn('e1'), 'ar')).toBe('Function of Chair');
  });

  it('is a delegation’s in the language of the page, once verified', () => {
    expect(displayName(personIn('e5'), 'fr')).toEqual({ name: 'Albania [fr]', language: 'fr' });
    const unsure = { ...personIn('e5'), captions: { fr: { name: 'Albanie', function: null, verified: null } } };
    expect(displayName(unsure, 'fr')).toEqual({ name: 'Albania', language: 'en' });
  });
});
