import type { Section } from '../catalogue.ts';

export const display: Section<'display'> = {
  pause: '会议暂停',
  nobody: '无人发言',
  notBegun: '会议将于 {time} 开始',
  closed: '会议结束',
  slowDown: '请放慢语速',
  paused: '计时暂停',
  timeLeft: '剩余发言时间',
  goesOn: '随后继续发言',
  endOfList: '名单结束',
};
