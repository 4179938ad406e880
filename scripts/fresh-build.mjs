import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { PlainError, repository, runChild } from './child.mjs';

/** What each build is made from, and the file that shows it was made. */
const builds = {
  client: {
    sources: ['client', 'shared', 'vite.config.ts', 'scripts/build.mjs', 'package-lock.json'],
    product: 'dist/client/index.html',
  },
  server: { sources: ['server', 'shared', 'scripts/build.mjs', 'package-lock.json'], product: 'dist/server/main.mjs' },
};

/**
 * Builds client and server where their sources are not those of the last build. Call under the set-up lock.
 *
 * @param {{ force?: boolean }} [options]
 */
export async function ensureBuilt({ force = false } = {}) {
  const hashes = Object.entries(builds).map(([name, { sources, product }]) => ({ name, product, hash: hashOf(sources) }));
  const stale = hashes.filter(({ name, product, hash }) => force || !existsSync(join(repository, product)) || readStamp(name) !== hash);
  if (stale.length === 0) return;
  console.error(`Building ${stale.map(({ name }) => name).join(' and ')}...`);
  for (const { name } of stale) rmSync(stampPath(name), { force: true });
  // Vite must not take the build for a test run or a development one because of what the caller has set.
  const env = { ...process.env, NODE_ENV: 'production', VITEST: '' };
  const names = stale.map(({ name }) => name);
  const code = await runChild(process.execPath, ['scripts/build.mjs', ...names], { env, stdio: ['ignore', 2, 2], disposable: true });
  if (code !== 0) throw new PlainError('The build failed; the lines above say why.');
  mkdirSync(join(repository, 'dist', '.stamps'), { recursive: true });
  for (const { name, hash } of stale) writeFileSync(stampPath(name), hash);
}

/** @param {readonly string[]} sources files and folders; contents count, dates do not */
function hashOf(sources) {
  const hash = createHash('sha256');
  for (const path of sources.flatMap(filesUnder))
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(repository, path)))
      .update('\0');
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  const full = join(repository, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}

/** @param {string} name */
function stampPath(name) {
  return join(repository, 'dist', '.stamps', name);
}

/** @param {string} name */
function readStamp(name) {
  return existsSync(stampPath(name)) ? readFileSync(stampPath(name), 'utf8') : undefined;
}
