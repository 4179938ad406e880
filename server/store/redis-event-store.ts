/** Logs of meetings in Redis, for any number of processes. What must be decided in one piece is in `commit-script.ts`. */
import type { MeetingId } from '../../shared/lib/ids.ts';
import { commitScript, headScript, refuseScript, type Script } from './commit-script.ts';
import {
  type AppendResult,
  type Commit,
  type EventStore,
  type Position,
  type RefuseResult,
  type Snapshot,
  StoreUnavailable,
} from './event-store.ts';
import { hasCode, type RedisClient } from './redis-client.ts';
import { createRedisFeed, type RedisFeed } from './redis-feed.ts';
import { meetingKeys, outcomeKey, presenceKey } from './redis-keys.ts';
import type { RedisHome, RedisLinks } from './redis-links.ts';
import { integerIn, textIn } from './rows.ts';
import { isAuthor, positionOf, type StoredEvent, storedToRecorded } from './stored-event.ts';
import { factSchema } from './upcast.ts';

/** How long an answer waits for a replica. Within the 2 s of a command. */
const replicaTimeoutMs = 1_000;
/** As outcomes of commands: who was away longer than a day starts anew. */
const removedKeptSeconds = 24 * 60 * 60;

export function createRedisEventStore(links: RedisLinks): EventStore {
  const feeds = new Set<RedisFeed>();
  const { sharded } = links;

  return {
    async append(meetingId, expected, commit) {
      const facts = commit.facts.map((fact) => JSON.stringify(fact));
      const args = [sharded ? 'SPUBLISH' : 'PUBLISH', ...commitArguments(meetingId, expected, commit, facts)];
      return await links.forMeeting(meetingId).run(async (client) => {
        const reply = await runScript(client, commitScript, commitKeys(meetingId, commit), args);
        const { result, replicas } = replyToResult(reply, expected, commit, facts);
        // On the same connection: WAIT speaks of no other.
        if (replicas > 0) await waitForReplica(client);
        return result;
      });
    },
    async refuse(meetingId, expected, commandId, refusal) {
      const { meta, log } = meetingKeys(meetingId);
      const args = [String(expected.offset), expected.hash, refusal];
      return await links.forMeeting(meetingId).run(async (client) => {
        const reply = await runScript(client, refuseScript, [meta, log, outcomeKey(meetingId, commandId)], args);
        const { result, replicas } = refuseReply(reply);
        if (replicas > 0) await waitForReplica(client);
        return result;
      });
    },
    async read(meetingId, after, limit) {
      return (await readStored(links.forMeeting(meetingId), meetingId, after, limit)).map(storedToRecorded);
    },
    position: (meetingId) => readHead(links.forMeeting(meetingId), meetingId),
    async loadSnapshot(meetingId) {
      const home = links.forMeeting(meetingId);
      const text = await home.run((client) => client.get(meetingKeys(meetingId).snap));
      if (text === null) return null;
      const snapshot = parseSnapshot(text);
      const { offset, hash } = snapshot.position;
      const [event] = await readStored(home, meetingId, offset - 1, 1);
      return event?.offset === offset && event.hash === hash ? snapshot : null;
    },
    async saveSnapshot(meetingId, { position: { epoch, offset, hash }, schema, state }) {
      const text = JSON.stringify({ epoch, offset, hash, schema, state });
      await links.forMeeting(meetingId).run((client) => client.set(meetingKeys(meetingId).snap, text));
    },
    async follow(meetingId, listener) {
      const home = links.forMeeting(meetingId);
      const feed = createRedisFeed(
        { isUp: home.isUp, head: () => readHead(home, meetingId), read: (after, limit) => readStored(home, meetingId, after, limit) },
        listener,
      );
      // First hear, then look: a commit between the two is heard, and one before them is in what is seen.
      const unsubscribe = await home.subscribe(meetingKeys(meetingId).live, feed.hear);
      // What `check` rejects with is a fault, of ours or of a listener.
      const unwatch = home.watch({ onDown: feed.lost, onUp: () => void feed.check() });
      const stop = async () => {
        feeds.delete(feed);
        unwatch();
        feed.stop();
        await unsubscribe();
      };
      feeds.add(feed);
      try {
        await feed.start();
      } catch (error) {
        await stop();
        throw error;
      }
      return stop;
    },
    async remove(meetingId) {
      const { meta, log, snap, now, gone } = meetingKeys(meetingId);
      await links.forMeeting(meetingId).run((client) =>
        client
          .multi()
          .set(gone, '1', { EX: removedKeptSeconds })
          .unlink([meta, log, snap, now, presenceKey(meetingId)])
          .exec(),
      );
    },
    async isRemoved(meetingId) {
      return (await links.forMeeting(meetingId).run((client) => client.exists(meetingKeys(meetingId).gone))) === 1;
    },
    async time() {
      const [seconds, microseconds] = await links.directory().run((client) => client.time());
      return Number(seconds) * 1_000 + Math.floor(Number(microseconds) / 1_000);
    },
    async ping() {
      await links.directory().run((client) => client.ping());
    },
    async close() {
      for (const feed of feeds) feed.stop();
      feeds.clear();
      links.close();
    },
  };
}

function commitKeys(meetingId: MeetingId, commit: Commit): string[] {
  const { meta, log, now } = meetingKeys(meetingId);
  return [meta, log, now, outcomeKey(meetingId, commit.commandId)];
}

function commitArguments(meetingId: MeetingId, expected: Position, commit: Commit, facts: readonly string[]): string[] {
  return [
    meetingKeys(meetingId).live,
    String(expected.offset),
    expected.hash,
    commit.expires === null ? '' : String(commit.expires),
    commit.commandId,
    commit.by,
    String(factSchema),
    String(facts.length),
    ...facts,
    ...Object.entries(commit.now).flat(),
  ];
}

/** The layout of `reply` is that of `commit-script.ts`. */
function replyToResult(
  reply: readonly string[],
  expected: Position,
  commit: Commit,
  facts: readonly string[],
): { readonly result: AppendResult; readonly replicas: number } {
  const known = knownReply(reply);
  if (known !== null) return known;
  switch (reply[0]) {
    case 'expired':
      return { result: { status: 'expired', time: integerIn(reply, '1') }, replicas: 0 };
    case 'committed': {
      const epoch = integerIn(reply, '2');
      const time = integerIn(reply, '3');
      const stored = facts.map(
        (fact, index): StoredEvent => ({
          offset: expected.offset + 1 + index,
          epoch,
          hash: textIn(reply, String(4 + index)),
          time,
          by: commit.by,
          commandId: commit.commandId,
          schema: factSchema,
          fact,
        }),
      );
      const position = stored.map(positionOf).at(-1) ?? expected;
      return {
        result: { status: 'committed', events: stored.map(storedToRecorded), position, time },
        replicas: integerIn(reply, '1'),
      };
    }
    default:
      throw new Error(`Expected an outcome from the commit script, got ${reply.join(' ')}`);
  }
}

function refuseReply(reply: readonly string[]): { readonly result: RefuseResult; readonly replicas: number } {
  if (reply[0] === 'recorded') return { result: { status: 'recorded' }, replicas: integerIn(reply, '1') };
  const known = knownReply(reply);
  if (known === null) throw new Error(`Expected an outcome from the script of refusals, got ${reply.join(' ')}`);
  return known;
}

type Known = Extract<AppendResult, { readonly status: 'conflict' | 'duplicate' | 'refused' }>;

/** What both scripts may say when nothing was written. */
function knownReply(reply: readonly string[]): { readonly result: Known; readonly replicas: number } | null {
  if (reply[0] === 'conflict') return { result: { status: 'conflict', position: positionIn(reply, 1) }, replicas: 0 };
  if (reply[0] !== 'duplicate' && reply[0] !== 'refused') return null;
  const position = positionIn(reply, 2);
  const replicas = integerIn(reply, '1');
  return reply[0] === 'refused'
    ? { result: { status: 'refused', position, refusal: textIn(reply, '5') }, replicas }
    : { result: { status: 'duplicate', position, events: integerIn(reply, '5') }, replicas };
}

/** Three texts in a row: epoch, offset, hash. */
function positionIn(reply: readonly string[], from: number): Position {
  return { epoch: integerIn(reply, String(from)), offset: integerIn(reply, String(from + 1)), hash: textIn(reply, String(from + 2)) };
}

/**
 * An answer that only one machine knows is lost when a replica takes over. Without a replica in time the sender is told to
 * send again: the command is known by then, and waits here once more.
 */
async function waitForReplica(client: RedisClient): Promise<void> {
  const received = await client.wait(1, replicaTimeoutMs);
  if (received === 0) throw new StoreUnavailable(`No replica confirmed within ${replicaTimeoutMs} ms`);
}

async function readHead(home: RedisHome, meetingId: MeetingId): Promise<Position> {
  const { meta, log } = meetingKeys(meetingId);
  const reply = await home.run((client) => runScript(client, headScript, [meta, log], []));
  return { epoch: integerIn(reply, '0'), offset: integerIn(reply, '1'), hash: textIn(reply, '2') };
}

async function readStored(home: RedisHome, meetingId: MeetingId, after: number, limit: number): Promise<readonly StoredEvent[]> {
  const entries = await home.run((client) => client.xRange(meetingKeys(meetingId).log, `(${after}-0`, '+', { COUNT: limit }));
  return (entries ?? []).map(({ id, message }) => entryToStored(id, message));
}

function entryToStored(id: string, fields: Readonly<Record<string, string>>): StoredEvent {
  const by = textIn(fields, 'by');
  if (!isAuthor(by)) throw new Error(`Expected an author, got ${by}`);
  return {
    offset: Number(id.slice(0, id.indexOf('-'))),
    epoch: integerIn(fields, 'epoch'),
    hash: textIn(fields, 'hash'),
    time: integerIn(fields, 'time'),
    by,
    commandId: textIn(fields, 'command'),
    schema: integerIn(fields, 'schema'),
    fact: textIn(fields, 'fact'),
  };
}

function parseSnapshot(text: string): Snapshot {
  const row: unknown = JSON.parse(text);
  return {
    position: { epoch: integerIn(row, 'epoch'), offset: integerIn(row, 'offset'), hash: textIn(row, 'hash') },
    schema: integerIn(row, 'schema'),
    state: textIn(row, 'state'),
  };
}

/** Redis forgets scripts when it starts anew and at SCRIPT FLUSH: then the text is sent once more. */
export async function runScript(client: RedisClient, script: Script, keys: string[], args: string[]): Promise<readonly string[]> {
  const reply = await client.evalSha(script.sha, { keys, arguments: args }).catch((error: unknown) => {
    if (!hasCode(error, ['NOSCRIPT'])) throw error;
    return client.eval(script.lua, { keys, arguments: args });
  });
  if (!Array.isArray(reply)) throw new Error('Expected a list from a script');
  return reply.map(String);
}
