import type { Section } from '../catalogue.ts';

export const display: Section<'display'> = {
  pause: 'الجلسة معلّقة',
  nobody: 'ليست الكلمة لأحد',
  notBegun: 'تبدأ الجلسة في {time}',
  closed: 'رُفعت الجلسة',
  slowDown: 'يرجى التكلم ببطء أكثر',
  paused: 'الساعة متوقفة',
  timeLeft: 'الوقت المتبقي للكلام',
  goesOn: 'ثم يستأنف كلامه',
  endOfList: 'نهاية القائمة',
};
