import type { MeetingId } from '../../shared/lib/ids.ts';
import type { Directory, Grant } from './directory.ts';
import { toGrant } from './grants.ts';
import { directoryKeys } from './redis-keys.ts';
import type { RedisLinks } from './redis-links.ts';
import { integerIn, textIn } from './rows.ts';

/** Subscribes to revocations at once, so that `onRevoked` has nothing to wait for. */
export async function createRedisDirectory(links: RedisLinks): Promise<Directory> {
  const home = links.directory();
  const keys = directoryKeys(links.sharded);
  const revokedListeners = new Set<(tokenHash: string) => void>();
  await home.subscribe(keys.revoked, (tokenHash) => {
    for (const listener of revokedListeners) listener(tokenHash);
  });

  async function grantsOf(meetingId: MeetingId): Promise<readonly (Grant & { readonly tokenHash: string })[]> {
    const textsByHash = await home.run((client) => client.hGetAll(keys.grants));
    return Object.entries(textsByHash)
      .map(([tokenHash, text]) => ({ ...parseGrant(text), tokenHash }))
      .filter((grant) => grant.meetingId === meetingId)
      .sort((a, b) => a.createdAt - b.createdAt || (a.tokenHash < b.tokenHash ? -1 : 1));
  }

  async function revoke(tokenHash: string): Promise<void> {
    // In one piece: a grant that is gone and was never told would leave its sockets open until they are checked again.
    await home.run((client) => {
      const removal = client.multi().hDel(keys.grants, tokenHash);
      return (links.sharded ? removal.sPublish(keys.revoked, tokenHash) : removal.publish(keys.revoked, tokenHash)).exec();
    });
  }

  return {
    async listMeetings() {
      return (await home.run((client) => client.sMembers(keys.meetings))).sort();
    },
    async addMeeting(meetingId) {
      await home.run((client) => client.sAdd(keys.meetings, meetingId));
    },
    async removeMeeting(meetingId) {
      await home.run((client) => client.sRem(keys.meetings, meetingId));
      for (const { tokenHash } of await grantsOf(meetingId)) await revoke(tokenHash);
    },
    async putGrant(tokenHash, { meetingId, station, createdAt }) {
      await home.run((client) => client.hSet(keys.grants, tokenHash, JSON.stringify({ meetingId, station, createdAt })));
    },
    async findGrant(tokenHash) {
      const text = await home.run((client) => client.hGet(keys.grants, tokenHash));
      return text === null ? null : parseGrant(text);
    },
    listGrants: grantsOf,
    revokeGrant: revoke,
    async generation(meetingId, station) {
      return Number((await home.run((client) => client.hGet(keys.generations, `${meetingId} ${station}`))) ?? 0);
    },
    async rotate(meetingId, station) {
      return await home.run((client) => client.hIncrBy(keys.generations, `${meetingId} ${station}`, 1));
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
