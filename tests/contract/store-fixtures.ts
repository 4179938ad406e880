/** What the suites of both stores write and look at. */
import { expect } from 'vitest';
import {
  type Commit,
  type EventStore,
  type FeedListener,
  noPosition,
  type Position,
  type RecordedEvent,
} from '../../server/store/event-store.ts';
import { hashOfEvent } from '../../server/store/hash-chain.ts';
import type { Fact } from '../../shared/domain/events.ts';
import { must } from '../../shared/lib/assert.ts';

export function timeAdded(seconds: number): Fact {
  return { type: 'timeAdded', seconds };
}

export function commitOf(commandId: string, facts: readonly Fact[]): Commit {
  return { commandId, by: 'chair', expires: null, facts, now: {} };
}

/** Appends one event at the head, whoever else does so at the same time. Returns where it stands. */
export async function appendAnyway(store: EventStore, meetingId: string, commandId: string): Promise<Position> {
  for (;;) {
    const result = await store.append(meetingId, await store.position(meetingId), commitOf(commandId, [timeAdded(1)]));
    if (result.status === 'committed') return result.position;
    if (result.status !== 'conflict') throw new Error(`Expected a commit, got ${result.status}`);
  }
}

/** Appends `count` events one after the other, as commands `<name>1`, `<name>2` and so on. */
export async function appendMany(store: EventStore, meetingId: string, name: string, count: number): Promise<Position> {
  let position = noPosition;
  for (let n = 1; n <= count; n += 1) position = await appendAnyway(store, meetingId, `${name}${n}`);
  return position;
}

export async function readAll(store: EventStore, meetingId: string): Promise<readonly RecordedEvent[]> {
  return await store.read(meetingId, 0, 100_000);
}

/** Offsets count from 1 and hashes chain. Says how many it looked at, so that an empty log is not taken for a good one. */
export function expectWholeChain(events: readonly RecordedEvent[], count: number): void {
  expect(events.length).toBe(count);
  let hash = '';
  for (const [index, { position, event }] of events.entries()) {
    expect(position.offset).toBe(index + 1);
    hash = hashOfEvent(hash, index + 1, event);
    expect(position.hash).toBe(hash);
  }
}

export interface FeedRecord {
  readonly listener: FeedListener;
  readonly events: RecordedEvent[];
  readonly troubles: boolean[];
  readonly epochs: { readonly position: Position; readonly history: 'kept' | 'lost'; readonly toldBefore: number }[];
  /** How many events were told at each call of `onTrouble`. */
  readonly toldAtTrouble: number[];
}

export function recordFeed(): FeedRecord {
  const record: Omit<FeedRecord, 'listener'> = { events: [], troubles: [], epochs: [], toldAtTrouble: [] };
  return {
    ...record,
    listener: {
      onEvents: (events) => record.events.push(...events),
      onEpoch: (position, history) => record.epochs.push({ position, history, toldBefore: record.events.length }),
      onTrouble: (away) => {
        record.troubles.push(away);
        record.toldAtTrouble.push(record.events.length);
      },
    },
  };
}

export function offsetsOf(events: readonly RecordedEvent[]): readonly number[] {
  return events.map((event) => event.position.offset);
}

export function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

export function lastOf<T>(values: readonly T[]): T {
  return must(values.at(-1), 'at least one value');
}
