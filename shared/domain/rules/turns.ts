/** Time at the microphone: the marks of the present turn, and from the log who had how much. Nothing here scores anybody. */
import { allBooths, type BoothName } from '../../reference/languages.ts';
import type { MeetingEvent } from '../events.ts';
import type { Interpreter, Practice } from '../meeting.ts';

export type TurnMark = 'first' | 'second';

/** Which of the two marks (minutes, `practice.turnMarks`) a turn of this length has reached; `null` = none yet. */
export function turnMark([first, second]: Practice['turnMarks'], turnMs: number): TurnMark | null {
  if (turnMs >= second * minuteMs) return 'second';
  return turnMs >= first * minuteMs ? 'first' : null;
}

export interface BoothTurns {
  readonly booth: BoothName;
  readonly seconds: number;
  /** The team in its own order, also who had no turn; then those who have left it and had one. Never a ranking. */
  readonly interpreters: readonly InterpreterTurns[];
}

export interface InterpreterTurns {
  readonly interpreter: string;
  /** Oldest first. */
  readonly turns: readonly Turn[];
  readonly seconds: number;
  /** Part of the time of the booth, 0 to 1; 0 while nobody has had a turn. */
  readonly share: number;
}

export interface Turn {
  /** When the interpreter took the microphone. */
  readonly since: number;
  /** `null`: still there. */
  readonly until: number | null;
  /** Time counted: not before the first speaker, not while the meeting was suspended. */
  readonly seconds: number;
}

/** The booths that have a team or had a turn, in their usual order. `now` ends nothing: it is up to when the present turns count. */
export function turnsFrom(events: Iterable<MeetingEvent>, now: number): readonly BoothTurns[] {
  const sheets = new Map(allBooths.map((booth) => [booth, emptySheet()]));
  const clock = countingClock();
  for (const event of events) {
    clock.tell(event);
    switch (event.type) {
      case 'meetingPlanned':
        for (const booth of allBooths) sheets.get(booth)?.setTeam(event.plan.booths?.[booth] ?? [], event.at, clock.countedAt(event.at));
        break;
      case 'teamSet':
        sheets.get(event.booth)?.setTeam(event.interpreters, event.at, clock.countedAt(event.at));
        break;
      case 'microphoneTaken':
        sheets.get(event.booth)?.take(event.interpreter, event.at, clock.countedAt(event.at));
        break;
      case 'meetingClosed':
        for (const sheet of sheets.values()) sheet.end(event.at, clock.countedAt(event.at));
        break;
      default:
        break;
    }
  }
  return allBooths.flatMap((booth) => {
    const interpreters = sheets.get(booth)?.interpreters(clock.countedAt(now)) ?? [];
    return interpreters.length === 0 ? [] : [withShares(booth, interpreters)];
  });
}

/** Whether `turnsFrom` looks at the event: so that who reads a long log need not keep all of it. */
export function tellsOfTurns({ type }: MeetingEvent): boolean {
  return telling.has(type);
}

const telling: ReadonlySet<MeetingEvent['type']> = new Set<MeetingEvent['type']>([
  'meetingPlanned',
  'floorGiven',
  'meetingSuspended',
  'meetingResumed',
  'meetingClosed',
  'teamSet',
  'microphoneTaken',
]);

const minuteMs = 60_000;

/** Runs from the first speaker to the end, and stands still while the meeting is suspended. */
function countingClock() {
  let countedMs = 0;
  let runsSince: number | null = null;
  let begun = false;
  const countedAt = (at: number): number => countedMs + (runsSince === null ? 0 : Math.max(0, at - runsSince));

  function run(at: number): void {
    runsSince ??= at;
  }
  function stop(at: number): void {
    countedMs = countedAt(at);
    runsSince = null;
  }
  return {
    countedAt,
    tell({ type, at }: MeetingEvent): void {
      if (type === 'floorGiven') begun = true;
      if (type === 'floorGiven' || (type === 'meetingResumed' && begun)) run(at);
      if (type === 'meetingSuspended' || type === 'meetingClosed') stop(at);
    },
  };
}

/** One booth while the log is read. `counted`: what the counting clock shows at that moment, ms. */
function emptySheet() {
  let team: readonly string[] = [];
  let present: { readonly interpreter: string; readonly since: number; readonly countedBefore: number } | null = null;
  const past: { readonly interpreter: string; readonly turn: Turn }[] = [];

  function end(at: number, counted: number): void {
    if (present === null) return;
    const seconds = secondsOf(counted - present.countedBefore);
    // Announced before the meeting and given away before it: nobody has worked.
    if (seconds > 0) past.push({ interpreter: present.interpreter, turn: { since: present.since, until: at, seconds } });
    present = null;
  }
  return {
    end,
    setTeam(interpreters: readonly Interpreter[], at: number, counted: number): void {
      team = interpreters.map(({ id }) => id);
      if (present !== null && !team.includes(present.interpreter)) end(at, counted);
    },
    take(interpreter: string, at: number, counted: number): void {
      if (present?.interpreter === interpreter) return;
      end(at, counted);
      present = { interpreter, since: at, countedBefore: counted };
    },
    interpreters(counted: number): readonly Omit<InterpreterTurns, 'share'>[] {
      const turns =
        present === null
          ? past
          : [
              ...past,
              {
                interpreter: present.interpreter,
                turn: { since: present.since, until: null, seconds: secondsOf(counted - present.countedBefore) },
              },
            ];
      const everybody = new Set([...team, ...turns.map(({ interpreter }) => interpreter)]);
      return [...everybody].map((interpreter) => {
        const own = turns.filter((candidate) => candidate.interpreter === interpreter).map(({ turn }) => turn);
        return { interpreter, turns: own, seconds: sum(own) };
      });
    },
  };
}

function withShares(booth: BoothName, interpreters: readonly Omit<InterpreterTurns, 'share'>[]): BoothTurns {
  const seconds = sum(interpreters);
  return { booth, seconds, interpreters: interpreters.map((own) => ({ ...own, share: seconds === 0 ? 0 : own.seconds / seconds })) };
}

function secondsOf(ms: number): number {
  return Math.round(ms / 1000);
}

function sum(parts: readonly { readonly seconds: number }[]): number {
  return parts.reduce((total, { seconds }) => total + seconds, 0);
}
