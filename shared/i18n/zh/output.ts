import type { Section } from '../catalogue.ts';

export const output: Section<'output'> = {
  title: '输出',
  program: '主输出画面',
  preview: '预监输出画面',
};
