/** Signals from the booths. Requests to slow down are anonymous: nobody is recorded, on purpose (Bosch DCN, `domain.md` fact 5). */
import type { Command } from '../commands.ts';
import type { Fact } from '../events.ts';
import type { Meeting, Signal, SignalState } from '../meeting.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { ok, type Result } from '../../lib/result.ts';
import type { Station } from '../stations.ts';

/** How long the lamp stays lit: 10 s on DIS/Shure sets (`domain.md` 1.2). */
export const slowDownLitMs = 10_000;

/** A signal that nobody has looked at for so long is marked and rises to the top (our choice: a booth without sound cannot wait longer). */
export const unansweredAfterMs = 60_000;

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

export function isSlowDownLit(meeting: Meeting, now: number): boolean {
  return meeting.slowDown !== null && now - meeting.slowDown.at < slowDownLitMs;
}

export function isUnanswered(signal: Pick<Signal, 'state' | 'at'>, now: number): boolean {
  return signal.state === 'sent' && now - signal.at >= unansweredAfterMs;
}

/** Those not yet done, as whoever answers reads them: unanswered ones first, and each group in the order in which they came. */
export function waitingSignals({ signals }: Pick<Meeting, 'signals'>, now: number): readonly Signal[] {
  const waiting = signals.filter(({ state }) => state !== 'done');
  const rank = (signal: Signal): number => (isUnanswered(signal, now) ? 0 : 1);
  return waiting.toSorted((one, other) => rank(one) - rank(other));
}

export type SignalAnswer = Exclude<SignalState, 'sent'>;

const answers: readonly SignalAnswer[] = ['seen', 'handling', 'done'];

/** What can be said of a signal in this state, the next step first; nothing when it is done. */
export function answersAfter(state: SignalState): readonly SignalAnswer[] {
  return state === 'sent' ? answers : answers.slice(answers.indexOf(state) + 1);
}

export function requestSlowDown(): Result<readonly Fact[], Refusal> {
  return ok([{ type: 'slowDownRequested' }]);
}

export function raiseSignal(meeting: Meeting, command: Of<'raiseSignal'>, by: Station): Result<readonly Fact[], Refusal> {
  return ok([{ type: 'signalRaised', signalId: `signal-${meeting.counters.signal + 1}`, kind: command.kind, from: by }]);
}

export function answerSignal(meeting: Meeting, command: Of<'answerSignal'>): Result<readonly Fact[], Refusal> {
  const signal = meeting.signals.find((candidate) => candidate.id === command.signalId);
  if (signal === undefined) return refuse('signalUnknown');
  if (signal.state === 'done') return refuse('signalDone', { current: signal });
  return ok([{ type: 'signalAnswered', signalId: signal.id, state: command.state }]);
}
