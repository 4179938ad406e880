import { describe, expect, it } from 'vitest';
import { liveWords, plannedWords, rateWords } from '../../client/views/pace/pace-words.ts';
import type { Pace, PlannedPace } from '../../shared/domain/rules/pace.ts';
import { loadCatalogue } from '../../shared/i18n/load-catalogue.ts';
import { formatNumber, translate } from '../../shared/i18n/translate.ts';
import { type Language, officialLanguages } from '../../shared/reference/languages.ts';

async function words(language: Language) {
  const catalogue = await loadCatalogue(language);
  return {
    t: (key: Parameters<typeof translate>[2], params?: Parameters<typeof translate>[3]) => translate(catalogue, language, key, params),
    number: (value: number) => formatNumber(value, language),
  };
}

const planned: PlannedPace = { unit: 'words', count: 340, perMinute: 170, level: 'red' };
const good: Pace = { perMinute: 110, level: 'ok' };
const fast: Pace = { perMinute: 140, level: 'amber' };

describe('pace in words', () => {
  it('[PC19] Every level is a word of its own beside the colour, in all six languages.', async () => {
    for (const language of officialLanguages) {
      const i18n = await words(language);
      const said = (['ok', 'amber', 'red'] as const).map((level) => rateWords({ perMinute: 140, level }, 'words', i18n));
      expect(new Set(said).size, language).toBe(3);
      for (const one of said) expect(one).toContain('140');
    }
    expect(plannedWords(planned, 120, await words('en'))).toBe('340 words in 2:00: 170 w/min · too fast');
  });

  it('[PC20] Before anything is measured the booths see what the text asks for; then how it is read, and what the rest needs if that is fast.', async () => {
    const i18n = await words('en');
    const said = (measured: Pace | null, needed: Pace | null) =>
      liveWords({ unit: 'words', measured, needed }, planned, i18n).map(({ text, tone }) => [text, tone]);
    expect(said(null, null)).toEqual([['the text asks for 170 w/min · too fast', 'air']]);
    expect(said(good, fast)).toEqual([
      ['reads 110 w/min · good pace', undefined],
      ['rest needs 140 w/min · fast', 'warn'],
    ]);
    expect(said(fast, good)).toEqual([['reads 140 w/min · fast', 'warn']]);
    expect(liveWords(null, null, i18n)).toEqual([]);
  });

  it('does not count beyond what anybody can read', async () => {
    expect(rateWords({ perMinute: 2400, level: 'red' }, 'characters', await words('en'))).toBe('>400 char./min · too fast');
  });
});
