/** Hundreds of real clients in a process of their own: the server under test must not share its time with them. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Station } from '../../../shared/domain/stations.ts';

export interface GroupOrder {
  readonly group: string;
  readonly station: Station;
  readonly token: string;
  /** `http://host:port`. */
  readonly origin: string;
  readonly count: number;
}

export type CrowdOrder = { readonly id: number } & (
  | ({ readonly do: 'join' } & GroupOrder)
  | { readonly do: 'report' | 'states'; readonly group: string }
);

export interface CrowdReport {
  /** Of those that are live, since when: epoch ms, earliest first. */
  readonly liveSince: readonly number[];
  /** How often one of them stopped being live. */
  readonly losses: number;
  /** `live` frames heard by the whole group. */
  readonly liveFrames: number;
  /** Of every socket that was closed, in any order. */
  readonly closeCodes: readonly number[];
}

export interface Crowd {
  /** Resolves when all of them are live. */
  join(group: GroupOrder): Promise<void>;
  report(group: string): Promise<CrowdReport>;
  /** `stateName` of each picture among those that are live: one, when all show the same. */
  states(group: string): Promise<readonly string[]>;
  /** The whole process stops (SIGSTOP): it reads nothing and answers nothing, and the network does not tell. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
}

export interface CrowdAnswer {
  readonly id: number;
  readonly report?: CrowdReport;
  readonly states?: readonly string[];
}

export async function startCrowd(): Promise<Crowd> {
  const child = fork(join(import.meta.dirname, 'crowd-process.ts'), [], { execArgv: ['--import', 'tsx'] });
  // A test run that is broken off must not leave processes behind.
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const waiting = new Map<number, (answer: CrowdAnswer) => void>();
  let last = 0;
  child.on('message', (answer: CrowdAnswer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });

  function ask(order: WithoutId<CrowdOrder>): Promise<CrowdAnswer> {
    last += 1;
    const id = last;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      child.send({ ...order, id });
    });
  }

  return {
    async join(group) {
      await ask({ do: 'join', ...group });
    },
    async report(group) {
      const { report } = await ask({ do: 'report', group });
      if (report === undefined) throw new Error('Expected a report');
      return report;
    },
    states: async (group) => (await ask({ do: 'states', group })).states ?? [],
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    async stop() {
      process.removeListener('exit', endWithUs);
      await ended(child);
    },
  };
}

type WithoutId<Order> = Order extends unknown ? Omit<Order, 'id'> : never;

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}
