/**
 * Which commands a log holds. A retry must be answered with its first outcome and not be decided again: the state it
 * would be decided on already contains its own effect.
 */
import type { CommandId, MeetingId } from '../../shared/lib/ids.ts';
import type { EventStore, Position, RecordedEvent } from '../store/event-store.ts';
import { readAll } from './load-meeting.ts';

export interface KnownCommand {
  /** Where its last event stands. */
  readonly position: Position;
  readonly events: number;
}

export interface CommandIndex {
  /** Idempotent: the same events may be told by the feed and by whoever committed them. */
  add(events: readonly RecordedEvent[]): void;
  /** Reads the part of the log that was not loaded when the id is not in the newer part. */
  find(commandId: CommandId): Promise<KnownCommand | null>;
}

export function createCommandIndex(store: EventStore, meetingId: MeetingId, recent: readonly RecordedEvent[]): CommandIndex {
  const spans = new Map<CommandId, { readonly first: number; readonly last: Position }>();
  let unreadUpTo = (recent[0]?.position.offset ?? 1) - 1;

  function add(events: readonly RecordedEvent[]): void {
    for (const { commandId, position } of events) {
      const span = spans.get(commandId) ?? { first: position.offset, last: position };
      spans.set(commandId, {
        first: Math.min(span.first, position.offset),
        last: span.last.offset >= position.offset ? span.last : position,
      });
    }
  }

  function known(commandId: CommandId): KnownCommand | null {
    const span = spans.get(commandId);
    return span === undefined ? null : { position: span.last, events: span.last.offset - span.first + 1 };
  }

  add(recent);
  return {
    add,
    async find(commandId) {
      const found = known(commandId);
      if (found !== null || unreadUpTo === 0) return found;
      add(await readAll(store, meetingId, 0, unreadUpTo));
      unreadUpTo = 0;
      return known(commandId);
    },
  };
}
