import { describe, expect, it } from 'vitest';
import { createJournal } from '../../server/app/journal.ts';
import { createRecoveries } from '../../server/app/recoveries.ts';
import { noPosition, type Position } from '../../server/store/event-store.ts';

const staff = { audience: 'staff', version: 1 } as const;
const guest = { audience: 'public', version: 1 } as const;

function at(offset: number): Position {
  return { epoch: 1, offset, hash: `hash-${offset}` };
}

/** A journal of `count` events, and a snapshot of `snapshotBytes` bytes. */
function meetingWith(count: number, snapshotBytes: number) {
  const journal = createJournal(noPosition);
  for (let offset = 1; offset <= count; offset += 1) {
    journal.add({ position: at(offset), event: { type: 'timeAdded', seconds: 30, at: 0, by: 'chair' }, commandId: `c${offset}` });
  }
  let snapshotsBuilt = 0;
  const recoveries = createRecoveries({
    missed: (audience, from) => journal.since(audience, from),
    snapshot() {
      snapshotsBuilt += 1;
      return Buffer.alloc(snapshotBytes, 's');
    },
    end: () => Buffer.from('end'),
    extra: ({ version }) => (version < 2 ? null : Buffer.from('+extra')),
  });
  return { journal, recoveries, snapshotsBuilt: () => snapshotsBuilt };
}

describe('what a station that comes back is sent', () => {
  it('[RT36] is what it missed when that is smaller than a snapshot, else a snapshot', () => {
    const { journal, recoveries } = meetingWith(50, 2_000);
    const few = Buffer.concat([...(journal.since('staff', at(45)) ?? []), Buffer.from('end')]);
    expect(few.length).toBeLessThan(2_000);
    expect(recoveries.bytesFor(staff, at(45))).toEqual(few);

    const missedSince2 = journal.since('staff', at(2)) ?? [];
    expect(Buffer.concat(missedSince2).length).toBeGreaterThan(2_000);
    expect(recoveries.bytesFor(staff, at(2))).toEqual(Buffer.from(`${'s'.repeat(2_000)}end`));
    expect(recoveries.bytesFor(staff, null)).toEqual(Buffer.from(`${'s'.repeat(2_000)}end`));
    expect(recoveries.bytesFor(staff, at(50)).toString()).toBe('end');
  });

  it('[RT36] is at most a byte count of the smaller one, at every place', () => {
    const { journal, recoveries } = meetingWith(60, 3_000);
    for (let offset = 1; offset <= 60; offset += 1) {
      const missed = (journal.since('staff', at(offset)) ?? []).reduce((sum, { length }) => sum + length, 0);
      expect(recoveries.bytesFor(staff, at(offset)).length).toBe(Math.min(missed, 3_000) + 'end'.length);
    }
  });

  it('[RT35] is built once for all who are at the same place, and anew when the state has changed', () => {
    const { recoveries, snapshotsBuilt } = meetingWith(10, 100_000);
    const first = recoveries.bytesFor(guest, null);
    for (let join = 0; join < 1_000; join += 1) expect(recoveries.bytesFor(guest, null)).toBe(first);
    expect(recoveries.bytesFor(guest, { ...at(3), hash: 'of another history' })).toBe(first);
    expect(recoveries.bytesFor(guest, at(7))).toBe(recoveries.bytesFor(guest, at(7)));
    expect(snapshotsBuilt()).toBe(1);
    recoveries.forgetExtra();
    expect(recoveries.bytesFor({ ...guest, version: 2 }, null).toString()).toBe(`${first}+extra`);
    expect(snapshotsBuilt()).toBe(1);
    recoveries.forgetExtra();
    expect(recoveries.bytesFor({ ...guest, version: 2 }, null).toString()).toBe(`${first}+extra`);
    expect(snapshotsBuilt()).toBe(1);
    recoveries.forget();
    expect(recoveries.bytesFor(guest, null)).not.toBe(first);
    expect(snapshotsBuilt()).toBe(2);
  });
});
