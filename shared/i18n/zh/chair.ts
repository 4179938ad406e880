import type { Section } from '../catalogue.ts';

export const chair: Section<'chair'> = {
  title: 'Chair’s assistant',
  giveFloorToNext: 'Give the floor to next',
  giveFloor: 'Give the floor',
  endStatement: 'End statement',
  pause: 'Pause',
  resume: 'Resume',
  pointOfOrder: 'Point of order',
};
