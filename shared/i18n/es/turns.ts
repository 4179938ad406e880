import type { Section } from '../catalogue.ts';

export const turns: Section<'turns'> = {
  title: 'Turnos al micrófono',
  asOf: 'a las {time}',
  counted: 'No se cuenta el tiempo anterior al primer orador ni el de las suspensiones.',
  minutes: '{minutes} min',
  turns: { one: '{count} turno', many: '{count} turnos', other: '{count} turnos' },
  away: 'No se han podido leer los turnos. Se intentará de nuevo en menos de un minuto.',
  reading: 'Leyendo los turnos',
  noTeams: 'Ninguna cabina tiene equipo todavía.',
};
