/** What is asked of the thread that reads files, and what it answers. */
import type { GlossaryRead, IntakeRefusalCode, TeamSheetRead, TextRead } from '../../shared/domain/intake.ts';
import type { LanguageCode } from '../../shared/reference/languages.ts';

export type IntakeJob =
  | { readonly kind: 'text'; readonly expected: LanguageCode | null }
  | { readonly kind: 'teamSheet' }
  | { readonly kind: 'glossary' };

export type IntakeValue = TextRead | TeamSheetRead | GlossaryRead;

export type IntakeAnswer =
  | { readonly ok: true; readonly value: IntakeValue }
  /** `fault`: what a library said, for the log. */
  | { readonly ok: false; readonly code: IntakeRefusalCode; readonly fault: string | null };
