import type { Section } from '../catalogue.ts';

export const webcast: Section<'webcast'> = {
  title: 'Webcast desk',
  preview: 'Preview',
  program: 'Program',
  take: 'Take',
  clear: 'Clear',
  cueNext: 'Cue next',
  onAir: 'On air',
};
