import type { Section } from '../catalogue.ts';

export const lookAhead: Section<'lookAhead'> = {
  title: '各箱预告',
  nothing: '后面的发言无需准备',
  noTeams: '尚无译员名单：无法预告',
  in: '{time} 后',
  at: '{time}',
  number: '第 {number} 号',
  andLater: '之后另有 {count} 位',
  more: '还有 {count} 项',
  booth: {
    gap: {
      noPath: '无人可译：无人能接{language}',
      noTeam: '无人可译：本箱没有译员',
      consentNeeded: '无人可译：只能二次接力',
    },
    doubleRelay: '从 {code} 二次接力',
    handoverNeeded: '请交给 {who}',
    singlePivot: '请勿交给 {others}：{codes} 依靠 {who}',
    singlePivotAlone: '{codes} 依靠 {who}，别无他人',
    retourNeeded: '由 {who} 译入 {code}',
    videoWithoutText: '录像，尚无稿',
  },
  chair: {
    gap: {
      noPath: '{booths}：无人能接{language}',
      noTeam: '{booths}：没有译员',
      consentNeeded: '{booths}：只能二次接力，请征求首席译员同意',
    },
    doubleRelay: '{booths}：从 {code} 二次接力',
    handoverNeeded: '{booths}：{who} 接替 {from}',
    handoverUnknown: '{booths}：须由 {who} 上麦',
    singlePivot: '{booths}：勿交给 {others}，{codes} 依靠 {who}',
    singlePivotAlone: '{booths}：{codes} 依靠 {who}，别无他人',
    retourNeeded: '{booths}：由 {who} 译入 {code}',
    videoWithoutText: '录像，尚无稿',
  },
  mark: { singlePivot: '勿交 {others}', singlePivotAlone: '仅 {who}' },
};
