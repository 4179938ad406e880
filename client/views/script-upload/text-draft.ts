/** The text of a statement before it is sent: what it holds, and what page 1 says about it. */
import type { Command } from '../../../shared/domain/commands.ts';
import type { Entry, ScriptText } from '../../../shared/domain/meeting.ts';
import { maxTextLength } from '../../../shared/domain/rules/statements.ts';
import type { LanguageCode } from '../../../shared/reference/languages.ts';

export type TextStatus = Extract<Command, { type: 'setScript' }>['status'];

/** As it is typed: one empty line between two paragraphs, so that a single one is not parted at its line ends. */
export function textFrom(paragraphs: readonly string[]): string {
  return paragraphs.join('\n\n');
}

/** What the server takes in one command is 1 MiB of UTF-8, with room for what comes beside the text. */
const maxTextBytes = 1_000_000;

export function isTooLong(text: string): boolean {
  return text.length > maxTextLength || (text.length * 3 > maxTextBytes && new TextEncoder().encode(text).length > maxTextBytes);
}

/** Before there is a version of it, for what counts the words of a text. */
export function draftText(language: LanguageCode, paragraphs: readonly string[]): ScriptText {
  return { language, paragraphs, version: 0, handling: null, sample: false, receivedAt: null, previous: null };
}

/** The text in this language that is there already. */
export function presentText(entry: Entry, language: LanguageCode): ScriptText | null {
  return entry.script.texts.find((text) => text.language === language) ?? null;
}

/** `French` and `French of Canada` are one language here: a guess never tells them apart. */
export function isOtherLanguage(guess: LanguageCode | null, chosen: LanguageCode): boolean {
  return guess !== null && guess.split('-')[0] !== chosen.split('-')[0];
}

/** The usual words on page 1, in the six languages. */
const checkWords =
  /check against delivery|prononcé (?:seul )?fait foi|vérifier (?:au prononcé|à l.audition)|cotej\p{L}+ con|cotéjese|сверя\p{L}+ с|при произнесении|عند الإلقاء|以实际发言为准|以现场发言为准/iu;
const verbatimWords =
  /(?:read|delivered) (?:out )?verbatim|lu (?:mot pour mot|textuellement)|leer textualmente|читать дословно|يُ?قرأ حرفي|照稿宣读/iu;
const linesOfPageOne = 6;

/** `received` when page 1 says nothing. */
export function handlingSaid(paragraphs: readonly string[]): Exclude<TextStatus, 'expected'> {
  const head = paragraphs.slice(0, linesOfPageOne).join('\n').slice(0, 1_500);
  if (verbatimWords.test(head)) return 'readOutVerbatim';
  return checkWords.test(head) ? 'checkAgainstDelivery' : 'received';
}
