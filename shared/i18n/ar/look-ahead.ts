import type { Section } from '../catalogue.ts';

export const lookAhead: Section<'lookAhead'> = {
  title: 'ما ينتظر المقصورات',
  nothing: 'لا شيء يلزم إعداده لمن بقي من المتكلمين',
  noTeams: 'الفرق غير معروفة: لا يمكن توقع شيء',
  in: 'بعد {time}',
  at: 'في {time}',
  number: 'رقم {number}',
  andLater: 'و{count} لاحقاً',
  more: 'و{count} أخرى',
  booth: {
    gap: {
      noPath: 'بلا تغطية: لا أحد يستطيع أخذ {language}',
      noTeam: 'بلا تغطية: لا فريق في هذه المقصورة',
      consentNeeded: 'بلا تغطية إلا بريليه مزدوج',
    },
    doubleRelay: 'ريليه مزدوج من {code}',
    handoverNeeded: 'سلّموا الميكروفون إلى {who}',
    singlePivot: 'لا تسلّموا الميكروفون إلى {others}: ريليه {codes} يعتمد على {who}',
    singlePivotAlone: 'ريليه {codes} يعتمد على {who}: لا أحد غيره يستطيع',
    retourNeeded: 'ريتور إلى {code}، يتولاه {who}',
    videoWithoutText: 'فيديو ولا نص بعد',
  },
  chair: {
    gap: {
      noPath: '{booths}: لا أحد يستطيع أخذ {language}',
      noTeam: '{booths}: لا فريق',
      consentNeeded: '{booths}: بريليه مزدوج فقط؛ استأذنوا كبير المترجمين',
    },
    doubleRelay: '{booths}: ريليه مزدوج من {code}',
    handoverNeeded: '{booths}: {who} يحل محل {from}',
    handoverUnknown: '{booths}: يلزم {who} أمام الميكروفون',
    singlePivot: '{booths}: لا تسليم إلى {others}؛ ريليه {codes} يعتمد على {who}',
    singlePivotAlone: '{booths}: ريليه {codes} يعتمد على {who}، ولا أحد غيره يستطيع',
    retourNeeded: '{booths}: ريتور إلى {code}، يتولاه {who}',
    videoWithoutText: 'فيديو ولا نص بعد',
  },
  mark: { singlePivot: 'لا {others}', singlePivotAlone: '{who} فقط' },
};
