/** Who had how much time at the microphone, read by HTTP: the log tells it, the picture of the meeting does not. */
import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from 'solid-js';
import type { Meeting } from '../../shared/domain/meeting.ts';
import type { BoothTurns } from '../../shared/domain/rules/turns.ts';
import type { Station } from '../../shared/domain/stations.ts';
import { allBooths } from '../../shared/reference/languages.ts';
import type { MeetingState } from './meeting-state.ts';

export interface TurnSheet {
  /** Server's clock, ms: up to when the present turns were counted. */
  readonly at: number;
  readonly booths: readonly BoothTurns[];
}

export interface TurnsOfMeeting {
  /** `null` before the first has come. */
  readonly sheet: Accessor<TurnSheet | null>;
  /** The last one that was asked for did not come. */
  readonly away: Accessor<boolean>;
}

const minuteMs = 60_000;
/** A day's log is read for it. Our choice. */
const answerWithinMs = 10_000;

/** Asked for again when somebody takes a microphone, when a team or the meeting's state changes, and each minute. */
export function createTurns(state: Pick<MeetingState, 'meetingId' | 'station' | 'meeting' | 'now' | 'connection'>): TurnsOfMeeting {
  const [sheet, setSheet] = createSignal<TurnSheet | null>(null);
  const [away, setAway] = createSignal(false);
  let asked = 0;
  let gone = false;
  onCleanup(() => {
    gone = true;
  });
  const isLast = (mine: number): boolean => !gone && mine === asked;

  async function ask(): Promise<void> {
    asked += 1;
    const mine = asked;
    try {
      const answer = await fetchTurns(state.meetingId, state.station);
      if (!isLast(mine)) return;
      setSheet(answer);
      setAway(false);
    } catch {
      if (isLast(mine)) setAway(true);
    }
  }

  const minute = createMemo(() => Math.floor(state.now() / minuteMs));
  const told = createMemo(() => whatMovesTurns(state.meeting()));
  const live = createMemo(() => state.connection().status === 'live');
  createEffect(() => {
    minute();
    told();
    if (live()) void ask();
  });
  return { sheet, away };
}

/** Rejects when the server is away, does not answer in time, or does not show them to this station. */
async function fetchTurns(meetingId: string, station: Station): Promise<TurnSheet> {
  const path = `/api/meetings/${encodeURIComponent(meetingId)}/turns?station=${encodeURIComponent(station)}`;
  const response = await fetch(path, { signal: AbortSignal.timeout(answerWithinMs) });
  if (!response.ok) throw new Error(`Expected the turns of a meeting, got status ${response.status}`);
  const body: TurnSheet = await response.json();
  return body;
}

/** Another text: other turns. */
function whatMovesTurns(meeting: Meeting | null): string {
  if (meeting === null) return '';
  const booths = allBooths.map((name) => {
    const { onMic, interpreters } = meeting.booths[name];
    return [onMic?.interpreter, onMic?.since, interpreters.map(({ id }) => id)];
  });
  return JSON.stringify([meeting.status, booths]);
}
