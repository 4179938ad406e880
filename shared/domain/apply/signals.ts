/** What facts do to signals from the booths. */
import type { Meeting } from '../meeting.ts';
import { slowDownLitMs } from '../rules/signals.ts';
import { type EventOf, stationOf } from './event-of.ts';

/** Requests of several booths within the time that the lamp is lit are one request. */
export function slowDownRequested(meeting: Meeting, event: EventOf<'slowDownRequested'>): Meeting {
  const lit = meeting.slowDown !== null && event.at - meeting.slowDown.at < slowDownLitMs;
  return { ...meeting, slowDown: { at: event.at, count: lit ? (meeting.slowDown?.count ?? 0) + 1 : 1 } };
}

export function raised(meeting: Meeting, event: EventOf<'signalRaised'>): Meeting {
  const signal = {
    id: event.signalId,
    kind: event.kind,
    from: event.from,
    at: event.at,
    state: 'sent' as const,
    stateAt: event.at,
    stateBy: event.from,
  };
  return {
    ...meeting,
    signals: [...meeting.signals, signal],
    counters: { ...meeting.counters, signal: meeting.counters.signal + 1 },
  };
}

export function answered(meeting: Meeting, event: EventOf<'signalAnswered'>): Meeting {
  if (!meeting.signals.some((signal) => signal.id === event.signalId)) return meeting;
  return {
    ...meeting,
    signals: meeting.signals.map((signal) =>
      signal.id === event.signalId ? { ...signal, state: event.state, stateAt: event.at, stateBy: stationOf(event.by) } : signal,
    ),
  };
}
