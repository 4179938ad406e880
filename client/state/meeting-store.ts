/** The picture of the meeting for Solid: the only store of live data, and the only place that writes it. */
import { createStore, reconcile, unwrap } from 'solid-js/store';
import type { Meeting } from '../../shared/domain/meeting.ts';

export interface MeetingStore {
  /** Reactive in every field that is read. */
  meeting(): Meeting | null;
  show(next: Meeting | null): void;
}

export function createMeetingStore(): MeetingStore {
  const [store, setStore] = createStore<{ meeting: Meeting | null }>({ meeting: null });
  let shownFrom: Meeting | null = null;
  return {
    meeting: () => store.meeting,
    show(next) {
      if (next === shownFrom) return;
      const shown = unwrap(store).meeting;
      const copy = next === null ? null : copyChanged(next, shownFrom, shown);
      shownFrom = next;
      setStore('meeting', reconcile(copy, { key: 'id' }));
    },
  };
}

/**
 * `reconcile` writes into the objects that the store holds, and folded states share objects with each other (the floor
 * that was interrupted is the floor that was). So the store gets copies; what has not changed keeps the copy it has,
 * which `reconcile` then passes by.
 */
function copyChanged(next: Meeting, before: Meeting | null, shown: Meeting | null): Meeting {
  if (before === null || shown === null || before.id !== next.id) return copyOf(next);
  const old: Readonly<Record<string, unknown>> = { ...before };
  const kept: Readonly<Record<string, unknown>> = { ...shown };
  const fields = Object.entries(next).map(([key, value]) => [key, value === old[key] ? kept[key] : copyOf(value)] as const);
  // Every field of `Meeting`, under its own name and of its own type.
  return Object.fromEntries(fields) as unknown as Meeting;
}

/** Through text: plain JSON in, and no object twice in what comes out. */
function copyOf<Value>(value: Value): Value {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as Value);
}
