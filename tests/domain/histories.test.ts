import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../shared/domain/decide.ts';
import type { MeetingEvent } from '../../shared/domain/events.ts';
import { emptyMeeting, evolve } from '../../shared/domain/evolve.ts';
import type { Entry, Meeting } from '../../shared/domain/meeting.ts';
import { nowFields } from '../../shared/domain/now-fields.ts';
import { mayAir } from '../../shared/domain/rules/captions.ts';
import { forecast } from '../../shared/domain/rules/forecast.ts';
import { changesOwedBy } from '../../shared/domain/rules/late-changes.ts';
import { distanceOf } from '../../shared/domain/selectors.ts';
import { commandPayloadSchema } from '../../shared/protocol/messages/command.ts';
import { smallPlan } from '../kit/plans.ts';
import { allCommandTypes, histories, lively, play, type Turn } from './histories.ts';

/** `npm run soak` asks for 10,000. */
const numRuns = Number(process.env.ROSTRUM_HISTORIES ?? 200);
/** Seconds at most on a busy machine; a history that hangs is a failure too. */
const timeout = 60_000 + numRuns * 100;

const plan = smallPlan();
const runs = { numRuns };

/** Checks each turn of random histories; what `check` throws is reported with the seed and the shortest history that breaks it. */
function always(check: (turn: Turn, index: number, turns: readonly Turn[]) => void): void {
  fc.assert(
    fc.property(histories(lively, 80), (steps) => {
      play(plan, steps).forEach(check);
    }),
    runs,
  );
}

/** `expect` is too slow for a million comparisons. */
function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(`Does not hold: ${what}`);
}

describe('any history of a meeting', () => {
  it('[CO1] Deciding is pure: it never throws, changes nothing, and gives at least one fact or a refusal.', { timeout }, () => {
    always(({ command, by, now, before, decided }) => {
      const copy = JSON.stringify(before);
      holds(isDeepStrictEqual(decide(before, command, { by, now }), decided), 'the same question has the same answer');
      holds(JSON.stringify(before) === copy, 'the meeting is as it was');
      holds(!decided.ok || decided.value.length > 0, 'an accepted command has a fact');
    });
  });

  it('[CO2] The state is plain JSON, whatever happened.', { timeout }, () => {
    always(({ after }, index, turns) => {
      if (index === turns.length - 1) expect(JSON.parse(JSON.stringify(after))).toStrictEqual(after);
    });
  });

  it('[CO3] At most one entry has the floor: those speaking are who has it and who was interrupted, each with its own person.', {
    timeout,
  }, () => {
    always(({ after }) => {
      const speaking = after.entries.filter(({ status }) => status === 'speaking').map(({ id }) => id);
      const floors = [after.floor, after.interrupted].filter((floor) => floor !== null);
      expect(speaking.sort()).toEqual(floors.map(({ entryId }) => entryId).sort());
      for (const { entryId, personId } of floors) expect(entryOf(after, entryId)?.persons.map(({ id }) => id)).toContain(personId);
      if (after.interrupted !== null) {
        expect(entryOf(after, after.floor?.entryId ?? '')?.kind).toBe('pointOfOrder');
        expect(after.interrupted.clock.pausedAt).not.toBeNull();
      }
      if (after.status === 'closed') expect(floors).toEqual([]);
      if (after.status === 'suspended') expect(after.floor?.clock.pausedAt).not.toBeNull();
    });
  });

  it('[CO4] No id is ever given twice, and the list stays in order of segments.', { timeout }, () => {
    always(({ after, folds }) => {
      const persons = after.entries.flatMap((entry) => [...entry.persons, ...entry.replaced]);
      for (const things of [persons, after.entries, after.changes, after.signals]) {
        expect(new Set(things.map(({ id }) => id)).size).toBe(things.length);
      }
      const segments = after.entries.map(({ segmentId }) => segmentId);
      expect(segments).toEqual([...segments].sort());
      expect(after.entries.filter(({ status }) => status === 'called').length).toBeLessThanOrEqual(1);
      for (const { before, event } of folds) {
        if (event.type === 'captionArmed') expect(event.cue.id).toBe(`cue-${before.counters.cue + 1}`);
      }
    });
  });

  it('[CO5] A revision never falls, and what a caption says changes only with the revision it names.', { timeout }, () => {
    always(({ before, after }) => {
      for (const entry of after.entries) {
        const earlier = entryOf(before, entry.id);
        holds(entry.captionRevision <= entry.revision, `the revision of the caption of ${entry.id} is one of its revisions`);
        if (earlier === undefined || earlier === entry) continue;
        holds(entry.revision >= earlier.revision, `the revision of ${entry.id} does not fall`);
        const same = entry.captionRevision === earlier.captionRevision;
        holds(!same || said(entry) === said(earlier), `the caption of ${entry.id} says the same at the same revision`);
      }
    });
  });

  it('[CP15] Whatever is on air may be on air, was taken at the revision its entry then had, and each change of it has its own number.', {
    timeout,
  }, () => {
    always(({ folds }) => {
      for (const { before, event, after } of folds) {
        const { onAir, seq } = after.captions;
        if (onAir !== null) {
          expect(mayAir(after, onAir.cue.entryId)).toBe(true);
          expect(entryOf(after, onAir.cue.entryId)?.persons.map(({ id }) => id)).toContain(onAir.cue.personId);
          expect(Object.values(onAir.cue.lines).every((line) => line.verified)).toBe(true);
        }
        if (event.type === 'captionTaken')
          expect(entryOf(before, onAir?.cue.entryId ?? '')?.captionRevision).toBe(onAir?.cue.captionRevision);
        const changed = onAir?.cue.id !== before.captions.onAir?.cue.id;
        expect(seq - before.captions.seq).toBe(changed ? 1 : 0);
        if (changed && onAir !== null) expect(event.type).toBe('captionTaken');
      }
    });
  });

  it('[LC11] A change that is near, not over and not void is seen or owed by each station that must see it.', { timeout }, () => {
    always(({ after }) => {
      for (const change of after.changes) {
        const status = entryOf(after, change.entryId)?.status;
        const distance = status === 'absent' || status === 'withdrawn' ? change.distance : distanceOf(after, change.entryId);
        const open = change.cancelledBy === null && status !== 'done' && status !== 'notReached' && distance !== null && distance < 3;
        for (const station of change.mustSee) {
          const owed = changesOwedBy(after, station).includes(change);
          holds(owed === (open && change.seen[station] === undefined), `${station} and ${change.id}: owed ${owed}, open ${open}`);
        }
      }
    });
  });

  it('[LC12] The distance noted for an entry that comes in or comes back is the one it has then.', { timeout }, () => {
    always(({ folds, after }) => {
      for (const { event } of folds) {
        if (event.type !== 'lateChangeNoted' || (event.kind !== 'inserted' && event.kind !== 'restored')) continue;
        expect(event.distance).toBe(distanceOf(after, event.entryId));
      }
    });
  });

  it('[FC8] No history makes a forecast negative, or lets somebody begin before now.', { timeout }, () => {
    always(({ after, now }) => {
      const { podium, floor, starts, sharePerPanellistSeconds } = forecast(after, now);
      for (const { usedSeconds, neededSeconds, leftSeconds } of [podium, floor]) {
        holds(
          usedSeconds >= 0 && neededSeconds >= 0 && leftSeconds >= 0,
          `used ${usedSeconds}, needed ${neededSeconds}, left ${leftSeconds}`,
        );
      }
      holds(
        starts.every(({ at }) => at >= now),
        'everybody starts now or later',
      );
      holds(sharePerPanellistSeconds === null || sharePerPanellistSeconds >= 0, `a share of ${sharePerPanellistSeconds}`);
    });
  });

  it('[CO11] The log, stored as text and read again, folds to the same meeting.', { timeout }, () => {
    fc.assert(
      fc.property(histories(lively, 80), (steps) => {
        const turns = play(plan, steps);
        const stored = JSON.stringify(turns.flatMap(({ folds }) => folds.map(({ event }) => event)));
        const events: MeetingEvent[] = JSON.parse(stored);
        const first = turns[0]?.before ?? emptyMeeting;
        expect(events.reduce(evolve, first)).toStrictEqual(turns.at(-1)?.after ?? first);
      }),
      runs,
    );
  });

  it('can be forecast and told to other programs at any moment', { timeout }, () => {
    always(({ after, now }) => {
      const { starts, notReached, projectedEndAt } = forecast(after, now);
      expect(starts.map(({ at }) => at)).toEqual(starts.map(({ at }) => at).sort((one, other) => one - other));
      expect(starts.map(({ entryId }) => entryId)).toEqual(expect.arrayContaining([...notReached]));
      expect(Number.isFinite(projectedEndAt)).toBe(true);
      expect(Object.values(nowFields(after, now)).every((value) => typeof value === 'string')).toBe(true);
    });
  });
});

describe('the random histories themselves', () => {
  it('reach every command, every outcome and every kind of fact after the plan, so that they are worth something', { timeout }, () => {
    const turns = fc.sample(histories(lively, 80), { numRuns: 300, seed: 37 }).flatMap((steps) => [...play(plan, steps)]);
    const accepted = new Set(turns.filter(({ decided }) => decided.ok).map(({ command }) => command.type));
    expect([...allCommandTypes].filter((type) => !accepted.has(type))).toEqual([]);
    const refused = new Set(turns.flatMap(({ decided }) => (decided.ok ? [] : [decided.error.code])));
    expect(refused.size).toBeGreaterThanOrEqual(25);
    const facts = new Set(turns.flatMap(({ folds }) => folds.map(({ event }) => event.type)));
    expect(facts.size).toBe(43);
    expect(turns.filter(({ after }) => after.captions.onAir !== null).length).toBeGreaterThan(200);
    expect(turns.filter(({ after }) => after.interrupted !== null).length).toBeGreaterThan(200);
    // Captions that are verified from the start come from plans only; everything else could come over the wire.
    const overTheWire = turns.map(({ command }) =>
      JSON.parse(JSON.stringify(command, (key, value) => (key === 'verifiedBy' ? undefined : value))),
    );
    expect(overTheWire.filter((command) => !commandPayloadSchema.safeParse(command).success)).toEqual([]);
  });
});

function entryOf(meeting: Meeting, id: string): Entry | undefined {
  return meeting.entries.find((entry) => entry.id === id);
}

/** All that a cue of this entry would freeze. */
function said(entry: Entry): string {
  return JSON.stringify([
    entry.language,
    entry.persons.map(({ id, kind, name, function: role, captions }) => [id, kind, name, role, captions]),
  ]);
}
