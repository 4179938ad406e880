/** Logs of meetings in Redis, for any number of processes. What must be decided in one piece is in `commit-script.ts`. */
import type { MeetingId } from '../../shared/lib/ids.ts';
import { commitScript, headScript, type Script } from './commit-script.ts';
import { type AppendResult, type Commit, type EventStore, type Position, type Snapshot, StoreUnavailable } from './event-store.ts';
import { createRedisFeed, type RedisFeed } from './redis-feed.ts';
import { meetingKeys, outcomeKey } from './redis-keys.ts';
import type { RedisLink } from './redis-link.ts';
import type { RedisTopics } from './redis-topics.ts';
import { integerIn, textIn } from './rows.ts';
import { isAuthor, positionOf, type StoredEvent, storedToRecorded } from './stored-event.ts';
import { factSchema } from './upcast.ts';

/** How long an answer waits for a replica. Within the 2 s of a command. */
const replicaTimeoutMs = 1_000;

export interface RedisEventStore extends EventStore {
  connectionLost(): void;
  connectionBack(): void;
}

export function createRedisEventStore(commands: RedisLink, topics: RedisTopics): RedisEventStore {
  const feeds = new Set<RedisFeed>();
  const isUp = () => commands.isUp() && topics.isUp();

  return {
    async append(meetingId, expected, commit) {
      const facts = commit.facts.map((fact) => JSON.stringify(fact));
      const reply = await runScript(
        commands,
        commitScript,
        commitKeys(meetingId, commit),
        commitArguments(meetingId, expected, commit, facts),
      );
      const { result, replicas } = replyToResult(reply, expected, commit, facts);
      if (replicas > 0) await waitForReplica(commands);
      return result;
    },
    async read(meetingId, after, limit) {
      return (await readStored(commands, meetingId, after, limit)).map(storedToRecorded);
    },
    position: (meetingId) => readHead(commands, meetingId),
    async loadSnapshot(meetingId) {
      const text = await commands.run((client) => client.get(meetingKeys(meetingId).snap));
      if (text === null) return null;
      const snapshot = parseSnapshot(text);
      const { offset, hash } = snapshot.position;
      const [event] = await readStored(commands, meetingId, offset - 1, 1);
      return event?.offset === offset && event.hash === hash ? snapshot : null;
    },
    async saveSnapshot(meetingId, { position: { epoch, offset, hash }, schema, state }) {
      await commands.run((client) => client.set(meetingKeys(meetingId).snap, JSON.stringify({ epoch, offset, hash, schema, state })));
    },
    async follow(meetingId, listener) {
      const feed = createRedisFeed(
        { isUp, head: () => readHead(commands, meetingId), read: (after, limit) => readStored(commands, meetingId, after, limit) },
        listener,
      );
      // First hear, then look: a commit between the two is heard, and one before them is in what is seen.
      const unsubscribe = await topics.subscribe(meetingKeys(meetingId).live, feed.hear);
      const stop = async () => {
        feeds.delete(feed);
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
    async time() {
      const [seconds, microseconds] = await commands.run((client) => client.time());
      return Number(seconds) * 1_000 + Math.floor(Number(microseconds) / 1_000);
    },
    async ping() {
      await commands.run((client) => client.ping());
    },
    async close() {
      for (const feed of feeds) feed.stop();
      feeds.clear();
      topics.close();
      commands.close();
    },
    connectionLost() {
      for (const feed of feeds) feed.lost();
    },
    connectionBack() {
      if (isUp()) for (const feed of feeds) void feed.check();
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
  switch (reply[0]) {
    case 'duplicate': {
      const position = { epoch: integerIn(reply, '2'), offset: integerIn(reply, '3'), hash: textIn(reply, '4') };
      return { result: { status: 'duplicate', position, events: integerIn(reply, '5') }, replicas: integerIn(reply, '1') };
    }
    case 'expired':
      return { result: { status: 'expired', time: integerIn(reply, '1') }, replicas: 0 };
    case 'conflict': {
      const position = { epoch: integerIn(reply, '1'), offset: integerIn(reply, '2'), hash: textIn(reply, '3') };
      return { result: { status: 'conflict', position }, replicas: 0 };
    }
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

/**
 * An answer that only one machine knows is lost when a replica takes over. Without a replica in time the sender is told to
 * send again: the command is known by then, and waits here once more.
 */
async function waitForReplica(commands: RedisLink): Promise<void> {
  const received = await commands.run((client) => client.wait(1, replicaTimeoutMs));
  if (received === 0) throw new StoreUnavailable(`No replica confirmed within ${replicaTimeoutMs} ms`);
}

async function readHead(commands: RedisLink, meetingId: MeetingId): Promise<Position> {
  const { meta, log } = meetingKeys(meetingId);
  const reply = await runScript(commands, headScript, [meta, log], []);
  return { epoch: integerIn(reply, '0'), offset: integerIn(reply, '1'), hash: textIn(reply, '2') };
}

async function readStored(commands: RedisLink, meetingId: MeetingId, after: number, limit: number): Promise<readonly StoredEvent[]> {
  const entries = await commands.run((client) => client.xRange(meetingKeys(meetingId).log, `(${after}-0`, '+', { COUNT: limit }));
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
async function runScript(commands: RedisLink, script: Script, keys: string[], args: string[]): Promise<readonly string[]> {
  const reply = await commands.run(async (client) => {
    try {
      return await client.evalSha(script.sha, { keys, arguments: args });
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
      return await client.eval(script.lua, { keys, arguments: args });
    }
  });
  if (!Array.isArray(reply)) throw new Error('Expected a list from a script');
  return reply.map(String);
}
