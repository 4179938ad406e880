import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { captionState, isStale } from '../../shared/domain/rules/captions.ts';
import { must } from '../../shared/lib/assert.ts';
import { given } from '../kit/given.ts';
import { person, smallPlan } from '../kit/plans.ts';

const planned = given(smallPlan());
/** Steiner's video fails; Piper, who was there anyway, speaks in his place. */
const replaced = planned.when({ type: 'replaceSpeaker', entryId: 'e2', speakers: [{ name: 'Piper' }] });

describe('who speaks in a place', () => {
  it('[LS18] Who already was in the entry speaks with the same captions, and who was to speak stays on record (change a).', () => {
    replaced.thenFacts(
      { type: 'speakerReplaced', entryId: 'e2', delivery: 'room', language: 'en', persons: [{ id: 'p3', name: 'Piper' }] },
      { type: 'lateChangeNoted', kind: 'replaced', distance: 2, subject: 'Steiner', before: 'Steiner · Piper', after: 'Piper' },
    );
    const entry = entryOf(replaced.meeting, 'e2');
    expect(entry).toMatchObject({ delivery: 'room', replaced: [{ id: 'p2', name: 'Steiner' }] });
    expect(captionState(must(entry.persons[0], 'Piper'), 'zh')).toBe('verified');
  });

  it('[LS19] Who was replaced and comes back is the same person, with the captions as they were.', () => {
    const back = replaced.when({ type: 'replaceSpeaker', entryId: 'e2', speakers: [{ name: 'Steiner' }, { name: 'Piper' }] });
    const entry = entryOf(back.meeting, 'e2');
    expect(entry.persons.map(({ id }) => id)).toEqual(['p2', 'p3']);
    expect(entry).toMatchObject({ replaced: [], delivery: 'video' });
    expect(captionState(must(entry.persons[0], 'Steiner'), 'ar')).toBe('verified');
  });

  it('[LS20] Two persons of one name in an entry are two persons.', () => {
    const twins = planned.when({ type: 'replaceSpeaker', entryId: 'e2', speakers: [{ name: 'Piper' }, { name: 'Piper' }] });
    expect(entryOf(twins.meeting, 'e2').persons.map(({ id }) => id)).toEqual(['p3', 'p12']);
    const next = twins.when({ type: 'replaceSpeaker', entryId: 'e3', speakers: [{ name: 'Vice-Minister' }] });
    expect(entryOf(next.meeting, 'e3').persons.map(({ id }) => id)).toEqual(['p13']);
  });

  it('[LS21] A replacement that brings another language notes that too.', () => {
    planned
      .when({ type: 'replaceSpeaker', entryId: 'e3', speakers: [person('Vice-Minister')], language: 'en' })
      .thenFacts(
        { type: 'speakerReplaced', language: 'en' },
        { type: 'lateChangeNoted', changeId: 'change-1', kind: 'replaced' },
        { type: 'lateChangeNoted', changeId: 'change-2', kind: 'language', before: 'es', after: 'en' },
      );
  });

  it('is not changed when the entry is unknown, over, or left without anybody', () => {
    const speakers = [{ name: 'Piper' }];
    planned.when({ type: 'replaceSpeaker', entryId: 'e99', speakers }).thenRefused('entryUnknown');
    planned.when({ type: 'replaceSpeaker', entryId: 'e2', speakers: [] }).thenRefused('personMissing');
    const over = planned.when({ type: 'giveFloor', entryId: 'e2' }).when({ type: 'endStatement' });
    over.when({ type: 'replaceSpeaker', entryId: 'e2', speakers }).thenRefused('entryNotWaiting');
  });
});

describe('what is known of an entry', () => {
  it('[LS22] An edit names the revision it was made against and is refused when the entry has changed since.', () => {
    const edited = planned.when({ type: 'editEntry', entryId: 'e5', revision: 1, patch: { limitSeconds: 90, note: 'Wheelchair' } });
    edited.thenFacts(
      { type: 'entryEdited', changes: { limitSeconds: 90, note: 'Wheelchair' } },
      { type: 'lateChangeNoted', kind: 'timeLimit', before: '120', after: '90' },
    );
    expect(entryOf(edited.meeting, 'e5')).toMatchObject({ revision: 2, captionRevision: 1, lastEdit: { by: 'chair' } });
    const { refusal } = edited
      .when({ type: 'editEntry', entryId: 'e5', revision: 1, patch: { limitSeconds: 60 } })
      .thenRefused('entryChanged');
    expect(refusal?.current).toEqual({ revision: 2 });
    planned.when({ type: 'editEntry', entryId: 'e99', revision: 1, patch: {} }).thenRefused('entryUnknown');
  });

  it('[LS23] Only what an edit names changes, empty text removes, and each changed fact notes its own kind.', () => {
    const { meeting } = planned
      .when({
        type: 'editEntry',
        entryId: 'e4',
        revision: 1,
        patch: {
          rank: 'state',
          language: 'fr',
          delivery: 'remote',
          onBehalfOf: ' ',
          note: null,
          persons: [{ id: 'p5', name: 'The Group', honorific: 'H.E.' }],
        },
      })
      .thenFacts(
        { type: 'entryEdited' },
        { kind: 'language', type: 'lateChangeNoted', before: 'en', after: 'fr' },
        { kind: 'delivery', type: 'lateChangeNoted', before: 'room', after: 'remote' },
        { kind: 'representation', type: 'lateChangeNoted', before: 'Some States', after: null },
        { kind: 'titleOrName', type: 'lateChangeNoted', before: 'Group', after: 'The Group' },
      );
    expect(entryOf(meeting, 'e4')).toMatchObject({
      rank: 'state',
      language: 'fr',
      delivery: 'remote',
      onBehalfOf: null,
      note: null,
      limitSeconds: 120,
      persons: [{ id: 'p5', name: 'The Group', honorific: 'H.E.', function: 'Function of Group', kind: 'delegation' }],
    });
    expect(new Set(meeting.changes.map(({ id }) => id)).size).toBe(4);
    planned.when({ type: 'editEntry', entryId: 'e4', revision: 1, patch: { language: 'en' } }).thenFacts({ type: 'entryEdited' });
    planned
      .when({ type: 'editEntry', entryId: 'e4', revision: 1, patch: { persons: [{ id: 'p1', name: 'No' }] } })
      .thenRefused('personUnknown');
  });

  it('[LS24] A new caption or function is a late change with what was and what is; a first caption is not.', () => {
    const patch = { persons: [{ id: 'p4', captions: { fr: { name: 'La ministre' } } }] };
    planned
      .when({ type: 'editEntry', entryId: 'e3', revision: 1, patch })
      .thenFacts({ type: 'entryEdited' }, { type: 'lateChangeNoted', kind: 'titleOrName', before: 'Minister [fr]', after: 'La ministre' });
    planned
      .when({ type: 'editEntry', entryId: 'e3', revision: 1, patch: { persons: [{ id: 'p4', function: 'Former Minister' }] } })
      .thenFacts({ type: 'entryEdited' }, { type: 'lateChangeNoted', before: 'Function of Minister', after: 'Former Minister' });
    const unnamed = planned.when({ type: 'replaceSpeaker', entryId: 'e3', speakers: [{ name: 'Vice-Minister' }] });
    unnamed
      .when({
        type: 'editEntry',
        entryId: 'e3',
        revision: 2,
        patch: { persons: [{ id: 'p12', captions: { fr: { name: 'Le vice-ministre' } } }] },
      })
      .thenFacts({ type: 'entryEdited' });
  });
});

describe('how a name sounds and how the chair calls its owner', () => {
  const spoken = { pronunciation: '/ˈpaɪpə/', announcedAs: ' Mr.  Piper ' };

  it('[PC13] They change neither a caption nor the list: an armed cue stays good and no late change is noted.', () => {
    const armed = planned.when({ type: 'giveFloor', entryId: 'e1' }).when({ type: 'armCaption', entryId: 'e2', personId: 'p3' });
    const patch = { persons: [{ id: 'p3', ...spoken }] };
    const edited = armed.when({ type: 'editEntry', entryId: 'e2', revision: 1, patch });
    expect(edited.facts.map(({ type }) => type)).toEqual(['entryEdited']);
    expect(edited.meeting.changes).toEqual([]);
    const entry = entryOf(edited.meeting, 'e2');
    expect(entry).toMatchObject({ revision: 2, captionRevision: 1 });
    expect(entry.persons[1]).toMatchObject({ name: 'Piper', pronunciation: '/ˈpaɪpə/', announcedAs: 'Mr. Piper' });
    expect(captionState(must(entry.persons[1], 'Piper'), 'zh')).toBe('verified');
    const cue = must(edited.meeting.captions.armed, 'an armed cue');
    expect(isStale(edited.meeting)).toBe(false);
    edited.when({ type: 'takeCaption', cueId: cue.id, cueHash: cue.hash }).thenFacts({ type: 'captionTaken' });
  });

  it('[PC14] They are given with a new speaker too, one line each, and empty text takes them away.', () => {
    const inserted = planned.when({
      type: 'insertEntry',
      entry: { persons: [{ name: 'Nguyễn', ...spoken }], rank: 'state', language: 'en' },
    });
    const added = must(
      inserted.meeting.entries.find(({ persons }) => persons[0]?.name === 'Nguyễn'),
      'the new entry',
    );
    const [who] = added.persons;
    expect(who).toMatchObject({ pronunciation: '/ˈpaɪpə/', announcedAs: 'Mr. Piper' });
    const patch = { persons: [{ id: who?.id ?? '', pronunciation: ' ', announcedAs: null }] };
    const cleared = inserted.when({ type: 'editEntry', entryId: added.id, revision: added.revision, patch });
    expect(entryOf(cleared.meeting, added.id).persons[0]).toMatchObject({ pronunciation: null, announcedAs: null });
    planned
      .when({ type: 'editEntry', entryId: 'e2', revision: 1, patch: { persons: [{ id: 'p3', pronunciation: 'x'.repeat(1000) }] } })
      .thenRefused('textTooLong');
  });
});

function entryOf(meeting: Meeting, id: string) {
  return must(
    meeting.entries.find((entry) => entry.id === id),
    id,
  );
}
