import { posix } from 'node:path';
import { type SourceFile, withoutComments } from './source-files.ts';

interface Layer {
  /** A folder, or the file of that name without its extension; `server/*` means the files right in it. The longest match wins. */
  readonly at: string;
  /** Its own folder always may. `shared/*` means every folder in it. */
  readonly layers: readonly string[];
  /** npm packages and `node:`; `*` means any. A subpath like `hono/cookie` counts as its package. */
  readonly packages: readonly string[];
}

/** Two modules of the store are its port: types that the application sees whatever keeps them. */
const port = ['server/store/event-store', 'server/store/directory', 'server/store/presence'];
const anyShared = 'shared/*';
const solid = ['solid-js', 'qrcode-generator'];

/** "Who may import whom" of ARCHITECTURE.md. */
export const layers: readonly Layer[] = [
  { at: 'shared/lib', layers: [], packages: [] },
  { at: 'shared/domain', layers: ['shared/lib', 'shared/reference'], packages: [] },
  { at: 'shared/reference', layers: ['shared/lib'], packages: [] },
  { at: 'shared/i18n', layers: [anyShared], packages: [] },
  { at: 'shared/protocol', layers: ['shared/domain', 'shared/lib', 'shared/reference'], packages: ['zod'] },

  { at: 'server/lib', layers: [anyShared], packages: ['node:', 'pino'] },
  { at: 'server/config', layers: ['server/lib', anyShared], packages: ['node:', 'zod'] },
  { at: 'server/store', layers: [...port, 'server/lib', anyShared], packages: ['node:', 'redis', 'libsql'] },
  ...port.map((at) => ({ at, layers: [...port, anyShared], packages: [] })),
  { at: 'server/app', layers: [...port, 'server/lib', 'server/sample', anyShared], packages: ['node:'] },
  { at: 'server/sample', layers: [anyShared], packages: [] },
  {
    at: 'server/intake',
    layers: ['server/lib', anyShared],
    packages: ['node:', 'mammoth', 'unpdf', 'read-excel-file', 'papaparse', 'saxes', 'tsx'],
  },
  { at: 'server/output', layers: ['server/lib', anyShared], packages: ['node:', 'ws'] },
  {
    at: 'server/http',
    layers: ['server/app', 'server/intake', 'server/output', 'server/lib', anyShared],
    packages: ['node:', 'hono', '@hono/node-server', 'zod', 'swagger-ui-dist', 'prom-client'],
  },
  { at: 'server/ws', layers: ['server/app', 'server/lib', anyShared], packages: ['node:', 'ws'] },
  { at: 'server/*', layers: [...port, 'server/*', anyShared], packages: ['*'] },

  { at: 'client/live', layers: [anyShared], packages: [] },
  { at: 'client/state', layers: ['client/live', anyShared], packages: ['solid-js', 'idb'] },
  { at: 'client/styles', layers: [], packages: ['@fontsource-variable/*'] },
  { at: 'client/ui', layers: ['client/styles', 'shared/lib', 'shared/i18n'], packages: solid },
  {
    at: 'client/views',
    layers: ['client/state', 'client/ui', 'client/styles', 'shared/lib', 'shared/domain', 'shared/reference', 'shared/i18n'],
    packages: [...solid, '@tanstack/solid-virtual', 'diff'],
  },
  { at: 'client/*', layers: ['client/*', anyShared], packages: ['solid-js', '@fontsource-variable/*'] },

  { at: 'scripts', layers: [anyShared, 'server/*', ...port, 'client/*'], packages: ['*'] },
  { at: 'tests', layers: ['scripts', anyShared, 'server/*', ...port, 'client/*'], packages: ['*'] },
];

export interface Scan {
  readonly files: number;
  readonly imports: number;
  /** One sentence each, naming the file and what it may not import. */
  readonly violations: readonly string[];
}

export function scanLayers(files: readonly SourceFile[]): Scan {
  const found = files.flatMap((file) => importsOf(file.text).map((target) => ({ file, target })));
  const homeless = files
    .filter((file) => !layerOf(file.path))
    .map((file) => `${file.path} is in no layer: give its folder a row in layers.ts`);
  const hidden = files
    .filter((file) => !/^(scripts|tests)\//.test(file.path) && /\bimport\(\s*[^'")\s]/.test(withoutComments(file.text)))
    .map((file) => `${file.path} imports something whose name is computed: no check can follow that`);
  const forbidden = found
    .filter(({ file, target }) => !mayImport(file.path, target))
    .map(({ file, target }) => `${file.path} may not import ${target}`);
  return { files: files.length, imports: found.length, violations: [...homeless, ...hidden, ...forbidden] };
}

/** @returns the specifiers, in order, of imports, re-exports, dynamic imports and types named by `import('...')` */
export function importsOf(text: string): readonly string[] {
  const patterns =
    /^[ \t]*(?:import|export)\b[^'"`;]*?\bfrom\s*(['"])([^'"]+)\1|^[ \t]*import\s*(['"])([^'"]+)\3|\bimport\(\s*(['"])([^'"]+)\5/gm;
  return [...withoutComments(text).matchAll(patterns)].map((match) => match[2] ?? match[4] ?? match[6] ?? '');
}

function mayImport(path: string, target: string): boolean {
  const layer = layerOf(path);
  if (!layer) return false;
  if (!target.startsWith('.')) return layer.packages.some((name) => isPackage(name, target));
  const resolved = posix.join(posix.dirname(path), target);
  const other = layerOf(resolved);
  // Styles are no layer: an entry or a component brings its own along.
  if (resolved.endsWith('.css')) return resolved.startsWith('client/') && path.startsWith('client/');
  return other !== undefined && (other === layer || layer.layers.some((name) => isLayer(name, other)));
}

function layerOf(path: string): Layer | undefined {
  const folder = posix.dirname(path);
  const module = path.replace(/\.(d\.)?[cm]?[jt]sx?$/, '');
  const matches = layers.filter(({ at }) => at === module || `${folder}/`.startsWith(`${at}/`) || at === `${folder}/*`);
  return matches.toSorted((a, b) => b.at.length - a.at.length)[0];
}

function isLayer(name: string, layer: Layer): boolean {
  return name === layer.at || (name.endsWith('/*') && posix.dirname(layer.at) === posix.dirname(name));
}

function isPackage(name: string, target: string): boolean {
  if (name === '*') return true;
  if (name.endsWith('*') || name.endsWith(':')) return target.startsWith(name.replace('*', ''));
  return target === name || target.startsWith(`${name}/`);
}
