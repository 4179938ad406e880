import type { Section } from '../catalogue.ts';

export const output: Section<'output'> = {
  title: 'Salida',
  program: 'Salida de programa',
  preview: 'Salida de previo',
};
