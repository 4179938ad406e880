/** The meetings that are open in this process. Opened on first use, kept until the server stops. */
import type { MeetingId } from '../../shared/lib/ids.ts';
import { type HubDeps, type MeetingHub, openHub } from './meeting-hub.ts';

export interface Hubs {
  /** `null` when there is no such meeting. Rejects with `StoreUnavailable` when it is not open yet and the store is away. */
  open(meetingId: MeetingId): Promise<MeetingHub | null>;
  /** Those that are open by now. */
  all(): readonly MeetingHub[];
  /** Calls back with a meeting that was deleted, by whatever process. */
  onGone(listener: (meetingId: MeetingId) => void): void;
  close(): Promise<void>;
}

export function createHubs(deps: Omit<HubDeps, 'onGone'>): Hubs {
  const opening = new Map<MeetingId, Promise<MeetingHub | null>>();
  const ready = new Map<MeetingId, MeetingHub>();
  const listeners = new Set<(meetingId: MeetingId) => void>();

  function onGone(meetingId: MeetingId): void {
    ready.delete(meetingId);
    for (const listener of listeners) listener(meetingId);
  }

  async function openOnce(meetingId: MeetingId): Promise<MeetingHub | null> {
    try {
      const hub = await openHub({ ...deps, onGone }, meetingId);
      if (hub !== null) ready.set(meetingId, hub);
      return hub;
    } finally {
      // Neither a failure nor "no such meeting" is remembered: the next one asks again.
      opening.delete(meetingId);
    }
  }

  return {
    async open(meetingId) {
      const hub = ready.get(meetingId);
      if (hub !== undefined) return hub;
      const started = opening.get(meetingId) ?? openOnce(meetingId);
      opening.set(meetingId, started);
      return started;
    },
    all: () => [...ready.values()],
    onGone: (listener) => void listeners.add(listener),
    async close() {
      await Promise.allSettled([...opening.values()]);
      await Promise.all([...ready.values()].map((hub) => hub.close()));
    },
  };
}
