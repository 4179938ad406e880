import { describe, expect, it } from 'vitest';
import { outputOptionsOf } from '../../client/views/output/output-options.ts';
import { blankOutput, nextOutput, type OutputInput, type OutputMemory } from '../../client/views/output/output-picture.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { must } from '../../shared/lib/assert.ts';
import { officialLanguages } from '../../shared/reference/languages.ts';
import { given } from '../kit/given.ts';
import { smallPlan } from '../kit/plans.ts';

/** Albania (e5) speaks; its caption is armed, taken, then cleared; then that of the next one is armed and taken. */
const speaking = given(smallPlan()).when({ type: 'giveFloor', entryId: 'e5' });
const armed = speaking.when({ type: 'armCaption', entryId: 'e5' });
const taken = take(armed);
const cleared = taken.when({ type: 'clearCaption' });
const takenAgain = take(cleared.when({ type: 'armCaption', entryId: 'e1' }));

const program: OutputInput = { bus: 'program', language: 'ar', meeting: null, live: true, trueUntil: 0, now: 0, holdMs: 0 };

describe('the picture of an output page', () => {
  it('is blank at birth, and stays blank with a picture that no live connection vouches for', () => {
    expect(blankOutput.picture).toBeNull();
    expect(nextOutput(blankOutput, { ...program, meeting: taken.meeting, live: false }).picture).toBeNull();
    expect(nextOutput(blankOutput, { ...program, trueUntil: null, live: false, holdMs: 60_000 }).picture).toBeNull();
  });

  it('shows on program what is on air and on preview what is armed, in its own language', () => {
    expect(show(armed.meeting).picture).toBeNull();
    expect(show(armed.meeting, { bus: 'preview' }).picture).toMatchObject({ line: { name: 'Albania [ar]', direction: 'rtl' } });
    const names = [...officialLanguages, 'floor' as const].map((language) => show(taken.meeting, { language }).picture?.line.name);
    expect(names).toEqual([...officialLanguages.map((language) => `Albania [${language}]`), 'Albania [fr]']);
    expect(show(taken.meeting).picture).toMatchObject({ cueHash: taken.meeting.captions.onAir?.cue.hash, seq: 1 });
  });

  it('shows nothing in a language that the cue lacks', () => {
    const cue = must(armed.meeting.captions.armed, 'an armed cue');
    const { ru: _, ...lines } = cue.lines;
    const meeting: Meeting = { ...armed.meeting, captions: { ...armed.meeting.captions, armed: { ...cue, lines } } };
    expect(show(meeting, { bus: 'preview', language: 'ru' }).picture).toBeNull();
  });

  it('follows take and clear, and never goes back to an older take', () => {
    const first = show(taken.meeting);
    const none = nextOutput(first, { ...program, meeting: cleared.meeting });
    expect(none.picture).toBeNull();
    const second = nextOutput(none, { ...program, meeting: takenAgain.meeting });
    expect(second.picture).toMatchObject({ line: { name: 'Chair [ar]' }, seq: 3 });
    const late = nextOutput(second, { ...program, meeting: taken.meeting });
    expect(late.picture).toBeNull();
    expect(nextOutput(late, { ...program, meeting: takenAgain.meeting }).picture).toMatchObject({ seq: 3 });
  });

  it('[UI10] shows again what is on air when the store was restored to an older history, whose numbers are lower', () => {
    const second = show(takenAgain.meeting);
    const older = { ...program, meeting: taken.meeting };
    expect(nextOutput(second, older).picture).toBeNull();
    const restored = nextOutput(second, { ...older, history: 1 });
    expect(restored.picture).toMatchObject({ line: { name: 'Albania [ar]' }, seq: 1 });
    expect(nextOutput(restored, { ...program, meeting: takenAgain.meeting, history: 1 }).picture).toMatchObject({ seq: 3 });
  });

  it('never goes back to an older cue on preview either', () => {
    const preview = { ...program, bus: 'preview' } as const;
    const newer = armed.when({ type: 'armCaption', entryId: 'e1' });
    const shown = nextOutput(blankOutput, { ...preview, meeting: newer.meeting });
    expect(shown.picture).toMatchObject({ line: { name: 'Chair [ar]' } });
    expect(nextOutput(shown, { ...preview, meeting: armed.meeting }).picture).toBeNull();
  });

  it('goes blank at once when the connection is not live, and comes back when it is', () => {
    const lost = nextOutput(show(taken.meeting), { ...program, meeting: taken.meeting, live: false, trueUntil: 1_000, now: 1_000 });
    expect(lost.picture).toBeNull();
    expect(nextOutput(lost, { ...program, meeting: taken.meeting }).picture).toMatchObject({ seq: 1 });
  });

  it('holds what was confirmed for as long as it is told to, and takes up nothing new meanwhile', () => {
    const shown = show(taken.meeting);
    const away = { ...program, meeting: takenAgain.meeting, live: false, trueUntil: 10_000, holdMs: 5_000 };
    expect(nextOutput(shown, { ...away, now: 14_999 })).toBe(shown);
    expect(nextOutput(shown, { ...away, now: 15_000 }).picture).toBeNull();
  });

  it('stays the same object while nothing changes, so that nothing is drawn again', () => {
    const shown = show(taken.meeting);
    const other = taken.when({ type: 'pauseClock' });
    expect(nextOutput(shown, { ...program, meeting: other.meeting })).toBe(shown);
  });
});

describe('the address of an output page', () => {
  it('connects as an output and holds nothing unless it says otherwise', () => {
    expect(outputOptionsOf('')).toEqual({ station: 'output', holdMs: 0 });
    expect(outputOptionsOf('?station=webcast&hold=10')).toEqual({ station: 'webcast', holdMs: 10_000 });
  });

  it('counts what cannot be read as absent, and holds ten minutes at most', () => {
    expect(outputOptionsOf('?station=king&hold=soon')).toEqual({ station: 'output', holdMs: 0 });
    expect(outputOptionsOf('?hold=-3').holdMs).toBe(0);
    expect(outputOptionsOf('?hold=1e9').holdMs).toBe(600_000);
  });
});

function show(meeting: Meeting, more: Partial<OutputInput> = {}): OutputMemory {
  return nextOutput(blankOutput, { ...program, meeting, ...more });
}

function take(scenario: typeof armed): typeof armed {
  const cue = must(scenario.meeting.captions.armed, 'an armed cue');
  return scenario.when({ type: 'takeCaption', cueId: cue.id, cueHash: cue.hash });
}
