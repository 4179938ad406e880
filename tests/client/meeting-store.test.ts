import { describe, expect, it } from 'vitest';
import { createMeetingStore } from '../../client/state/meeting-store.ts';
import type { Command } from '../../shared/domain/commands.ts';
import { given } from '../kit/given.ts';
import { person, smallPlan } from '../kit/plans.ts';

const commands: readonly Command[] = [
  { type: 'giveFloor', entryId: 'e4' },
  { type: 'raisePointOfOrder', entry: { persons: [person('Objector')], rank: 'state', language: 'fr' } },
  { type: 'endStatement' },
  { type: 'addTime', seconds: 30 },
  { type: 'moveEntry', entryId: 'e6', beforeId: 'e5' },
  { type: 'armCaption', entryId: 'e4' },
];

describe('the picture for Solid', () => {
  it('equals the folded meeting after every change, and never writes into a folded one', () => {
    const store = createMeetingStore();
    let scenario = given(smallPlan());
    const shown: { readonly folded: object; readonly text: string }[] = [];
    for (const command of commands) {
      scenario = scenario.when(command);
      expect(scenario.refusal).toBeNull();
      store.show(scenario.meeting);
      expect(store.whole()).toBe(scenario.meeting);
      expect(JSON.parse(JSON.stringify(store.meeting()))).toEqual(JSON.parse(JSON.stringify(scenario.meeting)));
      shown.push({ folded: scenario.meeting, text: JSON.stringify(scenario.meeting) });
    }
    for (const { folded, text } of shown) expect(JSON.stringify(folded)).toBe(text);
  });

  it('keeps the identity of what did not change, so that rows and their focus survive', () => {
    const store = createMeetingStore();
    const before = given(smallPlan());
    store.show(before.meeting);
    const rows = new Map((store.meeting()?.entries ?? []).map((entry) => [entry.id, entry]));
    const segments = store.meeting()?.segments;
    store.show(before.when({ type: 'moveEntry', entryId: 'e6', beforeId: 'e5' }).meeting);
    const entries = store.meeting()?.entries ?? [];
    expect(entries.map(({ id }) => id).slice(4, 6)).toEqual(['e6', 'e5']);
    for (const entry of entries) expect(entry).toBe(rows.get(entry.id));
    expect(store.meeting()?.segments).toBe(segments);
  });
});
