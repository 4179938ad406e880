/** Bundle budgets: what a browser downloads as script for a page, gzipped, against a limit that fails the check. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { repository } from './child.mjs';

/** The members we read of Vite's manifest; keys are paths from client/. */
export type Manifest = Readonly<
  Record<string, { readonly file: string; readonly imports?: readonly string[]; readonly dynamicImports?: readonly string[] }>
>;

export interface Page {
  readonly page: string;
  /** Sources the browser starts from: the HTML entry, and the view that it loads for this page. */
  readonly from: readonly string[];
  /** In thousands of bytes, as in issue A. */
  readonly limitKb: number;
}

const pages: readonly Page[] = [
  { page: 'booth', from: ['client/index.html', 'client/views/booth/booth-page.tsx'], limitKb: 120 },
  { page: 'output', from: ['client/output.html'], limitKb: 40 },
];

/** @returns one line per page, and whether all keep their budget */
export function checkBudgets(): { readonly good: boolean; readonly lines: readonly string[] } {
  const built = join(repository, 'dist', 'client');
  const manifest: Manifest = JSON.parse(readFileSync(join(built, '.vite', 'manifest.json'), 'utf8'));
  const sizeOf = (file: string) => gzipSync(readFileSync(join(built, file))).length;
  const results = pages.map((page) => measurePage(manifest, page, sizeOf));
  return { good: results.every((result) => result.good), lines: results.map((result) => result.line) };
}

export function measurePage(
  manifest: Manifest,
  { page, from, limitKb }: Page,
  sizeOf: (file: string) => number,
): { readonly good: boolean; readonly line: string } {
  const keys = from.map(manifestKey);
  const absent = keys.filter((key) => !manifest[key]);
  if (absent.length > 0) return { good: false, line: `${page}: not found in the build: ${absent.join(', ')}` };
  const files = [...scriptsOf(manifest, keys, sizeOf)];
  const bytes = files.reduce((sum, file) => sum + sizeOf(file), 0);
  const kb = (bytes / 1000).toFixed(1);
  const good = bytes < limitKb * 1000;
  return { good, line: `${page}: ${kb} kB of ${limitKb} kB in ${files.length} files${good ? '' : ': OVER BUDGET'}` };
}

/**
 * The scripts a page can make the browser download. Lazy ones count too, with two exceptions that it never downloads here:
 * other pages, and all but one of the interface catalogues (the largest is counted).
 */
export function scriptsOf(manifest: Manifest, start: readonly string[], sizeOf: (file: string) => number): ReadonlySet<string> {
  const seen = new Set<string>();
  const catalogues = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    chunk.imports?.forEach(visit);
    for (const lazy of chunk.dynamicImports ?? []) {
      if (isCatalogue(lazy)) catalogues.add(lazy);
      else if (!isPage(lazy)) visit(lazy);
    }
  };
  start.forEach(visit);
  const size = (key: string) => sizeOf(manifest[key]?.file ?? '');
  const [largest] = [...catalogues].filter((key) => manifest[key] && !seen.has(key)).sort((a, b) => size(b) - size(a));
  if (largest) visit(largest);
  return new Set([...seen].flatMap((key) => manifest[key]?.file ?? []).filter((file) => file.endsWith('.js')));
}

function manifestKey(source: string): string {
  return source.replace(/^client\//, '');
}

function isPage(key: string): boolean {
  return /^views\/.*-page\.tsx$/.test(key);
}

function isCatalogue(key: string): boolean {
  return /(^|\/)shared\/i18n\//.test(key);
}
