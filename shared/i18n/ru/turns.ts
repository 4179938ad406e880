import type { Section } from '../catalogue.ts';

export const turns: Section<'turns'> = {
  title: 'Смены у микрофона',
  asOf: 'на {time}',
  counted: 'Время до первого выступления и во время перерывов не учитывается.',
  minutes: '{minutes} мин',
  turns: { one: '{count} смена', few: '{count} смены', many: '{count} смен', other: '{count} смены' },
  away: 'Не удалось прочитать смены. Новая попытка в течение минуты.',
  reading: 'Смены загружаются',
  noTeams: 'Ни в одной кабине пока нет команды.',
};
