import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the repository; `path` is from its root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const repository = join(import.meta.dirname, '..', '..');

/** @param folders from the repository's root; one that does not exist holds no files */
export function readSources(folders: readonly string[], extension: RegExp): readonly SourceFile[] {
  return folders
    .filter((folder) => existsSync(join(repository, folder)))
    .flatMap((folder) => readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => extension.test(path) && !path.includes('/.artifacts/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(repository, path), 'utf8') }));
}

export function readRepositoryFile(path: string): string | undefined {
  const full = join(repository, path);
  return existsSync(full) ? readFileSync(full, 'utf8') : undefined;
}

/** Comments may name what code may not use. Good enough for our own source: no comment mark stands inside our strings. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}
