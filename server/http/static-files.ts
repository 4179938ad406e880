/** The built client. Only what was there at the start is served, under its exact path: nothing can be reached by `..`. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

export interface StaticFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Its name holds a hash of its content. */
  readonly immutable: boolean;
}

export interface StaticFiles {
  /** `path` begins with `/`. */
  find(path: string): StaticFile | null;
}

export function readStaticFiles(folder: string): StaticFiles {
  const paths = new Set(listFiles(folder).map((path) => `/${path.split(sep).join('/')}`));
  const read = new Map<string, StaticFile>();

  return {
    find(path) {
      if (!paths.has(path)) return null;
      const found = read.get(path) ?? {
        bytes: new Uint8Array(readFileSync(join(folder, path))),
        type: types[extname(path)] ?? 'application/octet-stream',
        immutable: path.startsWith('/assets/'),
      };
      read.set(path, found);
      return found;
    },
  };
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};

/** Empty when the client was never built. */
function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return [];
    throw fault;
  }
}
