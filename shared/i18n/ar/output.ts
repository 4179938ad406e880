import type { Section } from '../catalogue.ts';

export const output: Section<'output'> = {
  title: 'مخرج',
  program: 'مخرج البث',
  preview: 'مخرج المعاينة',
};
