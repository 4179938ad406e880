/** CSV and XLSX as rows of text, each with the line where it stands in the file. */
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/universal';
import { decodeText } from './decode-text.ts';
import { kindOf } from './file-kind.ts';
import type { Findings } from './findings.ts';
import { Unreadable } from './unreadable.ts';

export interface Table {
  /** Trimmed; as many as the longest line of heads. */
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
}

export interface Row {
  /** From 1, as editors and spreadsheets count. */
  readonly line: number;
  /** Trimmed; what is missing is `''`. */
  cell(column: number): string;
}

/** The first line that is not empty has the heads. A broken line is a finding and left out. @throws Unreadable */
export async function readTable(file: Buffer, findings: Findings): Promise<Table> {
  const lines = await linesOf(file, findings);
  const [first, ...rest] = lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (first === undefined) throw new Unreadable('fileWithoutText');
  return {
    heads: first.cells,
    rows: rest.flatMap(({ line, cells }) => {
      if (cells.slice(first.cells.length).some((cell) => cell !== '')) {
        findings.add('error', 'tooManyCells', line);
        return [];
      }
      return [{ line, cell: (column: number) => cells[column] ?? '' }];
    }),
  };
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

async function linesOf(file: Buffer, findings: Findings): Promise<readonly Line[]> {
  const kind = await kindOf(file);
  if (kind === 'xlsx') return sheetLines(file);
  if (kind === 'text') return csvLines(file, findings);
  throw new Unreadable('fileKindUnknown');
}

async function sheetLines(file: Buffer): Promise<readonly Line[]> {
  const rows = await readSheet(new Uint8Array(file).buffer);
  return rows.map((row, index) => ({ line: index + 1, cells: row.map((cell) => (cell === null ? '' : String(cell).trim())) }));
}

/** `sep=;` is Excel's way of telling the separator. */
const separatorLine = /^\uFEFF?sep=([,;\t|])\r?\n/i;

function csvLines(file: Buffer, findings: Findings): readonly Line[] {
  const { text, broken } = decodeText(file);
  if (broken) findings.add('warning', 'brokenLetters', null);
  const told = separatorLine.exec(text);
  const delimiter = told?.[1] ?? separatorOf(text);
  const lines: Line[] = [];
  let start = told?.[0].length ?? 0;
  let line = told === null ? 1 : 2;
  // A quotation mark that nobody closed takes all that follows into its cell: that line is named, and the next one read afresh.
  while (start < text.length) {
    const { end, isBroken } = readUntilBroken(text, start, delimiter, (cells, from) => {
      line += lineEnds(text.slice(start, from));
      start = from;
      lines.push({ line, cells });
    });
    line += lineEnds(text.slice(start, end));
    start = end;
    if (!isBroken) break;
    findings.add('error', 'quoteUnclosed', line);
    const next = text.indexOf('\n', start);
    if (next < 0) break;
    line += 1;
    start = next + 1;
  }
  return lines;
}

/** `end`: where the broken line begins, or the end of the text. */
function readUntilBroken(
  text: string,
  start: number,
  delimiter: string,
  take: (cells: readonly string[], from: number) => void,
): { readonly end: number; readonly isBroken: boolean } {
  let from = start;
  let isBroken = false;
  Papa.parse<string[]>(text.slice(start), {
    delimiter,
    step({ data, errors, meta }, parser) {
      isBroken = errors.some(({ type }) => type === 'Quotes');
      if (isBroken) {
        parser.abort();
        return;
      }
      take(
        data.map((cell) => cell.trim()),
        from,
      );
      from = start + meta.cursor;
    },
  });
  return { end: isBroken ? from : text.length, isBroken };
}

function lineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

/** The one that the line of heads has most of. Papa's own guess looks at ten lines, where words have commas. */
function separatorOf(text: string): string {
  const heads = text.split(/\r\n|\r|\n/).find((line) => line.trim() !== '') ?? '';
  const counts = [';', '\t', ',', '|'].map((separator) => ({ separator, count: heads.split(separator).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.separator ?? ',';
}
