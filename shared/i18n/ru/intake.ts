import type { Section } from '../catalogue.ts';

export const intake: Section<'intake'> = {
  atLine: 'Строка {line}: {finding}',
  refusals: {
    fileTooLarge: { title: 'Файл больше 20 МиБ', advice: 'Дайте файл меньшего размера или вставьте текст.' },
    fileTooHard: {
      title: 'Чтение файла требует слишком много времени или памяти',
      advice: 'Сохраните его как простой текст или вставьте текст.',
    },
    fileUnpacksTooLarge: {
      title: 'Файл мал, но распаковывается в непомерный объём',
      advice: 'Возможно, он вредоносен. Узнайте, откуда он, или вставьте текст.',
    },
    fileKindUnknown: {
      title: 'Файлы этого вида здесь не читаются',
      advice: 'Тексты: DOCX, PDF, TXT. Команды: CSV, XLSX. Глоссарии: CSV, TBX.',
    },
    fileBroken: { title: 'Файл повреждён', advice: 'Откройте его, сохраните заново и дайте ещё раз.' },
    fileLocked: { title: 'Файл защищён паролем', advice: 'Сохраните его без пароля.' },
    fileWithoutText: {
      title: 'В файле нет текста',
      advice: 'Возможно, это скан, то есть изображение текста. Попросите сам текст.',
    },
    fileWithDoctype: {
      title: 'В файле есть объявление типа документа',
      advice: 'Такие файлы не читаются. Экспортируйте глоссарий заново без него.',
    },
    columnsMissing: {
      title: 'Первая строка не называет столбцы',
      advice: 'Команды: кабина, инициалы, A, B, C. Глоссарии: по языку на столбец.',
    },
    filesWaiting: { title: 'Слишком много файлов ждут чтения', advice: 'Повторите через мгновение.' },
    notAllowed: {
      title: 'Этому рабочему месту нельзя загружать файлы',
      advice: 'Откройте ссылку своего места снова или обратитесь к тому, кому можно.',
    },
    unavailable: {
      title: 'Сервер не прочитал файл',
      advice: 'Дождитесь, пока страница снова станет живой, и дайте файл ещё раз.',
    },
  },
  findings: {
    otherLanguage: 'Похоже, язык текста — {found}, а не {expected}.',
    brokenLetters: 'Некоторые буквы не удалось прочитать. Просмотрите текст, прежде чем им пользоваться.',
    columnUnknown: 'Столбец «{column}» неизвестен и пропущен.',
    boothUnknown: 'Кабины «{booth}» нет.',
    initialsMissing: 'Нет ни инициалов, ни имени.',
    interpreterTwice: '{interpreter} назван в кабине дважды.',
    languageUnknown: '«{language}» — не язык.',
    languagesMissing: 'Не указан ни один язык: {interpreter}.',
    termEmpty: 'Нет слова ни на одном языке.',
    tooManyCells: 'Ячеек больше, чем столбцов.',
    quoteUnclosed: 'Кавычка не закрыта или стоит не на месте.',
    textTooLong: 'Текст в столбце «{column}» слишком длинный.',
    textMarkup: 'Текст в столбце «{column}» содержит разметку (< или >).',
    xmlBroken: 'Запись повреждена.',
    tooManyLines: 'Прочитано только первых терминов: {count}.',
    moreFindings: 'Есть и другие такие замечания, которые не перечислены: {count}.',
  },
};
