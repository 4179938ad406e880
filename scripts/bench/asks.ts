/** How the processes of a bench talk: one question, one answer, over the channel that Node gives a child. */

export interface Asked {
  readonly ask: string;
  readonly id: number;
  readonly details: unknown;
}

/** Answered by `usage-hook.mjs` in every server, Rostrum's as well. */
export interface Usage {
  /** User and system time since the start, microseconds. */
  readonly cpuUs: number;
  readonly residentKb: number;
  /** JavaScript heap and buffers that are in use. */
  readonly liveKb: number;
}

type Answers = Readonly<Record<string, (details: never) => unknown>>;

/** In the child. Ends the process when its parent is gone. */
export function answerAsks(answers: Answers): void {
  process.on('message', ({ ask, id, details }: Asked) => {
    const answer = answers[ask];
    if (answer === undefined) return;
    Promise.resolve()
      .then(() => answer(details as never))
      .then(
        (result) => process.send?.({ answers: id, result }),
        (fault: unknown) => process.send?.({ answers: id, fault: fault instanceof Error ? fault.message : String(fault) }),
      );
  });
  process.on('disconnect', () => process.exit(0));
}
