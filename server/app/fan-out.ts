/**
 * Sends one set of bytes to all that are live. Stations and outputs come first and at once; displays come after them in
 * slices that yield to the event loop, since 5,000 writes block Node for 45-95 ms (`realtime.md` section 3).
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
}

export interface Subscriber {
  readonly audience: Audience;
  readonly isDisplay: boolean;
  /** Must skip what it already has: a display that joins between two slices was given a newer state. */
  deliver(delivery: Delivery): void;
  /** Everything up to `position`, in answer to a hello. */
  recover(position: Position, bytes: Buffer): void;
}

export type Rank = 'stations' | 'displays';

export interface FanOut {
  add(subscriber: Subscriber): void;
  remove(subscriber: Subscriber): void;
  deliver(delivery: Delivery): void;
  deliverTo(rank: Rank, delivery: Delivery): void;
  subscribers(): readonly Subscriber[];
  /** Drops what displays have not been sent yet: they are about to get a snapshot. */
  forgetQueued(): void;
}

const slice = 250;

export function createFanOut(yieldToOthers: () => Promise<void> = nextTurn): FanOut {
  const stations = new Set<Subscriber>();
  const displays = new Set<Subscriber>();
  let queue: Delivery[] = [];
  let pumping = false;

  async function pump(): Promise<void> {
    pumping = true;
    try {
      for (let delivery = queue.shift(); delivery !== undefined; delivery = queue.shift()) await deliverInSlices(delivery);
    } finally {
      pumping = false;
    }
  }

  async function deliverInSlices(delivery: Delivery): Promise<void> {
    const everyone = [...displays];
    for (let from = 0; from < everyone.length; from += slice) {
      if (from > 0) await yieldToOthers();
      for (const display of everyone.slice(from, from + slice)) if (displays.has(display)) display.deliver(delivery);
    }
  }

  function deliverTo(rank: Rank, delivery: Delivery): void {
    if (rank === 'stations') {
      for (const station of stations) station.deliver(delivery);
    } else if (displays.size > 0) {
      queue.push(delivery);
      if (!pumping) void pump();
    }
  }

  return {
    add: (subscriber) => void (subscriber.isDisplay ? displays : stations).add(subscriber),
    remove(subscriber) {
      stations.delete(subscriber);
      displays.delete(subscriber);
    },
    deliver(delivery) {
      deliverTo('stations', delivery);
      deliverTo('displays', delivery);
    },
    deliverTo,
    subscribers: () => [...stations, ...displays],
    forgetQueued() {
      queue = [];
    },
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
