/** Booths and displays load a part of the catalogue: nothing that they draw may ask for a word of the rest. */
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { desks } from '../../shared/i18n/en/desks.ts';
import { readSources, type SourceFile, withoutComments } from './source-files.ts';

const sources = new Map(readSources(['client', 'shared'], /\.tsx?$/).map((file) => [file.path, file]));
const starts = [
  'client/views/booth/booth-page.tsx',
  'client/views/silent-booth/silent-booth-page.tsx',
  'client/views/display/display-page.tsx',
];
const sections = Object.keys(desks).join('|');
/** A path as it is written where it is used: whole, or with its end put in. */
const wordOfDesks = new RegExp(`['"\`](?:${sections})\\.[\\w.$]`, 'g');

function reachedFrom(start: string): ReadonlySet<SourceFile> {
  const seen = new Set<SourceFile>();
  const visit = (path: string): void => {
    const file = sources.get(path);
    if (file === undefined || seen.has(file)) return;
    seen.add(file);
    for (const [, target] of file.text.matchAll(/from '(\.[^']+)'/g)) visit(posix.join(posix.dirname(path), target ?? ''));
  };
  visit(start);
  return seen;
}

function wordsOfDesks(files: Iterable<SourceFile>): readonly string[] {
  return [...files].flatMap(({ path, text }) =>
    path.startsWith('client/') ? [...withoutComments(text).matchAll(wordOfDesks)].map(([word]) => `${path}: ${word}`) : [],
  );
}

describe('pages that load the basic part of a catalogue', () => {
  it.each(starts)('%s asks for no word of the desks', (start) => {
    const files = reachedFrom(start);
    expect(files.size).toBeGreaterThan(20);
    expect(wordsOfDesks(files)).toEqual([]);
  });

  it('would be caught: the chair’s page asks for many', () => {
    expect(wordsOfDesks(reachedFrom('client/views/chair/chair-page.tsx')).length).toBeGreaterThan(50);
  });
});
