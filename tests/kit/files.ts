/** Real files as people send them, and some as nobody should. */
import { strToU8, zipSync } from 'fflate';
import type { Browser } from 'playwright-core';

export interface DocxParagraph {
  readonly text: string;
  readonly heading?: boolean;
  /** `null` level: no list. */
  readonly list?: { readonly kind: 'bullet' | 'number'; readonly level: number };
  /** Text of a footnote at the end of the paragraph. */
  readonly footnote?: string;
}

const wordNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A minimal Word document. `table`: rows of cells, after the paragraphs. */
export function makeDocx(paragraphs: readonly (string | DocxParagraph)[], table: readonly (readonly string[])[] = []): Uint8Array {
  const notes: string[] = [];
  const body = paragraphs.map((each) => docxParagraph(typeof each === 'string' ? { text: each } : each, notes)).join('');
  const rows = table.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${docxParagraph({ text: cell }, notes)}</w:tc>`).join('')}</w:tr>`);
  const all = `${body}${rows.length === 0 ? '' : `<w:tbl>${rows.join('')}</w:tbl>`}`;
  return docxOf(`${xmlHead}<w:document ${wordNamespace}><w:body>${all}</w:body></w:document>`, notes);
}

function docxOf(documentXml: string, notes: readonly string[]): Uint8Array {
  const footnotes = notes.map((text, index) => `<w:footnote w:id="${index + 1}">${docxParagraph({ text }, [])}</w:footnote>`).join('');
  const level = (ilvl: number, format: string) =>
    `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%${ilvl + 1}."/></w:lvl>`;
  const abstract = (id: number, first: string, second: string) =>
    `<w:abstractNum w:abstractNumId="${id}">${level(0, first)}${level(1, second)}</w:abstractNum>`;
  return zipSync(
    textParts({
      '[Content_Types].xml': contentTypes('/word/document.xml', 'wordprocessingml.document.main'),
      '_rels/.rels': rels([['officeDocument', 'word/document.xml']]),
      'word/document.xml': documentXml,
      'word/_rels/document.xml.rels': rels([
        ['styles', 'styles.xml'],
        ['numbering', 'numbering.xml'],
        ['footnotes', 'footnotes.xml'],
      ]),
      'word/styles.xml': `${xmlHead}<w:styles ${wordNamespace}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
      'word/numbering.xml': `${xmlHead}<w:numbering ${wordNamespace}>${abstract(0, 'bullet', 'bullet')}${abstract(1, 'decimal', 'lowerLetter')}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
      'word/footnotes.xml': `${xmlHead}<w:footnotes ${wordNamespace}>${footnotes}</w:footnotes>`,
    }),
  );
}

function docxParagraph({ text, heading, list, footnote }: DocxParagraph, notes: string[]): string {
  const style = heading === true ? '<w:pStyle w:val="Heading1"/>' : '';
  const numId = list?.kind === 'bullet' ? 1 : 2;
  const number = list === undefined ? '' : `<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${numId}"/></w:numPr>`;
  const note = footnote === undefined ? '' : `<w:r><w:footnoteReference w:id="${notes.push(footnote)}"/></w:r>`;
  return `<w:p><w:pPr>${style}${number}</w:pPr><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>${note}</w:p>`;
}

/** One sheet of text cells; an empty row is left out of the file, as Excel does. */
export function makeXlsx(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const sheet = rows.map((cells, row) =>
    cells.length === 0 ? '' : `<row r="${row + 1}">${cells.map((cell, column) => xlsxCell(cell, row, column)).join('')}</row>`,
  );
  const sheetNamespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return zipSync(
    textParts({
      '[Content_Types].xml': contentTypes('/xl/workbook.xml', 'spreadsheetml.sheet.main'),
      '_rels/.rels': rels([['officeDocument', 'xl/workbook.xml']]),
      'xl/workbook.xml': `${xmlHead}<workbook ${sheetNamespace} xmlns:r="${relationships}"><sheets><sheet name="Teams" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': rels([['worksheet', 'worksheets/sheet1.xml']]),
      'xl/worksheets/sheet1.xml': `${xmlHead}<worksheet ${sheetNamespace}><sheetData>${sheet.join('')}</sheetData></worksheet>`,
    }),
  );
}

function xlsxCell(cell: string | number, row: number, column: number): string {
  const address = `${String.fromCharCode(65 + column)}${row + 1}`;
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  return `<c r="${address}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
}

function textParts(parts: Readonly<Record<string, string>>): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
}

function contentTypes(part: string, kind: string): string {
  const type = `application/vnd.openxmlformats-officedocument.${kind}+xml`;
  return `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="${part}" ContentType="${type}"/></Types>`;
}

function rels(targets: readonly (readonly [string, string])[]): string {
  const each = targets.map(
    ([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${relationships}/${kind}" Target="${target}"/>`,
  );
  return `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export interface PrintedPage {
  readonly language: string;
  /** HTML of the body. */
  readonly body: string;
  /** Fonts of this machine, with commas. */
  readonly font: string;
  /** Running head and page numbers. */
  readonly head?: string;
}

/** Printed by the real Chromium on A4. */
export async function printPdf(browser: Browser, { language, body, font, head }: PrintedPage): Promise<Uint8Array> {
  const page = await browser.newPage();
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  const style = `<style>body { font: 13pt ${font} } p { margin: 0 0 11pt }</style>`;
  await page.setContent(`<!doctype html><html lang="${language}" dir="${direction}">${style}<body>${body}</body></html>`);
  const small = 'font-size: 9px; margin-inline-start: 2.5cm';
  const bytes = await page.pdf({
    format: 'A4',
    margin: { top: '2.5cm', bottom: '2.5cm', left: '2.5cm', right: '2.5cm' },
    displayHeaderFooter: head !== undefined,
    headerTemplate: `<span style="${small}">${head ?? ''}</span>`,
    footerTemplate: `<span style="${small}">Page <span class="pageNumber"></span> of <span class="totalPages"></span></span>`,
  });
  await page.close();
  return bytes;
}

/** A PDF of one page. `packed`: what is drawn on it, in the format of zlib. */
export function makePdf(packed: Buffer): Buffer {
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>'),
    Buffer.concat([Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`), packed, Buffer.from('\nendstream')]),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
  ];
  const pieces: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  let at = pieces[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    const piece = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    places.push(at);
    at += piece.length;
    pieces.push(piece);
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  pieces.push(Buffer.from(`xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`));
  return Buffer.concat(pieces);
}
