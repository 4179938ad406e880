import type { Section } from '../catalogue.ts';

export const output: Section<'output'> = {
  title: 'Sortie',
  program: 'Sortie programme',
  preview: 'Sortie aperçu',
};
