/**
 * Who is connected to a meeting, told to its hub. Sockets come and go in this process; what other processes have is known by
 * exchanging words with them through the store.
 */
import type { Station } from '../../shared/domain/stations.ts';
import type { Log } from '../lib/log.ts';
import type { PresenceStore, StationCounts } from '../store/presence.ts';
import type { MeetingHub } from './meeting-hub.ts';
import { isStoreAway } from './store-away.ts';

export interface Presence {
  /** A socket of this station is open. */
  enter(hub: MeetingHub, station: Station): void;
  /** And is closed. */
  leave(hub: MeetingHub, station: Station): void;
  /** Tells the other processes that nobody is here any more, and exchanges nothing after that. */
  close(): Promise<void>;
}

/**
 * At most twice a second (`realtime.md` section 3), and where many are connected so seldom that it stays at five hundred frames
 * a second: counting a thousand who come at once must not slow them down.
 */
const atMostEveryMs = 500;
const msPerSocket = 2;
/** A third of the time for which it counts, see `presenceTtlMs`. Changes in other processes are seen within this. */
const repeatMs = 2_000;

export function createPresence(store: PresenceStore, log: Log): Presence {
  const rooms = new Map<MeetingHub, Room>();
  let closed = false;

  function roomOf(hub: MeetingHub): Room {
    const room = rooms.get(hub) ?? {
      sockets: new Map(),
      exchangedAt: Number.NEGATIVE_INFINITY,
      timer: null,
      dueAt: 0,
      isExchanging: false,
    };
    rooms.set(hub, room);
    return room;
  }

  function change(hub: MeetingHub, station: Station, by: number): void {
    const room = roomOf(hub);
    room.sockets.set(station, (room.sockets.get(station) ?? 0) + by);
    exchangeIn(hub, room, room.exchangedAt + pauseMs(room) - performance.now());
  }

  /** Not later than this; what is planned earlier stays. */
  function exchangeIn(hub: MeetingHub, room: Room, ms: number): void {
    const dueAt = performance.now() + ms;
    if (closed || (room.timer !== null && room.dueAt <= dueAt)) return;
    if (room.timer !== null) clearTimeout(room.timer);
    room.dueAt = dueAt;
    room.timer = setTimeout(() => void exchange(hub, room), Math.max(0, ms)).unref();
  }

  async function exchange(hub: MeetingHub, room: Room): Promise<void> {
    room.timer = null;
    // The next one follows when this one has its answer.
    if (room.isExchanging) return exchangeIn(hub, room, pauseMs(room));
    room.isExchanging = true;
    room.exchangedAt = performance.now();
    const mine = countsOf(room);
    try {
      const all = await store.exchange(hub.meetingId, mine);
      if (!closed) hub.showPresence(all);
    } catch (fault) {
      // May be lost: it is said again, and stations know by other means that the store is away.
      if (!isStoreAway(fault)) log.error({ meetingId: hub.meetingId, fault: String(fault) }, 'presence not exchanged');
    } finally {
      room.isExchanging = false;
    }
    // Without sockets here there is nobody to tell.
    if (Object.keys(mine).length > 0) exchangeIn(hub, room, repeatMs);
    else if (room.timer === null) rooms.delete(hub);
  }

  return {
    enter: (hub, station) => change(hub, station, 1),
    leave: (hub, station) => change(hub, station, -1),
    async close() {
      closed = true;
      const hubs = [...rooms].map(([hub, room]) => {
        if (room.timer !== null) clearTimeout(room.timer);
        return hub;
      });
      await Promise.allSettled(hubs.map((hub) => store.exchange(hub.meetingId, {})));
    },
  };
}

interface Room {
  readonly sockets: Map<Station, number>;
  /** Monotonic ms. */
  exchangedAt: number;
  timer: NodeJS.Timeout | null;
  dueAt: number;
  isExchanging: boolean;
}

/** Never longer than `repeatMs`, so that what this process says goes on counting. */
function pauseMs({ sockets }: Room): number {
  const total = [...sockets.values()].reduce((sum, count) => sum + count, 0);
  return Math.min(repeatMs, Math.max(atMostEveryMs, total * msPerSocket));
}

/** In a fixed order, so that the same presence is the same text. */
function countsOf({ sockets }: Room): StationCounts {
  return Object.fromEntries([...sockets].filter(([, count]) => count > 0).toSorted(([a], [b]) => a.localeCompare(b)));
}
