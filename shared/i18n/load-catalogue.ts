import type { Language } from '../reference/languages.ts';
import type { BasicSection, Catalogue, DeskSection } from './catalogue.ts';

/**
 * Brings one language only: each part of each is a file of its own in the built client. `basic`: for pages that use no other
 * section, which `tests/architecture/catalogue-parts.test.ts` looks after; the rest is then not there.
 */
export async function loadCatalogue(language: Language, parts: 'all' | 'basic' = 'all'): Promise<Catalogue> {
  if (parts === 'basic') return (await loadBasic(language)) as Catalogue;
  const [basic, desks] = await Promise.all([loadBasic(language), loadDesks(language)]);
  return { ...basic, ...desks };
}

async function loadBasic(language: Language): Promise<Pick<Catalogue, BasicSection>> {
  switch (language) {
    case 'ar':
      return (await import('./ar/basic.ts')).basic;
    case 'zh':
      return (await import('./zh/basic.ts')).basic;
    case 'en':
      return (await import('./en/basic.ts')).basic;
    case 'fr':
      return (await import('./fr/basic.ts')).basic;
    case 'ru':
      return (await import('./ru/basic.ts')).basic;
    case 'es':
      return (await import('./es/basic.ts')).basic;
  }
}

async function loadDesks(language: Language): Promise<Pick<Catalogue, DeskSection>> {
  switch (language) {
    case 'ar':
      return (await import('./ar/desks.ts')).desks;
    case 'zh':
      return (await import('./zh/desks.ts')).desks;
    case 'en':
      return (await import('./en/desks.ts')).desks;
    case 'fr':
      return (await import('./fr/desks.ts')).desks;
    case 'ru':
      return (await import('./ru/desks.ts')).desks;
    case 'es':
      return (await import('./es/desks.ts')).desks;
  }
}
