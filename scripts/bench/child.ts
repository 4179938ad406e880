/** Child processes of a bench, and what they cost. */
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';

export function forkScript(script: string): ChildProcess {
  return fork(script, [], { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

/** The next message in which `key` stands. */
export function answer<T>(child: ChildProcess, key: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: unknown): void => {
      if (message === null || typeof message !== 'object' || !(key in message)) return;
      child.off('message', onMessage);
      child.off('exit', onExit);
      resolve((message as Record<string, T>)[key] as T);
    };
    const onExit = (code: number | null): void => reject(new Error(`A process of the bench stopped with ${code}`));
    child.on('message', onMessage);
    child.once('exit', onExit);
  });
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** CPU time used so far, in microseconds (`proc(5)`: utime and stime are fields 14 and 15). */
export function cpuUs(pid: number): number {
  const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return ((Number(afterName[11]) + Number(afterName[12])) * 1_000_000) / ticksPerSecond;
}

/** Resident memory in kB. */
export function memoryKb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}
