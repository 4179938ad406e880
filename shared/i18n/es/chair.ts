import type { Section } from '../catalogue.ts';

export const chair: Section<'chair'> = {
  title: 'Asistente de la presidencia',
  giveFloorToNext: 'Dar la palabra al siguiente',
  giveFloor: 'Dar la palabra',
  endStatement: 'Terminar la intervención',
  pause: 'Pausa',
  resume: 'Reanudar',
  pointOfOrder: 'Cuestión de orden',
};
