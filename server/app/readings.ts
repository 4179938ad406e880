/** How the server is doing at this moment, for whoever asks: a probe of a load balancer, or Prometheus. */
import type { StoreClock } from '../lib/clock.ts';
import type { EventStore } from '../store/event-store.ts';
import type { Hubs } from './hubs.ts';

export interface SocketStats {
  readonly stations: number;
  readonly outputs: number;
  readonly displays: number;
  readonly queuedBytes: number;
  readonly lagging: number;
  /** Since the start, by reason. */
  readonly refused: Readonly<Partial<Record<string, number>>>;
  /** Since the start, by close code. */
  readonly closed: Readonly<Partial<Record<string, number>>>;
}

export interface Readings {
  readonly storeUp: boolean;
  readonly openMeetings: number;
  readonly meetingsNotLive: number;
  /** Of the meeting that is furthest behind its log; `null` when the store does not say. */
  readonly lagEvents: number | null;
  /** Of the meeting that has not been live for longest. */
  readonly lagSeconds: number;
  readonly sockets: SocketStats;
}

export interface ReadingsDeps {
  readonly store: Pick<EventStore, 'ping' | 'position'>;
  readonly hubs: Pick<Hubs, 'all'>;
  readonly clock: StoreClock;
  readonly socketStats: () => SocketStats;
}

/** A probe that waits longer tells its asker nothing; what is well answers in a few ms. Our choice. */
const answerWithinMs = 1_000;

export async function takeReadings({ store, hubs, clock, socketStats }: ReadingsDeps): Promise<Readings> {
  const open = hubs.all();
  const storeUp = await answersInTime(store.ping());
  const since = open.flatMap((hub) => hub.state().staleSince ?? []);
  return {
    storeUp,
    openMeetings: open.length,
    meetingsNotLive: since.length,
    lagEvents: storeUp ? await inTime(furthestBehind(store, open)).catch(() => null) : null,
    lagSeconds: since.length === 0 ? 0 : Math.max(0, clock.now() - Math.min(...since)) / 1000,
    sockets: socketStats(),
  };
}

/** False when the store says no, and when it says nothing within a second. */
export async function answersInTime(ping: Promise<unknown>): Promise<boolean> {
  return inTime(ping).then(
    () => true,
    () => false,
  );
}

async function furthestBehind(store: ReadingsDeps['store'], open: ReturnType<Hubs['all']>): Promise<number> {
  const lags = open.map(async (hub) => {
    const head = await store.position(hub.meetingId);
    // Here second: what was told while the store was asked is not behind.
    return Math.max(0, head.offset - hub.state().position.offset);
  });
  return Math.max(0, ...(await Promise.all(lags)));
}

/** Rejects when it takes longer than a second. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${answerWithinMs} ms`)), answerWithinMs);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
