/** What the server reads out of a file that a station gives it. Nothing is stored: the page shows it, then sends commands. */
import type { BoothName, LanguageCode } from '../reference/languages.ts';
import type { Interpreter } from './meeting.ts';
import type { NewTerm } from './plan.ts';

/** Largest file that is taken. A statement of 100 pages with pictures is below it. Our choice. */
export const maxFileBytes = 20 * 1024 * 1024;

export interface TextRead {
  /** Clean, never empty, in the order in which they are read out. */
  readonly paragraphs: readonly string[];
  /** Guessed from the letters and words; `null` when they do not tell. */
  readonly language: LanguageCode | null;
  /** `null` where the file has no pages before it is printed. */
  readonly pages: number | null;
  readonly findings: readonly IntakeFinding[];
}

export interface TeamSheetRead {
  /** Booths that the file names, each with its whole team. */
  readonly teams: Readonly<Partial<Record<BoothName, readonly Interpreter[]>>>;
  readonly findings: readonly IntakeFinding[];
}

export interface GlossaryRead {
  readonly terms: readonly NewTerm[];
  readonly findings: readonly IntakeFinding[];
}

/** Something a person should look at. What is not named in a finding came through. */
export interface IntakeFinding {
  /** `error`: that line was left out. */
  readonly severity: 'warning' | 'error';
  readonly code: IntakeFindingCode;
  /** In English, with the line; pages use `intake.findings.<code>` of the catalogue with `params`. */
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Line of the file, from 1; `null` for the whole file. */
  readonly at: number | null;
}

export type IntakeFindingCode =
  | 'otherLanguage'
  | 'brokenLetters'
  | 'columnUnknown'
  | 'boothUnknown'
  | 'initialsMissing'
  | 'interpreterTwice'
  | 'languageUnknown'
  | 'languagesMissing'
  | 'termEmpty'
  | 'tooManyCells'
  | 'quoteUnclosed'
  | 'textTooLong'
  | 'textMarkup'
  | 'xmlBroken'
  | 'tooManyLines'
  | 'moreFindings';

/** Why nothing could be read. The server answers a problem with this code; `intake.refusals.<code>` of the catalogue says it. */
export type IntakeRefusalCode =
  | 'fileTooLarge'
  | 'fileTooHard'
  | 'fileUnpacksTooLarge'
  | 'fileKindUnknown'
  | 'fileBroken'
  | 'fileLocked'
  | 'fileWithoutText'
  | 'fileWithDoctype'
  | 'columnsMissing'
  | 'filesWaiting';
