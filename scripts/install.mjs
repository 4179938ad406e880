import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { PlainError, repository, runChild } from './child.mjs';

/** Exit codes from here on mean that someone stopped it: no second try then. */
const endedBySignal = 128;
const stampPath = join(repository, 'node_modules', '.rostrum-stamp');

/** Installs the packages unless those of this very lock are there already. Call under the set-up lock. */
export async function ensureInstalled() {
  const wanted = lockHash();
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === wanted) return;
  console.error('Installing packages...');
  // npm can refuse a lock that it wrote itself (npm/cli #9846); the plain install then still gets the same versions from it.
  let code = await npm('ci');
  if (code !== 0 && code < endedBySignal) code = await npm('install');
  if (code !== 0) throw new PlainError(`Packages could not be installed (npm ended with ${code}); the lines above say why.`);
  writeFileSync(stampPath, lockHash());
}

/** @param {NodeJS.ProcessEnv} env the caller's, which npm has filled with its own settings when it started us */
export function installEnv(env) {
  // Building and testing need the development packages, whatever the caller wants for its own commands.
  const unwanted = /^npm_config_(omit|only|production|ignore_scripts|ignore-scripts|global|dry_run|dry-run|package_lock_only)$/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !unwanted.test(name) && name !== 'NODE_ENV'));
}

function lockHash() {
  const platform = `${process.platform}-${process.arch}-${process.versions.modules}`;
  return createHash('sha256')
    .update(readFileSync(join(repository, 'package-lock.json')))
    .update(platform)
    .digest('hex');
}

/** @param {'ci' | 'install'} command */
function npm(command) {
  const args = [command, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const self = process.env.npm_execpath ?? '';
  const onWindows = process.platform === 'win32';
  const [program, ...before] = /npm-cli\.c?js$/.test(self) ? [process.execPath, self] : [onWindows ? 'npm.cmd' : 'npm'];
  return runChild(program, [...before, ...args], {
    env: installEnv(process.env),
    // stdout belongs to the task that follows, so npm's goes to stderr.
    stdio: ['ignore', 2, 2],
    shell: onWindows && before.length === 0,
    disposable: true,
  });
}
