/**
 * Given, when, then for the core (not `then`: an object with such a member is taken for a promise). `given(plan)` is a meeting; `.when(command)` asks for something and keeps what came of it;
 * `.thenFacts(...)` compares the facts, `.thenRefused(code)` the refusal, `.meeting` is how it stands now.
 */
import { expect } from 'vitest';
import type { Command, CommandType } from '../../shared/domain/commands.ts';
import { decide } from '../../shared/domain/decide.ts';
import type { Fact, MeetingEvent } from '../../shared/domain/events.ts';
import { emptyMeeting, evolve, fold } from '../../shared/domain/evolve.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import type { MeetingPlan } from '../../shared/domain/plan.ts';
import type { Refusal, RefusalCode } from '../../shared/domain/refusals.ts';
import type { Station } from '../../shared/domain/stations.ts';

/** When the small plan starts: 26 February 2018, 16:00 in Geneva. */
export const startsAt = Date.UTC(2018, 1, 26, 15, 0, 0);

interface Asking {
  /** Default: the first station that comes to mind for the command. */
  readonly by?: Station;
  /** Seconds after the planned start; default: one second after the command before. */
  readonly at?: number;
}

export interface Scenario {
  readonly meeting: Meeting;
  /** Every event so far, the plan's first. */
  readonly log: readonly MeetingEvent[];
  /** Facts of the last command; empty when it was refused. */
  readonly facts: readonly Fact[];
  readonly refusal: Refusal | null;
  /** Epoch ms of the last command. */
  readonly now: number;
  readonly when: (command: Command, asking?: Asking) => Scenario;
  /** Exactly these facts; of each only the fields that are named. Expects that nothing was refused. */
  readonly thenFacts: (...expected: readonly PartialFact[]) => Scenario;
  /** Expects the refusal and that nothing changed. */
  readonly thenRefused: (code: RefusalCode) => Scenario;
}

type PartialFact = { readonly type: Fact['type'] } & Readonly<Record<string, unknown>>;

export function given(start: MeetingPlan | readonly MeetingEvent[]): Scenario {
  const log = 'segments' in start ? [planned(start)] : start;
  return scenario({ log, meeting: fold(emptyMeeting, log), facts: [], refusal: null, now: log.at(-1)?.at ?? startsAt });
}

/** `meetingPlanned`, as the server writes it before the meeting. */
export function planned(plan: MeetingPlan): MeetingEvent {
  return { type: 'meetingPlanned', meetingId: 'm1', plan, at: startsAt - 1000, by: 'admin' };
}

/** Facts as the store hands them on: with its time, and without which booth asked to slow down. */
export function stamp(facts: readonly Fact[], by: Station, at: number): readonly MeetingEvent[] {
  return facts.map((fact) => ({ ...fact, at, by: fact.type === 'slowDownRequested' ? 'booth' : by }));
}

type Outcome = Pick<Scenario, 'log' | 'meeting' | 'facts' | 'refusal' | 'now'>;

function scenario(outcome: Outcome): Scenario {
  const self: Scenario = {
    ...outcome,
    when: (command, asking = {}) => scenario(ask(outcome, command, asking)),
    thenFacts(...expected) {
      expect(outcome.refusal).toBeNull();
      expect(outcome.facts).toMatchObject(expected);
      return self;
    },
    thenRefused(code) {
      expect(outcome.refusal?.code ?? outcome.facts.map((fact) => fact.type)).toBe(code);
      return self;
    },
  };
  return self;
}

function ask(before: Outcome, command: Command, { by = usualSender(command.type), at }: Asking): Outcome {
  const now = at === undefined ? before.now + 1000 : startsAt + at * 1000;
  const decided = decide(before.meeting, command, { by, now });
  if (!decided.ok) return { ...before, facts: [], refusal: decided.error, now };
  const events = stamp(decided.value, by, now);
  return { log: [...before.log, ...events], meeting: events.reduce(evolve, before.meeting), facts: decided.value, refusal: null, now };
}

function usualSender(type: CommandType): Station {
  if (type.endsWith('Caption')) return 'webcast';
  return senders[type] ?? 'chair';
}

const senders: Partial<Record<CommandType, Station>> = {
  acknowledgeChange: 'booth:fr',
  takeMicrophone: 'booth:fr',
  announceRetour: 'booth:zh',
  requestSlowDown: 'booth:fr',
  raiseSignal: 'booth:fr',
};
