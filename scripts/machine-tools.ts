import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** A program that the tests need and npm cannot bring. */
export interface MachineTool {
  readonly name: string;
  /** Tells the tests where it is; unset means they must skip what needs it. */
  readonly variable: string;
  readonly path: string | undefined;
  readonly debianPackages: readonly string[];
  readonly advice: string;
}

/** Finds the tools, and on Debian or Ubuntu as root installs those that are missing. */
export function provideTools(): readonly MachineTool[] {
  const found = findTools();
  const missing = found.filter((tool) => tool.path === undefined);
  if (missing.length === 0 || !canUseApt()) return found;
  installWithApt(missing.flatMap((tool) => tool.debianPackages));
  return findTools();
}

function findTools(): readonly MachineTool[] {
  return [
    {
      name: 'redis-server (7 or later) or valkey-server',
      variable: 'ROSTRUM_REDIS_SERVER',
      path: firstThatRuns([process.env.ROSTRUM_REDIS_SERVER, ...onPath(['redis-server', 'valkey-server'])]),
      debianPackages: ['redis-server'],
      advice: 'Debian/Ubuntu: apt-get install redis-server · macOS: brew install redis · Fedora: dnf install valkey',
    },
    {
      name: 'Chromium or Chrome',
      variable: 'ROSTRUM_CHROMIUM',
      path: firstThatRuns([
        process.env.ROSTRUM_CHROMIUM,
        ...onPath(['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser']),
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        chromium.executablePath(),
      ]),
      debianPackages: ['chromium', 'fonts-noto-core', 'fonts-noto-cjk'],
      advice: 'Debian: apt-get install chromium fonts-noto-core fonts-noto-cjk · elsewhere: npx playwright-core install chromium',
    },
  ];
}

function onPath(names: readonly string[]): readonly string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Being there is not enough: Ubuntu's /usr/bin/chromium-browser may only be a note that one should install a snap. */
function firstThatRuns(candidates: readonly (string | undefined)[]): string | undefined {
  return candidates.find(
    (path) => path && existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0,
  );
}

function canUseApt(): boolean {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return process.getuid?.() === 0 && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(release);
}

function installWithApt(packages: readonly string[]): void {
  console.error(`Installing ${packages.join(' ')} with apt-get...`);
  // RUNLEVEL=1 keeps apt from starting a redis of its own: the tests start private ones.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const apt = (...args: readonly string[]) =>
    spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=180', ...args], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  for (const step of [apt('update'), apt('install', '-y', '--no-install-recommends', ...packages)]) {
    if (step.status !== 0) console.error(step.stderr || step.error?.message);
  }
}
