import type { Section } from '../catalogue.ts';

export const output: Section<'output'> = {
  title: 'Выход',
  program: 'Выход эфира',
  preview: 'Выход предпросмотра',
};
