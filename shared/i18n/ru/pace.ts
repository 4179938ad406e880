import type { Section } from '../catalogue.ts';

export const pace: Section<'pace'> = {
  rate: { words: '{rate} сл./мин', characters: '{rate} зн./мин' },
  level: { ok: 'хороший темп', amber: 'быстро', red: 'слишком быстро' },
  count: {
    words: { one: '{count} слово', few: '{count} слова', many: '{count} слов', other: '{count} слова' },
    characters: { one: '{count} знак', few: '{count} знака', many: '{count} знаков', other: '{count} знака' },
  },
  planned: '{amount} за {time}: {rate}',
  asks: 'текст требует {rate}',
  reads: 'читает {rate}',
  needs: 'остаток требует {rate}',
  noText: 'Темп неизвестен: нет текста',

  card: {
    open: 'Карточка имён',
    title: 'Кто выступает и кто следующий',
    say: 'Читается',
    pronunciation: 'Произношение',
    pronunciationHint: 'МФА между косыми чертами или как слышится. Только для кабин',
    chairSays: 'Председатель говорит',
    announcedAs: 'Как председатель называет оратора',
    announcedAsHint: 'Только если иначе, чем по имени',
    announcement: 'Как их объявит председатель',
    copy: 'Копировать объявление',
    nobody: 'В списке ораторов никого не осталось',
  },

  announce: {
    delegation: 'Слово предоставляется следующей делегации: {name}',
    person: 'Слово имеет {name}',
    called: 'Слово имеет {name}',
    delegationRole: '{name}, {role}',
    personRole: '{name}, {role}',
    inReply: '{call} (право на ответ)',
    alone: '{call}.',
    oneMore: '{call}. Далее по списку: {second}.',
    twoMore: '{call}. Далее по списку: {second}, затем {third}.',
  },
};
