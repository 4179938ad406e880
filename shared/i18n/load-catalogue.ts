import type { Language } from '../reference/languages.ts';
import type { Catalogue } from './catalogue.ts';

/** Brings one language only: each is a file of its own in the built client. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  switch (language) {
    case 'ar':
      return (await import('./ar/catalogue.ts')).arabic;
    case 'zh':
      return (await import('./zh/catalogue.ts')).chinese;
    case 'en':
      return (await import('./en/catalogue.ts')).english;
    case 'fr':
      return (await import('./fr/catalogue.ts')).french;
    case 'ru':
      return (await import('./ru/catalogue.ts')).russian;
    case 'es':
      return (await import('./es/catalogue.ts')).spanish;
  }
}
