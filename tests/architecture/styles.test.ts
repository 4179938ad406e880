import { describe, expect, it } from 'vitest';
import { readSources } from './source-files.ts';
import { physicalDirections, rawColours } from './styles.ts';

describe('the style sheets', () => {
  const sheets = readSources(['client'], /\.css$/);

  it('were looked at', () => {
    expect(sheets.map(({ path }) => path)).toContain('client/styles/tokens.css');
    expect(sheets.length).toBeGreaterThan(3);
  });

  it('take every colour from the tokens, and so do the components', () => {
    expect(rawColours(readSources(['client'], /\.(css|tsx?)$/))).toEqual([]);
  });

  it('say start and end, never left and right, so that Arabic mirrors', () => {
    expect(physicalDirections(sheets)).toEqual([]);
  });
});

describe('the look through style sheets', () => {
  const sheet = (text: string) => [{ path: 'client/views/booth/booth.css', text }];

  it.each(['a { color: #fff; }', 'a { border: 1px solid #12ab9F80 }', "const ink = '#0a0a0a';"])('finds the colour in %s', (text) => {
    expect(rawColours(sheet(text))).toHaveLength(1);
    expect(rawColours([{ path: 'client/styles/tokens.css', text }])).toEqual([]);
  });

  it.each(['a { color: var(--ink); }', "querySelector('#app')", 'a { /* not #fff */ }', 'entry.#add();'])(
    'finds no colour in %s',
    (text) => {
      expect(rawColours(sheet(text))).toEqual([]);
    },
  );

  it.each([
    'a { margin-left: 0 }',
    'a {\n  right: 0;\n}',
    'a { border-left-color: red }',
    'a { text-align:right }',
    'a{left:0}',
    'a { border-top-left-radius: 1px }',
  ])('finds the direction in %s', (text) => {
    expect(physicalDirections(sheet(text))).toHaveLength(1);
  });

  it.each(['a { margin-inline-start: 0 }', 'a { inset-inline-end: 0 }', 'a { --left: 1 }', '.left { top: 0 }'])(
    'finds no direction in %s',
    (text) => {
      expect(physicalDirections(sheet(text))).toEqual([]);
    },
  );
});
