import type { Directory, Grant } from './directory.ts';
import { toGrant } from './grants.ts';
import { generationsKey, grantsKey, meetingsKey, revokedTopic } from './redis-keys.ts';
import type { RedisLink } from './redis-link.ts';
import type { RedisTopics } from './redis-topics.ts';
import { integerIn, textIn } from './rows.ts';

/** Subscribes to revocations at once, so that `onRevoked` has nothing to wait for. */
export async function createRedisDirectory(commands: RedisLink, topics: RedisTopics): Promise<Directory> {
  const revokedListeners = new Set<(tokenHash: string) => void>();
  await topics.subscribe(revokedTopic, (tokenHash) => {
    for (const listener of revokedListeners) listener(tokenHash);
  });

  return {
    async listMeetings() {
      return (await commands.run((client) => client.sMembers(meetingsKey))).sort();
    },
    async addMeeting(meetingId) {
      await commands.run((client) => client.sAdd(meetingsKey, meetingId));
    },
    async putGrant(tokenHash, { meetingId, station, createdAt }) {
      await commands.run((client) => client.hSet(grantsKey, tokenHash, JSON.stringify({ meetingId, station, createdAt })));
    },
    async findGrant(tokenHash) {
      const text = await commands.run((client) => client.hGet(grantsKey, tokenHash));
      return text === null ? null : parseGrant(text);
    },
    async listGrants(meetingId) {
      const textsByHash = await commands.run((client) => client.hGetAll(grantsKey));
      return Object.entries(textsByHash)
        .map(([tokenHash, text]) => ({ ...parseGrant(text), tokenHash }))
        .filter((grant) => grant.meetingId === meetingId)
        .sort((a, b) => a.createdAt - b.createdAt || (a.tokenHash < b.tokenHash ? -1 : 1));
    },
    async revokeGrant(tokenHash) {
      // In one piece: a grant that is gone and was never told would leave its sockets open until they are checked again.
      await commands.run((client) => client.multi().hDel(grantsKey, tokenHash).publish(revokedTopic, tokenHash).exec());
    },
    async generation(meetingId, station) {
      return Number((await commands.run((client) => client.hGet(generationsKey, `${meetingId} ${station}`))) ?? 0);
    },
    async rotate(meetingId, station) {
      return await commands.run((client) => client.hIncrBy(generationsKey, `${meetingId} ${station}`, 1));
    },
    onRevoked(listener) {
      revokedListeners.add(listener);
    },
  };
}

function parseGrant(text: string): Grant {
  const row: unknown = JSON.parse(text);
  return toGrant(textIn(row, 'meetingId'), textIn(row, 'station'), integerIn(row, 'createdAt'));
}
