import type { Section } from '../catalogue.ts';

export const chair: Section<'chair'> = {
  title: '主席助理',
  giveFloorToNext: '请下一位发言',
  giveFloor: '请其发言',
  endStatement: '结束发言',
  pause: '暂停',
  resume: '继续',
  pointOfOrder: '程序问题',
};
