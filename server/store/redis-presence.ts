/**
 * Who is connected, as a sorted set per meeting: a member `process station count` for each station of each process, by the
 * time it was last said. One script, so that two processes never read each other half written.
 */
import { createHash, randomBytes } from 'node:crypto';
import { isStation, type Station } from '../../shared/domain/stations.ts';
import type { Script } from './commit-script.ts';
import { type PresenceStore, presenceTtlMs, type StationCounts } from './presence.ts';
import { runScript } from './redis-event-store.ts';
import { presenceKey } from './redis-keys.ts';
import type { RedisLinks } from './redis-links.ts';

/** Two processes of one machine are two. */
export function createRedisPresence(links: RedisLinks, process: string = randomBytes(8).toString('hex')): PresenceStore {
  return {
    async exchange(meetingId, mine) {
      const members = Object.entries(mine).map(([station, count]) => `${station} ${count}`);
      const args = [process, String(presenceTtlMs), ...members];
      const all = await links.forMeeting(meetingId).run((client) => runScript(client, exchangeScript, [presenceKey(meetingId)], args));
      return totalOf(all);
    },
  };
}

/** Members that are not ours to understand, of a later version or of another program, are passed over. */
function totalOf(members: readonly string[]): StationCounts {
  const total: Partial<Record<Station, number>> = {};
  for (const member of members) {
    const [, station = '', count = ''] = member.split(' ');
    if (isStation(station) && /^\d{1,9}$/.test(count)) total[station] = (total[station] ?? 0) + Number(count);
  }
  return total;
}

/** KEYS: the set. ARGV: process, for how many ms a word counts, then `station count` of this process. Returns all members. */
const lua = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', '(' .. string.format('%.0f', now - ARGV[2]))
local mine = ARGV[1] .. ' '
for _, member in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  if string.sub(member, 1, #mine) == mine then redis.call('ZREM', KEYS[1], member) end
end
for i = 3, #ARGV do redis.call('ZADD', KEYS[1], string.format('%.0f', now), mine .. ARGV[i]) end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return redis.call('ZRANGE', KEYS[1], 0, -1)
`;

const exchangeScript: Script = { lua, sha: createHash('sha1').update(lua).digest('hex') };
