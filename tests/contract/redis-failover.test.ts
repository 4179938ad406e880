/** What replication promises, and what it does not: a replica that takes over without the newest commits, and two masters at once. */
import { describe, expect, it } from 'vitest';
import { meetingKeys } from '../../server/store/redis-keys.ts';
import { replicate, startReplicatedRedis } from '../kit/redis-replica.ts';
import { redisIsMissing } from '../kit/redis-server.ts';
import { until } from '../kit/until.ts';
import { appendAnyway, appendMany, commitOf, expectWholeChain, lastOf, readAll, recordFeed, timeAdded } from './store-fixtures.ts';
import { sendUntilAnswered, startLoad, useTopology } from './topology-bench.ts';

describe.skipIf(redisIsMissing('A failover'))('A failover of the Redis store', () => {
  describe('to a replica behind the same address', () => {
    const { topology, open } = useTopology(() => startReplicatedRedis());

    it('[SR24] that lost commits is told to every follower, and the lost commands can be sent again', async () => {
      const [one, two] = [await open(), await open()];
      const feed = recordFeed();
      await two.events.follow('m1', feed.listener);
      const kept = await appendMany(one.events, 'm1', 'kept', 3);
      await topology().stallReplication();
      // Acknowledged by a master that has no replica and does not insist on one.
      await appendMany(one.events, 'm1', 'lost', 2);
      await until('the follower to hear all', 5_000, () => feed.events.length === 5);

      await topology().takeOver();
      await until('the follower to be told', 10_000, () => feed.epochs.length === 1);
      expect(feed.epochs).toEqual([{ position: { ...kept, epoch: 2 }, history: 'lost', toldBefore: 5 }]);
      await until('it to be back', 5_000, () => feed.troubles.at(-1) === false);
      for (const id of ['kept3', 'lost1', 'lost2']) {
        expect(await sendUntilAnswered(one.events, 'm1', id, 5_000)).toBe(id === 'kept3' ? 'duplicate' : 'committed');
      }
      await until('the follower to hear them', 5_000, () => feed.events.length === 7);
      const log = await readAll(one.events, 'm1');
      expectWholeChain(log, 5);
      expect(feed.events.slice(5)).toEqual(log.slice(3));
      expect(lastOf(log).position.epoch).toBe(2);
    });
  });

  describe('to a replica in step', () => {
    const { topology, open } = useTopology(() => startReplicatedRedis());

    it('[SR22] under load loses nothing that was acknowledged', async () => {
      const [one, two] = [await open(), await open()];
      const feed = recordFeed();
      await two.events.follow('m1', feed.listener);
      const load = startLoad(one.events, 'm1');
      await until('some commits', 10_000, () => load.acknowledged.length >= 100);
      await topology().takeOver();
      await load.broken;
      await sendUntilAnswered(one.events, 'm1', 'after', 10_000);
      await until('the follower to be back', 10_000, () => feed.troubles.at(-1) === false);

      const log = await readAll(one.events, 'm1');
      expectWholeChain(log, log.length);
      const committed = log.map(({ commandId }) => commandId);
      expect(load.acknowledged.filter((id) => !committed.includes(id))).toEqual([]);
      for (const id of load.unanswered) {
        expect(await sendUntilAnswered(one.events, 'm1', id, 5_000)).toBe(committed.includes(id) ? 'duplicate' : 'committed');
      }
      // The follower may have been told what no replica had yet: then it was told that this is gone.
      expect(feed.epochs.length).toBe(1);
      expect(lastOf(feed.epochs).position.epoch).toBe(2);
    });
  });

  describe('with two masters at once, who insist on a replica', () => {
    const settings = ['--min-replicas-to-write', '1'];
    const { topology, open, warnings } = useTopology(() => startReplicatedRedis({ replicas: 2, settings }));

    it('[SR27] lets only the one acknowledge that has a replica; after healing nothing acknowledged is missing', async () => {
      const [cutOff, follower] = [await open(), recordFeed()];
      await cutOff.events.follow('m1', follower.listener);
      await appendMany(cutOff.events, 'm1', 'before', 5);
      const promoted = await topology().promote();
      const position = await cutOff.events.position('m1');

      const refused = cutOff.events.append('m1', position, commitOf('refused', [timeAdded(1)]));
      await expect(refused).rejects.toMatchObject({ name: 'StoreUnavailable', message: expect.stringContaining('NOREPLICAS') });
      const other = await open(promoted.url);
      await appendMany(other.events, 'm1', 'after', 5);
      const again = cutOff.events.append('m1', position, commitOf('refused', [timeAdded(1)]));
      await expect(again).rejects.toMatchObject({ name: 'StoreUnavailable', message: expect.stringContaining('NOREPLICAS') });
      expect(await topology().master.command('XLEN', meetingKeys('m1').log)).toBe(5);

      await replicate(topology().master, promoted);
      // Here nobody moves the address on: who is pinned to a replica is told so, and decides nothing.
      await expect(cutOff.events.append('m1', position, commitOf('refused', [timeAdded(1)]))).rejects.toMatchObject({
        name: 'StoreUnavailable',
      });
      expect(await sendUntilAnswered(other.events, 'm1', 'refused', 5_000)).toBe('committed');
      await appendAnyway(other.events, 'm1', 'last');
      const log = await readAll(other.events, 'm1');
      expectWholeChain(log, 12);
      const ids = log.map(({ commandId }) => commandId);
      expect(ids).toEqual([...[1, 2, 3, 4, 5].map((n) => `before${n}`), ...[1, 2, 3, 4, 5].map((n) => `after${n}`), 'refused', 'last']);
      const { master } = topology();
      await until('the old master to have them too', 5_000, async () => (await master.command('XLEN', meetingKeys('m1').log)) === 12);
      expect(warnings).toEqual([]);
    });
  });
});
