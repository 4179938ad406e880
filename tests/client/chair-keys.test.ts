import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { officialLanguages } from '../../shared/reference/languages.ts';

const views = join(import.meta.dirname, '../../client/views');
const sources = [
  ...readdirSync(join(views, 'chair'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => join(views, 'chair', name)),
  join(views, 'frame/station-frame.tsx'),
];

describe('the keys of the chair’s page', () => {
  it('belong to one action each, those of its frame among them', () => {
    const written = sources.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/(?:hotkey="|defaultKey: ')([^"']+)["']/g)].map(([, key]) => key),
    );
    const ofLanguages = officialLanguages.map((_, index) => String(index + 1));
    const keys = [...written, ...ofLanguages];
    expect(keys.length).toBeGreaterThan(30);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});
