/** Asking several servers that may disagree for a while: one that was cut off still tells what was true before. */
import { StoreUnavailable } from './event-store.ts';
import { withTimeout } from './redis-client.ts';

export interface Answer<T> {
  /** Of two answers that differ, the one with the higher epoch is newer. */
  readonly epoch: number;
  readonly value: T;
}

/** A server that takes longer is not waited for: the others know as much. */
const answerWithinMs = 500;

/** Asks all at once. Rejects with `StoreUnavailable`, in the words of the first failure, when none answers. */
export async function newestAnswer<T>(questions: readonly Promise<Answer<T>>[]): Promise<T> {
  const settled = await Promise.allSettled(questions.map((question) => withTimeout(question, answerWithinMs)));
  const answers = settled.filter((outcome) => outcome.status === 'fulfilled').map(({ value }) => value);
  const [first, ...others] = answers;
  if (first !== undefined) return others.reduce((newest, answer) => (answer.epoch > newest.epoch ? answer : newest), first).value;
  const failure = settled.find((outcome) => outcome.status === 'rejected')?.reason;
  throw new StoreUnavailable(failure instanceof Error ? failure.message : 'No server is known', { cause: failure });
}
