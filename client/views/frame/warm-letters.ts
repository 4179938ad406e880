import type { Entry, Meeting } from '../../../shared/domain/meeting.ts';
import { loadChineseGlyphs } from '../../styles/fonts-chinese.ts';

const families = ['Noto Sans Variable', 'Noto Sans Arabic Variable', 'Noto Sans SC Variable'] as const;

/**
 * Fetches the letters of every name and text on the list once, while there is time. Fonts come in slices by letter: without this a
 * page would be laid out anew at the change of speaker, when the slice for a letter it has not shown before arrives.
 */
export async function warmLetters(meeting: Meeting): Promise<void> {
  const letters = new Set<string>();
  for (const text of meeting.entries.flatMap(textsOf)) for (const letter of text) letters.add(letter);
  await loadChineseGlyphs();
  const sample = [...letters].join('');
  await Promise.all(families.map((family) => document.fonts.load(`650 1em "${family}"`, sample)));
}

function textsOf({ persons, script }: Entry): readonly string[] {
  const names = persons.flatMap(({ name, captions }) => [
    name,
    ...Object.values(captions).flatMap((form) => [form.name, form.function ?? '']),
  ]);
  return [...names, ...script.texts.flatMap(({ paragraphs }) => paragraphs)];
}
