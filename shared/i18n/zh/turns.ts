import type { Section } from '../catalogue.ts';

export const turns: Section<'turns'> = {
  title: '话筒值班',
  asOf: '截至 {time}',
  counted: '首位发言前和休会期间的时间不计入。',
  minutes: '{minutes} 分钟',
  turns: { other: '{count} 班' },
  away: '未能读取值班记录，一分钟内再试。',
  reading: '正在读取值班记录',
  noTeams: '各箱尚未登记译员。',
};
