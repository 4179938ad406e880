/** Processes of a bench and folders for their data: everything ends with us, however we end. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '../../shared/lib/assert.ts';
import { PlainError } from '../child.mjs';
import type { Asked, Usage } from './asks.ts';

/** A process that can be asked. */
export interface Process {
  readonly child: ChildProcess;
  /** Rejects when the process ends first. */
  ask<T>(what: string, details?: unknown): Promise<T>;
  /** CPU time and memory of the whole process. `collect`: after its garbage was collected. */
  usage(collect?: 'collect'): Promise<Usage>;
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();
const folders = new Set<string>();

/** Call once, first: also on Ctrl-C nothing is left behind. */
export function endEverythingWithUs(): void {
  process.once('exit', () => {
    for (const child of running) child.kill('SIGKILL');
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(128 + constants.signals[signal]));
}

export function tempFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'rostrum-bench-'));
  folders.add(path);
  return {
    path,
    remove() {
      rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
      folders.delete(path);
    },
  };
}

/** Throws when the system does not let one process have so many sockets; nothing is known of it outside Linux. */
export function checkOpenFiles(sockets: number): void {
  const limits = existsSync('/proc/self/limits') ? readFileSync('/proc/self/limits', 'utf8') : '';
  const [, allowed] = /^Max open files +\d+ +(\d+)/m.exec(limits) ?? [];
  // Room for what a process has open besides.
  if (allowed !== undefined && Number(allowed) < sockets + 200) {
    throw new PlainError(
      `${sockets} clients need ${sockets + 200} open files, and this shell allows ${allowed}: raise it with ulimit -Hn.`,
    );
  }
}

/** A program that is not Node's, or needs no questions. Its stderr is ours, its stdout is piped. */
export function startProgram(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): ChildProcess {
  return watched(spawn(command, args, { env, stdio: ['ignore', 'pipe', 'inherit'] }));
}

const usageHook = new URL('usage-hook.mjs', import.meta.url).href;

/** A Node program with the hook that tells what it uses; TypeScript runs through tsx. */
export function startNode(script: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = process.env): Process {
  const runtime = script.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const all = ['--expose-gc', ...runtime, '--import', usageHook, script, ...args];
  const child = watched(spawn(process.execPath, all, { env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] }));
  let asked = 0;

  function ask<T>(what: string, details?: unknown): Promise<T> {
    asked += 1;
    const id = asked;
    return new Promise((resolve, reject) => {
      const onMessage = (message: { readonly answers?: number; readonly result?: T; readonly fault?: string }): void => {
        if (message.answers !== id) return;
        child.off('message', onMessage).off('exit', onExit);
        if (message.fault === undefined) resolve(message.result as T);
        else reject(new Error(message.fault));
      };
      const onExit = (code: number | null): void => reject(new Error(`${script} ended with ${code}`));
      child.on('message', onMessage).once('exit', onExit);
      child.send({ ask: what, id, details } satisfies Asked);
    });
  }

  return {
    child,
    ask,
    usage: (collect) => ask('usage', { collect: collect === 'collect' }),
    stop: () => stopped(child),
  };
}

/** The first group of `pattern` in what the process writes. */
export function lineOf(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    must(child.stdout, 'a piped stdout').on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const found = pattern.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`A process of the bench ended with ${code}: ${output.trim()}`)));
  });
}

export async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

function watched(child: ChildProcess): ChildProcess {
  running.add(child);
  child.once('exit', () => running.delete(child));
  // A listener for `error` must be there, or a program that is missing ends us with a stack.
  child.on('error', () => running.delete(child));
  return child;
}
