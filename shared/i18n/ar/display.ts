import type { Section } from '../catalogue.ts';

export const display: Section<'display'> = {
  title: 'Room display',
  hasTheFloor: 'has the floor',
  next: 'Next',
  pause: 'The meeting is suspended',
};
