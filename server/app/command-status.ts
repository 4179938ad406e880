/** What became of commands, read at the end of the log: what is not in it then was never carried out, or was lost with an old history. */
import type { CommandId } from '../../shared/lib/ids.ts';
import type { StatusFrame } from '../../shared/protocol/down.ts';
import type { EventStore } from '../store/event-store.ts';
import type { MeetingHub } from './meeting-hub.ts';

export type CommandStatus = (hub: MeetingHub, commandIds: readonly CommandId[]) => Promise<StatusFrame>;

/** The function rejects with `StoreUnavailable`: without the store nothing can be said. */
export function createCommandStatus(store: EventStore): CommandStatus {
  return async (hub, commandIds) => {
    const head = await store.position(hub.meetingId);
    const { position } = hub.state();
    if (head.offset !== position.offset || head.hash !== position.hash) await hub.catchUp();
    const committed: { commandId: CommandId; position: typeof head }[] = [];
    const unknown: CommandId[] = [];
    for (const commandId of new Set(commandIds)) {
      const found = await hub.commands().find(commandId);
      if (found === null) unknown.push(commandId);
      else committed.push({ commandId, position: found.position });
    }
    return { k: 'status', committed, unknown };
  };
}
