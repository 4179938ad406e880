import type { Section } from '../catalogue.ts';

export const display: Section<'display'> = {
  pause: 'Заседание прервано',
  nobody: 'Никто не выступает',
  notBegun: 'Заседание начнётся в {time}',
  closed: 'Заседание закрыто',
  slowDown: 'Пожалуйста, говорите медленнее',
  paused: 'Часы остановлены',
  timeLeft: 'Осталось времени',
  goesOn: 'затем продолжит',
  endOfList: 'Конец списка',
};
