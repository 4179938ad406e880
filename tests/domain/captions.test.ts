import { describe, expect, it } from 'vitest';
import type { Command } from '../../shared/domain/commands.ts';
import { captionState, cueLocks, isStale, mayAir } from '../../shared/domain/rules/captions.ts';
import { must } from '../../shared/lib/assert.ts';
import { officialLanguages } from '../../shared/reference/languages.ts';
import { given, type Scenario } from '../kit/given.ts';
import { delegation, person, smallPlan } from '../kit/plans.ts';

const objection = { persons: [person('Egypt')], rank: 'state', language: 'ar' } as const;
/** Albania (e5) has the floor, its caption is armed; next is e1 of the podium, which nobody called yet. */
const armed = given(smallPlan())
  .when({ type: 'giveFloor', entryId: 'e5' }, { at: 0 })
  .when({ type: 'armCaption', entryId: 'e5' }, { at: 10 });
const onAir = take(armed);

describe('arming', () => {
  it('[CP1] Arming freezes name and function in every language and on the floor output, with a hash of what they say.', () => {
    const cue = cueOf(armed);
    expect(Object.keys(cue.lines).sort()).toEqual([...officialLanguages, 'floor'].sort());
    expect(cue).toMatchObject({ id: 'cue-1', entryId: 'e5', personId: 'p6', captionRevision: 1, armedBy: 'webcast' });
    expect(cue.lines.ar).toEqual({
      name: 'Albania [ar]',
      function: 'Function of Albania',
      language: 'ar',
      direction: 'rtl',
      verified: true,
    });
    const later = armed.when({ type: 'verifyName', entryId: 'e5', language: 'ar', text: 'Corrected' });
    expect(cueOf(later)).toEqual(cue);
    const again = later.when({ type: 'armCaption', entryId: 'e5' });
    expect(cueOf(again)).toMatchObject({ id: 'cue-2', lines: { ar: { name: 'Corrected' } } });
    expect(cueOf(again).hash).not.toBe(cue.hash);
  });

  it('[CP2] The floor output names a person as its owner writes it, a delegation in the language it speaks.', () => {
    expect(cueOf(armed).lines.floor).toMatchObject({ name: 'Albania [fr]', language: 'fr' });
    const minister = armed.when({ type: 'armCaption', entryId: 'e3' });
    expect(cueOf(minister).lines.floor).toMatchObject({
      name: 'Minister',
      function: 'Function of Minister',
      language: 'en',
      verified: true,
    });
    const other = armed.when({ type: 'editEntry', entryId: 'e5', revision: 1, patch: { language: 'sq' } });
    expect(cueOf(other.when({ type: 'armCaption', entryId: 'e5' })).lines.floor).toMatchObject({ name: 'Albania', language: 'en' });
  });

  it('[CP3] Of two persons in an entry the one who speaks is armed, else the first, unless one is named.', () => {
    const steiner = armed.when({ type: 'armCaption', entryId: 'e2' });
    expect(cueOf(steiner).personId).toBe('p2');
    expect(cueOf(armed.when({ type: 'armCaption', entryId: 'e2', personId: 'p3' })).personId).toBe('p3');
    const piper = armed.when({ type: 'giveFloor', entryId: 'e2', personId: 'p3' });
    expect(cueOf(piper.when({ type: 'armCaption', entryId: 'e2' })).personId).toBe('p3');
    const interrupted = piper.when({ type: 'raisePointOfOrder', entry: objection });
    expect(cueOf(interrupted.when({ type: 'armCaption', entryId: 'e2' })).personId).toBe('p3');
    armed.when({ type: 'armCaption', entryId: 'e2', personId: 'p1' }).thenRefused('personUnknown');
    armed.when({ type: 'armCaption', entryId: 'e99' }).thenRefused('entryUnknown');
    armed.when({ type: 'endStatement' }).when({ type: 'armCaption', entryId: 'e5' }).thenRefused('entryNotWaiting');
  });
});

describe('taking', () => {
  it('[CP4] A take names the cue and its hash and is refused when another cue is armed or it says something else.', () => {
    const { cueHash } = taking(armed);
    const none = given(smallPlan()).when({ type: 'takeCaption', cueId: 'cue-1', cueHash });
    expect(none.thenRefused('cueUnknown').refusal?.current).toBeNull();
    armed.when({ type: 'takeCaption', cueId: 'cue-9', cueHash }).thenRefused('cueUnknown');
    armed.when({ type: 'takeCaption', cueId: 'cue-1', cueHash: 'ffff' }).thenRefused('cueHashDiffers');
    onAir.when({ type: 'takeCaption', cueId: 'cue-1', cueHash }).thenRefused('cueUnknown');
  });

  const edits: readonly Command[] = [
    { type: 'verifyName', entryId: 'e5', language: 'ar', text: 'Corrected' },
    { type: 'editEntry', entryId: 'e5', revision: 1, patch: { persons: [{ id: 'p6', name: 'Corrected' }] } },
    { type: 'editEntry', entryId: 'e5', revision: 1, patch: { language: 'en' } },
    { type: 'editEntry', entryId: 'e5', revision: 1, patch: { onBehalfOf: 'Others' } },
    { type: 'replaceSpeaker', entryId: 'e5', speakers: [person('Austria')] },
    { type: 'replaceSpeaker', entryId: 'e5', speakers: [person('Albania')] },
  ];
  it.each(edits.map((edit) => [edit.type, edit] as const))(
    '[CP5] After %s of its entry an armed cue is stale and cannot be taken (change f).',
    (_, edit) => {
      const stale = armed.when(edit);
      expect(isStale(stale.meeting)).toBe(true);
      expect(take(stale).thenRefused('cueStale').refusal?.params).toEqual({ name: 'Albania [fr]' });
    },
  );

  it('[CP5] A move or swap of the next entry makes its cue stale; time limit, note and text do not.', () => {
    const next = armed.when({ type: 'callEntry', entryId: 'e6' }).when({ type: 'armCaption', entryId: 'e6' });
    take(next.when({ type: 'moveEntry', entryId: 'e6', beforeId: 'e1' })).thenRefused('cueStale');
    take(next.when({ type: 'swapEntries', entryId: 'e6', withId: 'e7' })).thenRefused('cueStale');
    const harmless = armed
      .when({ type: 'editEntry', entryId: 'e5', revision: 1, patch: { limitSeconds: 60, note: 'Late', rank: 'group', delivery: 'remote' } })
      .when({ type: 'setScript', entryId: 'e5', language: 'en', text: 'One.', status: 'received' });
    take(harmless).thenFacts({ type: 'captionTaken', cueId: 'cue-1' });
  });

  it('[CP6] Only the entry that has the floor or is next may go on air; who was interrupted is neither.', () => {
    const third = armed.when({ type: 'armCaption', entryId: 'e7' });
    take(third).thenRefused('cueNotOnFloor');
    take(third.when({ type: 'callEntry', entryId: 'e7' })).thenFacts({ type: 'captionTaken' });
    const interrupted = armed.when({ type: 'raisePointOfOrder', entry: objection });
    expect([mayAir(interrupted.meeting, 'e5'), mayAir(interrupted.meeting, 'e11'), mayAir(interrupted.meeting, 'e1')]).toEqual([
      false,
      true,
      true,
    ]);
    take(interrupted).thenRefused('cueNotOnFloor');
    take(interrupted.when({ type: 'endStatement' })).thenFacts({ type: 'captionTaken' });
    take(armed.when({ type: 'giveFloor', entryId: 'e6' })).thenRefused('cueNotOnFloor');
  });

  it('[CP7] Every language of the meeting must be present and verified in the cue; each that is not is a lock of its own.', () => {
    const { ar, fr, ...others } = must(person('Egypt').captions, 'captions');
    const gaps = delegation('Egypt', { persons: [person('Egypt', { captions: { ...others, ar: { name: 'مصر' } } })] });
    const plan = smallPlan({ segments: [{ title: 'Floor', part: 'floor', budgetSeconds: 60, entries: [gaps] }] });
    const cue = given(plan).when({ type: 'armCaption', entryId: 'e1' });
    expect(cueLocks(cue.meeting).map(({ code, params }) => [code, params?.language])).toEqual([
      ['captionUnverified', 'ar'],
      ['captionMissing', 'fr'],
    ]);
    expect(take(cue).thenRefused('captionUnverified').refusal?.params).toEqual({ language: 'ar' });
    const bilingual = given({ ...plan, languages: ['en', 'es'] }).when({ type: 'armCaption', entryId: 'e1' });
    take(bilingual).thenFacts({ type: 'captionTaken' });
    expect([ar, fr]).toHaveLength(2);
  });

  it('[CP8] Verifying the missing names and arming again opens the lock; nobody is told of a first or unchanged name.', () => {
    const replaced = armed.when({ type: 'replaceSpeaker', entryId: 'e5', speakers: [{ name: 'Austria' }] });
    let scenario = replaced;
    for (const language of officialLanguages) {
      scenario = scenario.when({ type: 'verifyName', entryId: 'e5', language, text: `Austria ${language}` }, { by: 'webcast' });
      scenario.thenFacts({ type: 'nameVerified', language, name: `Austria ${language}`, function: null });
    }
    take(scenario).thenRefused('cueStale');
    take(scenario.when({ type: 'armCaption', entryId: 'e5' })).thenFacts({ type: 'captionTaken' });
    scenario.when({ type: 'verifyName', entryId: 'e5', language: 'ar', text: 'Austria ar' }).thenFacts({ type: 'nameVerified' });
    scenario
      .when({ type: 'verifyName', entryId: 'e5', language: 'ar', text: 'Austria ar', function: 'Envoy' })
      .when({ type: 'verifyName', entryId: 'e5', language: 'ar', text: 'Austria ar', function: 'Ambassador' })
      .thenFacts(
        { type: 'nameVerified', function: 'Ambassador' },
        { type: 'lateChangeNoted', kind: 'titleOrName', before: 'Envoy', after: 'Ambassador' },
      );
    scenario.when({ type: 'verifyName', entryId: 'e5', personId: 'p1', language: 'ar', text: 'X' }).thenRefused('personUnknown');
    scenario.when({ type: 'verifyName', entryId: 'e99', language: 'ar', text: 'X' }).thenRefused('entryUnknown');
  });

  it('[CP9] A caption that is edited, and every caption of a person whose name or function changes, must be verified anew.', () => {
    const states = (scenario: Scenario) =>
      officialLanguages.map((language) => captionState(must(scenario.meeting.entries[4]?.persons[0], 'Albania'), language));
    const edit = (patch: object) =>
      armed.when({ type: 'editEntry', entryId: 'e5', revision: 1, patch: { persons: [{ id: 'p6', ...patch }] } });
    expect(states(edit({ captions: { fr: { name: 'Albanie' } } })).filter((state) => state === 'unverified')).toHaveLength(1);
    expect(new Set(states(edit({ name: 'Republic of Albania' })))).toEqual(new Set(['unverified']));
    expect(new Set(states(edit({ function: 'Observer' })))).toEqual(new Set(['unverified']));
    expect(new Set(states(edit({ honorific: 'H.E.' })))).toEqual(new Set(['verified']));
  });
});

describe('what is on air', () => {
  it('[CP10] The change of speaker itself takes the name off, in the same event.', () => {
    const given6 = onAir.when({ type: 'giveFloor', entryId: 'e6' });
    given6.thenFacts({ type: 'statementEnded' }, { type: 'floorGiven' });
    expect(given6.meeting.captions).toMatchObject({ onAir: null, seq: 2 });
    for (const command of [{ type: 'endStatement' }, { type: 'closeMeeting' }] as const) {
      expect(onAir.when(command).meeting.captions.onAir).toBeNull();
    }
    expect(onAir.when({ type: 'suspendMeeting' }).meeting.captions.onAir).not.toBeNull();
    const gone = onAir.when({ type: 'replaceSpeaker', entryId: 'e5', speakers: [person('Austria')] });
    expect(gone.meeting.captions.onAir).toBeNull();
  });

  it('[CP11] A name taken for the next speaker leaves as soon as somebody else is next.', () => {
    const next = take(armed.when({ type: 'callEntry', entryId: 'e6' }).when({ type: 'armCaption', entryId: 'e6' }));
    expect(next.meeting.captions.onAir?.cue.entryId).toBe('e6');
    const others: readonly Command[] = [
      { type: 'callEntry', entryId: 'e7' },
      { type: 'markAbsent', entryId: 'e6' },
      { type: 'withdrawEntry', entryId: 'e6' },
      { type: 'moveEntry', entryId: 'e6' },
      { type: 'swapEntries', entryId: 'e6', withId: 'e7' },
      { type: 'giveFloor', entryId: 'e7' },
    ];
    // The last: e6 stays called, hence next, and its name may stay.
    expect(others.map((command) => next.when(command).meeting.captions.onAir === null)).toEqual([true, true, true, true, true, false]);
    expect(next.when({ type: 'giveFloor', entryId: 'e6' }).meeting.captions).toMatchObject({ onAir: { cue: { id: 'cue-2' } }, seq: 1 });
    const inserted = take(armed.when({ type: 'armCaption', entryId: 'e1' })).when({
      type: 'insertEntry',
      entry: objection,
      beforeId: 'e1',
    });
    expect(inserted.meeting.captions.onAir).toBeNull();
  });

  it('[CP12] During a point of order the name of who was interrupted is off, the other one may be shown, and none returns by itself.', () => {
    const interrupted = onAir.when({ type: 'raisePointOfOrder', entry: objection });
    expect(interrupted.meeting.captions.onAir).toBeNull();
    const other = take(interrupted.when({ type: 'armCaption', entryId: 'e11' }));
    other.thenFacts({ type: 'captionTaken' });
    expect(other.meeting.captions.onAir?.cue.lines.fr?.name).toBe('Egypt [fr]');
    expect(other.when({ type: 'endStatement' }).meeting.captions).toMatchObject({ onAir: null, armed: null, seq: 4 });
  });

  it('[CP13] When the floor goes to the other person of an entry, the name of the first leaves the air and its cue is locked.', () => {
    const steiner = armed.when({ type: 'callEntry', entryId: 'e2' }).when({ type: 'armCaption', entryId: 'e2' });
    const piperSpeaks: Command = { type: 'giveFloor', entryId: 'e2', personId: 'p3' };
    expect(take(steiner).when(piperSpeaks).meeting.captions.onAir).toBeNull();
    take(steiner.when(piperSpeaks)).thenRefused('cueNotOnFloor');
    // Within one taking of the floor the operator may name the other one on purpose: first the video, then the guest.
    const both = steiner.when({ type: 'giveFloor', entryId: 'e2' }).when({ type: 'armCaption', entryId: 'e2', personId: 'p3' });
    expect(take(both).when({ type: 'pauseClock' }).meeting.captions.onAir?.cue.personId).toBe('p3');
    const swapped = take(steiner.when({ type: 'giveFloor', entryId: 'e2' })).when({
      type: 'replaceSpeaker',
      entryId: 'e2',
      speakers: [{ name: 'Piper' }, { name: 'Steiner' }],
    });
    expect(swapped.meeting.captions.onAir).toBeNull();
  });

  it('[CP14] The number of the picture rises by one with each take and each clear, and clearing is open to chair and webcast.', () => {
    expect([armed, onAir].map(({ meeting }) => meeting.captions.seq)).toEqual([0, 1]);
    const cleared = onAir.when({ type: 'clearCaption' }, { by: 'chair' }).thenFacts({ type: 'captionCleared' });
    expect(cleared.meeting.captions).toMatchObject({ seq: 2, onAir: null });
    cleared.when({ type: 'clearCaption' }, { by: 'webcast' }).thenRefused('nothingOnAir');
    const over = take(onAir.when({ type: 'armCaption', entryId: 'e1' }));
    expect(over.meeting.captions).toMatchObject({ seq: 2, armed: null, onAir: { cue: { entryId: 'e1' } } });
  });
});

function cueOf({ meeting }: Scenario) {
  return must(meeting.captions.armed, 'an armed cue');
}

function taking(scenario: Scenario) {
  const { id, hash } = cueOf(scenario);
  return { type: 'takeCaption', cueId: id, cueHash: hash } as const;
}

function take(scenario: Scenario): Scenario {
  return scenario.when(taking(scenario));
}
