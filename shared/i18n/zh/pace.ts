import type { Section } from '../catalogue.ts';

export const pace: Section<'pace'> = {
  rate: { words: '{rate} 词/分', characters: '{rate} 字/分' },
  level: { ok: '语速合适', amber: '偏快', red: '过快' },
  count: { words: { other: '{count} 词' }, characters: { other: '{count} 字' } },
  planned: '{time} 内 {amount}：{rate}',
  asks: '讲稿需要 {rate}',
  reads: '现读 {rate}',
  needs: '其余需 {rate}',
  noText: '语速未知：没有讲稿',

  card: {
    open: '姓名卡',
    title: '谁在发言，接下来是谁',
    say: '读作',
    pronunciation: '发音',
    pronunciationHint: '斜线之间写国际音标，或按读音写。仅供口译箱',
    chairSays: '主席称',
    announcedAs: '主席如何称呼发言者',
    announcedAsHint: '仅在与姓名不同时填写',
    announcement: '主席将如何宣布',
    copy: '复制宣布词',
    nobody: '发言名单上没有其他人',
  },

  announce: {
    delegation: '现在请{name}的代表发言',
    person: '现在请{name}发言',
    called: '现在请{name}发言',
    delegationRole: '{name}（{role}）',
    personRole: '{role}{name}',
    inReply: '{call}（行使答辩权）',
    alone: '{call}。',
    oneMore: '{call}，随后发言的是{second}。',
    twoMore: '{call}，随后发言的是{second}和{third}。',
  },
};
