import { createContext, type JSX, useContext } from 'solid-js';
import type { Station } from '../../shared/domain/stations.ts';
import { createMeetingState, type MeetingState } from './meeting-state.ts';

const MeetingContext = createContext<MeetingState>();

/** Connects when drawn, disconnects when it goes. The three do not change while it is there. */
export function MeetingProvider(props: {
  readonly meetingId: string;
  readonly station: Station;
  readonly view: string;
  readonly children: JSX.Element;
}): JSX.Element {
  const state = createMeetingState({ meetingId: props.meetingId, station: props.station, view: props.view });
  return <MeetingContext.Provider value={state}>{props.children}</MeetingContext.Provider>;
}

export function useMeetingState(): MeetingState {
  const state = useContext(MeetingContext);
  if (state === undefined)
    throw new Error('useMeetingState needs a MeetingProvider: client/app.tsx puts one round every page of a meeting');
  return state;
}
