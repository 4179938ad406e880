/**
 * The event store, with its commits and its feeds counted. What a feed tells is written to stations and outputs before
 * `onEvents` returns; of several commits in one turn of the event loop the later ones at its end (`fan-out.ts`). Displays come
 * after that and are not measured.
 */
import type { Metrics } from '../lib/metrics.ts';
import type { EventStore } from '../store/event-store.ts';

/** `now`: the store's time, ms. */
export function meteredEventStore(
  store: EventStore,
  metrics: Pick<Metrics, 'appended' | 'fannedOut' | 'refilled'>,
  now: () => number,
): EventStore {
  return {
    ...store,
    async append(meetingId, expected, commit) {
      const started = performance.now();
      const answered = (result: string) => metrics.appended(result, (performance.now() - started) / 1000);
      try {
        const result = await store.append(meetingId, expected, commit);
        answered(result.status);
        return result;
      } catch (fault) {
        answered('failed');
        throw fault;
      }
    },
    follow(meetingId, listener) {
      let isFirstOfTurn = true;
      return store.follow(meetingId, {
        ...listener,
        onEvents(events) {
          listener.onEvents(events);
          const at = events.at(-1)?.event.at ?? now();
          const written = () => metrics.fannedOut(Math.max(0, now() - at) / 1000);
          if (!isFirstOfTurn) return void setImmediate(written);
          written();
          isFirstOfTurn = false;
          setImmediate(() => {
            isFirstOfTurn = true;
          });
        },
        onRefilled(events) {
          metrics.refilled(events);
          listener.onRefilled?.(events);
        },
      });
    },
  };
}
