/** The picture of the meeting for Solid: the only store of live data, and the only place that writes it. */
import { batch, createSignal } from 'solid-js';
import { createStore, reconcile, unwrap } from 'solid-js/store';
import type { Meeting } from '../../shared/domain/meeting.ts';

export interface MeetingStore {
  /** Reactive in every field that is read. */
  meeting(): Meeting | null;
  /** The folded state itself: another one after each event. For rules that look at everything, which through the store is slow. */
  whole(): Meeting | null;
  show(next: Meeting | null): void;
}

export function createMeetingStore(): MeetingStore {
  const [store, setStore] = createStore<{ meeting: Meeting | null }>({ meeting: null });
  const [whole, setWhole] = createSignal<Meeting | null>(null);
  let shownFrom: Meeting | null = null;
  return {
    meeting: () => store.meeting,
    whole,
    show(next) {
      if (next === shownFrom) return;
      const shown = unwrap(store).meeting;
      const copy = next === null ? null : copyChanged(next, shownFrom, shown);
      shownFrom = next;
      batch(() => {
        setStore('meeting', reconcile(copy, { key: 'id' }));
        setWhole(next);
      });
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
  const fields = Object.entries(next).map(([key, value]) => [key, copyField(value, old[key], kept[key])] as const);
  // Every field of `Meeting`, under its own name and of its own type.
  return Object.fromEntries(fields) as unknown as Meeting;
}

/** Of a list only the members that are new or changed are copied: one entry of forty, not all of them. */
function copyField(value: unknown, before: unknown, shown: unknown): unknown {
  if (value === before) return shown;
  if (!Array.isArray(value) || !Array.isArray(before) || !Array.isArray(shown)) return copyOf(value);
  const copies = new Map<unknown, unknown>(before.map((member: unknown, index) => [member, shown[index]]));
  return value.map((member: unknown) => (isObject(member) ? copies.get(member) : undefined) ?? copyOf(member));
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** Through text: plain JSON in, and no object twice in what comes out. */
function copyOf<Value>(value: Value): Value {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as Value);
}
