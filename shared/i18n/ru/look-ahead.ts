import type { Section } from '../catalogue.ts';

export const lookAhead: Section<'lookAhead'> = {
  title: 'Впереди для кабин',
  nothing: 'Для следующих ораторов готовить нечего',
  noTeams: 'Команды неизвестны: предвидеть ничего нельзя',
  in: 'через {time}',
  at: 'в {time}',
  number: '№ {number}',
  andLater: 'и еще {count} позже',
  more: 'еще {count}',
  booth: {
    gap: {
      noPath: 'нет перевода, взять некому: {language}',
      noTeam: 'нет перевода: в кабине нет команды',
      consentNeeded: 'нет перевода: возможен лишь двойной релей',
    },
    doubleRelay: 'двойной релей с {code}',
    handoverNeeded: 'передайте микрофон: {who}',
    singlePivot: 'не передавайте микрофон: {others}. релей для {codes} зависит от {who}',
    singlePivotAlone: 'релей для {codes} зависит от {who}: больше некому',
    retourNeeded: 'ретур на {code}: {who}',
    videoWithoutText: 'видео, и текста еще нет',
  },
  chair: {
    gap: {
      noPath: '{booths}: взять некому, {language}',
      noTeam: '{booths}: нет команды',
      consentNeeded: '{booths}: возможен лишь двойной релей; спросите старшего переводчика',
    },
    doubleRelay: '{booths}: двойной релей с {code}',
    handoverNeeded: '{booths}: {who} сменяет {from}',
    handoverUnknown: '{booths}: у микрофона нужен {who}',
    singlePivot: '{booths}: не передавать {others}; релей для {codes} зависит от {who}',
    singlePivotAlone: '{booths}: релей для {codes} зависит от {who}, больше некому',
    retourNeeded: '{booths}: ретур на {code}, {who}',
    videoWithoutText: 'видео, и текста еще нет',
  },
  mark: { singlePivot: 'не {others}', singlePivotAlone: 'лишь {who}' },
};
