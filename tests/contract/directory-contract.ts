/** What every directory promises, see `server/store/directory.ts`. Part of the contract of each store. */
import { describe, expect, it } from 'vitest';
import type { Directory } from '../../server/store/directory.ts';
import { until } from '../kit/until.ts';

export function directoryContract(directory: () => Directory): void {
  describe('the directory', () => {
    it('lists meetings once each, sorted', async () => {
      for (const id of ['m2', 'm1', 'm2', 'm10']) await directory().addMeeting(id);
      expect(await directory().listMeetings()).toEqual(['m1', 'm10', 'm2']);
    });

    it('finds a grant by its hash and lists those of a meeting, oldest first', async () => {
      const chair = { meetingId: 'm1', station: 'chair', createdAt: 1_764_000_000_002 } as const;
      const booth = { meetingId: 'm1', station: 'booth:fr', createdAt: 1_764_000_000_001 } as const;
      await directory().putGrant('aa', chair);
      await directory().putGrant('bb', booth);
      await directory().putGrant('cc', { ...chair, meetingId: 'm2' });
      expect(await directory().findGrant('aa')).toEqual(chair);
      expect(await directory().findGrant('zz')).toBeNull();
      expect(await directory().listGrants('m1')).toEqual([
        { ...booth, tokenHash: 'bb' },
        { ...chair, tokenHash: 'aa' },
      ]);
    });

    it('revokes a grant and tells so, again when asked again', async () => {
      const heard: string[] = [];
      directory().onRevoked((tokenHash) => heard.push(tokenHash));
      await directory().putGrant('aa', { meetingId: 'm1', station: 'chair', createdAt: 1 });
      await directory().revokeGrant('aa');
      expect(await directory().findGrant('aa')).toBeNull();
      await until('the revocation to be told', 5_000, () => heard.length === 1);
      await directory().revokeGrant('aa');
      await until('it to be told again', 5_000, () => heard.length === 2);
      expect(heard).toEqual(['aa', 'aa']);
    });

    it('[SR29] forgets a meeting with all its grants, and tells of each', async () => {
      const heard: string[] = [];
      directory().onRevoked((tokenHash) => heard.push(tokenHash));
      for (const id of ['m1', 'm2']) await directory().addMeeting(id);
      await directory().putGrant('aa', { meetingId: 'm1', station: 'chair', createdAt: 1 });
      await directory().putGrant('bb', { meetingId: 'm1', station: 'booth:fr', createdAt: 2 });
      await directory().putGrant('cc', { meetingId: 'm2', station: 'chair', createdAt: 3 });
      await directory().removeMeeting('m1');
      expect(await directory().listMeetings()).toEqual(['m2']);
      expect([await directory().findGrant('aa'), await directory().listGrants('m1')]).toEqual([null, []]);
      expect(await directory().findGrant('cc')).not.toBeNull();
      await until('both to be told', 5_000, () => heard.length === 2);
      expect(heard.toSorted()).toEqual(['aa', 'bb']);
    });

    it('counts rotations per meeting and station', async () => {
      expect(await directory().generation('m1', 'booth:ar')).toBe(0);
      expect(await directory().rotate('m1', 'booth:ar')).toBe(1);
      expect(await directory().rotate('m1', 'booth:ar')).toBe(2);
      expect(await directory().generation('m1', 'booth:ar')).toBe(2);
      expect(await directory().generation('m1', 'booth:fr')).toBe(0);
      expect(await directory().generation('m2', 'booth:ar')).toBe(0);
    });
  });
}
