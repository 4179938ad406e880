import type { Section } from '../catalogue.ts';

export const turns: Section<'turns'> = {
  title: 'النوبات على الميكروفون',
  asOf: 'حتى {time}',
  counted: 'لا يُحتسب الوقت السابق لأول متكلم ولا وقت تعليق الجلسة.',
  minutes: '{minutes} د',
  turns: { zero: '{count} نوبة', one: 'نوبة واحدة', two: 'نوبتان', few: '{count} نوبات', many: '{count} نوبة', other: '{count} نوبة' },
  away: 'تعذرت قراءة النوبات. تُعاد المحاولة خلال دقيقة.',
  reading: 'جارٍ قراءة النوبات',
  noTeams: 'لا فريق في أي مقصورة بعد.',
};
