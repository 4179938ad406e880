import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommandType } from '../../shared/domain/commands.ts';
import type { Cue, Meeting } from '../../shared/domain/meeting.ts';
import { nextEntry } from '../../shared/domain/selectors.ts';
import { must } from '../../shared/lib/assert.ts';
import { given } from '../kit/given.ts';
import { person, smallPlan } from '../kit/plans.ts';
import { histories, play } from './histories.ts';

/** Seconds at most on a busy machine; a history that hangs is a failure too. */
const timeout = 60_000;

/** What chair and webcast do at the same time when a caption goes up: every order of it may happen. */
const race: readonly CommandType[] = [
  'armCaption',
  'armCaption',
  'armCaption',
  'takeCaption',
  'takeCaption',
  'takeCaption',
  'swapEntries',
  'swapEntries',
  'giveFloor',
  'giveFloor',
  'callEntry',
  'moveEntry',
  'insertEntry',
  'withdrawEntry',
  'markAbsent',
  'restoreEntry',
  'replaceSpeaker',
  'editEntry',
  'verifyName',
  'raisePointOfOrder',
  'endStatement',
];

describe('a wrong name never goes on air', () => {
  it('[CP16] In a thousand interleavings of swap, change and take, what is on air is who has the floor or is next, as confirmed.', {
    timeout,
  }, () => {
    const seen = { aired: 0, refused: 0, cleared: 0 };
    fc.assert(
      fc.property(histories(race, 30), (steps) => {
        for (const { command, decided, before, after } of play(smallPlan(), steps)) {
          const onAir = after.captions.onAir;
          if (onAir !== null) {
            expect(namesThatMayShow(after)).toContain(personName(after, onAir.cue));
            expect([after.floor?.entryId, nextEntry(after)?.id]).toContain(onAir.cue.entryId);
          }
          if (command.type === 'takeCaption') {
            if (decided.ok) seen.aired += 1;
            else seen.refused += 1;
            // What was shown to the operator is what goes on air, to the letter.
            if (decided.ok) expect(onAir?.cue).toBe(before.captions.armed);
            if (decided.ok) expect(before.captions.armed?.captionRevision).toBe(entryOf(before, onAir?.cue.entryId)?.captionRevision);
          } else if (before.captions.onAir !== null && onAir === null) seen.cleared += 1;
        }
      }),
      { numRuns: 1000 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(60);
  });

  it('[CP17] Two speakers swapped between arm and take: the take is refused, and nothing is on air.', () => {
    const armed = given(smallPlan()).when({ type: 'callEntry', entryId: 'e5' }).when({ type: 'armCaption', entryId: 'e5' });
    const { id, hash } = must(armed.meeting.captions.armed, 'a cue');
    const swapped = armed.when({ type: 'swapEntries', entryId: 'e5', withId: 'e6' });
    const { meeting } = swapped.when({ type: 'takeCaption', cueId: id, cueHash: hash }).thenRefused('cueStale');
    expect(meeting.captions.onAir).toBeNull();
    // Back in the same place it is still another revision.
    swapped
      .when({ type: 'swapEntries', entryId: 'e5', withId: 'e6' })
      .when({ type: 'callEntry', entryId: 'e5' })
      .when({ type: 'takeCaption', cueId: id, cueHash: hash })
      .thenRefused('cueStale');
  });

  it('[CP17] A take that was meant for an earlier cue does not air a later one of the same entry.', () => {
    const first = given(smallPlan()).when({ type: 'giveFloor', entryId: 'e5' }).when({ type: 'armCaption', entryId: 'e5' });
    const { id, hash } = must(first.meeting.captions.armed, 'a cue');
    const second = first
      .when({ type: 'replaceSpeaker', entryId: 'e5', speakers: [person('Austria')] })
      .when({ type: 'armCaption', entryId: 'e5' });
    second.when({ type: 'takeCaption', cueId: id, cueHash: hash }).thenRefused('cueUnknown');
    second.when({ type: 'takeCaption', cueId: 'cue-2', cueHash: hash }).thenRefused('cueHashDiffers');
  });
});

/** Of who has the floor, everybody in the entry: a video and the one who speaks after it share a place. */
function namesThatMayShow(meeting: Meeting): readonly string[] {
  const entries = [entryOf(meeting, meeting.floor?.entryId), nextEntry(meeting)];
  return entries.flatMap((entry) => entry?.persons ?? []).map(({ name }) => name);
}

function personName(meeting: Meeting, cue: Cue): string | undefined {
  return entryOf(meeting, cue.entryId)?.persons.find(({ id }) => id === cue.personId)?.name;
}

function entryOf(meeting: Meeting, id: string | undefined) {
  return meeting.entries.find((entry) => entry.id === id);
}
