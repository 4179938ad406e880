/** A statement as somebody sent it: paragraphs, and in what language it seems to be. */
import type { TextRead } from '../../shared/domain/intake.ts';
import { guessLanguage } from '../../shared/domain/rules/language-guess.ts';
import { cleanParagraphs } from '../../shared/lib/text.ts';
import type { LanguageCode } from '../../shared/reference/languages.ts';
import { decodeText } from './decode-text.ts';
import { kindOf } from './file-kind.ts';
import { collectFindings } from './findings.ts';
import { readDocx } from './read-docx.ts';
import { readPdf } from './read-pdf.ts';
import { Unreadable } from './unreadable.ts';

/** `expected`: the language of the entry, when it is known. @throws Unreadable */
export async function readText(file: Buffer, expected: LanguageCode | null): Promise<TextRead> {
  const raw = await rawText(file);
  // One paragraph at a time: an empty line inside a text box must not decide for the whole file.
  const paragraphs = raw.blocks.flatMap((block) => cleanParagraphs(block));
  if (paragraphs.length === 0) throw new Unreadable('fileWithoutText');
  const language = guessLanguage(paragraphs);
  const findings = collectFindings();
  if (expected !== null && language !== null && !isSameLanguage(expected, language)) {
    findings.add('warning', 'otherLanguage', null, { expected, found: language });
  }
  if (raw.broken || paragraphs.some((paragraph) => paragraph.includes('\uFFFD'))) findings.add('warning', 'brokenLetters', null);
  return { paragraphs, language, pages: raw.pages, findings: findings.list() };
}

interface RawText {
  readonly blocks: readonly string[];
  readonly pages: number | null;
  readonly broken: boolean;
}

async function rawText(file: Buffer): Promise<RawText> {
  switch (await kindOf(file)) {
    case 'docx':
      return { blocks: await readDocx(file), pages: null, broken: false };
    case 'pdf': {
      const { paragraphs, pages } = await readPdf(file);
      return { blocks: paragraphs, pages, broken: false };
    }
    case 'text': {
      const { text, broken } = decodeText(file);
      return { blocks: [text], pages: null, broken };
    }
    case 'xlsx':
    case 'xml':
      throw new Unreadable('fileKindUnknown');
  }
}

/** `pt-BR` is Portuguese. */
function isSameLanguage(a: LanguageCode, b: LanguageCode): boolean {
  return a.split('-')[0] === b.split('-')[0];
}
