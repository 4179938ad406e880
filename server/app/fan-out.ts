/**
 * Sends one set of bytes to all that are live. Stations and outputs come first and at once. Viewers and then displays come
 * after them in slices that yield to the event loop, since 5,000 writes block Node for 45-95 ms (`realtime.md` section 3).
 * Commits that come faster than the event loop turns leave together, in one write per socket.
 */
import type { Audience } from '../../shared/domain/stations.ts';
import type { Position } from '../store/event-store.ts';
import type { PerAudience } from './journal.ts';

export interface Delivery {
  /** `events` move the subscriber on; a `signal` (beacon, live, stale) only says something about where it is. */
  readonly kind: 'events' | 'signal';
  /** Where the subscriber stands when it has got this. */
  readonly position: Position;
  /** `null`: nothing in it for this audience. */
  readonly bytes: PerAudience<Buffer | null>;
  /** The commits that leave in this one write, for a subscriber that has some of them already. */
  readonly parts?: readonly Delivery[];
  /** Not for connections that speak an older version of the protocol. */
  readonly sinceVersion?: number;
}

export interface Subscriber {
  readonly audience: Audience;
  readonly rank: Rank;
  /** Of the protocol, that the connection speaks. */
  readonly version: number;
  /** Must skip what it already has: a display that joins between two slices was given a newer state. */
  deliver(delivery: Delivery): void;
  /** Everything up to `position`, in answer to a hello. */
  recover(position: Position, bytes: Buffer): void;
}

/** In the order in which they are served. */
export const ranks = ['stations', 'viewers', 'displays'] as const;
export type Rank = (typeof ranks)[number];

export interface FanOut {
  add(subscriber: Subscriber): void;
  remove(subscriber: Subscriber): void;
  deliver(delivery: Delivery): void;
  /** To these ranks only. */
  deliverTo(only: readonly Rank[], delivery: Delivery): void;
  /** Sends what waits for the end of this turn, so that a station that joins now is not sent what it was just given. */
  flush(): void;
  subscribers(): readonly Subscriber[];
  has(rank: Rank): boolean;
  /** Drops what viewers and displays have not been sent yet: they are about to get a snapshot. */
  forgetQueued(): void;
}

/** What stations may have to wait for when something happens in the middle of a slice. */
const sliceMs = 4;
/** Sends between two looks at the clock; about 0.15 ms. */
const sendsPerLook = 16;

export interface Pace {
  /** Resolves when others have had their turn. */
  nextTurn(): Promise<void>;
  /** ms */
  now(): number;
}

const realPace: Pace = {
  nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
  now: () => performance.now(),
};

export function createFanOut(pace: Pace = realPace): FanOut {
  const members: Readonly<Record<Rank, Set<Subscriber>>> = { stations: new Set(), viewers: new Set(), displays: new Set() };
  /** What stations still get of the commits of this turn: all but the first. */
  let held: Delivery[] = [];
  let turnIsOpen = false;
  let queue: { readonly delivery: Delivery; readonly only: readonly Rank[] }[] = [];
  let pumping = false;

  function sendToStations(delivery: Delivery): void {
    for (const station of members.stations) station.deliver(delivery);
  }

  function queueForWatchers(only: readonly Rank[], delivery: Delivery): void {
    const watchers = only.filter((rank) => rank !== 'stations');
    if (!watchers.some((rank) => members[rank].size > 0)) return;
    queue.push({ delivery, only: watchers });
    if (!pumping) void pump();
  }

  async function pump(): Promise<void> {
    pumping = true;
    try {
      await pace.nextTurn();
      while (queue.length > 0) await deliverInSlices(takeQueued());
    } finally {
      pumping = false;
    }
  }

  /** The oldest in the queue, with the commits that follow directly. */
  function takeQueued(): { readonly delivery: Delivery; readonly only: readonly Rank[] } {
    const isCommit = queue.map(({ delivery }) => delivery.kind === 'events');
    const end = isCommit.indexOf(false);
    const [first, ...rest] = queue.splice(0, end === -1 ? queue.length : Math.max(1, end));
    if (first === undefined) throw new Error('Expected something in the queue');
    return { only: first.only, delivery: inOneWrite([first, ...rest].map(({ delivery }) => delivery)) };
  }

  async function deliverInSlices({ delivery, only }: { readonly delivery: Delivery; readonly only: readonly Rank[] }): Promise<void> {
    let sends = 0;
    let began = pace.now();
    // Who joins meanwhile is visited too, and skips what it already has.
    for (const rank of only) {
      for (const subscriber of members[rank]) {
        if (sends % sendsPerLook === 0 && pace.now() - began >= sliceMs) {
          await pace.nextTurn();
          began = pace.now();
        }
        sends += 1;
        if (members[rank].has(subscriber)) subscriber.deliver(delivery);
      }
    }
    await pace.nextTurn();
  }

  function flush(): void {
    if (held.length === 0) return;
    const together = inOneWrite(held);
    held = [];
    sendToStations(together);
  }

  function deliverTo(only: readonly Rank[], delivery: Delivery): void {
    flush();
    if (only.includes('stations')) sendToStations(delivery);
    queueForWatchers(only, delivery);
  }

  return {
    add: (subscriber) => void members[subscriber.rank].add(subscriber),
    remove: (subscriber) => void members[subscriber.rank].delete(subscriber),
    deliver(delivery) {
      if (delivery.kind === 'signal') return deliverTo(ranks, delivery);
      queueForWatchers(ranks, delivery);
      if (turnIsOpen) return void held.push(delivery);
      sendToStations(delivery);
      turnIsOpen = true;
      void pace.nextTurn().then(() => {
        turnIsOpen = false;
        flush();
      });
    },
    deliverTo,
    flush,
    subscribers: () => ranks.flatMap((rank) => [...members[rank]]),
    has: (rank) => members[rank].size > 0,
    forgetQueued() {
      queue = [];
      held = [];
    },
  };
}

function inOneWrite(deliveries: readonly Delivery[]): Delivery {
  const last = deliveries.at(-1);
  if (last === undefined) throw new Error('Expected at least one delivery');
  if (deliveries.length === 1) return last;
  const parts = deliveries.flatMap((each) => each.parts ?? [each]);
  const joined = (audience: Audience): Buffer | null => {
    const visible = parts.flatMap(({ bytes }) => bytes[audience] ?? []);
    return visible.length === 0 ? null : Buffer.concat(visible);
  };
  return { kind: 'events', position: last.position, bytes: { staff: joined('staff'), public: joined('public') }, parts };
}
