import type { Section } from '../catalogue.ts';

export const display: Section<'display'> = {
  pause: 'La séance est suspendue',
  nobody: 'Personne n’a la parole',
  notBegun: 'La séance commence à {time}',
  closed: 'La séance est levée',
  slowDown: 'Veuillez parler plus lentement',
  paused: 'Chronomètre arrêté',
  timeLeft: 'Temps de parole restant',
  goesOn: 'reprend ensuite',
  endOfList: 'Fin de la liste',
};
