/** Reads files in threads of their own, so that a file that was made to do harm costs nobody but its sender. */
import { Worker } from 'node:worker_threads';
import type { IntakeRefusalCode } from '../../shared/domain/intake.ts';
import { createQueue } from './queue.ts';
import type { IntakeAnswer, IntakeJob } from './job.ts';

export interface FileReader {
  /** `null`: too many are waiting already. Asked before the file is taken in, so that those that wait cost no memory. */
  place(): FilePlace | null;
}

export interface FilePlace {
  /** Once; waits for its turn. Never rejects. */
  read(job: IntakeJob, file: Uint8Array): Promise<IntakeAnswer>;
  /** Must be called, whatever happened. */
  leave(): void;
}

export interface ReaderSettings {
  readonly atOnce: number;
  /** Files in hand, those being read included. */
  readonly most: number;
  readonly withinMs: number;
  /** MiB of objects in the thread. */
  readonly heapMiB: number;
  /** Bytes by which the whole process may grow meanwhile: buffers are no objects, and a PDF can unpack itself into them. */
  readonly growth: number;
}

/** Our choice. A PDF of 1,100 pages took 14 s and 170 MB on a machine of two cores with a load of 15, a DOCX of that length 3 s and 100 MB. */
export const usualReader: ReaderSettings = { atOnce: 2, most: 10, withinMs: 15_000, heapMiB: 256, growth: 600 * 1024 * 1024 };

const watchEveryMs = 50;

export function createFileReader(settings: ReaderSettings): FileReader {
  const queue = createQueue(settings.atOnce);
  let taken = 0;
  return {
    place() {
      if (taken >= settings.most) return null;
      taken += 1;
      let isLeft = false;
      return {
        read: (job, file) => queue.run(() => readInThread(job, file, settings)),
        leave() {
          if (!isLeft) taken -= 1;
          isLeft = true;
        },
      };
    },
  };
}

function readInThread(job: IntakeJob, file: Uint8Array, { withinMs, heapMiB, growth }: ReaderSettings): Promise<IntakeAnswer> {
  return new Promise((resolve) => {
    const atStart = process.memoryUsage.rss();
    const worker = new Worker(workerFile(import.meta.url), {
      workerData: { job, file },
      resourceLimits: { maxOldGenerationSizeMb: heapMiB, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      // What a library has to say of a file belongs to nobody's log.
      stdout: true,
      stderr: true,
      env: {},
    });
    let isSettled = false;
    const settle = (answer: IntakeAnswer): void => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(deadline);
      clearInterval(watch);
      // The next file begins when this one's memory is free.
      void worker.terminate().finally(() => resolve(answer));
    };
    const deadline = setTimeout(() => settle(refused('fileTooHard', `not read within ${withinMs} ms`)), withinMs);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - atStart > growth) settle(refused('fileTooHard', `took more than ${growth} bytes`));
    }, watchEveryMs);
    worker.once('message', (answer: IntakeAnswer) => settle(answer));
    worker.once('error', (fault: NodeJS.ErrnoException) =>
      settle(refused(fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'fileTooHard' : 'fileBroken', fault.stack ?? String(fault))),
    );
    worker.once('exit', (status) => settle(refused('fileBroken', `the thread ended with ${status}`)));
  });
}

function refused(code: IntakeRefusalCode, fault: string): IntakeAnswer {
  return { ok: false, code, fault };
}

/** Built, it lies beside the server; from source it needs the TypeScript loader. */
function workerFile(here: string): URL {
  return new URL(here.endsWith('.ts') ? './worker-from-source.mjs' : './intake-worker.mjs', here);
}
