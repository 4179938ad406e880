/**
 * The state that commands of one meeting are decided on: the hub's, or a newer one when this process has committed or read
 * more than the feed has told yet. Only for deciding; what stations see comes from the feed.
 */
import { evolve } from '../../shared/domain/evolve.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { type EventStore, type Position, type RecordedEvent, StoreUnavailable } from '../store/event-store.ts';
import { readOn } from './load-meeting.ts';
import type { MeetingHub } from './meeting-hub.ts';

export interface Decider {
  state(): { readonly meeting: Meeting; readonly position: Position };
  /** Folds what was just committed on top of `state`. */
  learn(events: readonly RecordedEvent[]): void;
  /** Reads the log to its end. `head`: where the store says it ends. Rejects with `StoreUnavailable`, also when the log is another one. */
  catchUp(head: Position): Promise<void>;
}

export function createDecider(hub: MeetingHub, store: EventStore): Decider {
  let ahead: { readonly meeting: Meeting; readonly position: Position; readonly generation: number } | null = null;

  function state(): { readonly meeting: Meeting; readonly position: Position } {
    const followed = hub.state();
    const useless = ahead === null || ahead.generation !== followed.generation || ahead.position.offset < followed.position.offset;
    if (useless) ahead = null;
    return ahead ?? followed;
  }

  function moveTo(meeting: Meeting, position: Position): void {
    ahead = { meeting, position, generation: hub.state().generation };
  }

  function learn(events: readonly RecordedEvent[]): void {
    hub.commands().add(events);
    const known = state();
    // The feed may have told the hub of this commit already: an event folded twice is a state that never was.
    const fresh = events.filter(({ position }) => position.offset > known.position.offset);
    const last = fresh.at(-1);
    if (last === undefined) return;
    moveTo(
      fresh.reduce((meeting, { event }) => evolve(meeting, event), known.meeting),
      last.position,
    );
  }

  return {
    state,
    learn,
    async catchUp(head) {
      const { position } = state();
      const events = await readOn(store, hub.meetingId, position);
      // The hub may have moved meanwhile, and what was read would then be folded twice.
      const moved = state().position.offset !== position.offset;
      if (events === null) {
        // Another history, or none that can be read. Not waited for: that may take for ever, and the next command stands behind.
        void hub.catchUp();
        throw new StoreUnavailable('The log is not the one that was folded');
      }
      if (!moved && events.length > 0) learn(events);
      // Same place, but the store began a new epoch: what is appended next must name it.
      else if (!moved && head.offset === position.offset) moveTo(state().meeting, head);
    },
  };
}
