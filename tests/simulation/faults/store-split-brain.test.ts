/** Fault 6: the old master is cut off from its replicas, one of which takes over, while a server still talks to the old one. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { sampleMeetingId } from '../../../server/sample/hrc37-panel.ts';
import { meetingKeys } from '../../../server/store/redis-keys.ts';
import { startFaultProxy } from '../../kit/fault-proxy.ts';
import { replicate, startReplicatedRedis } from '../../kit/redis-replica.ts';
import { redisIsMissing } from '../../kit/redis-server.ts';
import { areLive, comeIn, isLive } from './net-bench.ts';
import { expectOneHistory, makeLedger, newId, post, sendAgain, startServersOn, stateAt, teamNamed } from './store-bench.ts';

const settings = ['--min-replicas-to-write', '1', '--min-replicas-max-lag', '2'];
const commandsEach = 5;

describe.skipIf(redisIsMissing('split brain'))('two servers, one of which is left with an isolated master', () => {
  it('[FT6] with min-replicas-to-write the isolated master accepts nothing, and in the end there is one history', async () => {
    // Two replicas, so that the one that takes over has enough of them itself.
    const redis = await startReplicatedRedis({ replicas: 2, settings });
    const [toOld, toNew] = await Promise.all([startFaultProxy({ port: redis.master.port }), startFaultProxy({ port: redis.master.port })]);
    onTestFinished(async () => {
      await Promise.all([toOld.close(), toNew.close(), redis.stop()]);
    });
    const [isolated, joined, ...none] = await startServersOn([toOld.url('redis'), toNew.url('redis')]);
    if (isolated === undefined || joined === undefined || none.length > 0) throw new Error('Expected two servers');
    const [left, right] = [comeIn(isolated, 'booth:fr'), comeIn(joined, 'booth:fr')];
    await areLive(left, right);
    const ledger = makeLedger();
    const send = async (server: typeof isolated, name: string) => {
      const commandId = newId(name);
      ledger.note(commandId, await post(server, commandId, teamNamed(commandId)));
      return commandId;
    };
    for (const server of [isolated, joined]) expect(ledger.told(await send(server, 'before'))).toEqual(['ok']);

    const from = Date.now();
    const next = await redis.promote();
    toNew.retarget(next.port);
    toNew.reset();
    const lengthAtOld = async () => await redis.master.command('XLEN', meetingKeys(sampleMeetingId).log);
    const before = await lengthAtOld();
    const refused = await Promise.all(Array.from({ length: commandsEach }, () => send(isolated, 'isolated')));
    expect(refused.map((commandId) => ledger.told(commandId))).toEqual(refused.map(() => ['unavailable']));
    expect(await lengthAtOld()).toBe(before);
    await right.until('live in the new epoch', () => isLive(right) && right.view().history > 0);
    for (let count = 0; count < commandsEach; count += 1) expect(ledger.told(await send(joined, 'joined'))).toEqual(['ok']);
    expect((await stateAt(isolated)).meeting.booths.fr).not.toEqual((await stateAt(joined)).meeting.booths.fr);

    // The old master follows the new one; its server is not told, and finds out by itself.
    toOld.retarget(next.port);
    await replicate(redis.master, next);
    await left.until('live in the new epoch', () => isLive(left) && left.view().history > 0);
    await sendAgain(isolated, ledger);
    const disturbances = [{ where: 'store', from, until: Date.now() }] as const;
    const log = await expectOneHistory({ servers: [isolated, joined], ledger, stations: [left, right], disturbances });
    expect(log).toHaveLength(1 + 2 + 2 * commandsEach);
  });
});
