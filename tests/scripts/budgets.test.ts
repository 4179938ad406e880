import { describe, expect, it } from 'vitest';
import { type Manifest, measurePage, scriptsOf } from '../../scripts/budgets.ts';

describe('the script that a page downloads', () => {
  const manifest: Manifest = {
    'index.html': {
      file: 'app.js',
      imports: ['_solid.js'],
      dynamicImports: [
        'views/booth/booth-page.tsx',
        'views/chair/chair-page.tsx',
        '../shared/i18n/ar/catalogue.ts',
        '../shared/i18n/fr/catalogue.ts',
      ],
    },
    '_solid.js': { file: 'solid.js' },
    'views/booth/booth-page.tsx': { file: 'booth.js', imports: ['_solid.js', '_list.js'], dynamicImports: ['views/booth/help.tsx'] },
    'views/booth/help.tsx': { file: 'help.js', imports: ['_list.js'], dynamicImports: ['views/booth/booth-page.tsx'] },
    'views/chair/chair-page.tsx': { file: 'chair.js', imports: ['_drag.js'] },
    '_list.js': { file: 'list.js' },
    '_drag.js': { file: 'drag.js' },
    '../shared/i18n/ar/catalogue.ts': { file: 'ar.js' },
    '../shared/i18n/fr/catalogue.ts': { file: 'fr.js' },
    'output.html': { file: 'output.js', imports: ['_solid.js'] },
  };
  const sizes: Readonly<Record<string, number>> = { 'app.js': 1000, 'ar.js': 500, 'fr.js': 400 };
  const sizeOf = (file: string) => sizes[file] ?? 100;
  const booth = { page: 'booth', from: ['client/index.html', 'client/views/booth/booth-page.tsx'], limitKb: 2 };

  it('is what its entry and its view import, lazily too, but neither other pages nor more than one catalogue', () => {
    const files = scriptsOf(manifest, ['index.html', 'views/booth/booth-page.tsx'], sizeOf);
    expect([...files].sort()).toEqual(['app.js', 'ar.js', 'booth.js', 'help.js', 'list.js', 'solid.js']);
  });

  it('is weighed once for each file', () => {
    expect(measurePage(manifest, booth, sizeOf)).toEqual({ good: true, line: 'booth: 1.9 kB of 2 kB in 6 files' });
  });

  it('fails the check when it is over its budget', () => {
    expect(measurePage(manifest, { ...booth, limitKb: 1.9 }, sizeOf)).toEqual({
      good: false,
      line: 'booth: 1.9 kB of 1.9 kB in 6 files: OVER BUDGET',
    });
  });

  it('fails the check when the page is not in the build', () => {
    const page = { page: 'record', from: ['client/index.html', 'client/views/record/record-page.tsx'], limitKb: 2 };
    expect(measurePage(manifest, page, sizeOf)).toEqual({
      good: false,
      line: 'record: not found in the build: views/record/record-page.tsx',
    });
  });
});
