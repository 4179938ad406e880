import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installEnv } from '../../scripts/install.mjs';
import { underSetupLock } from '../../scripts/setup-lock.mjs';

describe('the set-up lock', () => {
  let folder = '';
  let lock = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rostrum-lock-'));
    lock = join(folder, 'dist', 'lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function leaveLock(owner: { readonly pid: number; readonly host: string }): void {
    mkdirSync(lock, { recursive: true });
    writeFileSync(join(lock, 'owner.json'), JSON.stringify({ token: 'left behind', ...owner }));
  }

  it('lets one in at a time, and everyone in the end', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
      return 'done';
    };
    expect(await Promise.all([1, 2, 3].map(() => underSetupLock(work, lock)))).toEqual(['done', 'done', 'done']);
    expect(most).toBe(1);
    expect(existsSync(lock)).toBe(false);
  });

  it('is given back when the work fails', async () => {
    const fails = underSetupLock(() => Promise.reject(new Error('no network')), lock);
    await expect(fails).rejects.toThrow('no network');
    expect(existsSync(lock)).toBe(false);
  });

  it('is taken from a process that has died', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    leaveLock({ pid, host: hostname() });
    expect(await underSetupLock(async () => 'mine', lock)).toBe('mine');
  });

  it('is taken from another machine whose heart has stopped', async () => {
    leaveLock({ pid: 1, host: 'elsewhere' });
    const aMinuteAgo = new Date(Date.now() - 60_000);
    utimesSync(lock, aMinuteAgo, aMinuteAgo);
    expect(await underSetupLock(async () => 'mine', lock)).toBe('mine');
  });
});

describe('the environment of the install', () => {
  it('lets nothing of the caller leave the development packages out', () => {
    const env = {
      PATH: '/bin',
      NODE_ENV: 'production',
      npm_config_omit: 'dev',
      NPM_CONFIG_IGNORE_SCRIPTS: 'true',
      npm_config_registry: 'https://r',
    };
    expect(installEnv(env)).toEqual({ PATH: '/bin', npm_config_registry: 'https://r' });
  });
});
