import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a program in the repository and gives its exit code (128 + n when signal n ended it, 127 when it is not there).
 * A SIGTERM is passed on. So is a SIGINT that comes from a program; one typed at a terminal has already reached the child,
 * and a second one would make it drop what it is cleaning up. A disposable child is killed instead: half an install or half a
 * build is made again next time, and npm would go on for as long as it likes.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions, shell?: boolean, disposable?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function runChild(command, args, { env = process.env, stdio = 'inherit', shell = false, disposable = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: repository, env, stdio, shell });
    const passOn = {
      SIGTERM: () => child.kill(disposable ? 'SIGKILL' : 'SIGTERM'),
      SIGINT: () => (disposable || !process.stdin.isTTY) && child.kill(disposable ? 'SIGKILL' : 'SIGINT'),
    };
    process.on('SIGTERM', passOn.SIGTERM).on('SIGINT', passOn.SIGINT);
    /** @param {number} code */
    const done = (code) => {
      process.off('SIGTERM', passOn.SIGTERM).off('SIGINT', passOn.SIGINT);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      done(127);
    });
    child.on('close', (code, signal) => done(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/** A fault that a person can act on: its message is shown without a stack. */
export class PlainError extends Error {
  plain = true;
}
