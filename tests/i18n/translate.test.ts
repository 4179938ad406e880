import { describe, expect, it } from 'vitest';
import { english } from '../../shared/i18n/en/catalogue.ts';
import { loadCatalogue } from '../../shared/i18n/load-catalogue.ts';
import { translate } from '../../shared/i18n/translate.ts';

const [arabic, french, russian] = [await loadCatalogue('ar'), await loadCatalogue('fr'), await loadCatalogue('ru')];

describe('translate', () => {
  it('finds a message by its path and puts in the values', () => {
    expect(translate(english, 'en', 'common.ago', { time: '0:38' })).toBe('0:38 ago');
  });

  it('leaves a placeholder visible when its value is missing', () => {
    expect(translate(english, 'en', 'common.ago')).toBe('{time} ago');
  });

  it('chooses the plural form of the language', () => {
    expect([1, 2, 5, 21].map((count) => translate(russian, 'ru', 'common.minutesLeft', { count }))).toEqual([
      'осталась 1 минута',
      'осталось 2 минуты',
      'осталось 5 минут',
      'осталась 21 минута',
    ]);
    expect([1, 2, 3, 11].map((count) => translate(arabic, 'ar', 'common.minutesLeft', { count }))).toEqual([
      'بقيت دقيقة واحدة',
      'بقيت دقيقتان',
      'بقيت 3 دقائق',
      'بقيت 11 دقيقة',
    ]);
    expect(translate(french, 'fr', 'common.minutesLeft', { count: 0 })).toBe('plus que 0 minute');
  });

  it('writes numbers in Western digits, Arabic included', () => {
    expect(translate(arabic, 'ar', 'common.liveWithin', { ms: 11 })).toContain('11');
  });

  it('fences a name of the other direction, and leaves one of the same direction bare', () => {
    expect(translate(arabic, 'ar', 'common.keysTaken', { action: 'Take' })).toContain('\u2068Take\u2069');
    expect(translate(english, 'en', 'common.keysTaken', { action: 'Take' })).toBe('That key already belongs to “Take”.');
    expect(translate(english, 'en', 'common.keysTaken', { action: 'خذ' })).toContain('\u2068خذ\u2069');
  });
});
