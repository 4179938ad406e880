/**
 * One set-up at a time: `npm start` and `npm test` typed at once on a fresh clone install and build once.
 * A directory is the lock, because making one either succeeds or fails as a whole on every file system.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { repository } from './child.mjs';

/** In dist, not in node_modules: `npm ci` empties that. */
const lockPath = join(repository, 'dist', '.setup-lock');
const heartbeatMs = 2_000;
/** Ten missed heartbeats: covers an owner on another machine or in another container, whose process we cannot ask. */
const staleAfterMs = 20_000;

/**
 * @template T
 * @param {() => Promise<T>} work
 * @param {string} [path] where the lock lies; another one in tests
 * @returns {Promise<T>}
 */
export async function underSetupLock(work, path = lockPath) {
  const token = await take(path);
  const heartbeat = setInterval(() => touch(path), heartbeatMs);
  let stoppedBy = 0;
  // Without a handler a signal would end us at once and leave the lock behind; children get the signal too and end the work.
  const onInterrupt = () => {
    stoppedBy = 130;
  };
  const onTerminate = () => {
    stoppedBy = 143;
  };
  process.on('SIGINT', onInterrupt).on('SIGTERM', onTerminate);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.off('SIGINT', onInterrupt).off('SIGTERM', onTerminate);
    if (ownerOf(path)?.token === token) rmSync(path, { recursive: true, force: true });
    if (stoppedBy) process.exit(stoppedBy);
  }
}

/** @param {string} path */
async function take(path) {
  const token = randomUUID();
  mkdirSync(dirname(path), { recursive: true });
  for (let waited = false; ; waited = true) {
    if (makeDirectory(path)) {
      writeFileSync(join(path, 'owner.json'), JSON.stringify({ token, pid: process.pid, host: hostname() }));
      return token;
    }
    const owner = ownerOf(path);
    if (isStale(path, owner)) {
      breakLock(path, owner);
      continue;
    }
    if (!waited) console.error('Another Rostrum command is setting up this checkout; waiting for it.');
    await wait(200);
  }
}

/**
 * @param {string} path
 * @param {{ token: string, pid: number, host: string } | undefined} owner
 */
function isStale(path, owner) {
  const age = ageMs(path);
  if (age === undefined) return false;
  if (age > staleAfterMs) return true;
  return owner !== undefined && owner.host === hostname() && !isAlive(owner.pid);
}

/**
 * Renaming lets one of several waiters win; one that was late and moved a fresh lock instead puts it back.
 *
 * @param {string} path
 * @param {{ token: string } | undefined} staleOwner
 */
function breakLock(path, staleOwner) {
  const aside = `${path}-${randomUUID()}`;
  try {
    renameSync(path, aside);
    if (ownerOf(aside)?.token === staleOwner?.token) rmSync(aside, { recursive: true, force: true });
    else renameSync(aside, path);
  } catch {
    // Someone else moved it first: the next round sees what is there now.
  }
}

/** @param {string} path */
function makeDirectory(path) {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * @param {string} path
 * @returns {{ token: string, pid: number, host: string } | undefined} undefined while the owner has not written its name yet
 */
function ownerOf(path) {
  try {
    return JSON.parse(readFileSync(join(path, 'owner.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {string} path */
function ageMs(path) {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return undefined;
  }
}

/** @param {string} path */
function touch(path) {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // Taken away by hand: the work goes on, and the end of it removes nothing that is not ours.
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
