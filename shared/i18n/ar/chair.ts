import type { Section } from '../catalogue.ts';

export const chair: Section<'chair'> = {
  title: 'مساعد الرئيس',
  giveFloorToNext: 'إعطاء الكلمة للمتكلم التالي',
  giveFloor: 'إعطاء الكلمة',
  endStatement: 'إنهاء البيان',
  pause: 'إيقاف مؤقت',
  resume: 'استئناف',
  pointOfOrder: 'نقطة نظام',
};
