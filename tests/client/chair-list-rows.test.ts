import { describe, expect, it } from 'vitest';
import {
  beginsAt,
  blockHead,
  entryIdsOf,
  listOrder,
  lowerThirdOf,
  rowState,
  rowTone,
  seenCountOf,
} from '../../client/views/chair/list-rows.ts';
import { entryById } from '../../shared/domain/entries.ts';
import type { Entry, Meeting } from '../../shared/domain/meeting.ts';
import { forecast } from '../../shared/domain/rules/forecast.ts';
import { must } from '../../shared/lib/assert.ts';
import { given, type Scenario, startsAt } from '../kit/given.ts';
import { floorPlan, smallPlan } from '../kit/plans.ts';

const entry = (meeting: Meeting, id: string): Entry => must(entryById(meeting, id), id);
const stateOf = (scenario: Scenario, id: string) =>
  rowState(scenario.meeting, entry(scenario.meeting, id), forecast(scenario.meeting, scenario.now));

describe('the list of the chair’s assistant', () => {
  it('keeps each entry under its segment, in the order of the list', () => {
    const { meeting } = given(smallPlan());
    expect(entryIdsOf(meeting, 's2')).toEqual(['e4', 'e5', 'e6', 'e7']);
    expect(listOrder(meeting)).toEqual(meeting.entries.map(({ id }) => id));
  });

  it('heads a slot with its places, the common limit and how many are too many', () => {
    const { meeting } = given(smallPlan());
    const slot = must(meeting.segments[1], 'slot 1');
    expect(blockHead(meeting, slot)).toEqual({
      quota: [
        { rank: 'state', places: 2 },
        { rank: 'nhri', places: 1 },
      ],
      beyondQuota: 1,
      limitSeconds: 120,
      illustrative: false,
    });
  });

  it('says no common limit where the limits differ', () => {
    const { meeting } = given(smallPlan());
    expect(blockHead(meeting, must(meeting.segments[0], 'podium')).limitSeconds).toBeNull();
  });

  it('says how long somebody spoke, who is interrupted, absent or withdrawn', () => {
    const after = given(smallPlan())
      .when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 })
      .when({ type: 'giveFloor', entryId: 'e3' }, { at: 200 })
      .when({ type: 'markAbsent', entryId: 'e5' })
      .when({ type: 'withdrawEntry', entryId: 'e6' })
      .when({ type: 'raisePointOfOrder', entry: { persons: [{ kind: 'delegation', name: 'Cuba' }], rank: 'state', language: 'es' } });
    expect(stateOf(after, 'e1')).toEqual({ kind: 'spoke', seconds: 200 });
    expect(stateOf(after, 'e3')).toEqual({ kind: 'interrupted' });
    expect(stateOf(after, 'e5')).toEqual({ kind: 'absent' });
    expect(stateOf(after, 'e6')).toEqual({ kind: 'withdrawn' });
    expect(stateOf(after, 'e11')).toEqual({ kind: 'speaking' });
    expect(stateOf(after, 'e9')).toBeNull();
  });

  it('marks who cannot finish before the interpreters leave', () => {
    const plan = floorPlan(3, { startsAt: '16:00', endsAt: '16:05' });
    const after = given(plan).when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 });
    expect(stateOf(after, 'e2')).toBeNull();
    expect(stateOf(after, 'e3')).toEqual({ kind: 'afterTheWall' });
  });

  it('follows a lower third from ready over armed and on air to nothing', () => {
    const floor = given(smallPlan()).when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 });
    expect(lowerThirdOf(floor.meeting, entry(floor.meeting, 'e1'))).toEqual({ kind: 'ready' });
    const armed = floor.when({ type: 'armCaption', entryId: 'e1' });
    expect(lowerThirdOf(armed.meeting, entry(armed.meeting, 'e1'))).toEqual({ kind: 'armed' });
    const cue = must(armed.meeting.captions.armed, 'a cue');
    const onAir = armed.when({ type: 'takeCaption', cueId: cue.id, cueHash: cue.hash });
    expect(lowerThirdOf(onAir.meeting, entry(onAir.meeting, 'e1'))).toEqual({ kind: 'onAir' });
    const over = onAir.when({ type: 'giveFloor', entryId: 'e3' });
    expect(lowerThirdOf(over.meeting, entry(over.meeting, 'e1'))).toBeNull();
  });

  it('shows an armed lower third as stale once a name in it was corrected, and counts the languages that are verified', () => {
    const armed = given(smallPlan()).when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 }).when({ type: 'armCaption', entryId: 'e1' });
    const revision = entry(armed.meeting, 'e1').revision;
    const patch = { persons: [{ id: 'p1', captions: { ar: { name: 'اسم' } } }] };
    const stale = armed.when({ type: 'editEntry', entryId: 'e1', revision, patch });
    expect(lowerThirdOf(stale.meeting, entry(stale.meeting, 'e1'))).toEqual({ kind: 'stale' });
    const unarmed = given(smallPlan()).when({ type: 'editEntry', entryId: 'e1', revision: 1, patch });
    expect(lowerThirdOf(unarmed.meeting, entry(unarmed.meeting, 'e1'))).toEqual({ kind: 'partly', verified: 5, of: 6 });
  });

  it('turns amber for who is near and changed until all seven have seen it, and red for who has the floor', () => {
    const changed = given(smallPlan())
      .when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 })
      .when({ type: 'replaceSpeaker', entryId: 'e2', speakers: [{ name: 'Piper', delivery: 'room' }] });
    expect(rowTone(changed.meeting, 'e1')).toBe('air');
    expect(rowTone(changed.meeting, 'e2')).toBe('warn');
    expect(seenCountOf(changed.meeting, 'e2')).toEqual({ seen: 0, of: 7, owed: true });
    const stations = ['booth:ar', 'booth:zh', 'booth:en', 'booth:fr', 'booth:ru', 'booth:es', 'webcast'] as const;
    const seen = stations.reduce((before, by) => before.when({ type: 'acknowledgeChange', changeId: 'change-1' }, { by }), changed);
    expect(seenCountOf(seen.meeting, 'e2')).toEqual({ seen: 7, of: 7, owed: false });
    expect(rowTone(seen.meeting, 'e2')).toBeUndefined();
  });

  it('counts a change far away without turning amber', () => {
    const { meeting } = given(smallPlan()).when({ type: 'swapEntries', entryId: 'e8', withId: 'e9' });
    expect(seenCountOf(meeting, 'e8')).toEqual({ seen: 0, of: 7, owed: false });
    expect(rowTone(meeting, 'e8')).toBeUndefined();
  });

  it('keeps counting for who is marked absent when next', () => {
    const { meeting } = given(smallPlan())
      .when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 })
      .when({ type: 'markAbsent', entryId: 'e2' });
    expect(seenCountOf(meeting, 'e2')?.owed).toBe(true);
  });

  it('tells when somebody began, and when somebody is likely to begin', () => {
    const { meeting, now } = given(smallPlan()).when({ type: 'giveFloor', entryId: 'e1' }, { at: 0 });
    expect(beginsAt(meeting, 'e1', forecast(meeting, now))).toBe(startsAt);
    expect(beginsAt(meeting, 'e2', forecast(meeting, now))).toBe(startsAt + 190_000);
  });
});
