/** Several Redis servers that belong together, and stores opened on them. For the test files of replicas, Sentinel and Cluster. */
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { EventStore } from '../../server/store/event-store.ts';
import { type OpenStore, openStore } from '../../server/store/open-store.ts';
import { must } from '../../shared/lib/assert.ts';
import { until } from '../kit/until.ts';
import { appendAnyway, commitOf, timeAdded } from './store-fixtures.ts';

export interface TopologyBench<T> {
  /** Only inside a test. */
  topology(): T;
  /** One more process, as far as Redis can tell. Closed after the test. `url`: the topology's unless told otherwise. */
  open(url?: string): Promise<OpenStore>;
  readonly warnings: readonly string[];
}

/** To be called inside a `describe`: starts the servers before its tests and stops them after; `each`: anew for each test. */
export function useTopology<T extends { readonly url: string; stop(): Promise<void> }>(
  start: () => Promise<T>,
  each = false,
): TopologyBench<T> {
  let running: T | null = null;
  const opened: OpenStore[] = [];
  const warnings: string[] = [];

  (each ? beforeEach : beforeAll)(async () => {
    running = await start();
  });
  // Of what comes after a test the last is done first: the stores are closed before the servers go.
  (each ? afterEach : afterAll)(async () => await running?.stop());
  afterEach(async () => {
    warnings.length = 0;
    for (const { events } of opened.splice(0)) await events.close();
  });

  const topology = () => must(running, 'the servers to run by now');
  return {
    topology,
    warnings,
    async open(url = topology().url) {
      const store = await openStore({ redisUrl: url, dataDir: '', warn: (message) => warnings.push(message) });
      opened.push(store);
      return store;
    },
  };
}

export interface Load {
  readonly acknowledged: readonly string[];
  /** Commands whose writer was told that the store is unavailable: they may or may not have been carried out. */
  readonly unanswered: readonly string[];
  /** Resolves when every writer has had its `StoreUnavailable`. */
  readonly broken: Promise<unknown>;
}

/** Four writers commit to one meeting without end, until the store is away. */
export function startLoad(store: EventStore, meetingId: string): Load {
  const acknowledged: string[] = [];
  const unanswered: string[] = [];
  const write = async (name: string) => {
    for (let n = 1; ; n += 1) {
      try {
        await appendAnyway(store, meetingId, `${name}${n}`);
        acknowledged.push(`${name}${n}`);
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'StoreUnavailable') throw error;
        unanswered.push(`${name}${n}`);
        return;
      }
    }
  };
  return { acknowledged, unanswered, broken: Promise.all(['a', 'b', 'c', 'd'].map(write)) };
}

/** What a sender does with a command that had no answer: the same id again until there is one. */
export async function sendUntilAnswered(
  store: EventStore,
  meetingId: string,
  commandId: string,
  deadlineMs: number,
): Promise<'committed' | 'duplicate'> {
  let outcome: 'committed' | 'duplicate' | null = null;
  await until(`an answer to ${commandId}`, deadlineMs, async () => {
    try {
      const { status } = await store.append(meetingId, await store.position(meetingId), commitOf(commandId, [timeAdded(1)]));
      if (status === 'committed' || status === 'duplicate') outcome = status;
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'StoreUnavailable') throw error;
    }
    return outcome !== null;
  });
  return must<'committed' | 'duplicate'>(outcome, 'an outcome');
}
