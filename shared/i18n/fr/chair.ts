import type { Section } from '../catalogue.ts';

export const chair: Section<'chair'> = {
  title: 'Assistant du président',
  giveFloorToNext: 'Donner la parole au suivant',
  giveFloor: 'Donner la parole',
  endStatement: 'Terminer l’intervention',
  pause: 'Pause',
  resume: 'Reprendre',
  pointOfOrder: 'Motion d’ordre',
};
