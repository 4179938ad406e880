/** The thread in which one file is read. Files come from outside, and the libraries that read them can be led astray: it may be killed. */
import { parentPort, workerData } from 'node:worker_threads';
import { assertNever } from '../../shared/lib/assert.ts';
import type { IntakeAnswer, IntakeJob, IntakeValue } from './job.ts';
import { Unreadable } from './unreadable.ts';

const { job, file }: { readonly job: IntakeJob; readonly file: Uint8Array } = workerData;

parentPort?.postMessage(await answer(job, Buffer.from(file.buffer, file.byteOffset, file.byteLength)));

async function answer(what: IntakeJob, bytes: Buffer): Promise<IntakeAnswer> {
  try {
    return { ok: true, value: await read(what, bytes) };
  } catch (fault) {
    if (fault instanceof Unreadable) return { ok: false, code: fault.code, fault: null };
    return { ok: false, code: 'fileBroken', fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) };
  }
}

/** Each reader is loaded only when its kind of file comes: pdf.js alone takes a tenth of a second. */
async function read(what: IntakeJob, bytes: Buffer): Promise<IntakeValue> {
  switch (what.kind) {
    case 'text':
      return (await import('./read-text.ts')).readText(bytes, what.expected);
    case 'teamSheet':
      return (await import('./read-team-sheet.ts')).readTeamSheet(bytes);
    case 'glossary':
      return (await import('./read-glossary.ts')).readGlossary(bytes);
    default:
      return assertNever(what);
  }
}
