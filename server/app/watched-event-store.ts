/** The event store, with its outages and changes of history told to the operator: one line each, however many meetings are open. */
import type { Log } from '../lib/log.ts';
import type { MeetingId } from '../../shared/lib/ids.ts';
import type { EventStore } from '../store/event-store.ts';

export function watchedEventStore(store: EventStore, log: Log): EventStore {
  const away = new Set<MeetingId>();
  let awaySince = 0;

  function trouble(meetingId: MeetingId, isAway: boolean): void {
    const before = away.size;
    if (isAway) away.add(meetingId);
    else away.delete(meetingId);
    if (before === 0 && away.size > 0) {
      awaySince = performance.now();
      log.warn({ meetingId }, 'store away');
    }
    if (before > 0 && away.size === 0) log.warn({ meetingId, ms: Math.round(performance.now() - awaySince) }, 'store back');
  }

  return {
    ...store,
    async follow(meetingId, listener) {
      const unfollow = await store.follow(meetingId, {
        ...listener,
        onTrouble(isAway) {
          trouble(meetingId, isAway);
          listener.onTrouble(isAway);
        },
        onEpoch(position, history) {
          log.warn({ meetingId, epoch: position.epoch, offset: position.offset, history }, 'store began a new epoch');
          listener.onEpoch(position, history);
        },
      });
      return async () => {
        away.delete(meetingId);
        await unfollow();
      };
    },
  };
}
