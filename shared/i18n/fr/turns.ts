import type { Section } from '../catalogue.ts';

export const turns: Section<'turns'> = {
  title: 'Tours au micro',
  asOf: 'à {time}',
  counted: 'Le temps avant le premier orateur et pendant les suspensions n’est pas compté.',
  minutes: '{minutes} min',
  turns: { one: '{count} tour', many: '{count} tours', other: '{count} tours' },
  away: 'Les tours n’ont pas pu être lus. Nouvel essai dans la minute.',
  reading: 'Lecture des tours',
  noTeams: 'Aucune cabine n’a encore d’équipe.',
};
