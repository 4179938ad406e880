/** The log of a meeting as an audience may have it, page by page. */
import type { MeetingEvent } from '../../shared/domain/events.ts';
import { eventAsSeenBy } from '../../shared/domain/permissions.ts';
import type { Audience } from '../../shared/domain/stations.ts';
import type { CommandId, MeetingId } from '../../shared/lib/ids.ts';
import type { EventStore, Position, RecordedEvent } from '../store/event-store.ts';

export interface SeenEvent {
  readonly position: Position;
  readonly event: MeetingEvent;
  readonly commandId?: CommandId;
}

export interface LogPage {
  readonly events: readonly SeenEvent[];
  /** What to ask for after this page; `null` when the log ended here. Hidden events count, so it may be past the last one told. */
  readonly next: number | null;
}

export type ReadLog = (meetingId: MeetingId, audience: Audience, after: number, limit: number) => Promise<LogPage>;

export function createReadLog(store: EventStore): ReadLog {
  return async (meetingId, audience, after, limit) => {
    const recorded = await store.read(meetingId, after, limit);
    const last = recorded.at(-1)?.position.offset;
    return { events: seenEvents(audience, recorded), next: recorded.length < limit || last === undefined ? null : last };
  };
}

export function seenEvents(audience: Audience, recorded: readonly RecordedEvent[]): readonly SeenEvent[] {
  return recorded.flatMap(({ position, event, commandId }) => {
    const seen = eventAsSeenBy(audience, event);
    if (seen === null) return [];
    return audience === 'staff' ? [{ position, event: seen, commandId }] : [{ position, event: seen }];
  });
}
