import type { Section } from '../catalogue.ts';

export const output: Section<'output'> = {
  title: 'Output',
  program: 'Program output',
  preview: 'Preview output',
};
