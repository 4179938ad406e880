/** What became of commands, read at the end of the log: what is not in it then was never carried out, or was lost with an old history. */
import type { CommandId } from '../../shared/lib/ids.ts';
import type { StatusFrame } from '../../shared/protocol/down.ts';
import type { EventStore, Position, RecordedEvent } from '../store/event-store.ts';
import { readOn } from './load-meeting.ts';
import type { MeetingHub } from './meeting-hub.ts';

/**
 * Costs the store one question for the end of the log. Commands that changed nothing are in no log: they are `unknown`.
 * Rejects with `StoreUnavailable`: without the store nothing can be said.
 */
export type CommandStatus = (hub: MeetingHub, commandIds: readonly CommandId[]) => Promise<StatusFrame>;

export function createCommandStatus(store: EventStore): CommandStatus {
  return async (hub, commandIds) => {
    const asked = [...new Set(commandIds)];
    for (;;) {
      const ahead = await readAhead(store, hub);
      const { generation } = hub.state();
      const places = await findAll(hub, ahead, asked);
      // Replaced while it was looked at: what was found may be of the history that is no more.
      if (hub.state().generation === generation) return statusFrame(asked, places);
    }
  };
}

/** What the log holds beyond what was told here. Stations are not disturbed by it, unless their history is not the log's. */
async function readAhead(store: EventStore, hub: MeetingHub): Promise<readonly RecordedEvent[]> {
  for (;;) {
    const head = await store.position(hub.meetingId);
    const { position } = hub.state();
    if (head.offset === position.offset && head.hash === position.hash) return [];
    const ahead = await readOn(store, hub.meetingId, position);
    if (ahead !== null) return ahead;
    await hub.catchUp();
  }
}

async function findAll(
  hub: MeetingHub,
  ahead: readonly RecordedEvent[],
  asked: readonly CommandId[],
): Promise<ReadonlyMap<CommandId, Position>> {
  const places = new Map(ahead.map(({ commandId, position }) => [commandId, position]));
  for (const commandId of asked) {
    const known = places.has(commandId) ? null : await hub.commands().find(commandId);
    if (known !== null) places.set(commandId, known.position);
  }
  return places;
}

function statusFrame(asked: readonly CommandId[], places: ReadonlyMap<CommandId, Position>): StatusFrame {
  return {
    k: 'status',
    committed: asked.flatMap((commandId) => {
      const position = places.get(commandId);
      return position === undefined ? [] : [{ commandId, position }];
    }),
    unknown: asked.filter((commandId) => !places.has(commandId)),
  };
}
