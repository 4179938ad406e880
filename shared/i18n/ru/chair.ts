import type { Section } from '../catalogue.ts';

export const chair: Section<'chair'> = {
  title: 'Помощник председателя',
  giveFloorToNext: 'Дать слово следующему',
  giveFloor: 'Дать слово',
  endStatement: 'Завершить выступление',
  pause: 'Пауза',
  resume: 'Возобновить',
  pointOfOrder: 'Выступление по порядку ведения',
};
