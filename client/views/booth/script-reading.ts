/** The text that one page reads, taken out of the store: 3,000 paragraphs read through it would be 3,000 things to watch. */
import { unwrap } from 'solid-js/store';
import type { Entry, ScriptText } from '../../../shared/domain/meeting.ts';
import { type FoundTerm, type TermIndex, termsInText } from '../../../shared/domain/rules/terms-in-text.ts';
import { markText, type TextPart } from './text-marks.ts';

export interface ReadingText {
  /** Another key is another text: what was computed for the old one is void. */
  readonly key: string;
  readonly entryId: string;
  readonly language: string;
  readonly version: number;
  readonly paragraphs: readonly string[];
  readonly previous: { readonly version: number; readonly paragraphs: readonly string[] } | null;
}

/** Reactive in what tells one text from another. The same object as before while that is the same. */
export function readingOf(entry: Entry, text: ScriptText, history: number, before: ReadingText | null): ReadingText {
  const { language, version, receivedAt } = text;
  const key = [history, entry.id, language, version, receivedAt, text.paragraphs.length].join(' ');
  if (before?.key === key) return before;
  const { paragraphs, previous } = unwrap(text);
  return {
    key,
    entryId: entry.id,
    language,
    version,
    // Copies: the store writes a new version into the same list.
    paragraphs: [...paragraphs],
    previous: previous === null ? null : { version: previous.version, paragraphs: [...previous.paragraphs] },
  };
}

/** What is found in a paragraph when it comes into sight, and kept. */
export interface ParagraphFacts {
  marks(paragraph: number): readonly TextPart[];
  terms(paragraph: number): readonly FoundTerm[];
}

export function factsOf({ paragraphs }: ReadingText, index: TermIndex): ParagraphFacts {
  const kept = <Fact>(find: (paragraph: string) => Fact): ((at: number) => Fact) => {
    const known = new Map<number, Fact>();
    return (at) => {
      const before = known.get(at);
      if (before !== undefined) return before;
      const fact = find(paragraphs[at] ?? '');
      known.set(at, fact);
      return fact;
    };
  };
  return { marks: kept(markText), terms: kept((paragraph) => termsInText(paragraph, index)) };
}
