import { createContext, type JSX, useContext } from 'solid-js';
import { type Station, stationKind } from '../../shared/domain/stations.ts';
import { randomHex } from './browser-ports.ts';
import { commandDatabase } from './command-database.ts';
import { createMeetingState, type MeetingState } from './meeting-state.ts';

const MeetingContext = createContext<MeetingState>();

/** Connects when drawn, disconnects when it goes. The three do not change while it is there. */
export function MeetingProvider(props: {
  readonly meetingId: string;
  readonly station: Station;
  readonly view: string;
  readonly children: JSX.Element;
}): JSX.Element {
  const { meetingId, station, view } = props;
  const storage = givesCommands(station) ? { storage: commandDatabase({ meetingId, station, page: randomHex() }) } : {};
  const state = createMeetingState({ meetingId, station, view, ...storage });
  return <MeetingContext.Provider value={state}>{props.children}</MeetingContext.Provider>;
}

export function useMeetingState(): MeetingState {
  const state = useContext(MeetingContext);
  if (state === undefined)
    throw new Error('useMeetingState needs a MeetingProvider: client/app.tsx puts one round every page of a meeting');
  return state;
}

function givesCommands(station: Station): boolean {
  const kind = stationKind(station);
  return kind !== 'display' && kind !== 'output' && kind !== 'viewer';
}
