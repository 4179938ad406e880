import type { Section } from '../catalogue.ts';

export const intake: Section<'intake'> = {
  atLine: 'السطر {line}: {finding}',
  refusals: {
    fileTooLarge: { title: 'حجم الملف أكبر من 20 ميبيبايت', advice: 'قدّم ملفاً أصغر، أو ألصق النص.' },
    fileTooHard: { title: 'قراءة الملف تتطلب وقتاً أو ذاكرة أكثر مما ينبغي', advice: 'احفظه نصاً عادياً، أو ألصق النص.' },
    fileUnpacksTooLarge: {
      title: 'الملف صغير لكن محتواه بعد فك الضغط مفرط الحجم',
      advice: 'قد يكون ضاراً. اسأل عن مصدره، أو ألصق النص.',
    },
    fileKindUnknown: {
      title: 'لا يمكن قراءة هذا النوع من الملفات هنا',
      advice: 'النصوص: DOCX أو PDF أو TXT. الفرق: CSV أو XLSX. المسارد: CSV أو TBX.',
    },
    fileBroken: { title: 'الملف تالف', advice: 'افتحه واحفظه من جديد، ثم قدّمه مرة أخرى.' },
    fileLocked: { title: 'الملف محمي بكلمة مرور', advice: 'احفظه من دون كلمة مرور.' },
    fileWithoutText: { title: 'لا نص في الملف', advice: 'قد يكون صورة ممسوحة للنص. اطلب النص نفسه.' },
    fileWithDoctype: { title: 'في الملف إعلان عن نوع الوثيقة', advice: 'لا تُقرأ هذه الملفات. صدّر المسرد من جديد من دونه.' },
    columnsMissing: {
      title: 'السطر الأول لا يسمّي الأعمدة',
      advice: 'الفرق: المقصورة والأحرف الأولى وA وB وC. المسارد: لغة لكل عمود.',
    },
    filesWaiting: { title: 'ملفات كثيرة تنتظر القراءة', advice: 'أعد المحاولة بعد لحظة.' },
    notAllowed: {
      title: 'لا يحق لهذه المحطة قراءة الملفات',
      advice: 'افتح رابط محطتك من جديد، أو اطلب ذلك من المحطة التي يحق لها.',
    },
    unavailable: { title: 'لم يقرأ الخادم الملف', advice: 'انتظر حتى تعود الصفحة مباشرة، ثم قدّم الملف مرة أخرى.' },
  },
  findings: {
    otherLanguage: 'يبدو أن لغة النص {found} وليست {expected}.',
    brokenLetters: 'تعذّرت قراءة بعض الحروف. راجع النص قبل استعماله.',
    columnUnknown: 'العمود «{column}» غير معروف وقد تُرك.',
    boothUnknown: 'لا توجد مقصورة «{booth}».',
    initialsMissing: 'لا توجد أحرف أولى ولا اسم.',
    interpreterTwice: 'ورد {interpreter} مرتين في المقصورة.',
    languageUnknown: '«{language}» ليست لغة.',
    languagesMissing: 'لا لغة لدى {interpreter}.',
    termEmpty: 'لا توجد كلمة في أي لغة.',
    tooManyCells: 'الخلايا أكثر من الأعمدة.',
    quoteUnclosed: 'علامة اقتباس لم تُغلق أو ليست في مكانها.',
    textTooLong: 'النص تحت «{column}» طويل جداً.',
    textMarkup: 'النص تحت «{column}» يحتوي على رموز وسم (< أو >).',
    xmlBroken: 'المدخل تالف.',
    tooManyLines: 'لم تُقرأ إلا أول المصطلحات وعددها {count}.',
    moreFindings: 'ملاحظات أخرى من هذا النوع غير مدرجة وعددها {count}.',
  },
};
