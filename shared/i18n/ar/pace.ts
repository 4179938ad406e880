import type { Section } from '../catalogue.ts';

export const pace: Section<'pace'> = {
  rate: { words: '{rate} ك/د', characters: '{rate} ح/د' },
  level: { ok: 'سرعة مناسبة', amber: 'سريع', red: 'سريع جدًا' },
  count: {
    words: {
      zero: 'لا كلمات',
      one: 'كلمة واحدة',
      two: 'كلمتان',
      few: '{count} كلمات',
      many: '{count} كلمة',
      other: '{count} كلمة',
    },
    characters: {
      zero: 'لا حروف',
      one: 'حرف واحد',
      two: 'حرفان',
      few: '{count} حروف',
      many: '{count} حرفًا',
      other: '{count} حرف',
    },
  },
  planned: '{amount} في {time}: {rate}',
  asks: 'النص يتطلب {rate}',
  reads: 'يُقرأ بسرعة {rate}',
  needs: 'الباقي يتطلب {rate}',
  noText: 'السرعة غير معروفة: لا نص',

  card: {
    open: 'بطاقة الأسماء',
    title: 'المتكلم ومن يليه',
    say: 'النطق',
    pronunciation: 'النطق',
    pronunciationHint: 'بالأبجدية الصوتية الدولية بين خطين مائلين، أو كما يُلفظ. للمقصورات فقط',
    chairSays: 'تقول الرئاسة',
    announcedAs: 'كيف تنادي الرئاسة المتكلم',
    announcedAsHint: 'فقط إذا اختلف عن الاسم',
    announcement: 'كما ستعلنهم الرئاسة',
    copy: 'نسخ الإعلان',
    nobody: 'لم يبق أحد في قائمة المتكلمين',
  },

  announce: {
    delegation: 'أعطي الكلمة الآن للوفد التالي: {name}',
    person: 'أعطي الكلمة الآن إلى: {name}',
    called: 'أعطي الكلمة الآن إلى: {name}',
    delegationRole: '{name}، {role}',
    personRole: '{name}، {role}',
    inReply: '{call} (حق الرد)',
    alone: '{call}.',
    oneMore: '{call}. ثم تكون الكلمة إلى: {second}.',
    twoMore: '{call}. ثم تكون الكلمة إلى: {second}، ثم {third}.',
  },
};
