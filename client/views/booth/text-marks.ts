/**
 * What an interpreter's eye looks for in a text: figures, symbols of documents, acronyms. Marked as they stand; nothing is
 * looked up and nothing is translated.
 */

export type MarkKind = 'figure' | 'symbol' | 'acronym';

export interface TextPart {
  readonly text: string;
  readonly mark: MarkKind | null;
}

/** The parts, put together, are the paragraph again. */
export function markText(paragraph: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of paragraph.matchAll(pattern)) {
    const mark = kindOf(match);
    if (mark === null) continue;
    if (match.index > end) parts.push({ text: paragraph.slice(end, match.index), mark: null });
    parts.push({ text: match[0], mark });
    end = match.index + match[0].length;
  }
  if (end < paragraph.length) parts.push({ text: paragraph.slice(end), mark: null });
  return parts;
}

/** Acronyms and symbols of some paragraphs as `markText` gives them, each once, in the order in which they come. Figures are too many to list. */
export function termsOf(paragraphs: readonly (readonly TextPart[])[]): readonly TextPart[] {
  const terms = new Map<string, TextPart>();
  for (const part of paragraphs.flat()) {
    if ((part.mark === 'acronym' || part.mark === 'symbol') && !terms.has(part.text)) terms.set(part.text, part);
  }
  return [...terms.values()];
}

/** `A/HRC/34/24`, `E/CN.4/2006/97/Add.1`: a body in capitals, then parts after slashes. The last part does not end with a full stop. */
const documentSymbol = String.raw`[A-Z][A-Za-z]{0,5}(?:\/[A-Za-z0-9](?:[A-Za-z0-9.\-]*[A-Za-z0-9])?)+`;
/** Resolutions and decisions: `60/251`, `S-28/1`. */
const resolution = String.raw`(?:S-)?\d{1,3}\/\d{1,4}(?![\d\/])`;

/** A word of size after a figure is part of what has to be said: `1.5 million`, `2,5 milliards`, `6800多万`. */
const sizes = [
  'thousand|million|billion|trillion',
  'mille|millions?|milliards?|billions?',
  'mil millones|mil|mill[oó]n(?:es)?|billones',
  'тысяч[аиу]?|млн|млрд|миллион(?:а|ов)?|миллиард(?:а|ов)?|трлн',
  'ألف|آلاف|مليون|ملايين|مليار|مليارات',
].join('|');
const shares = 'per cent|percent|pour cent|por ciento|процент(?:а|ов|ам)?|في المائة|في المئة';
const hanSize = '[多余]?[百千万亿]+(?:分之)?';
/** No-break spaces always group thousands; a plain space only before three digits. */
const number = String.raw`\p{Nd}+(?:[.,٫٬’]\p{Nd}+|[\u00a0\u202f ]\p{Nd}{3}(?!\p{Nd}))*`;
const figure = String.raw`[$€£¥]?${number}(?:[\u00a0\u202f ]?%|[\u00a0\u202f ](?:${sizes}|${shares})(?!\p{L})|${hanSize})?`;

/** Capitals of one word, perhaps with digits and a plural s: `UPR`, `ОЭСР`, `SDGs`, `COVID-19`. Longer words are headings, not acronyms. */
const acronym = String.raw`\p{Lu}{2,10}(?:-?\p{Nd}{1,2})?s?`;

// A term stands alone: `OHCHR’s` is one, the capitals inside a word are none. Han and Arabic letters may touch it.
const before = String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{Nd}\/])`;
const after = String.raw`(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Nd}])`;
const pattern = new RegExp(
  `${before}(?:(?<document>${documentSymbol})${after}|(?<resolution>${resolution})|(?<acronym>${acronym})${after}|(?<figure>${figure}))`,
  'gu',
);

function kindOf(match: RegExpMatchArray): MarkKind | null {
  const { document, resolution: number, acronym: capitals, figure: digits } = match.groups ?? {};
  if (document !== undefined) return /\d/.test(document) ? 'symbol' : null;
  if (number !== undefined) return 'symbol';
  // Centuries and sessions: `XXI`.
  if (capitals !== undefined) return /^[IVX]+$/.test(capitals) ? 'figure' : 'acronym';
  return digits === undefined ? null : 'figure';
}
