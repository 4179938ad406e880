/** Frames that are the same for every station of an audience, as bytes ready for the wire. */
import type { Audience } from '../../shared/domain/stations.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { eventAsSeenBy, meetingAsSeenBy } from '../../shared/domain/permissions.ts';
import type { Down, PresenceFrame, StaleFrame } from '../../shared/protocol/down.ts';
import { textFrame } from '../lib/text-frame.ts';
import type { Position, RecordedEvent } from '../store/event-store.ts';

export function frame(down: Down): Buffer {
  return textFrame(JSON.stringify(down));
}

export function snapshotFrame(audience: Audience, position: Position, n: number, meeting: Meeting): Buffer {
  return frame({ k: 'snapshot', position, n, meeting: meetingAsSeenBy(audience, meeting) });
}

/** `null`: this event must not leave the server towards this audience. `n` is the number it would get. */
export function eventFrame(audience: Audience, { position, event, commandId }: RecordedEvent, n: number): Buffer | null {
  const seen = eventAsSeenBy(audience, event);
  if (seen === null) return null;
  // The public sends no commands, so their ids say nothing to it.
  return frame({ k: 'event', position, n, event: seen, ...(audience === 'staff' ? { commandId } : {}) });
}

export function liveFrame(position: Position, n: number): Buffer {
  return frame({ k: 'live', position, n });
}

export function beaconFrame(position: Position, n: number, time: number): Buffer {
  return frame({ k: 'beacon', position, n, time });
}

export function presenceFrame(stations: PresenceFrame['stations']): Buffer {
  return frame({ k: 'presence', stations });
}

export function staleFrame(since: number, why: StaleFrame['why']): Buffer {
  return frame({ k: 'stale', since, why });
}
