import type { Section } from '../catalogue.ts';

export const display: Section<'display'> = {
  pause: 'La sesión está suspendida',
  nobody: 'Nadie tiene la palabra',
  notBegun: 'La sesión comienza a las {time}',
  closed: 'Se ha levantado la sesión',
  slowDown: 'Hable más despacio, por favor',
  paused: 'Reloj detenido',
  timeLeft: 'Tiempo de palabra restante',
  goesOn: 'continúa después',
  endOfList: 'Fin de la lista',
};
