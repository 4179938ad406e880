import { describe, expect, it } from 'vitest';
import type { Script, ScriptText } from '../../shared/domain/meeting.ts';
import { paragraphFurther, placeInText } from '../../shared/domain/rules/script-follow.ts';

describe('the shared position in one language version', () => {
  it('[SX7] is a number that means the same while all versions have as many paragraphs', () => {
    const script = scriptOf({ es: 5, en: 5 }, 3);
    expect(placeInText(script, textOf(script, 'en'))).toEqual({ index: 3, certainty: 'same' });
    expect(placeInText({ ...script, position: null }, textOf(script, 'en'))).toBeNull();
  });

  it('[SX7] is said to be about there when versions differ, and behind the end when this one has no such paragraph', () => {
    const script = scriptOf({ es: 5, en: 3 }, 2);
    expect(placeInText(script, textOf(script, 'en'))).toEqual({ index: 2, certainty: 'about' });
    const later = scriptOf({ es: 5, en: 3 }, 4);
    expect(placeInText(later, textOf(later, 'en'))).toEqual({ index: 2, certainty: 'behindEnd' });
    expect(placeInText(later, textOf(later, 'es'))).toEqual({ index: 4, certainty: 'about' });
  });

  it('[SX7] moves to the end of the longest version, from whichever version it is moved', () => {
    const script = scriptOf({ es: 5, en: 3 }, null);
    expect(paragraphFurther(script, null, 1)).toBe(0);
    expect(paragraphFurther(script, 2, 1)).toBe(3);
    expect(paragraphFurther(script, 4, 1)).toBe(4);
    expect(paragraphFurther(script, 4, -1)).toBe(3);
    expect(paragraphFurther(script, 0, -1)).toBe(0);
  });
});

function scriptOf(counts: Readonly<Record<string, number>>, paragraph: number | null): Script {
  const texts = Object.entries(counts).map(
    ([language, count]): ScriptText => ({
      language,
      version: 1,
      handling: null,
      paragraphs: Array.from({ length: count }, (_, index) => `${language} ${index}`),
      sample: false,
      receivedAt: null,
      previous: null,
    }),
  );
  return { status: 'received', texts, position: paragraph === null ? null : { paragraph, mode: 'onScript', at: 0, by: 'booth:fr' } };
}

function textOf(script: Script, language: string): ScriptText {
  const text = script.texts.find((other) => other.language === language);
  if (text === undefined) throw new Error(`Expected a text in ${language}`);
  return text;
}
