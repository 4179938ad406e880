/** TBX (ISO 30042), of 2008 (`termEntry`, `langSet`, `tig`) and of 2019 (`conceptEntry`, `langSec`, `termSec`). */
import { SaxesParser } from 'saxes';
import { isLanguage, type Language } from '../../shared/reference/languages.ts';
import { decodeText } from './decode-text.ts';
import type { Findings } from './findings.ts';
import { languageOf } from './language-names.ts';
import type { NewTerms, RawTerm } from './new-terms.ts';
import { Unreadable } from './unreadable.ts';

const entryStart = /<(termEntry|conceptEntry)[\s>]/g;
const languageTags: ReadonlySet<string> = new Set(['langSet', 'langSec']);
const noteTags: ReadonlySet<string> = new Set(['note', 'descrip']);

/** Entry by entry, so that a damaged one is named and the next one read. @throws Unreadable fileWithDoctype, fileBroken */
export function readTbx(file: Buffer, findings: Findings, terms: NewTerms): void {
  const text = decodeText(file).text.replace(/^\uFEFF/, '');
  const starts = [...text.matchAll(entryStart)].map(({ index }) => index);
  const [first = text.length] = starts;
  readProlog(text.slice(0, first));
  let line = 1;
  let counted = 0;
  for (const [index, start] of starts.entries()) {
    line += text.slice(counted, start).match(/\n/g)?.length ?? 0;
    counted = start;
    const entry = readEntry(text.slice(start, starts[index + 1] ?? text.length), line);
    if (typeof entry === 'number') findings.add('error', 'xmlBroken', entry);
    else terms.add(entry);
  }
  if (starts.length === 0) throw new Unreadable('fileWithoutText');
}

/** Entities are declared in a document type, and a handful of them can stand for gigabytes: none is read. */
function readProlog(text: string): void {
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw new Unreadable('fileWithDoctype');
  });
  parser.on('error', () => {
    throw new Unreadable('fileBroken');
  });
  parser.write(text);
}

/** The line of the damage, when it has one. What follows the end of the entry is not its own. */
function readEntry(text: string, line: number): RawTerm | number {
  const end = /<\/(?:termEntry|conceptEntry)\s*>/.exec(text);
  const parser = new SaxesParser({ xmlns: false, position: true });
  const forms = new Map<Language, readonly string[]>();
  const notes: string[] = [];
  let language: Language | null = null;
  let inside: string | null = null;
  let damagedAt: number | null = end === null ? line : null;
  parser.on('error', () => {
    damagedAt ??= line + parser.line - 1;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (languageTags.has(name)) language = official(attributes['xml:lang'] ?? attributes.lang ?? '');
    else if (name === 'term' || noteTags.has(name)) inside = '';
  });
  const addText = (part: string): void => {
    if (inside !== null) inside += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', ({ name }) => {
    if (name === 'term' && inside !== null && language !== null) forms.set(language, [...(forms.get(language) ?? []), inside]);
    if (noteTags.has(name) && inside !== null && language === null) notes.push(inside);
    if (name === 'term' || noteTags.has(name)) inside = null;
    if (languageTags.has(name)) language = null;
  });
  if (end !== null) parser.write(text.slice(0, end.index + end[0].length)).close();
  return damagedAt ?? { line, forms, note: notes[0] ?? '' };
}

function official(code: string): Language | null {
  const language = languageOf(code);
  return language !== null && isLanguage(language) ? language : null;
}
