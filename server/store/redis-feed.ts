/**
 * Follows one meeting: what is published brings speed, the stream is the truth.
 *
 *     message fits directly after what was told last (offset, hash chain, epoch) -> tell it
 *     message is old                                                            -> ignore it
 *     anything else, once a second, and after each reconnect                    -> compare with the head of the log, and read
 *
 * So a message that is lost, repeated, swapped or nonsense costs at most one reading.
 */
import { type FeedListener, type Position, StoreUnavailable } from './event-store.ts';
import { continuesFrom, parsePublished, positionOf, type StoredEvent, storedToRecorded } from './stored-event.ts';

export interface FeedSource {
  head(): Promise<Position>;
  /** Events with offset > `after`, in order, at most `limit`. */
  read(after: number, limit: number): Promise<readonly StoredEvent[]>;
  /** Whether both connections are there: only then can the feed be called live. */
  isUp(): boolean;
}

export interface RedisFeed {
  /** Finds where the log stands; everything after that will be told. */
  start(): Promise<void>;
  hear(message: string): void;
  /** A connection was lost. */
  lost(): void;
  /** Compares with the log, and tells what was missed. */
  check(): Promise<void>;
  stop(): void;
}

/** The only way to notice that the *last* message was lost. As often as the beacon that stations live by. */
const checkEveryMs = 1_000;

export function createRedisFeed(source: FeedSource, listener: FeedListener): RedisFeed {
  /** What was told last; `null` before `start`. */
  let last: Position | null = null;
  let stopped = false;
  let away = false;
  let checking = false;
  let checkAgain = false;
  /** Counts `lost()`: a check that began before an outage says nothing about the time after it. */
  let outages = 0;
  let timer: NodeJS.Timeout | null = null;

  return {
    async start() {
      last = await source.head();
      if (stopped) return;
      timer = setInterval(look, checkEveryMs);
      if (checkAgain || !source.isUp()) checkNow();
    },
    hear(message) {
      if (stopped) return;
      if (last === null || checking) {
        checkAgain = true;
        return;
      }
      const from = last;
      const events = parsePublished(message);
      if (events === null) return checkNow();
      if (events.every((event) => event.offset <= from.offset && event.epoch === from.epoch)) return;
      if (!events.every((event) => event.epoch === from.epoch) || !continuesFrom(from, events)) return checkNow();
      tell(events);
    },
    lost() {
      outages += 1;
      setAway(true);
    },
    check,
    stop() {
      stopped = true;
      if (timer !== null) clearInterval(timer);
    },
  };

  /** A look of a whole second ago without an answer: said at once, since the time-out of the connection comes later than stations were promised. */
  function look(): void {
    if (checking) setAway(true);
    checkNow();
  }

  function checkNow(): void {
    // Not caught: what rejects here is a fault, of ours or of a listener.
    void check();
  }

  async function check(): Promise<void> {
    if (last === null || stopped) return;
    if (checking) {
      checkAgain = true;
      return;
    }
    checking = true;
    try {
      do {
        checkAgain = false;
        const outagesBefore = outages;
        last = await catchUp(last);
        setAway(outagesBefore !== outages || !source.isUp());
      } while (checkAgain && !stopped);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      setAway(true);
    } finally {
      checking = false;
    }
  }

  /** Returns the position up to which was told. */
  async function catchUp(from: Position): Promise<Position> {
    const head = await source.head();
    if (stopped) return from;
    if (head.offset < from.offset || (head.offset === from.offset && head.hash !== from.hash)) return startOver(head);

    let position = from;
    if (head.offset > from.offset) {
      // Not beyond the head, which is the end of a commit: half a commit must not be told.
      const missed = await source.read(from.offset, head.offset - from.offset);
      if (stopped) return from;
      if (missed.length !== head.offset - from.offset) throw new StoreUnavailable('The log changed while it was read');
      if (!continuesFrom(from, missed)) return startOver(head);
      listener.onRefilled?.(missed.length);
      for (const events of splitByEpoch(missed)) position = tellFrom(position, events);
    }
    return enterEpoch(position, head.epoch);
  }

  function startOver(head: Position): Position {
    listener.onEpoch(head, 'lost');
    return head;
  }

  function tell(events: readonly StoredEvent[]): void {
    if (last !== null) last = tellFrom(last, events);
  }

  /** All of `events` are of one epoch. */
  function tellFrom(position: Position, events: readonly StoredEvent[]): Position {
    const newest = events.at(-1);
    if (newest === undefined || stopped) return position;
    enterEpoch(position, newest.epoch);
    listener.onEvents(events.map(storedToRecorded));
    return positionOf(newest);
  }

  /** The first events of a meeting are no change of epoch. */
  function enterEpoch(position: Position, epoch: number): Position {
    if (position.offset === 0 || position.epoch === epoch || stopped) return position;
    const entered = { ...position, epoch };
    listener.onEpoch(entered, 'kept');
    return entered;
  }

  function setAway(now: boolean): void {
    if (stopped || away === now) return;
    away = now;
    listener.onTrouble(now);
  }
}

function splitByEpoch(events: readonly StoredEvent[]): readonly (readonly StoredEvent[])[] {
  const parts: StoredEvent[][] = [];
  for (const event of events) {
    const part = parts.at(-1);
    if (part !== undefined && part[0]?.epoch === event.epoch) part.push(event);
    else parts.push([event]);
  }
  return parts;
}
