import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessLanguage } from '../../shared/domain/rules/language-guess.ts';
import { samplePlan } from '../../server/sample/hrc37-panel.ts';

describe('the guess of the language', () => {
  it.each([
    ['en', 'Mr. President, thank you for giving me the floor. We have come here to speak for those who have not been heard.'],
    ['fr', 'Monsieur le Président, je vous remercie de me donner la parole. Nous sommes ici pour parler au nom de ceux qui se taisent.'],
    ['es', 'Señor Presidente, le agradezco que me haya dado la palabra. Estamos aquí para hablar en nombre de los que no tienen voz.'],
    ['pt', 'Senhor Presidente, agradeço a palavra que me foi dada. Estamos aqui para falar em nome dos que não têm voz, e para ouvir.'],
    ['it', 'Signor Presidente, la ringrazio per avermi dato la parola. Siamo qui per parlare a nome di coloro che non hanno voce.'],
    ['de', 'Herr Präsident, ich danke Ihnen für das Wort. Wir sind hier, um für die zu sprechen, die nicht gehört werden und schweigen.'],
    ['ru', 'Господин Председатель, благодарю вас за предоставленное слово. Мы здесь, чтобы говорить от имени тех, кого не слышат.'],
    ['uk', 'Пане Голово, дякую вам за надане слово. Ми тут, щоб говорити від імені тих, кого не чують, і щоб їх почули.'],
    ['ar', 'السيد الرئيس، أشكركم على إعطائي الكلمة. نحن هنا لنتحدث باسم أولئك الذين لا صوت لهم في هذا المجلس.'],
    ['fa', 'آقای رئیس، از شما برای دادن نوبت سخن سپاسگزارم. ما اینجا هستیم تا به نمایندگی از کسانی سخن بگوییم که صدایی ندارند.'],
    ['zh', '主席先生，感谢您让我发言。我们在这里，是为了替那些没有声音的人说话。'],
    ['ja', '議長、発言の機会をいただき感謝します。私たちは声なき人々のために話すためにここにいます。'],
  ])('[IN6] tells %s', (language, text) => {
    expect(guessLanguage([text])).toBe(language);
  });

  it('[IN6] is right about every text of the sample meeting', () => {
    const texts = samplePlan.segments.flatMap(({ entries }) =>
      entries.flatMap(({ language, script }) =>
        script?.paragraphs === undefined ? [] : [[script.language ?? language, script.paragraphs] as const],
      ),
    );
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.map(([, paragraphs]) => guessLanguage(paragraphs))).toEqual(texts.map(([language]) => language));
  });

  it('[IN6] does not guess at what is too short, or no language', () => {
    expect(guessLanguage([])).toBeNull();
    expect(guessLanguage(['Thank you.'])).toBeNull();
    expect(guessLanguage(['12 34 56 78 '.repeat(100)])).toBeNull();
    expect(guessLanguage(['Ecuador Zimbabwe Uruguay Afghanistan Kazakhstan Luxembourg Mauritius Botswana Nicaragua'])).toBeNull();
  });

  it('takes any text', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' })), (paragraphs) => void guessLanguage(paragraphs)));
  });
});
